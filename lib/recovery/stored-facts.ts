import { z } from "zod";
import {
  FORWARDING_STATES,
  LINE_TYPES,
  NOT_RUNG_REASONS,
  NUMBER_STATES,
  OUTCOMES,
  PLANS,
  REGISTRATION_STATES,
  ROUTING_MODES,
  SUBSCRIPTION_STATUSES,
} from "../../db/enums";
import type { Facts } from "./facts";

/** Facts as they come back from their row. What an earlier version of Ringback stored differently is null. */
export type StoredFacts = { [Group in keyof Facts]: Facts[Group] | null };

const date = z.union([z.date(), z.iso.datetime({ offset: true }).transform((text) => new Date(text))]);

const groups: { [Group in keyof Facts]: z.ZodType<Facts[Group]> } = {
  now: date,
  heldUntil: date.nullable(),
  call: z.object({
    outcome: z.enum(OUTCOMES).exclude(["failed"]),
    startedAt: date,
    endedAt: date,
    rangSeconds: z.number().nullable(),
    notRung: z.enum(NOT_RUNG_REASONS).nullable().default(null),
    answeredBy: z.string().nullable(),
    secondLeg: z.boolean(),
    declinedByVoice: z.boolean(),
    textVoicemailCalls: z.boolean(),
  }),
  line: z.object({
    workspaceActive: z.boolean(),
    suspended: z.boolean().default(false),
    numberState: z.enum(NUMBER_STATES),
    mode: z.enum(ROUTING_MODES),
    hasPhones: z.boolean(),
    forwarding: z.enum(FORWARDING_STATES),
    forwardingProvedAt: date.nullable(),
    pausedUntil: date.nullable(),
    pausedBy: z.string().nullable(),
    textBackOn: z.boolean(),
  }),
  voice: z.object({ helped: z.boolean() }).nullable(),
  plan: z.object({
    plan: z.enum(PLANS),
    status: z.enum(SUBSCRIPTION_STATUSES),
    trialEndsAt: date.nullable(),
    graceEndsAt: date.nullable(),
    callersThisMonth: z.number(),
    callerAlreadyCounted: z.boolean(),
  }),
  registration: z.enum(REGISTRATION_STATES),
  caller: z.object({
    kind: z.enum(["phone", "withheld", "not_a_phone"]),
    lineType: z.enum(LINE_TYPES).nullable(),
    region: z.enum(["allowed", "not_allowed", "not_a_phone"]),
    country: z.string().nullable(),
    ownNumber: z.boolean(),
    spoofed: z.boolean(),
    name: z.string().nullable(),
  }),
  refusals: z.object({
    optedOutAt: date.nullable(),
    optedOutBy: z.enum(["caller", "key_press", "member", "carrier"]).nullable(),
    blocked: z.boolean(),
    blockedBy: z.string().nullable(),
    personalContact: z.boolean(),
  }),
  conversation: z.object({ lastExchangeAt: date.nullable(), activeMinutes: z.number() }),
  coolDown: z.object({ lastOpeningAt: date.nullable(), openingPending: z.boolean(), minutes: z.number() }),
  limits: z.object({
    callersThisHour: z.number(),
    hourlyCap: z.number(),
    callersToday: z.number(),
    dailyCap: z.number(),
    spentTodayCents: z.number(),
    textCents: z.number().default(0),
    dailySpendCapCents: z.number(),
    automaticToCaller: z.number(),
    installationTexts: z.number().default(0),
    installationCeiling: z.number().default(1),
  }),
  hours: z.object({
    schedule: z.array(z.array(z.object({ from: z.string(), to: z.string() }))),
    timeZone: z.string(),
    replyAnyHour: z.boolean(),
  }),
};

/** Reads facts back from JSON, group by group: what cannot be read costs the amount in a sentence, never the sentence. */
export function readStoredFacts(stored: Record<string, unknown> | null | undefined): StoredFacts {
  const read = <Group extends keyof Facts>(group: Group): Facts[Group] | null => {
    const result = groups[group].safeParse(stored?.[group]);
    return result.success ? result.data : null;
  };
  return {
    now: read("now"),
    heldUntil: read("heldUntil"),
    call: read("call"),
    line: read("line"),
    voice: read("voice"),
    plan: read("plan"),
    registration: read("registration"),
    caller: read("caller"),
    refusals: read("refusals"),
    conversation: read("conversation"),
    coolDown: read("coolDown"),
    limits: read("limits"),
    hours: read("hours"),
  };
}
