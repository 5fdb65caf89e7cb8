import { TZDate } from "@date-fns/tz";
import { ZONE } from "./people";

export type Moments = {
  now: Date;
  /** Today's, Sunday being 0. */
  weekday: number;
  /** So many minutes before now. */
  ago: (minutes: number) => Date;
  /** A time of day in Portland, so many days before today; a negative number lies ahead. */
  day: (daysAgo: number, clock: string) => Date;
};

export function momentsAround(now: Date): Moments {
  const today = new TZDate(now, ZONE);
  return {
    now,
    weekday: today.getDay(),
    ago: (minutes) => new Date(now.getTime() - minutes * 60_000),
    day: (daysAgo, clock) => {
      const [hour = 0, minute = 0, second = 0] = clock.split(":").map(Number);
      const date = new TZDate(
        today.getFullYear(),
        today.getMonth(),
        today.getDate() - daysAgo,
        hour,
        minute,
        second,
        ZONE,
      );
      return new Date(date.getTime());
    },
  };
}
