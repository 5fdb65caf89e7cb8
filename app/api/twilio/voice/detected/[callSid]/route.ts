import { receiveVoice } from "@/lib/recovery/intake/receive-voice";

type Context = { params: Promise<{ callSid: string }> };

export async function POST(request: Request, { params }: Context): Promise<Response> {
  return receiveVoice("detected", request, (await params).callSid);
}
