import { Status } from "@/app/ui/status";
import type { PhoneCall } from "./wire";

const ENDINGS: Record<NonNullable<PhoneCall["outcome"]>, string> = {
  completed: "Call ended",
  busy: "Busy",
  "no-answer": "Nobody answered",
  failed: "The call didn't go through",
  canceled: "Hung up while it rang",
  forwarded: "Forwarded",
};

/** Where a call stands. The pulse runs only while a phone rings. */
export function CallState({ call, who }: { call: PhoneCall; who: string }) {
  if (call.state === "ended") {
    return (
      <Status family="quiet" icon="call" detail={who}>
        {ENDINGS[call.outcome ?? "completed"]}
      </Status>
    );
  }
  const words = call.state === "in_call" ? "On the line" : call.role === "caller" ? "Ringing there" : "Ringing";
  return (
    <Status
      family={call.state === "in_call" ? "answer" : "pen"}
      icon={call.state === "in_call" ? "answered" : "ringing"}
      ringing={call.state === "ringing"}
      detail={who}
    >
      {words}
    </Status>
  );
}
