import type { Answer } from "./ask";
import type { Cell } from "./cell";
import { foreignIn, markersOf, withoutWritten } from "./markers";

/** What is wrong with an answer, in words; nothing when it is as it must be. */
export function judge(cell: Cell, answer: Answer): string[] {
  const told = `${cell.actor.name}: ${cell.what}`;
  const found = foreignBytes(cell, answer);
  return [
    ...(isAsExpected(cell, answer)
      ? []
      : [
          `${told}: expected ${cell.expect}, got ${answer.status} ${answer.location ?? ""} ${answer.body.slice(0, 300)}`,
        ]),
    ...found.map((marker) => `${told}: the answer holds "${marker}" of another workspace`),
    ...missingWords(cell, answer).map((words) => `${told}: the answer lacks "${words}", so it proves nothing`),
  ];
}

/** What of other workspaces stands in an answer. To somebody who is not signed in every workspace is another. */
export function foreignBytes({ actor, written, expect }: Cell, { headers, body }: Answer): string[] {
  const { home, away } = actor;
  const own = actor.role || expect === "open" ? [] : markersOf(home);
  const secret = `${home.token} secret`;
  return [
    ...foreignIn(`${headers}\n${body}`, [...markersOf(away), ...own], written),
    ...(body.includes(secret) ? [secret] : []),
  ];
}

function missingWords({ actor, shows = [] }: Cell, { body }: Answer): string[] {
  return shows.map((word) => `${actor.home.token} ${word}`).filter((words) => !body.includes(words));
}

/** What Next's router is told in the middle of an answer whose status is sent already. */
const SAYS_NOT_FOUND = /NEXT_HTTP_ERROR_FALLBACK;404/;
const SAYS_SIGN_IN = /NEXT_REDIRECT;\w+;\/sign-in[?;]/;

function isAsExpected(cell: Cell, { status, location, body }: Answer): boolean {
  const isRedirect = status === 303 || status === 307;
  switch (cell.expect) {
    case "shown":
      return status === 200 && !SAYS_NOT_FOUND.test(body);
    case "home": {
      const home = `/w/${cell.actor.home.slug}`;
      return isRedirect ? pathOf(location) === home : status === 200 && body.includes(`NEXT_REDIRECT;replace;${home};`);
    }
    case "done": {
      const declined = /"ok":false/.test(body);
      if (location) return !/^\/sign-in(?!\?left)/.test(pathOf(location));
      return status === 200 && (cell.mayDecline || !declined) && !SAYS_NOT_FOUND.test(resultIn(body) ?? "");
    }
    case "not_found":
      return cell.isCall ? SAYS_NOT_FOUND.test(resultIn(body) ?? "") : status === 404 || SAYS_NOT_FOUND.test(body);
    case "silent":
      return status === 404 || status === 401;
    case "sign_in":
      return location ? pathOf(location).startsWith("/sign-in") : status === 200 && SAYS_SIGN_IN.test(body);
    case "refused":
      return status === 403;
    case "open":
      return status < 500;
    case "fault":
      return status === 500;
  }
}

const pathOf = (location: string | null) => (location ?? "").replace(/^https?:\/\/[^/]+/, "");

/**
 * An answer without what differs from one request to the next whatever was asked: nonces, ids of requests, ids a page
 * makes for its forms, seconds that pass, and the order in which the parts of a page were ready. Of what an action
 * answered, its result: the page that Next sends after it is its own matter.
 */
export function comparable({ written }: Cell, { status, headers, body }: Answer): string {
  const named = headers
    .split("\n")
    .filter((line) => !/^(date|content-length|etag|keep-alive|connection):/.test(line))
    .join("\n")
    .replace(/'nonce-\w+'|nonce="\w+"/g, "nonce");
  const plain = withoutWritten(body, written)
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "uuid")
    .replace(/nonce(\W{1,6})[0-9a-f]{32}/g, "nonce$1")
    .replace(/"[\w-]{21}([a-z]\\?")/g, '"request$1');
  return withoutWritten(`${status}\n${named}\n${isFlight(headers) ? textsOf(plain) : plain}`, written);
}

const isFlight = (headers: string) => headers.includes("content-type: text/x-component");

/** The result of an action, or every text of a page once: its parts come in any order and refer to each other by it. */
function textsOf(flight: string): string {
  const texts = new Set(flight.match(/"(?:[^"\\]|\\.)*"/g));
  return (
    resultIn(flight) ??
    [...texts]
      .filter((text) => !text.startsWith('"$'))
      .sort()
      .join("\n")
  );
}

/** What an action returned or threw, of all that Next sends with it; null for a page. */
function resultIn(flight: string): string | null {
  const result = /^0:\{"a":"\$@([0-9a-f]+)"/m.exec(flight)?.[1];
  return (result && new RegExp(`^${result}:(.*)$`, "m").exec(flight)?.[1]) ?? null;
}
