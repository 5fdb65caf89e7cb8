import { describe, expect, it } from "vitest";
import { headline, notTextedSentence } from "./headline";

const june = { name: "June", current: true };

describe("Home's sentence", () => {
  it.each([
    [
      { missed: 44, texted: 41, replied: 31 },
      "You missed 44 callers this month. 31 of them are talking to you anyway.",
    ],
    [{ missed: 3, texted: 3, replied: 1 }, "You missed 3 callers this month. 1 of them is talking to you anyway."],
    [{ missed: 3, texted: 3, replied: 3 }, "You missed 3 callers this month. All of them are talking to you anyway."],
    [{ missed: 1, texted: 1, replied: 1 }, "You missed 1 caller this month. They are talking to you anyway."],
    [{ missed: 1, texted: 1, replied: 0 }, "You missed 1 caller this month. We texted them. No reply yet."],
    [{ missed: 9, texted: 7, replied: 0 }, "You missed 9 callers this month. We texted 7 of them. No reply yet."],
    [{ missed: 9, texted: 0, replied: 0 }, "You missed 9 callers this month. None of them was texted."],
    [{ missed: 0, texted: 0, replied: 0 }, "You haven't missed a caller this month."],
  ])("%o", (numbers, sentence) => {
    const { first, second, strong } = headline(numbers, june);
    expect([first, second].filter(Boolean).join(" ")).toBe(sentence);
    expect(strong).toBe(numbers.replied > 0);
  });

  it("names a month that is over", () => {
    const { first } = headline({ missed: 2, texted: 2, replied: 0 }, { name: "May", current: false });
    expect(first).toBe("You missed 2 callers in May.");
  });
});

it("says who was not texted, and why", () => {
  const notTexted = [
    { why: "landline", callers: 2 },
    { why: "opted_out", callers: 1 },
  ] as const;
  expect(notTextedSentence([...notTexted])).toBe("3 callers were not texted: 2 landlines, 1 opted out.");
  expect(notTextedSentence([{ why: "failed", callers: 1 }])).toBe("1 caller was not texted: 1 not delivered.");
  expect(notTextedSentence([])).toBeNull();
  const many = (["landline", "opted_out", "blocked", "too_late", "rate_capped"] as const).map((why) => ({
    why,
    callers: 1,
  }));
  expect(notTextedSentence(many)).toMatch(/^5 callers were not texted: 1 .*, 1 .*, 1 .*, 2 for other reasons\.$/);
});
