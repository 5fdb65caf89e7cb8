import { countryOf } from "./e164";

type Cost = {
  /** One segment of an outgoing text, with the carriers' fees, in cents. */
  segmentCents: number;
  /** A minute of a call to a phone there, the dearest kind that may be rung, in tenths of a cent. */
  minuteMills: number;
};

/**
 * Estimates for spending limits, each above what US list prices were in 2026; what is really charged stands on the
 * carrier's bill. The countries are those that a workspace can choose.
 */
const COSTS: Record<string, Cost> = {
  US: { segmentCents: 2, minuteMills: 14 },
  CA: { segmentCents: 2, minuteMills: 14 },
  PR: { segmentCents: 6, minuteMills: 30 },
  MX: { segmentCents: 8, minuteMills: 60 },
  GB: { segmentCents: 6, minuteMills: 60 },
  IE: { segmentCents: 10, minuteMills: 100 },
  AU: { segmentCents: 6, minuteMills: 100 },
  NZ: { segmentCents: 12, minuteMills: 100 },
};

/** Of a country that is not in the list: dear, so that a limit is reached early. */
const ELSEWHERE: Cost = { segmentCents: 25, minuteMills: 1000 };

/** What a text may cost, in cents. */
export function textCents(to: string, segments: number): number {
  return segments * costIn(to).segmentCents;
}

/** What one minute of a call to this phone may cost, in tenths of a cent. */
export function minuteMills(to: string): number {
  return costIn(to).minuteMills;
}

function costIn(e164: string): Cost {
  return COSTS[countryOf(e164) ?? ""] ?? ELSEWHERE;
}
