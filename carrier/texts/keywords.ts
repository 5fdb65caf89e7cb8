const STOP = ["STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "REVOKE", "OPTOUT"];
const START = ["START", "YES", "UNSTOP"];
const HELP = ["HELP", "INFO"];

/** Twilio's own opt-out handling: only a text that is one of these words and nothing else. */
export function keywordIn(body: string): "stop" | "start" | "help" | undefined {
  const word = body.trim().toUpperCase();
  if (STOP.includes(word)) return "stop";
  if (START.includes(word)) return "start";
  return HELP.includes(word) ? "help" : undefined;
}

export const AUTO_REPLIES = {
  stop: "You have successfully been unsubscribed. You will not receive any more messages from this number. Reply START to resubscribe.",
  start:
    "You have successfully been re-subscribed to messages from this number. Reply HELP for help. Reply STOP to unsubscribe. Msg&Data Rates May Apply.",
  help: "Reply STOP to unsubscribe. Msg&Data Rates May Apply.",
};
