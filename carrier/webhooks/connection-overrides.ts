export interface ConnectionOverrides {
  /** The URL as requested and signed: without its fragment. */
  url: string;
  connectMs: number;
  readMs: number;
  totalMs: number;
  retries: number;
  retryOn: ReadonlySet<string>;
}

const HARD_LIMIT_MS = 15_000;

/** Reads the connection overrides out of a URL's fragment: `#ct=2000&rt=5000&rc=2&rp=ct,rt,5xx`. */
export function connectionOverrides(address: string): ConnectionOverrides {
  const [url = "", fragment = ""] = address.split("#", 2);
  const wanted = new URLSearchParams(fragment);
  const within = (name: string, [low, high, otherwise]: [number, number, number]) => {
    const text = wanted.get(name);
    const value = text === null || text.trim() === "" ? Number.NaN : Number(text);
    return Number.isInteger(value) ? Math.min(high, Math.max(low, value)) : otherwise;
  };
  const policy = (wanted.get("rp") ?? "ct").split(",").map((word) => word.trim());
  return {
    url,
    connectMs: within("ct", [100, 10_000, 5_000]),
    readMs: within("rt", [100, HARD_LIMIT_MS, HARD_LIMIT_MS]),
    totalMs: within("tt", [100, HARD_LIMIT_MS, HARD_LIMIT_MS]),
    retries: within("rc", [0, 5, 1]),
    retryOn: new Set(policy.includes("all") ? ["ct", "rt", "4xx", "5xx"] : policy),
  };
}
