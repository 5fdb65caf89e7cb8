import { receiveVoice } from "@/lib/recovery/intake/receive-voice";

/** Asked when `incoming` failed: the same verb, on a path of its own. */
export function POST(request: Request): Promise<Response> {
  return receiveVoice("incoming", request);
}
