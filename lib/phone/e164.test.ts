import { describe, expect, it } from "vitest";
import { countryOf, formatPhone, maskPhone, parsePhone } from "./e164";

describe("parsePhone", () => {
  it.each([
    ["(503) 555-0142", "+15035550142", "US", "(503) 555-0142", "fixed_or_mobile"],
    ["1-503-555-0142", "+15035550142", "US", "(503) 555-0142", "fixed_or_mobile"],
    [" 503.555.0142 ", "+15035550142", "US", "(503) 555-0142", "fixed_or_mobile"],
    ["+1 604 555 0142", "+16045550142", "CA", "(604) 555-0142", "fixed_or_mobile"],
    ["+18765550142", "+18765550142", "JM", "+1 876 555 0142", "mobile"],
    ["+17875550123", "+17875550123", "PR", "+1 787 555 0123", "fixed_or_mobile"],
    ["+12685550123", "+12685550123", "AG", "+1 268 555 0123", "fixed_or_mobile"],
    ["8005550199", "+18005550199", "US", "(800) 555-0199", "toll_free"],
    ["9005551234", "+19005551234", "US", "(900) 555-1234", "premium"],
    ["+15005550006", "+15005550006", "US", "(500) 555-0006", "other"],
    ["+442079460958", "+442079460958", "GB", "+44 20 7946 0958", "landline"],
    ["+44 7700 900123", "+447700900123", "GB", "+44 7700 900123", "other"],
    ["+61491570156", "+61491570156", "AU", "+61 491 570 156", "mobile"],
    ["+881612345678", "+881612345678", null, "+881 6 123 45678", "satellite"],
  ])("reads %j", (input, e164, country, national, kind) => {
    expect(parsePhone(input)).toEqual({ ok: true, e164, country, national, kind });
  });

  it("reads a national number of another default country", () => {
    expect(parsePhone("020 7946 0958", "GB")).toMatchObject({ ok: true, e164: "+442079460958" });
  });

  it.each([
    ["", /Enter a phone number/],
    ["   ", /Enter a phone number/],
    ["call me", /digits only/],
    ["1-800-FLOWERS", /digits only/],
    ["503-555-014", /too short/],
    ["555-0142", /too short/],
    ["5035550142999", /too long/],
    ["(503) 555-0142 x12", /extension/],
    ["(503) 555-0142 ext. 12", /extension/],
    ["+19995551234", /area code/],
    ["911 555 0142", /area code/],
    ["503-155-0142", /area code/],
    ["+49494949494912248033558", /isn't a phone number/],
    ["+", /isn't a phone number/],
    ["----", /isn't a phone number/],
  ])("refuses %j in words", (input, why) => {
    const parsed = parsePhone(input);
    expect(parsed.ok ? parsed : parsed.why).toMatch(why);
  });

  it("comes to the same number again from its own output", () => {
    for (const e164 of ["+15035550142", "+442079460958", "+18765550142", "+61491570156"]) {
      expect(parsePhone(formatPhone(e164))).toMatchObject({ ok: true, e164 });
    }
  });
});

describe("formatPhone", () => {
  it.each([
    ["+15035550142", "(503) 555-0142"],
    ["+14165550199", "(416) 555-0199"],
    ["+442079460958", "+44 20 7946 0958"],
    ["+18765550142", "+1 876 555 0142"],
    ["72345", "72345"],
    ["anonymous", "anonymous"],
    ["", ""],
  ])("shows %j as %j", (e164, shown) => {
    expect(formatPhone(e164)).toBe(shown);
  });
});

describe("maskPhone", () => {
  it.each([
    ["+15035550142", "+1503•••0142"],
    ["+442079460958", "+4420•••0958"],
    ["72345", "•••"],
    ["sip:luis@example.com", "•••"],
    ["", "•••"],
  ])("masks %j as %j", (e164, masked) => {
    expect(maskPhone(e164)).toBe(masked);
  });
});

describe("countryOf", () => {
  it.each([
    ["+15035550142", "US"],
    ["+16045550142", "CA"],
    ["+18765550142", "JM"],
    ["+12425550142", "BS"],
    ["+442079460958", "GB"],
    ["+870773111632", null],
    ["nonsense", null],
  ])("says of %s: %s", (e164, country) => {
    expect(countryOf(e164)).toBe(country);
  });
});
