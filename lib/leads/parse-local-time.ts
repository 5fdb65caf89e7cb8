import { TZDate } from "@date-fns/tz";

const LONGEST = 40;

/** What a date-and-time field holds, on the wall clock of a zone; null for nothing or nonsense. */
export function parseLocalTime(typed: string, timeZone: string): Date | null {
  if (typed.length > LONGEST) return null;
  const match = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2}))?$/.exec(typed.trim());
  if (!match) return null;
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0] = match.slice(1).map((part) => Number(part ?? 0));
  const at = new TZDate(year, month - 1, day, hour, minute, 0, timeZone);
  return Number.isNaN(at.getTime()) || at.getMonth() !== month - 1 ? null : new Date(at.getTime());
}
