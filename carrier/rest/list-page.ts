import { RestError } from "./rest-error";
import type { RestContext } from "./rest-route";

interface PageOf<T> {
  records: Iterable<T>;
  matches: (record: T) => boolean;
  name: string;
  serialize: (record: T) => unknown;
}

/** A page in Twilio's form. The token names the last record of the page before, so that newcomers shift nothing. */
export function listPage<T extends { sid: string }>(context: RestContext, list: PageOf<T>) {
  const size = pageSize(context.query);
  const page = Number(context.query.get("Page") ?? 0) || 0;
  const after = context.query.get("PageToken")?.slice(2);
  const found: T[] = [];
  let begun = after === undefined;
  let skip = after === undefined ? page * size : 0;
  let more = false;
  for (const record of list.records) {
    if (!begun) {
      begun = record.sid === after;
      continue;
    }
    if (!list.matches(record)) continue;
    if (skip > 0) {
      skip -= 1;
      continue;
    }
    if (found.length === size) {
      more = true;
      break;
    }
    found.push(record);
  }
  const address = (changes: Record<string, string | undefined>) => {
    const query = new URLSearchParams(context.query);
    query.delete("PageToken");
    query.set("PageSize", String(size));
    for (const [key, value] of Object.entries(changes)) if (value !== undefined) query.set(key, value);
    return `${context.path}?${query}`;
  };
  const last = found.at(-1);
  return {
    end: page * size + Math.max(0, found.length - 1),
    first_page_uri: address({ Page: "0" }),
    next_page_uri: more && last ? address({ Page: String(page + 1), PageToken: `PA${last.sid}` }) : null,
    page,
    page_size: size,
    previous_page_uri: page > 0 ? address({ Page: String(page - 1) }) : null,
    start: page * size,
    uri: address({ Page: String(page) }),
    [list.name]: found.map(list.serialize),
  };
}

function pageSize(query: URLSearchParams): number {
  const wanted = Number(query.get("PageSize") ?? 50);
  return Number.isInteger(wanted) && wanted >= 1 ? Math.min(1000, wanted) : 50;
}

/** `DateSent=`, `DateSent>=` and `DateSent<=`; a bare date means that whole day in UTC. @throws {RestError} */
export function timeFilter(query: URLSearchParams, name: string): (milliseconds: number | null) => boolean {
  const on = bounds(query.get(name), name);
  const from = bounds(query.get(`${name}>`), name);
  const until = bounds(query.get(`${name}<`), name);
  if (!on && !from && !until) return () => true;
  return (time) => {
    if (time === null) return false;
    if (on && (time < on.start || time > on.end)) return false;
    return !(from && time < from.start) && !(until && time > until.end);
  };
}

function bounds(value: string | null, name: string): { start: number; end: number } | undefined {
  if (value === null || value === "") return undefined;
  const start = Date.parse(value);
  if (Number.isNaN(start)) throw new RestError(400, 20001, `${name} is not a valid date`);
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(value);
  return { start, end: isDay ? start + 86_399_999 : start };
}
