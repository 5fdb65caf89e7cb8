import { receiveVoice } from "@/lib/recovery/intake/receive-voice";

export function POST(request: Request): Promise<Response> {
  return receiveVoice("dialed", request);
}
