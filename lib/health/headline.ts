import { plural } from "../format/count";
import type { HealthFacts } from "./health-facts";
import { PART_NAMES } from "./health-words";
import type { Judged, Part } from "./judge-health";

/** What the page says first: whether callers are being texted, then what else is wrong. */
export function headline(judged: Judged[], { carrier, sendingStoppedAt }: HealthFacts): string {
  const failing = judged.filter(({ level }) => level === "failing");
  const stopper = sendingStoppedAt ? "stopped" : TEXTING.find((part) => failing.some((one) => one.part === part));
  const others = failing.filter(({ part }) => part !== stopper);
  if (!stopper && carrier.account === "none")
    return ["No caller is texted yet.", also(others)].filter(Boolean).join(" ");
  const first = stopper ? STOPPED[stopper] : "Callers are being texted.";
  return [first, also(others)].filter(Boolean).join(" ");
}

/** The parts without which no text goes out, the nearest cause first. */
const TEXTING = ["database", "worker", "carrier", "queue"] as const;

const STOPPED: Record<(typeof TEXTING)[number] | "stopped", string> = {
  stopped: "Nothing is being sent.",
  database: "Callers may not be texted: the database is behind.",
  worker: "Callers aren't being texted: no worker runs.",
  carrier: "Callers aren't being texted: the carrier account fails.",
  queue: "Callers wait for their texts.",
};

const ALSO: Partial<Record<Part, string>> = {
  mail: "Mail isn't going out.",
  sweep: "Lost webhooks aren't being found.",
  proxy: "The proxy is set up wrong.",
  disk: "The disk is nearly full.",
};

function also(others: Judged[]): string {
  const [first, ...more] = others;
  if (!first) return "";
  if (more.length > 0) return `${plural(others.length, "other part")} ${others.length === 1 ? "fails" : "fail"}.`;
  return ALSO[first.part] ?? `${PART_NAMES[first.part]} fails as well.`;
}
