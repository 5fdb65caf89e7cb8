import { describe, expect, it } from "vitest";
import { classifyOptOut, type OptOutVerdict } from "./opt-out";
import { DOUBTFUL_TEXTS, KEYWORD_VARIANTS, OPT_OUTS } from "./opt-out.cases";
import { ORDINARY_TEXTS } from "./ordinary-texts.cases";

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
    ["ok stop", "doubtful"],
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
    expect(KEYWORD_VARIANTS.length).toBeGreaterThanOrEqual(120);
    expect(OPT_OUTS.length).toBeGreaterThanOrEqual(160);
    expect(ORDINARY_TEXTS.length).toBeGreaterThanOrEqual(160);
    const all = [...KEYWORD_VARIANTS, ...OPT_OUTS, ...DOUBTFUL_TEXTS, ...ORDINARY_TEXTS];
    expect(all.filter((text, index) => all.indexOf(text) !== index)).toEqual([]);
  });

  it("recognises at least 98 % of keyword variants and of natural opt-outs", () => {
    const keywords = are(KEYWORD_VARIANTS, "opt_out").length;
    const natural = are(OPT_OUTS, "opt_out").length;
    process.stdout.write(
      `\nopt-out recall: keyword variants ${percent(keywords, KEYWORD_VARIANTS.length)} of ${KEYWORD_VARIANTS.length}, ` +
        `sentences ${percent(natural, OPT_OUTS.length)} of ${OPT_OUTS.length}\n`,
    );
    expect(others(KEYWORD_VARIANTS, "opt_out").slice(Math.floor(KEYWORD_VARIANTS.length * 0.02))).toEqual([]);
    expect(others(OPT_OUTS, "opt_out").slice(Math.floor(OPT_OUTS.length * 0.02))).toEqual([]);
  });

  it("raises a false alarm on at most 2 % of ordinary texts", () => {
    const alarms = are(ORDINARY_TEXTS, "opt_out");
    const doubts = are(ORDINARY_TEXTS, "doubtful");
    process.stdout.write(
      `\nopt-out false alarms: ${percent(alarms.length, ORDINARY_TEXTS.length)}, doubtful ` +
        `${percent(doubts.length, ORDINARY_TEXTS.length)} of ${ORDINARY_TEXTS.length} ordinary texts\n`,
    );
    expect([...alarms, ...doubts].slice(Math.floor(ORDINARY_TEXTS.length * 0.02))).toEqual([]);
  });

  it("asks a person about every doubtful text", () => {
    expect(others(DOUBTFUL_TEXTS, "doubtful")).toEqual([]);
  });
});

it("answers quickly even to a long and hostile text", () => {
  const started = performance.now();
  for (const piece of ["stop the ", "dont want to ", "take my off ", "s t o p ", "no me ", "remove ", "a", "wrong "]) {
    classifyOptOut(piece.repeat(Math.ceil(1600 / piece.length)).slice(0, 1600));
  }
  expect(performance.now() - started).toBeLessThan(2000);
});
