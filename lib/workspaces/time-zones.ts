const COMMON = [
  ["America/New_York", "Eastern, New York"],
  ["America/Chicago", "Central, Chicago"],
  ["America/Denver", "Mountain, Denver"],
  ["America/Phoenix", "Arizona, Phoenix"],
  ["America/Los_Angeles", "Pacific, Los Angeles"],
  ["America/Anchorage", "Alaska, Anchorage"],
  ["Pacific/Honolulu", "Hawaii, Honolulu"],
  ["America/Halifax", "Atlantic, Halifax"],
  ["America/St_Johns", "Newfoundland, St. John's"],
] as const;

export const DEFAULT_TIME_ZONE = "America/Los_Angeles";

/** The zones of the United States and Canada under the names people use, then all others by theirs. */
export function timeZones(): { value: string; label: string }[] {
  const common = new Set<string>(COMMON.map(([value]) => value));
  const others = Intl.supportedValuesOf("timeZone").filter((zone) => !common.has(zone));
  return [
    ...COMMON.map(([value, label]) => ({ value, label })),
    ...others.map((value) => ({ value, label: value.replaceAll("_", " ").replaceAll("/", ", ") })),
  ];
}

export function isTimeZone(zone: string): boolean {
  return timeZones().some(({ value }) => value === zone);
}
