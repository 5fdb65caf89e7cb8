import { describe, expect, it } from "vitest";
import { readCaller, regionVerdict } from "./caller-id";

describe("readCaller", () => {
  it.each([
    "",
    "   ",
    "+266696687",
    "266696687",
    "+7378742833",
    "7378742833",
    "+2562533",
    "+8656696",
    "+86282452253",
    "anonymous",
    "Anonymous",
    "ANONYMOUS",
    "anonymous@anonymous.invalid",
    "unknown",
    "Private",
    "private number",
    "RESTRICTED",
    "unavailable",
    "Blocked",
    "withheld",
    "client:luis",
    "sip:+15035550142@example.com",
    "sips:luis@example.com",
    "sip:anonymous@anonymous.invalid",
  ])("knows %j is withheld", (from) => {
    expect(readCaller(from)).toEqual({ kind: "withheld" });
  });

  it.each([
    ["+15035550142", "+15035550142"],
    ["5035550142", "+15035550142"],
    ["15035550142", "+15035550142"],
    ["+16045550142", "+16045550142"],
    ["+447700900123", "+447700900123"],
    ["+8613800138000", "+8613800138000"],
    ["+26622123456", "+26622123456"],
    ["+18765550142", "+18765550142"],
  ])("reads %s as %s", (from, e164) => {
    expect(readCaller(from)).toEqual({ kind: "phone", e164 });
  });

  it.each(["72345", "911", "+1911", "ALDERSONS", "+49494949494912248033558", "+1", "0", "whatsapp:+15035550142"])(
    "does not take %j for a phone",
    (raw) => {
      expect(readCaller(raw)).toEqual({ kind: "not_a_phone", raw });
    },
  );
});

describe("regionVerdict", () => {
  const both = ["US", "CA"];
  it.each([
    ["+15035550142", both, "allowed"],
    ["+15035550142", ["CA"], "not_allowed"],
    ["+16045550142", both, "allowed"],
    ["+16045550142", ["US"], "not_allowed"],
    ["+18765550142", both, "not_allowed"],
    ["+18765550142", ["US", "CA", "JM"], "allowed"],
    ["+18095550142", both, "not_allowed"],
    ["+12685550123", both, "not_allowed"],
    ["+17875550123", both, "not_allowed"],
    ["+17875550123", ["US", "CA", "PR"], "allowed"],
    ["+18005550199", both, "not_a_phone"],
    ["+18335550199", ["CA"], "not_a_phone"],
    ["+448081570000", ["GB"], "not_a_phone"],
    ["+19005551234", both, "not_a_phone"],
    ["+447700900123", both, "not_allowed"],
    ["+447700900123", ["GB"], "allowed"],
    ["+881612345678", both, "not_a_phone"],
    ["+870773111632", both, "not_a_phone"],
    ["72345", both, "not_a_phone"],
    ["911", both, "not_a_phone"],
    ["anonymous", both, "not_a_phone"],
    ["+15035550142", [], "not_allowed"],
  ])("says of %s with %j: %s", (e164, regions, verdict) => {
    expect(regionVerdict(e164, regions)).toBe(verdict);
  });
});
