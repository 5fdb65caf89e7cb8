type Fields = Record<string, string | number | boolean | null | undefined>;

/** What could be a phone number keeps its first and last two digits; ids, whose digits stand among letters, stay whole. */
function mask(value: string): string {
  return value.replace(
    /\+\d{7,}|(?<![\w-])\d{10,15}(?![\w-])/g,
    (digits) => `${digits.slice(0, 3)}•••${digits.slice(-2)}`,
  );
}

function write(level: "info" | "warn" | "error", event: string, fields: Fields): void {
  const safe = Object.fromEntries(
    Object.entries(fields).map(([key, value]) => [key, typeof value === "string" ? mask(value) : value]),
  );
  process.stdout.write(`${JSON.stringify({ at: new Date().toISOString(), level, event, ...safe })}\n`);
}

/** One JSON line per event; `event` is `noun.verb`. Phone numbers are masked here, so that no caller can forget. */
export const log = {
  info: (event: string, fields: Fields = {}) => write("info", event, fields),
  warn: (event: string, fields: Fields = {}) => write("warn", event, fields),
  error: (event: string, error: unknown, fields: Fields = {}) =>
    write("error", event, {
      ...fields,
      error: error instanceof Error ? (error.stack ?? error.message) : String(error),
    }),
};
