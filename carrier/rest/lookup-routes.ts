import { isPhoneNumber, nationalFormat } from "../geography/phone-number";
import { placeOf } from "../geography/place-of";
import type { LineKind } from "../types";
import type { RestContext, RestRoute } from "./rest-route";

const TYPES: Record<LineKind, string> = { mobile: "mobile", landline: "landline", voip: "nonFixedVoip" };

export const lookupRoutes: RestRoute[] = [
  {
    method: "GET",
    pattern: /^\/v2\/PhoneNumbers\/([^/]+)$/,
    operation: "lookup",
    handle: (context) => ({ status: 200, body: lookUp(context) }),
  },
];

function lookUp({ network, captured, query }: RestContext) {
  const number = decodeURIComponent(captured[0] ?? "");
  const valid = isPhoneNumber(number);
  const wanted = (query.get("Fields") ?? "").split(",").includes("line_type_intelligence");
  const isOwned = network.state.numbers.has(number);
  const kind = isOwned ? "voip" : (network.state.phones.get(number)?.lineKind ?? "mobile");
  return {
    calling_country_code: valid && number.startsWith("+1") ? "1" : null,
    country_code: valid ? placeOf(number).country || null : null,
    phone_number: number,
    national_format: valid ? nationalFormat(number) : number,
    valid,
    validation_errors: valid ? [] : ["NOT_A_NUMBER"],
    caller_name: null,
    call_forwarding: null,
    line_status: null,
    line_type_intelligence:
      wanted && valid
        ? {
            error_code: null,
            mobile_country_code: kind === "mobile" ? "310" : null,
            mobile_network_code: kind === "mobile" ? "260" : null,
            carrier_name: "Local Carrier",
            type: TYPES[kind],
          }
        : null,
    url: `https://lookups.twilio.com/v2/PhoneNumbers/${encodeURIComponent(number)}`,
  };
}
