import type { Network } from "../network";
import { AUTO_REPLIES, keywordIn } from "./keywords";
import { type IncomingText, receiveMessage } from "./receive-message";

/**
 * Somebody on the network sends a text. Sent to a number of the account, Twilio's own keywords take effect at once,
 * before the app hears of it.
 * @returns the sid of the account's message, if it went to the account
 */
export function sendText(network: Network, text: IncomingText): string | null {
  const now = Date.now();
  const shown = { body: text.body, mediaCount: text.mediaCount, at: now };
  if (!network.state.numbers.has(text.to)) {
    network.state.addText(text.from, { ...shown, direction: "out", with: text.to, messageSid: null });
    network.state.addText(text.to, { ...shown, direction: "in", with: text.from, messageSid: null });
    return null;
  }
  const autoReply = applyKeyword(network, text);
  const { sid } = receiveMessage(network, text);
  network.state.addText(text.from, { ...shown, direction: "out", with: text.to, messageSid: sid });
  if (autoReply) {
    network.ledger.write("auto_reply", { from: text.to, to: text.from, body: autoReply });
    network.state.addText(text.from, {
      direction: "in",
      with: text.to,
      body: autoReply,
      mediaCount: 0,
      at: now,
      messageSid: null,
    });
  }
  return sid;
}

/** @returns what the network itself answers; repeated STOPs and STARTs are not answered again */
function applyKeyword(network: Network, text: IncomingText): string | undefined {
  const keyword = keywordIn(text.body);
  const pair = { recipient: text.from, sender: text.to };
  const isOut = network.state.hasOptedOut(text.from, text.to);
  if (keyword === "stop" && !isOut) {
    network.state.setOptedOut(pair, true);
    return AUTO_REPLIES.stop;
  }
  if (keyword === "start" && isOut) {
    network.state.setOptedOut(pair, false);
    return AUTO_REPLIES.start;
  }
  return keyword === "help" ? AUTO_REPLIES.help : undefined;
}
