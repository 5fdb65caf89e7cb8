import type {
  ForwardingState,
  LineType,
  NotRungReason,
  NumberState,
  Outcome,
  Plan,
  RegistrationState,
  RoutingMode,
  SubscriptionStatus,
} from "@/db/enums";
import type { TextingHours } from "@/db/schema/workspaces";

/** Everything the decision looks at, gathered before it is taken and stored with it. `now` is one of the facts. */
export type Facts = {
  now: Date;
  /** A held text whose time has come: its age is counted from the opening, not from the call. */
  heldUntil: Date | null;
  call: {
    outcome: Exclude<Outcome, "failed">;
    startedAt: Date;
    endedAt: Date;
    rangSeconds: number | null;
    /** Why the phones that would have rung did not. */
    notRung: NotRungReason | null;
    answeredBy: string | null;
    secondLeg: boolean;
    declinedByVoice: boolean;
    textVoicemailCalls: boolean;
  };
  line: {
    workspaceActive: boolean;
    /** An operator keeps the workspace from texting; it then is not active either. */
    suspended: boolean;
    numberState: NumberState;
    mode: RoutingMode;
    hasPhones: boolean;
    forwarding: ForwardingState;
    forwardingProvedAt: Date | null;
    pausedUntil: Date | null;
    pausedBy: string | null;
    textBackOn: boolean;
  };
  /** Null on a workspace without AI voice: the check is then left out. */
  voice: { helped: boolean } | null;
  plan: {
    plan: Plan;
    status: SubscriptionStatus;
    trialEndsAt: Date | null;
    graceEndsAt: Date | null;
    callersThisMonth: number;
    callerAlreadyCounted: boolean;
  };
  registration: RegistrationState;
  caller: {
    kind: "phone" | "withheld" | "not_a_phone";
    lineType: LineType | null;
    region: "allowed" | "not_allowed" | "not_a_phone";
    country: string | null;
    ownNumber: boolean;
    spoofed: boolean;
    name: string | null;
  };
  refusals: {
    optedOutAt: Date | null;
    optedOutBy: "caller" | "key_press" | "member" | "carrier" | null;
    blocked: boolean;
    blockedBy: string | null;
    personalContact: boolean;
  };
  conversation: { lastExchangeAt: Date | null; activeMinutes: number };
  coolDown: { lastOpeningAt: Date | null; openingPending: boolean; minutes: number };
  limits: {
    callersThisHour: number;
    hourlyCap: number;
    callersToday: number;
    dailyCap: number;
    spentTodayCents: number;
    /** What this text would cost: the cap is never passed, not even by the last text's second segment. */
    textCents: number;
    dailySpendCapCents: number;
    /** Automatic texts to this caller in the last 24 hours: three at the most (compliance rule 10). */
    automaticToCaller: number;
    /** Texts of all workspaces today, and how many their operator allows. */
    installationTexts: number;
    installationCeiling: number;
  };
  hours: { schedule: TextingHours; timeZone: string; replyAnyHour: boolean };
};
