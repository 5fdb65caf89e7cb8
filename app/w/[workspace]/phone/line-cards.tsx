import type { getPhoneLines, PhoneLine } from "@/lib/phone/queries";
import { ForwardingCard } from "./forwarding-card";
import { ModeCard } from "./mode-card";
import { NumberCard } from "./number-card";
import type { PhoneQuery } from "./query";
import { RegistrationCard } from "./registration-card";
import { RingPhonesCard } from "./ring-phones-card";

/** What every card of the page needs besides the number it is about. */
export type LinePage = Pick<
  Awaited<ReturnType<typeof getPhoneLines>>,
  "now" | "registration" | "rights" | "ringing"
> & {
  slug: string;
  canEdit: boolean;
  query: PhoneQuery;
  timeZone: string;
};

export function LineCards({ line, page }: { line: PhoneLine; page: LinePage }) {
  return (
    <>
      <NumberCard line={line} page={page} />
      <ModeCard line={line} page={page} />
      {line.mode === "forwarding" ? <ForwardingCard line={line} page={page} /> : null}
      <RingPhonesCard line={line} page={page} />
      <RegistrationCard page={page} />
    </>
  );
}
