import { describe, expect, it } from "vitest";
import { classifyOptOut, type OptOutVerdict } from "./opt-out";
import { DOUBTFUL_TEXTS, KEYWORD_VARIANTS, OPT_OUTS } from "./opt-out.cases";
import { KEYWORD_FORMS } from "./opt-out-keywords.cases";
import { OPT_OUT_ROUNDS } from "./opt-out-rounds.cases";
import { ORDINARY_ROUNDS } from "./ordinary-rounds.cases";
import { ORDINARY_TEXTS } from "./ordinary-texts.cases";

const KEYWORDS = [...new Set([...KEYWORD_VARIANTS, ...KEYWORD_FORMS.map(({ text }) => text)])];
const NATURAL = [...OPT_OUTS, ...OPT_OUT_ROUNDS.flatMap(({ texts }) => texts)];
const ORDINARY = [...ORDINARY_TEXTS, ...ORDINARY_ROUNDS.flatMap(({ texts }) => texts)];

const others = (texts: readonly string[], verdict: OptOutVerdict) =>
  texts.filter((text) => classifyOptOut(text).verdict !== verdict);
const are = (texts: readonly string[], verdict: OptOutVerdict) =>
  texts.filter((text) => classifyOptOut(text).verdict === verdict);
const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)} %`;

describe("words that Twilio answers itself", () => {
  it.each([
    ...["STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "REVOKE", "OPTOUT"].map((w) => [w, "opt_out"]),
    ...["START", "UNSTOP"].map((w) => [w, "opt_in"]),
    ...["HELP", "INFO"].map((w) => [w, "help"]),
  ])("%s, in any case and with space around it, is %s", (word, verdict) => {
    for (const body of [
      word,
      word.toLowerCase(),
      ` ${word} `,
      `${word}\n`,
      `${word[0]}${word.slice(1).toLowerCase()}`,
    ]) {
      expect(classifyOptOut(body)).toEqual({ verdict, carrierHandled: true });
    }
  });

  it("YES opts in only who has opted out", () => {
    expect(classifyOptOut("Yes", { optedOut: true })).toEqual({ verdict: "opt_in", carrierHandled: true });
    expect(classifyOptOut("Yes", { optedOut: false })).toEqual({ verdict: "none", carrierHandled: false });
    expect(classifyOptOut("yes")).toEqual({ verdict: "none", carrierHandled: false });
    expect(classifyOptOut("yes please", { optedOut: true }).verdict).toBe("none");
  });
});

describe("words that are ours to answer", () => {
  it.each([
    ["Stop!", "opt_out"],
    ['"STOP"', "opt_out"],
    ["opt out", "opt_out"],
    ["Opt-out", "opt_out"],
    ["STOP please", "opt_out"],
    ["s t o p", "opt_out"],
    ["🛑", "opt_out"],
    ["wrong number", "opt_out"],
    ["ok stop", "opt_out"],
    ["make it stop", "doubtful"],
    ["I'm done", "doubtful"],
    ["Start.", "opt_in"],
    ["help!", "help"],
    ["help, my basement is flooding", "none"],
    ["", "none"],
    ["   ", "none"],
    ["👍", "none"],
    ["1", "none"],
  ])("%j is %s", (body, verdict) => {
    expect(classifyOptOut(body)).toEqual({ verdict, carrierHandled: false });
  });
});

describe("measured on the labelled texts", () => {
  it("there are enough of them, each only once", () => {
    expect(KEYWORDS.length).toBeGreaterThanOrEqual(400);
    expect(NATURAL.length).toBeGreaterThanOrEqual(1_000);
    expect(ORDINARY.length).toBeGreaterThanOrEqual(1_000);
    const all = [...KEYWORD_VARIANTS, ...NATURAL, ...DOUBTFUL_TEXTS, ...ORDINARY];
    expect(all.filter((text, index) => all.indexOf(text) !== index)).toEqual([]);
  });

  it("recognises at least 98 % of keyword variants and of natural opt-outs", () => {
    process.stdout.write(
      `\nopt-out recall: keyword variants ${percent(are(KEYWORDS, "opt_out").length, KEYWORDS.length)} of ` +
        `${KEYWORDS.length}, sentences ${percent(are(NATURAL, "opt_out").length, NATURAL.length)} of ${NATURAL.length}\n`,
    );
    expect(others(KEYWORDS, "opt_out").slice(Math.floor(KEYWORDS.length * 0.02))).toEqual([]);
    expect(others(NATURAL, "opt_out").slice(Math.floor(NATURAL.length * 0.02))).toEqual([]);
  });

  it("raises a false alarm on at most 2 % of ordinary texts", () => {
    const alarms = are(ORDINARY, "opt_out");
    const doubts = are(ORDINARY, "doubtful");
    process.stdout.write(
      `\nopt-out false alarms: ${percent(alarms.length, ORDINARY.length)}, doubtful ` +
        `${percent(doubts.length, ORDINARY.length)} of ${ORDINARY.length} ordinary texts\n`,
    );
    expect([...alarms, ...doubts].slice(Math.floor(ORDINARY.length * 0.02))).toEqual([]);
  });

  it("says what it made of each round before the rules had seen it", () => {
    for (const { round, written, unseen, texts } of OPT_OUT_ROUNDS) {
      const ordinary = ORDINARY_ROUNDS.find((one) => one.round === round);
      if (!ordinary) throw new Error("Each round has both kinds");
      const alarms = `${ordinary.unseen.optOut} alarms and ${ordinary.unseen.doubtful} doubts in ${ordinary.unseen.of}`;
      process.stdout.write(
        `\nopt-out round ${round} (${written}): unseen ${percent(unseen.optOut, unseen.of)} taken, ` +
          `${percent(unseen.doubtful, unseen.of)} asked about, ${alarms} ordinary; now ` +
          `${percent(are(texts, "opt_out").length, texts.length)}\n`,
      );
      expect(texts.length).toBeGreaterThan(80);
    }
  });

  it("asks a person about every doubtful text", () => {
    expect(others(DOUBTFUL_TEXTS, "doubtful")).toEqual([]);
  });
});

it("answers even a long and hostile text", () => {
  for (const piece of ["stop the ", "dont want to ", "take my off ", "s t o p ", "no me ", "remove ", "a", "wrong "]) {
    expect(classifyOptOut(piece.repeat(Math.ceil(1600 / piece.length)).slice(0, 1600))).toBeDefined();
  }
});
