import type { SentWebhook, Violation } from "../history";
import { grouped, type Known } from "./known";
import { MESSAGE_RANK } from "./ranks";

/**
 * I5: every webhook answered 2xx is visible afterwards: as its row in the inbox, with its call or its caller's text where
 * it tells of one, and a report about one of our texts in that text's own row. Repeats are the same webhook.
 */
export function acknowledgedIsKept(known: Known): Violation[] {
  const { webhooks } = known.rows;
  const inbox = new Set(webhooks.flatMap(({ sid, kind, status }) => [`${sid} ${kind}`, `${sid} ${kind} ${status}`]));
  const workspacesOf = grouped(webhooks, ({ sid }) => sid);
  return [...known.acknowledged.keys()].flatMap((id): Violation[] => {
    const webhook = known.sent.get(id);
    if (!webhook) return [{ invariant: "I5", what: "An answer belongs to no webhook that was sent", evidence: [id] }];
    const lost = whatIsLost(known, inbox, webhook) ?? whatIsAstray(known, workspacesOf, webhook);
    return lost ? [{ invariant: "I5", what: lost, evidence: [id, webhook.sid, webhook.path] }] : [];
  });
}

/** A call's or a text's webhook that another workspace has. */
function whatIsAstray({ placed, textsBySid, workspaceOf }: Known, inbox: Inbox, { sid }: SentWebhook): string | null {
  const owner = placed.get(sid)?.workspaceId ?? workspaceOf.get(textsBySid.get(sid)?.to ?? "");
  const astray = owner !== undefined && inbox.get(sid)?.some(({ workspaceId }) => workspaceId !== owner);
  return astray ? "An acknowledged webhook is in another workspace's inbox" : null;
}

type Inbox = Map<string, Known["rows"]["webhooks"]>;

const DOOR = /\/api\/twilio\/(voice|messages)\/(\w+)(?:\/([^/?#]+))?/;
/** Of these the sid is the call's, and the call must be there. */
const OF_THE_CALL = ["incoming", "fallback", "dialed", "notice"];

function whatIsLost(known: Known, inbox: Set<string>, { path, sid, status }: SentWebhook): string | null {
  const [, kind, door = "", id = ""] = DOOR.exec(path) ?? [];
  if (!kind) return "A webhook was answered 2xx at a path that has no door";
  if (kind === "messages") {
    if (door === "status") return reportIsLost(known, { id, sid, status });
    if (!inbox.has(`${sid} message.incoming`)) return "An acknowledged text is in no row of the inbox";
    return known.inbound.has(sid) ? null : "An acknowledged text stands in no thread";
  }
  if (OF_THE_CALL.includes(door) && !known.callsBySid.has(sid)) return "An acknowledged webhook's call is in no row";
  // Whoever is on the line always gets a sentence from the fallback; what it could not keep, the sweeper finds.
  if (door === "fallback") return null;
  const row = [sid, `voice.${door}`, ...(status ? [status.replaceAll("-", "_")] : [])].join(" ");
  return inbox.has(row) ? null : "An acknowledged webhook is in no row";
}

type Report = { id: string; sid: string; status: string | undefined };

function reportIsLost({ messages }: Known, { id, sid, status }: Report): string | null {
  const message = messages.get(decodeURIComponent(id));
  if (message?.sid !== sid) return "An acknowledged report's text has not its sid";
  // Whatever word the carrier has for a text, it has taken it.
  const reported = Math.max(MESSAGE_RANK[status ?? ""] ?? 0, MESSAGE_RANK.accepted ?? 0);
  const stands = MESSAGE_RANK[message.status] ?? -1;
  return stands < reported ? `An acknowledged report of "${status}" is not in its text's row` : null;
}
