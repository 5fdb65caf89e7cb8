import { Slip, SlipLine, SlipTick, SlipTicks } from "@/app/ui/slip";
import { Time } from "@/app/ui/time";
import { formatClock, formatDay, formatFullMoment } from "@/lib/format/time";
import { formatPhone } from "@/lib/phone/e164";
import { resultKind } from "@/lib/recovery/explain-result";
import type { CallDetails } from "@/lib/recovery/queries-call";
import { callerTitle } from "./caller-words";

type CallSlipProps = { call: CallDetails; business: string; timeZone: string };

export function CallSlip({ call, business, timeZone }: CallSlipProps) {
  const { startedAt, name, callerE164, now } = call;
  const full = formatFullMoment(startedAt, timeZone);
  const kind = resultKind(call.told);
  return (
    <Slip>
      <SlipLine
        entries={[
          { label: "To", value: business },
          {
            label: "Date",
            end: true,
            value: (
              <Time at={startedAt} title={full} className="whitespace-nowrap">
                {formatDay(startedAt, now, timeZone)}
              </Time>
            ),
          },
          {
            label: "Time",
            end: true,
            value: <span className="whitespace-nowrap">{formatClock(startedAt, timeZone)}</span>,
          },
        ]}
      />
      <SlipLine entries={[{ label: "From", value: callerTitle(call), large: true }]} />
      {name && callerE164 ? (
        <SlipLine
          entries={[{ label: "Phone", value: <span className="whitespace-nowrap">{formatPhone(callerE164)}</span> }]}
        />
      ) : null}
      <SlipTicks>
        <SlipTick ticked>Telephoned</SlipTick>
        <SlipTick ticked={call.state === "voicemail"}>Left a voicemail</SlipTick>
        <SlipTick ticked={call.calledBefore}>Called before</SlipTick>
        <SlipTick ticked={kind === "texted"}>We texted back</SlipTick>
      </SlipTicks>
    </Slip>
  );
}
