import { z } from "zod";
import type { LineType } from "@/db/enums";
import { type Answer, request } from "./request";

const LINE_TYPE_OF: Record<string, LineType> = {
  mobile: "mobile",
  landline: "landline",
  fixedVoip: "voip",
  nonFixedVoip: "voip",
  tollFree: "toll_free",
};

const found = z.looseObject({ line_type_intelligence: z.looseObject({ type: z.string().nullish() }).nullish() });

/** What kind of line a number is; costs a look-up, and is given up after two seconds. */
export async function lookUpLineType(e164: string): Promise<Answer<{ lineType: LineType }>> {
  const answer = await request({
    method: "GET",
    host: "lookups",
    path: `/v2/PhoneNumbers/${encodeURIComponent(e164)}`,
    query: { Fields: "line_type_intelligence" },
    repeatable: true,
    schema: found,
    timeoutMs: 2000,
  });
  if (!answer.ok) return answer;
  const type = answer.data.line_type_intelligence?.type ?? "";
  return { ok: true, lineType: Object.hasOwn(LINE_TYPE_OF, type) ? (LINE_TYPE_OF[type] ?? "unknown") : "unknown" };
}
