export type TextMeasure = {
  /** As carriers count: GSM-7 extension characters weigh two, and so does an emoji in Unicode. */
  characters: number;
  encoding: "gsm7" | "unicode";
  segments: number;
};

const GSM_BASIC = new Set(
  "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà",
);
const GSM_EXTENSION = new Set("^{}\\[~]|€\f");

const LOOK_ALIKES: readonly (readonly [RegExp, string])[] = [
  [/[\u2018\u2019\u201A\u201B\u2032\u02BC\u00B4`]/g, "'"],
  [/[\u201C\u201D\u201E\u201F\u2033\u00AB\u00BB]/g, '"'],
  [/[\u2010-\u2015\u2212]/g, "-"],
  [/\u2026/g, "..."],
  [/[\u00A0\u2000-\u200A\u202F\u205F\u3000]/g, " "],
  [/[\u200B\u2060\uFEFF\u00AD]/g, ""],
];

/** Replaces the typographic look-alikes that would switch a whole text to Unicode and double its price. */
export function straighten(body: string): string {
  return LOOK_ALIKES.reduce((text, [pattern, plain]) => text.replace(pattern, plain), body.normalize("NFC"));
}

export function measureText(body: string): TextMeasure {
  const characters = [...body];
  const gsm = characters.every((c) => GSM_BASIC.has(c) || GSM_EXTENSION.has(c));
  const weights = characters.map((c) => (gsm ? (GSM_EXTENSION.has(c) ? 2 : 1) : c.length));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return {
    characters: total,
    encoding: gsm ? "gsm7" : "unicode",
    segments: total <= (gsm ? 160 : 70) ? Math.min(total, 1) : countParts(weights, gsm ? 153 : 67),
  };
}

/** A character of two units is never cut in half: it moves whole into the next part. */
function countParts(weights: readonly number[], room: number): number {
  let parts = 1;
  let used = 0;
  for (const weight of weights) {
    if (used + weight > room) {
      parts += 1;
      used = 0;
    }
    used += weight;
  }
  return parts;
}
