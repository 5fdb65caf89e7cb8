import type { Party } from "./party";
import { PhoneCall } from "./phone-call";

/** Connects two ends until one of them hangs up or the line is cut; then both are hung up on. */
export async function bridge(caller: Party, callee: Party, cut?: AbortSignal): Promise<void> {
  for (const end of [caller, callee]) if (end instanceof PhoneCall) end.connected();
  caller.hear("connected", "Connected");
  callee.hear("connected", "Connected");
  if (callee.greeting) caller.hear("said", callee.greeting);
  await new Promise<void>((resolve) => {
    caller.whenGone(resolve);
    callee.whenGone(resolve);
    cut?.addEventListener("abort", () => resolve(), { once: true });
  });
  callee.hangUp();
}
