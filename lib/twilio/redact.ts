import { storable } from "@/lib/format/storable";
import { valuesByName } from "./form-fields";

/** CallToken is a signed token that carries both numbers; add-ons and SIP headers are other people's data. */
const SECRET = /^(CallToken|StirPassportToken|AddOns|SipHeader_)|(Password|AuthToken|Secret)$/i;

/** A webhook's parameters as JSON for storage, without what nobody should be able to read later. */
export function redact(params: URLSearchParams): Record<string, string | string[]> {
  const entries = [...valuesByName(params)].map(([name, sent]): [string, string | string[]] => {
    const key = storable(name);
    if (SECRET.test(key)) return [key, "[redacted]"];
    const values = sent.map(storable);
    return [key, values.length === 1 ? (values[0] ?? "") : values];
  });
  return Object.fromEntries(entries);
}
