import { z } from "zod";
import type { Received } from "./fake-api";
import { reference } from "./reference";

const parameter = z.object({ name: z.string(), in: z.string(), required: z.boolean().optional() });
const body = z.object({ properties: z.record(z.string(), z.unknown()), required: z.array(z.string()).optional() });
const operation = z.object({
  parameters: z.array(parameter).optional(),
  requestBody: z.object({ content: z.record(z.string(), z.object({ schema: body })) }).optional(),
});
const document = z.object({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) });

const files = ["twilio_api_v2010.json", "twilio_lookups_v2.json"].map((name) => reference(`openapi/${name}`));

export const openapi = {
  absent: files.some((file) => file.absent),
  note: files.find((file) => file.absent)?.note ?? "",
};

/** Everything that is wrong with a request in the eyes of Twilio's own specification. */
export function complaints({ method, url, form }: Received): string[] {
  const found = operationFor(method, url.pathname);
  if (!found) return [`${method} ${url.pathname} is not in the specification`];
  const query = (found.parameters ?? []).filter((one) => one.in === "query");
  const schema = found.requestBody?.content["application/x-www-form-urlencoded"]?.schema;
  const missing = [
    ...query.filter((one) => one.required && !url.searchParams.has(one.name)).map((one) => one.name),
    ...(schema?.required ?? []).filter((name) => !form.has(name)),
  ];
  const strange = [
    ...[...url.searchParams.keys()].filter((name) => !query.some((one) => one.name === name)),
    ...[...form.keys()].filter((name) => !Object.hasOwn(schema?.properties ?? {}, name)),
  ];
  return [...missing.map((name) => `${name} is required`), ...strange.map((name) => `${name} is not known`)];
}

function operationFor(method: string, path: string) {
  for (const { read } of files) {
    for (const [template, methods] of Object.entries(document.parse(JSON.parse(read())).paths)) {
      const pattern = template.replaceAll(".", "\\.").replaceAll(/\{\w+\}/g, "[^/]+?");
      const found = new RegExp(`^${pattern}$`).test(path) ? methods[method.toLowerCase()] : undefined;
      if (found) return operation.parse(found);
    }
  }
  return null;
}
