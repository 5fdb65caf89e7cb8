import { describe, expect, it } from "vitest";
import { MESSAGE_STATUSES, type MessageStatus } from "../../db/enums";
import { advance, fromProvider, isTerminal } from "./delivery";

const FORWARD: MessageStatus[] = ["queued", "sending", "unconfirmed", "accepted", "sent", "delivered"];

function permutations<T>(items: readonly T[]): T[][] {
  if (items.length < 2) return [[...items]];
  return items.flatMap((item, index) =>
    permutations([...items.slice(0, index), ...items.slice(index + 1)]).map((rest) => [item, ...rest]),
  );
}

describe("advance", () => {
  it.each([
    ["queued", "sending", "accepted", "sent", "delivered"],
    ["queued", "sending", "accepted", "sent", "undelivered"],
    ["queued", "sending", "accepted", "sent", "failed"],
    ["queued", "unconfirmed", "accepted", "sent", "delivered"],
  ] satisfies MessageStatus[][])("ends in the same state for every order of %s %s %s %s %s with repeats", (...five) => {
    const end = five.at(-1);
    let stepsBack = 0;
    for (const order of permutations<MessageStatus>(five)) {
      for (const withRepeats of [order, order.flatMap((s) => [s, s, s]), [...order, ...order]]) {
        let status: MessageStatus = "queued";
        for (const incoming of withRepeats) {
          const next = advance(status, incoming);
          const rank = (s: MessageStatus) => (isTerminal(s) ? 9 : FORWARD.indexOf(s));
          if (rank(next) < rank(status)) stepsBack += 1;
          status = next;
        }
        expect(status).toBe(end);
      }
    }
    expect(stepsBack).toBe(0);
  });

  it("reaches the same end for every order of Twilio's own five words", () => {
    for (const order of permutations(["accepted", "queued", "sending", "sent", "delivered"])) {
      const end = [...order, ...order].reduce<MessageStatus>(
        (status, word) => advance(status, fromProvider(word) ?? status),
        "sending",
      );
      expect(end).toBe("delivered");
    }
  });

  it("leaves a terminal status as it is, whatever comes", () => {
    for (const terminal of ["delivered", "undelivered", "failed", "received"] as const) {
      for (const incoming of MESSAGE_STATUSES) expect(advance(terminal, incoming)).toBe(terminal);
    }
  });

  it.each(["accepted", "sent", "delivered", "undelivered", "failed"] as const)(
    "upgrades unconfirmed to %s when proof arrives",
    (proof) => expect(advance("unconfirmed", proof)).toBe(proof),
  );

  it.each(["queued", "sending", "received"] as const)("does not turn unconfirmed back into %s", (incoming) =>
    expect(advance("unconfirmed", incoming)).toBe("unconfirmed"),
  );

  it("never lets doubt replace proof", () => {
    for (const proven of ["accepted", "sent", "delivered"] as const)
      expect(advance(proven, "unconfirmed")).toBe(proven);
  });
});

describe("fromProvider", () => {
  it.each([
    ["accepted", "accepted"],
    ["scheduled", "accepted"],
    ["queued", "accepted"],
    ["sending", "accepted"],
    ["sent", "sent"],
    ["partially_delivered", "sent"],
    ["delivered", "delivered"],
    ["read", "delivered"],
    ["undelivered", "undelivered"],
    ["failed", "failed"],
    ["canceled", "failed"],
    ["receiving", "received"],
    ["received", "received"],
    ["Delivered ", "delivered"],
    ["toString", null],
    ["something new", null],
    ["", null],
  ])("reads %j as %s", (word, status) => {
    expect(fromProvider(word)).toBe(status);
  });
});
