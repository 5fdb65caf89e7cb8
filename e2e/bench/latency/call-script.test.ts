import { expect, it } from "vitest";
import type { Tenant } from "../tenants";
import { callerAt } from "../twilio-requests";
import { directCall, forwardedCall } from "./call-script";

const tenant: Tenant = {
  ...{ workspaceId: "w", numberId: "n", leadId: "l" },
  ...{ number: "+15035550001", businessLine: "+15035551001", phone: "+15035552001" },
};
const account = { appUrl: "https://ringback.test", accountSid: `AC${"0".repeat(32)}`, token: "12345" };

it.each([
  ["forwarded", forwardedCall],
  ["direct", directCall],
])("a %s call arrives first, is made missed once, and comes in order", (_, script) => {
  const moments = script(callerAt(7, [tenant]), account);
  const times = moments.map(({ afterMs }) => afterMs);
  expect(times).toEqual(times.toSorted((a, b) => a - b));
  expect(times[0]).toBe(0);
  expect(moments.filter(({ final }) => final)).toHaveLength(1);
});

it("gives every turn a caller and a call of its own", () => {
  const calls = Array.from({ length: 30_000 }, (_, turn) => callerAt(turn, [tenant]));
  expect(new Set(calls.map(({ from }) => from)).size).toBe(30_000);
  expect(new Set(calls.map(({ sid }) => sid)).size).toBe(30_000);
  expect(calls.every(({ from }) => /^\+1503[2-9]\d{6}$/.test(from) && !from.startsWith("+1503555"))).toBe(true);
});
