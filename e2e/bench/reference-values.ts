import { decide } from "@/lib/recovery/decide";
import { TEXTABLE } from "@/lib/recovery/testing/facts";
import { renderTextBack } from "@/lib/recovery/text-back";

/** What a decision to text stores, word for word as large as the app's own. */
export const TRACE = decide(TEXTABLE).trace;
export const FACTS = TEXTABLE;

export const BODY = renderTextBack("{business}: sorry we missed your call. What can we help with?", {
  business: "Alder & Sons",
  callerName: null,
});
