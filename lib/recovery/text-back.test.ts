import { describe, expect, it } from "vitest";
import { measureText } from "../conversations/segments";
import {
  checkNotice,
  checkTextBack,
  DEFAULT_NOTICE,
  DEFAULT_TEXT_BACK,
  OPT_OUT_WORDS,
  renderNotice,
  renderTextBack,
} from "./text-back";

const business = "Alder & Sons";
const DEFAULT_SENT =
  "Alder & Sons: sorry we missed your call. What can we help with? Reply STOP to opt out, HELP for help.";

describe("renderTextBack", () => {
  it.each([
    [DEFAULT_TEXT_BACK, null, DEFAULT_SENT],
    ["Hi {caller_name}, {business} here.", "Jin", `Hi Jin, Alder & Sons here. ${OPT_OUT_WORDS}`],
    ["Hi {caller_name}, {business} here.", null, `Hi, Alder & Sons here. ${OPT_OUT_WORDS}`],
    ["Hi {caller_name}, {business} here.", "  ", `Hi, Alder & Sons here. ${OPT_OUT_WORDS}`],
    ["{caller_name}, this is {business}.", null, `This is Alder & Sons. ${OPT_OUT_WORDS}`],
    ["{business}: {caller_name}, we missed you.", null, `Alder & Sons: we missed you. ${OPT_OUT_WORDS}`],
    ["{business} – we’re sorry…", null, `Alder & Sons - we're sorry... ${OPT_OUT_WORDS}`],
    ["{business}. Text STOP to end.", null, "Alder & Sons. Text STOP to end."],
    ["{business}. Reply with STOP to end", null, "Alder & Sons. Reply with STOP to end"],
    ["{business}. We can stop by today.", null, `Alder & Sons. We can stop by today. ${OPT_OUT_WORDS}`],
    ["{business} {nonsense}", null, `Alder & Sons {nonsense} ${OPT_OUT_WORDS}`],
    ["{business} for {caller_name}", "{business}", `Alder & Sons for {business} ${OPT_OUT_WORDS}`],
    ["{business}\n\nhello   you", "Jin", `Alder & Sons hello you ${OPT_OUT_WORDS}`],
  ])("renders %j for %j", (template, callerName, sent) => {
    expect(renderTextBack(template, { business, callerName })).toBe(sent);
  });

  it("keeps the default in one plain segment", () => {
    expect(measureText(DEFAULT_SENT)).toMatchObject({ encoding: "gsm7", segments: 1 });
  });
});

describe("checkTextBack", () => {
  it("finds nothing wrong with the default", () => {
    expect(checkTextBack(DEFAULT_TEXT_BACK, { business })).toEqual([]);
  });

  const fine = "{business}: sorry we missed your call. What do you need?";
  it.each([
    ["", "empty", "error"],
    ["Sorry we missed your call. What do you need?", "business_missing", "error"],
    [`${fine} {name}`, "unknown_placeholder", "error"],
    [`${fine} {busines`, "open_placeholder", "error"],
    [`${fine} https://alder.example`, "link", "error"],
    [`${fine} www.alder.example`, "link", "error"],
    [`${fine} Book at aldersons.com`, "link", "error"],
    [`${fine} Visits from $89.`, "price", "error"],
    [`${fine} Visits from 89 dollars.`, "price", "error"],
    [`${fine} 10% off today.`, "offer", "error"],
    [`${fine} Ask about our discount.`, "offer", "error"],
    [`${fine} Free estimate.`, "offer", "error"],
    [`${fine} 👋`, "emoji", "error"],
    [`${fine} ${"Tell us more. ".repeat(25)}`, "too_long", "error"],
    [`${fine} ${"Tell us more. ".repeat(7)}`, "two_texts", "warning"],
    ["{business}: sorry we missed your call.", "question_missing", "warning"],
    ["{business} here. What do you need?", "reason_missing", "warning"],
    [`${fine} Où?`, "stop_missing", "warning"],
    [`${fine} Dígame.`, "unicode", "warning"],
    [fine, "stop_missing", "warning"],
  ])("finds in %j: %s", (template, problem, level) => {
    expect(checkTextBack(template, { business })).toContainEqual(expect.objectContaining({ problem, level }));
  });

  it.each([
    "Alder & Sons: we missed your call. Feel free to tell us what you need? Reply STOP to opt out.",
    "{business}: sorry we missed your call, {caller_name}. How soon do you need us? Reply STOP to opt out.",
    "{business}: “sorry” we missed your call – what’s up? Reply STOP to opt out.",
  ])("lets %j pass", (template) => {
    expect(checkTextBack(template, { business })).toEqual([]);
  });

  it("puts errors first", () => {
    const levels = checkTextBack("Hello $5", { business }).map(({ level }) => level);
    expect(levels).toEqual([...levels].toSorted());
  });
});

describe("the spoken notice", () => {
  it("says the business and keeps to five seconds", () => {
    const spoken = renderNotice(DEFAULT_NOTICE, { business });
    expect(spoken).toBe("Sorry we missed you, this is Alder & Sons. We're texting you now. Press 9 for no text.");
    expect(spoken.length).toBeLessThanOrEqual(90);
    expect(checkNotice(DEFAULT_NOTICE, { business })).toEqual([]);
  });

  it.each([
    ["", "empty", "error"],
    ["Sorry we missed you, this is {business}.", "press_9_missing", "error"],
    ["Sorry we missed you. Press 9 for no text.", "business_missing", "error"],
    ["{business} missed you, {caller_name}. Press 9 for no text.", "unknown_placeholder", "error"],
    [`{business}. ${"We are sorry. ".repeat(6)}Press 9 for no text.`, "too_long", "error"],
  ])("finds in %j: %s", (template, problem, level) => {
    expect(checkNotice(template, { business })).toContainEqual(expect.objectContaining({ problem, level }));
  });

  it("only warns when a long business name makes it long", () => {
    expect(checkNotice(DEFAULT_NOTICE, { business: "Northside Family Dental and Orthodontics" })).toEqual([
      expect.objectContaining({ problem: "long", level: "warning" }),
    ]);
  });
});
