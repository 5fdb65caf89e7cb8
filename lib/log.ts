type Fields = Record<string, string | number | boolean | null | undefined>;

const SPACE = String.raw`(?:%20|[\s.+-])`;
/** A number as people and programs write it: its country, its area, in brackets or not, and the rest. */
const SPACED = String.raw`(?:(?:\+|%2B)?\d{1,3}${SPACE})?(?:\(|%28)?\d{3}(?:\)|%29)?${SPACE}{0,2}\d{3}${SPACE}\d{4}`;
const PHONE = new RegExp(String.raw`(?<![\w-])${SPACED}(?![\w-])|(?:\+|%2B)\d{7,}|(?<![\w-])\d{10,15}(?![\w-])`, "gi");

/** What could be a phone number keeps its first and last digits; ids, whose digits stand among letters, stay whole. */
function maskPhones(value: string): string {
  return value.replace(PHONE, (phone) => `${phone.slice(0, 3)}•••${phone.slice(-2)}`);
}

/** Passwords in addresses, credentials in headers and signed tokens, by their looks: errors of libraries repeat them. */
function maskSecrets(value: string): string {
  return value
    .replace(/([a-z][a-z\d+.-]*:\/\/)[^\s/?#]*@/gi, "$1•••@")
    .replace(/\b(basic|bearer)(\s+|%20)[\w.~+/=%-]{6,}/gi, "$1 •••")
    .replace(/\beyJ[\w-]+\.[\w.-]+/g, "•••");
}

const mask = (value: string) => maskPhones(maskSecrets(value));

function write(level: "info" | "warn" | "error", event: string, fields: Fields): void {
  const safe = Object.fromEntries(
    Object.entries(fields).map(([key, value]) => [key, typeof value === "string" ? mask(value) : value]),
  );
  process.stdout.write(`${JSON.stringify({ at: new Date().toISOString(), level, event, ...safe })}\n`);
}

/**
 * The message, where it was thrown, and the same of its cause. What follows `params:` in a failed statement's message is
 * what people wrote, and stays out.
 */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const own = error.message.replace(/\nparams:[\s\S]*$/, "");
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  const cause = error.cause === undefined ? "" : `\ncaused by ${describe(error.cause)}`;
  return [`${error.name}: ${own}`, ...frames].join("\n") + cause;
}

/** One JSON line per event; `event` is `noun.verb`. Phone numbers and secrets are masked here, so that no caller can forget. */
export const log = {
  info: (event: string, fields: Fields = {}) => write("info", event, fields),
  warn: (event: string, fields: Fields = {}) => write("warn", event, fields),
  error: (event: string, error: unknown, fields: Fields = {}) =>
    write("error", event, { ...fields, error: describe(error) }),
};
