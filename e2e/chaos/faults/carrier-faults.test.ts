import { expect, it } from "vitest";
import { FaultBox, type Faults } from "@/carrier/faults";
import { faultyCarrier } from "./carrier-faults";

const REQUESTS = 50_000;
const AFTERWARDS = ["error_after", "reset_after", "hang_after"];

it("spoils 24 % of the answers: a third says no, a third fails for nothing, a third took the text", () => {
  const box = new FaultBox();
  box.set(faultyCarrier(1) as Faults);
  const shares = { no: 0, before: 0, after: 0 };
  for (let n = 0; n < REQUESTS; n++) {
    const effects = box.forRequest("message_create").map(({ effect }) => effect);
    const first = effects.find((effect) => !AFTERWARDS.includes(effect)) ?? effects[0];
    if (first === "too_many_requests") shares.no += 1;
    else if (first) shares[AFTERWARDS.includes(first) ? "after" : "before"] += 1;
  }
  for (const count of Object.values(shares)) expect(count / REQUESTS).toBeCloseTo(0.08, 2);
});
