import type { Reason } from "@/db/enums";
import type { TraceEntry } from "@/db/schema/calls";
import type { Facts } from "./facts";
import { GATE } from "./gate";
import { RULES, type Verdict } from "./rules";

export type Decision =
  | { verdict: "text"; reason: null; trace: TraceEntry[] }
  | { verdict: "skip"; reason: Reason; trace: TraceEntry[] }
  | { verdict: "hold"; reason: Reason; until: Date; trace: TraceEntry[] };

const PASSED_BY_OPENINGS = RULES.filter(({ check }) => GATE.text_back.includes(check));

/** Whether this caller is texted, and why. Pure: the same facts always give the same answer and the same trace. */
export function decide(facts: Facts): Decision {
  const trace: TraceEntry[] = [];
  let stopped: Extract<Verdict, { is: "stopped" | "held" }> | undefined;
  for (const { check, judge } of PASSED_BY_OPENINGS) {
    const verdict = judge(facts);
    if (verdict.is === "left_out") continue;
    if (stopped) {
      trace.push({ check, verdict: "not_checked", detail: "Not checked" });
      continue;
    }
    trace.push({ check, verdict: verdict.is === "passed" ? "passed" : "stopped", detail: verdict.detail });
    if (verdict.is !== "passed") stopped = verdict;
  }
  if (!stopped) return { verdict: "text", reason: null, trace };
  if (stopped.is === "held") return { verdict: "hold", reason: stopped.reason, until: stopped.until, trace };
  return { verdict: "skip", reason: stopped.reason, trace };
}

/** Whether a missed call that ends so still makes or touches the caller's lead (product section 3). */
export const KEEPS_LEAD: Record<Reason, boolean> = {
  answered: false,
  answered_by_voicemail: false,
  workspace_inactive: false,
  line_paused: true,
  setup_incomplete: true,
  forwarding_unverified: true,
  text_back_off: true,
  already_processed: false,
  voice_recovery_completed: true,
  billing_inactive: true,
  plan_without_text_back: true,
  usage_exhausted: true,
  texting_not_registered: true,
  caller_id_withheld: false,
  landline: true,
  not_a_phone: true,
  region_not_allowed: true,
  own_number: false,
  suspected_spoof: true,
  opted_out: true,
  declined_by_voice: true,
  blocked: false,
  personal_contact: false,
  conversation_active: true,
  within_cool_down: true,
  rate_capped: true,
  too_late: true,
  outside_texting_hours: true,
};
