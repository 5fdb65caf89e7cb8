type Fields = Record<string, string | number | boolean | null | undefined>;

/** What could be a phone number keeps its first and last two digits; ids, whose digits stand among letters, stay whole. */
function mask(value: string): string {
  return value.replace(
    /(?:\+|%2B)\d{7,}|\(\d{3}\) ?\d{3}-\d{4}|(?<![\w-])\d{10,15}(?![\w-])/g,
    (digits) => `${digits.slice(0, 3)}•••${digits.slice(-2)}`,
  );
}

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

/** One JSON line per event; `event` is `noun.verb`. Phone numbers are masked here, so that no caller can forget. */
export const log = {
  info: (event: string, fields: Fields = {}) => write("info", event, fields),
  warn: (event: string, fields: Fields = {}) => write("warn", event, fields),
  error: (event: string, error: unknown, fields: Fields = {}) =>
    write("error", event, { ...fields, error: describe(error) }),
};
