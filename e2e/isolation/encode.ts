import { createRequire } from "node:module";

type Encoder = { encodeReply(value: unknown): Promise<string | FormData> };

// Next's own copy of what its pages encode arguments with; it has no types.
const { encodeReply } = createRequire(import.meta.url)(
  "next/dist/compiled/react-server-dom-turbopack/client.node",
) as Encoder;

export type Encoded = { headers: Record<string, string>; body: string | FormData };

/** As a page with script calls an action. */
export async function asCall(id: string, args: unknown[]): Promise<Encoded> {
  const body = await encodeReply(args);
  const type: Record<string, string> = typeof body === "string" ? { "content-type": "text/plain;charset=UTF-8" } : {};
  return { headers: { "next-action": id, accept: "text/x-component", ...type }, body };
}

/** As a form without script posts it: what is bound stands in hidden fields, what was typed in fields of its own. */
export async function asForm(id: string, args: unknown[]): Promise<Encoded> {
  const last = args.at(-1);
  const typed = last instanceof FormData ? last : new FormData();
  const bound = await encodeReply(last instanceof FormData ? args.slice(0, -1) : args);
  if (typeof bound !== "string") throw new Error("Only the last argument may be a form");
  const body = new FormData();
  body.append("$ACTION_REF_1", "");
  body.append("$ACTION_1:0", JSON.stringify({ id, bound: "$@1" }));
  body.append("$ACTION_1:1", bound);
  for (const [name, value] of typed) body.append(name, value);
  return { headers: {}, body };
}

/** What a browser says it shows already, so that Next makes only the page and none of the layouts above it. */
export function pageAlone(file: string, ids: Record<string, string>): string {
  const segments = file.split("/").slice(1, -1);
  let tree: unknown[] = ["__PAGE__", {}, null, "refetch"];
  for (const segment of segments.reverse()) {
    const name = /^\[(\w+)\]$/.exec(segment)?.[1];
    tree = [name ? [name, ids[name] ?? "", "d", null] : segment, { children: tree }, null, null];
  }
  return encodeURIComponent(JSON.stringify(["", { children: tree }]));
}
