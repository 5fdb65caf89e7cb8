import type { Replacement } from "./copy-project";
import type { Play } from "./play";

export type Mutant = {
  /** What is taken away, as it is named on the command line. */
  name: string;
  replacements: Replacement[];
  what: Play;
  /** Any of these has to be violated without it: a run can also fail for being slow. */
  breaks: string[];
};

const FROZEN: Play = { scenario: "frozen-before-request", seed: "1", scale: 0.08 };

/** What makes one text of two calls, two workers, two requests, two sleepers and two webhooks: each taken away by itself. */
export const MUTANTS: readonly Mutant[] = [
  {
    name: "slot",
    replacements: [
      {
        file: "lib/leads/caller-slot.ts",
        anchor: `
  insert into caller_slots (workspace_id, caller_e164) values ($1, $2)
  on conflict (workspace_id, caller_e164) do update set caller_e164 = excluded.caller_e164`,
        instead: "select $1::uuid, $2::text",
      },
      // The row that the lock would have made, written without waiting for anybody else's decision.
      {
        file: "lib/recovery/recover-missed-call.ts",
        anchor: "updateOf(callerSlots, { workspaceId, callerE164 }, { pendingMessageId: messageId })",
        instead: `{
          text: "insert into caller_slots (workspace_id, caller_e164, pending_message_id) values ($1, $2, $3) " +
            "on conflict (workspace_id, caller_e164) do update set pending_message_id = excluded.pending_message_id",
          values: [workspaceId, callerE164, messageId],
        }`,
      },
    ],
    what: { scenario: "known-callers", seed: "1", scale: 0.008 },
    breaks: ["I3"],
  },
  {
    name: "fence",
    replacements: [
      {
        file: "lib/conversations/last-check.ts",
        anchor: " and m.fence = $" + "{fence}",
        instead: "",
      },
      {
        file: "lib/conversations/last-check.ts",
        anchor: "m.fence <> $" + "{fence} or ",
        instead: "",
      },
      { file: "lib/conversations/take-message.ts", anchor: "    eq(messages.fence, fence),\n", instead: "" },
    ],
    what: FROZEN,
    breaks: ["I2", "I3"],
  },
  {
    name: "settle time",
    replacements: [
      {
        file: "lib/conversations/settle-message.ts",
        anchor: "export const SETTLE_SECONDS = 30;",
        instead: "export const SETTLE_SECONDS = 0;",
      },
    ],
    what: FROZEN,
    breaks: ["I2", "I3"],
  },
  {
    name: "age of the last check",
    replacements: [
      {
        file: "lib/conversations/send-message.ts",
        anchor: "const LATEST_START_MS = 5_000;",
        instead: "const LATEST_START_MS = 500_000;",
      },
    ],
    what: { scenario: "long-freezes", seed: "1", scale: 0.05 },
    breaks: ["I2", "I3"],
  },
  {
    // Not the recovery's own: a call that is one row is decided under that row's lock, where a second recovery never comes
    // up. It is the call's key that makes one call of webhooks that come at once.
    name: "unique key",
    replacements: [
      {
        file: "db/migrations/0001_rows.sql",
        anchor: 'CREATE UNIQUE INDEX "calls_provider_sid"',
        instead: 'CREATE INDEX "calls_provider_sid"',
      },
    ],
    what: { scenario: "webhooks-at-once", seed: "1", scale: 0.01 },
    breaks: ["I1"],
  },
];
