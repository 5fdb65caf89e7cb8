import { ACTIVE_MINUTES, CAPS, QUIET_DAYS, REGIONS, type SettingsChange, WAIT_MINUTES } from "./settings-parts";
import { checkNotice, checkTextBack, type WordingProblem } from "./text-back";

/** What is wrong with a section, per field. */
export function settingsErrors(change: SettingsChange, business: string): Record<string, string> {
  switch (change.part) {
    case "switch":
      return {};
    case "text":
      return worst("template", checkTextBack(change.template, { business }));
    case "notice":
      return worst("notice", checkNotice(change.notice, { business }));
    case "wait":
      return {
        ...outside("coolDownMinutes", change.coolDownMinutes, { ...WAIT_MINUTES, words: "Wait 5 minutes to 30 days." }),
        ...outside("activeConversationMinutes", change.activeConversationMinutes, {
          ...ACTIVE_MINUTES,
          words: "Enter 5 minutes to 24 hours.",
        }),
        ...outside("quietAfterDays", change.quietAfterDays, { ...QUIET_DAYS, words: "Enter 1 to 30 days." }),
      };
    case "hours":
      return hoursErrors(change.textingHours);
    case "limits":
      return {
        ...(change.regions.length === 0 ? { regions: "Choose at least one country, or nobody can be texted." } : {}),
        ...(change.regions.every((code) => REGIONS.some((region) => region.code === code))
          ? {}
          : { regions: "Choose countries from the list." }),
        ...outside("hourlyCallerCap", change.hourlyCallerCap, {
          least: 1,
          most: CAPS.hourly,
          words: `Enter 1 to ${CAPS.hourly} callers.`,
        }),
        ...outside("dailyCallerCap", change.dailyCallerCap, {
          least: 1,
          most: CAPS.daily,
          words: `Enter 1 to ${CAPS.daily} callers.`,
        }),
        ...outside("dailySpendCapCents", change.dailySpendCapCents, {
          least: 1,
          most: CAPS.spendCents,
          words: "Enter an amount up to $500.",
        }),
      };
  }
}

function worst(field: string, problems: WordingProblem[]): Record<string, string> {
  const error = problems.find(({ level }) => level === "error");
  return error ? { [field]: error.words } : {};
}

type Bounds = { least: number; most: number; words: string };

function outside(field: string, value: number, { least, most, words }: Bounds): Record<string, string> {
  return Number.isInteger(value) && value >= least && value <= most ? {} : { [field]: words };
}

const DAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"] as const;

function hoursErrors(hours: Extract<SettingsChange, { part: "hours" }>["textingHours"]): Record<string, string> {
  const errors: Record<string, string> = {};
  if (hours.length !== 7) return { textingHours: "Set the hours of all seven days." };
  for (const [day, spans] of hours.entries()) {
    for (const { from, to } of spans) {
      if (!isTime(from) || !isTime(to)) errors[`day${day}`] = `${DAYS[day]}: enter both times.`;
      // Past midnight is the night, when nobody is texted of our own accord.
      else if (from >= to) errors[`day${day}`] = `${DAYS[day]}: the end has to be after the start.`;
    }
  }
  if (hours.every((spans) => spans.length === 0)) {
    errors.textingHours = "Open at least one day. To stop texting altogether, use the switch at the top.";
  }
  return errors;
}

function isTime(clock: string): boolean {
  return clock === "24:00" || /^([01]\d|2[0-3]):[0-5]\d$/.test(clock);
}
