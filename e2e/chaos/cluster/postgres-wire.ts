import { LAST_CHECK, type Points, SLOT_IN_HAND } from "./points";
import type { Tap } from "./tcp-proxy";

type Frame = { type: string; body: Buffer };

/** Messages of Postgres' protocol out of the pieces in which they arrive. */
class Frames {
  #rest: Buffer = Buffer.alloc(0);
  #untyped: boolean;

  /** @param startsUntyped a client's first message has no type */
  constructor(startsUntyped: boolean) {
    this.#untyped = startsUntyped;
  }

  read(chunk: Buffer): Frame[] {
    let buffer = this.#rest.length > 0 ? Buffer.concat([this.#rest, chunk]) : chunk;
    const frames: Frame[] = [];
    for (;;) {
      const head = this.#untyped ? 0 : 1;
      if (buffer.length < head + 4) break;
      const length = head + buffer.readInt32BE(head);
      if (buffer.length < length) break;
      const type = this.#untyped ? "startup" : String.fromCharCode(buffer[0] ?? 0);
      frames.push({ type, body: buffer.subarray(head + 4, length) });
      buffer = buffer.subarray(length);
      this.#untyped = false;
    }
    this.#rest = buffer;
    return frames;
  }
}

const CLAIM = "claim_messages";
const CHECK = "unknown_since = app_now()";
/** A webhook's last statement. */
const INBOX = "insert into webhooks";
const locksSlot = (text: string) => /^\s*insert into caller_slots\b/i.test(text);
const isFirst = (text: string) => /^\s*begin\b/i.test(text);
const isCommit = (text: string) => /^\s*commit\b/i.test(text);

/** Watches one process's connections to Postgres, which share its points. */
export function postgresTap(points: Points): () => Tap {
  let claimed = false;
  return () => {
    const [fromClient, fromServer] = [new Frames(true), new Frames(false)];
    const statements = new Map<string, string>();
    /** What the server has been asked and not yet answered, in order. */
    const asked: string[] = [];
    let running = "";
    let checked = false;
    let hasSlot = false;
    let rows = 0;

    const onClient = ({ type, body }: Frame): boolean => {
      if (type === "P") statements.set(text(body, 0), text(body, text(body, 0).length + 1));
      if (type === "B") running = statements.get(text(body, text(body, 0).length + 1)) ?? "";
      if (type === "Q") running = text(body, 0);
      if (type === "Q" || type === "S") asked.push(running);
      if (type !== "Q" && type !== "B") return false;
      if (running.includes(CHECK)) checked = true;
      if (isFirst(running)) hasSlot = false;
      if (locksSlot(running)) hasSlot = true;
      if (!isCommit(running)) return false;
      // Goes on its way: whoever stands still now finds the answer when they wake up.
      if (checked) points.reach(LAST_CHECK);
      checked = false;
      return points.reach("before-commit");
    };

    const onServer = ({ type, body }: Frame): boolean => {
      if (type === "D") rows += 1;
      if (type === "C" && text(body, 0) === "COMMIT") return points.reach("committed-unanswered");
      if (type !== "Z") return false;
      const query = asked.shift() ?? "";
      const claim = query.includes(CLAIM) && rows > 0;
      rows = 0;
      if (hasSlot && query.includes(INBOX)) points.reach(SLOT_IN_HAND);
      if (claim && points.reach("claim-unanswered")) return true;
      if (claim && points.isArmed("claimed")) claimed = true;
      return false;
    };

    return (side, chunk) => {
      if (side === "server") return fromServer.read(chunk).map(onServer).includes(true);
      if (claimed) {
        claimed = false;
        if (points.reach("claimed")) return true;
      }
      return fromClient.read(chunk).map(onClient).includes(true);
    };
  };
}

/** A text of the protocol: up to its zero. */
function text(body: Buffer, from: number): string {
  const end = body.indexOf(0, from);
  return body.toString("utf8", from, end < 0 ? body.length : end);
}
