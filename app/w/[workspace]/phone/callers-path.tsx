import type { ReactNode } from "react";
import type { IconName } from "@/app/ui/icons";
import { Icon } from "@/app/ui/lucide-icon";
import { PhoneNumber } from "@/app/ui/phone-number";
import { formatPhone } from "@/lib/phone/e164";
import { findForwardingCarrier } from "@/lib/phone/forwarding-codes";
import type { PhoneLine } from "@/lib/phone/queries";
import { renderTextBack } from "@/lib/recovery/text-back";

type Step = { icon: IconName; title: string; detail: ReactNode; missed?: boolean };

/** What happens to a missed call, from the caller's side, with the workspace's own number and words. */
export function CallersPath({ line, business, template }: { line: PhoneLine; business: string; template: string }) {
  return (
    <section aria-labelledby="callers-path" className="rounded-lg bg-desk p-5 md:p-6">
      <h2 id="callers-path" className="mb-5 text-section">
        What your callers get
      </h2>
      <ol className="grid gap-5">
        {stepsOf(line).map((step) => (
          <li
            key={step.title}
            className="relative flex gap-3.5 before:absolute before:top-10 before:-bottom-5 before:left-[19px] before:w-[1.5px] before:bg-line-strong last:before:hidden"
          >
            <span
              className={`grid size-10 shrink-0 place-items-center rounded-full border ${step.missed ? "border-slip bg-slip text-slip-text" : "border-line-strong bg-surface"}`}
            >
              <Icon name={step.icon} size={18} />
            </span>
            <div className="min-w-0 pt-1.5">
              <p className="font-semibold text-touch">{step.title}</p>
              <p className="text-control text-ink-2">{step.detail}</p>
              {step.icon === "texted" ? (
                <p className="mt-2 rounded-xl rounded-bl-[4px] bg-pen-tint px-3.5 py-2.5 text-control shadow-[inset_0_0_0_1px] shadow-pen/22 [overflow-wrap:anywhere]">
                  {renderTextBack(template, { business, callerName: null })}
                </p>
              ) : null}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

function stepsOf(line: PhoneLine): Step[] {
  const number = <PhoneNumber plain e164={line.e164} display={formatPhone(line.e164)} />;
  const texted: Step = { icon: "texted", title: "They get your text", detail: <>From {number}, in seconds.</> };
  if (line.mode === "direct") {
    return [
      { icon: "ringing", title: "A customer calls you", detail: <>{number}, your public number.</> },
      { icon: "call", title: "Your phones ring", detail: `For ${line.ringSeconds} seconds. Pick up and press 1.` },
      {
        icon: "missed",
        title: "Nobody picks up",
        detail: "They hear one short sentence, if you want one.",
        missed: true,
      },
      texted,
    ];
  }
  const business = line.businessLineE164 ? (
    <PhoneNumber plain e164={line.businessLineE164} display={formatPhone(line.businessLineE164)} />
  ) : (
    "Your number"
  );
  const carrier = findForwardingCarrier(line.carrier);
  const who = carrier && carrier.id !== "other" ? carrier.name.replace(/ \(.*/, "") : "Your phone company";
  return [
    { icon: "ringing", title: "A customer calls you", detail: <>{business}, the number they know.</> },
    {
      icon: "call",
      title: "Your phone rings first",
      detail: "As it always has. Pick up and Ringback stays out of it.",
    },
    {
      icon: "missed",
      title: "You can't pick up",
      detail: (
        <>
          {who} passes the call to {number}.
        </>
      ),
      missed: true,
    },
    texted,
  ];
}
