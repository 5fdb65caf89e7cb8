import type { LiveCall } from "../calls/live-call";
import { TwimlError, type TwimlNode, wholeNumber } from "./parse";

const CHARACTERS_PER_SECOND = 15;
const PLAY_SECONDS = 3;
/** Twilio repeats "forever" with loop="0"; a network that must come to rest does not. */
const MOST_LOOPS = 20;

/** Says, plays or waits, and takes as long as that takes. */
export async function speak(live: LiveCall, node: TwimlNode): Promise<void> {
  if (node.name === "Pause") return live.wait(wholeNumber(node, "length", 1));
  if (node.name !== "Say" && node.name !== "Play") throw new TwimlError(12200, `${node.name} cannot stand here`);
  const loops = wholeNumber(node, "loop", 1) || MOST_LOOPS;
  for (let time = 0; time < loops; time++) {
    if (node.name === "Say") {
      if (node.text === "") return;
      live.remote?.hear("said", node.text);
      await live.wait(node.text.length / CHARACTERS_PER_SECOND);
    } else {
      live.remote?.hear("played", node.text || `keys ${node.attributes.digits ?? ""}`);
      await live.wait(PLAY_SECONDS);
    }
  }
}
