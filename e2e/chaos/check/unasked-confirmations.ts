import type { Violation } from "../history";
import { grouped, type Known } from "./known";

const DAY_MS = 86_400_000;

/** Of I4: an opt-out is confirmed to whoever asked for it by a text, and once a day at most (compliance, rule 8). */
export function unaskedConfirmations(known: Known): Violation[] {
  const { ledger, messages, texts, workspaceOf } = known;
  const keyOf = (ours: string, caller: string) => `${workspaceOf.get(ours) ?? ours} ${caller}`;
  const asked = grouped(
    texts.filter(({ stop }) => stop),
    ({ from, to }) => keyOf(to, from),
  );
  const sent = ledger.filter(
    ({ sid, messageId }) => sid !== null && messages.get(messageId ?? "")?.purpose === "opt_out_confirmation",
  );
  return [...grouped(sent, ({ from, to }) => keyOf(from, to))].flatMap(([key, confirmations]) => {
    const inOrder = confirmations.toSorted((one, other) => one.at - other.at);
    return inOrder.flatMap(({ at, sid }, place): Violation[] => {
      const before = inOrder[place - 1];
      const evidence = [key, sid ?? ""];
      if (before && at - before.at < DAY_MS) return [broken("An opt-out was confirmed twice within a day", evidence)];
      const wish = asked.get(key)?.find((text) => text.at <= at);
      return wish ? [] : [broken("An opt-out was confirmed that nobody had asked for", evidence)];
    });
  });
}

function broken(what: string, evidence: string[]): Violation {
  return { invariant: "I4", what, evidence };
}
