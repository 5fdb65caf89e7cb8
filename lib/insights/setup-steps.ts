import { formatPhone } from "../phone/e164";
import { forwardingNow } from "../phone/setup";
import { REGISTRATION } from "./line-state";
import type { Pulse } from "./workspace-pulse";

export type SetupStep = {
  title: string;
  /** What is so when it is done, what to do when it is not. */
  words: string;
  done: boolean;
  action: { label: string; to: string };
  /** Only owners and admins may see where the action leads. */
  forAdmins?: true;
};

/** What stands between a new workspace and its first text, in order. Registration is slow and can wait beside the rest. */
export function setupSteps({
  line,
  everTexted,
  trade,
  now,
}: Pick<Pulse, "line" | "everTexted" | "trade" | "now">): SetupStep[] {
  const { number, registration } = line;
  const hasNumber = number?.state === "active";
  const registered = registration === "approved" || registration === "not_needed";
  return [
    {
      title: "Your business",
      words: trade ? "Callers know who texts them." : "The name callers see, your trade and your hours. One minute.",
      done: trade !== null,
      action: { label: "Check the details", to: "/onboarding" },
      forAdmins: true,
    },
    {
      title: "Get a number",
      words: hasNumber ? `${formatPhone(number.e164)} is yours.` : "Callers who miss you get their text from it.",
      done: hasNumber,
      action: { label: "Choose a number", to: "/phone" },
    },
    reachStep(line, now),
    {
      title: "Register for texting",
      words: registered
        ? `${REGISTRATION[registration]}.`
        : "Carriers only deliver texts from numbers they know. It can take days, so start it early.",
      done: registered,
      action: { label: "Register", to: "/phone#registration" },
    },
    {
      title: "Get the first text out",
      words: everTexted
        ? "It went out."
        : "Call your number from another phone and let it ring. You should have a text in ten seconds.",
      done: everTexted,
      action: { label: "Check the text", to: "/recovery" },
    },
  ];
}

function reachStep({ number }: Pulse["line"], now: Date): SetupStep {
  if (number?.mode === "direct") {
    return {
      title: "Add the phones that ring",
      words:
        number.phones > 0
          ? `${number.phones === 1 ? "1 phone rings" : `${number.phones} phones ring`} when somebody calls.`
          : "Calls ring there first. Nobody picks up: we text.",
      done: number.phones > 0,
      action: { label: "Add a phone", to: "/phone#phones" },
    };
  }
  const forwarding = number ? forwardingNow(number, now) : "not_started";
  const works = forwarding === "verified" || forwarding === "stale";
  return {
    title: "Forward missed calls",
    words: works
      ? "A forwarded call came through."
      : "Your own line passes on the calls nobody answers. One test call shows that it works.",
    done: works,
    action: { label: "Set up forwarding", to: "/phone#forwarding" },
  };
}
