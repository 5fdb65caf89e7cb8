import { maskedBeginning } from "./mask";

type Fields = Record<string, string | number | boolean | null | undefined>;

const LONGEST_FIELD = 1_000;
const LONGEST_ERROR = 6_000;
const LONGEST_NAME = 100;
const LONGEST_MESSAGE = 2_000;
const LONGEST_STACK = 3_000;
const MOST_CAUSES = 4;

function write(level: "info" | "warn" | "error", event: string, fields: Fields, error?: unknown): void {
  const safe = Object.fromEntries(
    Object.entries(fields).map(([key, value]) => [
      key,
      typeof value === "string" ? maskedBeginning(value, LONGEST_FIELD) : value,
    ]),
  );
  const described = error === undefined ? {} : { error: maskedBeginning(describe(error), LONGEST_ERROR) };
  process.stdout.write(`${JSON.stringify({ at: new Date().toISOString(), level, event, ...safe, ...described })}\n`);
}

/**
 * The message, where it was thrown, and the same of its causes. What follows `params:` in a failed statement's message is
 * what people wrote, and stays out.
 */
function describe(error: unknown, depth = 0): string {
  if (!isErrorLike(error)) return typeof error === "object" ? "an object without a message" : String(error);
  const [own = ""] = String(error.message).split("\nparams:", 1);
  const cause =
    error.cause === undefined || depth === MOST_CAUSES ? "" : `\ncaused by ${describe(error.cause, depth + 1)}`;
  const name = String(error.name).slice(0, LONGEST_NAME);
  return [`${name}: ${maskedBeginning(own, LONGEST_MESSAGE)}`, ...frames(error.stack)].join("\n") + cause;
}

type ErrorLike = { name?: unknown; message: unknown; stack?: unknown; cause?: unknown };

/** Libraries also hand out plain copies of errors. */
function isErrorLike(error: unknown): error is ErrorLike {
  return typeof error === "object" && error !== null && "message" in error;
}

/** They stand at the end of the stack, after the message. */
function frames(stack: unknown): string[] {
  const lines = String(stack ?? "")
    .slice(-LONGEST_STACK)
    .split("\n");
  return lines.slice(1).filter((line) => line.startsWith("    at "));
}

/**
 * One JSON line per event; `event` is `noun.verb`. Phone numbers and secrets are masked here and long texts cut, so that no
 * caller can forget.
 */
export const log = {
  info: (event: string, fields: Fields = {}) => write("info", event, fields),
  warn: (event: string, fields: Fields = {}) => write("warn", event, fields),
  error: (event: string, error: unknown, fields: Fields = {}) =>
    write("error", event, fields, error ?? "no error given"),
};
