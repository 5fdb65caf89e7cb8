import { expect, it } from "vitest";
import { mailTrouble } from "./note-mail";

it.each([
  ["EAUTH", "password_refused"],
  ["EENVELOPE", "recipient_refused"],
  ["ECONNECTION", "unreachable"],
  ["ESOCKET", "unreachable"],
  ["ETIMEDOUT", "unreachable"],
  ["EDNS", "unreachable"],
  ["ETLS", "unreachable"],
  ["EMESSAGE", "refused"],
  [undefined, "refused"],
])("a mail that failed with %s means %s", (code, trouble) => {
  expect(mailTrouble(Object.assign(new Error("No mail"), { code }))).toBe(trouble);
});

it("takes anything thrown for a refusal", () => {
  for (const thrown of [null, "no", 12, {}]) expect(mailTrouble(thrown)).toBe("refused");
});
