/** The sections of the recovery settings, each saved by itself. */
export type SettingsChange =
  | { part: "switch"; textBackOn: boolean }
  | { part: "text"; template: string }
  | { part: "notice"; noticeOn: boolean; notice: string }
  | {
      part: "wait";
      coolDownMinutes: number;
      activeConversationMinutes: number;
      quietAfterDays: number;
      textVoicemailCalls: boolean;
    }
  | { part: "hours"; textingHours: { from: string; to: string }[][]; replyAnyHour: boolean }
  | {
      part: "limits";
      regions: string[];
      hourlyCallerCap: number;
      dailyCallerCap: number;
      dailySpendCapCents: number;
      lookUpLineType: boolean;
    };

export const WAIT_MINUTES = { least: 5, most: 30 * 24 * 60 } as const;
export const ACTIVE_MINUTES = { least: 5, most: 24 * 60 } as const;
export const QUIET_DAYS = { least: 1, most: 30 } as const;
export const CAPS = { hourly: 500, daily: 5_000, spendCents: 50_000 } as const;

/** Countries a workspace may text. Others need sender papers of their own before a text arrives. */
export const REGIONS = [
  { code: "US", name: "United States" },
  { code: "CA", name: "Canada" },
  { code: "PR", name: "Puerto Rico" },
  { code: "MX", name: "Mexico" },
  { code: "GB", name: "United Kingdom" },
  { code: "IE", name: "Ireland" },
  { code: "AU", name: "Australia" },
  { code: "NZ", name: "New Zealand" },
] as const satisfies readonly { code: string; name: string }[];

/** The usual waits; anything between the least and the most can be typed. */
export const USUAL_WAITS: readonly { minutes: number; words: string }[] = [
  { minutes: 60, words: "1 hour" },
  { minutes: 240, words: "4 hours" },
  { minutes: 720, words: "12 hours" },
  { minutes: 1440, words: "24 hours" },
  { minutes: 4320, words: "3 days" },
  { minutes: 10_080, words: "7 days" },
  { minutes: 43_200, words: "30 days" },
];

/** `45 minutes`, `24 hours`, `3 days` */
export function waitWords(minutes: number): string {
  const [count, unit] =
    minutes % 1440 === 0 && minutes > 1440
      ? [minutes / 1440, "day"]
      : minutes % 60 === 0
        ? [minutes / 60, "hour"]
        : [minutes, "minute"];
  return `${count} ${unit}${count === 1 ? "" : "s"}`;
}
