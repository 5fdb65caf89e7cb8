import { areaCode } from "../geography/area-codes";
import { availableNumbers } from "../geography/available-numbers";
import { cityOf } from "../geography/cities";
import { nationalFormat } from "../geography/phone-number";
import type { Network } from "../network";
import { RestError } from "./rest-error";
import type { RestContext, RestRoute } from "./rest-route";

export const numberSearchRoutes: RestRoute[] = [
  {
    method: "GET",
    pattern: /^\/AvailablePhoneNumbers\/(US|CA)\/Local\.json$/,
    operation: "number_search",
    handle: (context) => ({ status: 200, body: search(context) }),
  },
];

function search({ network, query, path, captured }: RestContext) {
  const wanted = query.get("AreaCode") ?? undefined;
  if (wanted !== undefined && !/^[2-9]\d{2}$/.test(wanted)) {
    throw new RestError(400, 21451, `The area code ${wanted} is not valid`);
  }
  const limit = Number(query.get("PageSize") ?? 30);
  const found = availableNumbers({
    country: captured[0] === "CA" ? "CA" : "US",
    areaCode: wanted,
    locality: query.get("InLocality") ?? undefined,
    contains: query.get("Contains") ?? undefined,
    limit: Number.isInteger(limit) && limit >= 1 ? Math.min(100, limit) : 30,
    isTaken: (number) => isTaken(network, number),
  });
  return { uri: `${path}${query.size > 0 ? `?${query}` : ""}`, available_phone_numbers: found.map(describe) };
}

function describe(number: string) {
  const code = number.slice(2, 5);
  const city = cityOf(code);
  return {
    friendly_name: nationalFormat(number),
    phone_number: number,
    lata: city?.lata ?? null,
    locality: city?.locality ?? null,
    rate_center: city?.locality.toUpperCase().slice(0, 10) ?? null,
    latitude: city?.latitude ?? null,
    longitude: city?.longitude ?? null,
    region: areaCode(code)?.region ?? null,
    postal_code: city?.postalCode ?? null,
    iso_country: areaCode(code)?.country ?? "US",
    address_requirements: "none",
    beta: false,
    capabilities: { voice: true, SMS: true, MMS: true },
  };
}

/** Whether somebody has this number already, be it the account or a person. */
export function isTaken(network: Network, number: string): boolean {
  return network.state.numbers.has(number) || network.state.phones.has(number);
}
