import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Carrier } from "@/carrier/create-carrier";
import { closeDatabase } from "@/db/tenant";
import { nextPhone } from "@/db/testing/factories";
import { readStory } from "@/lib/recovery/testing/read-story";
import { phoneCall, post } from "@/lib/recovery/testing/webhooks";
import { runWorker } from "./run-worker";
import { makeConnected, startCarrier, until } from "./testing/start-carrier";

let carrier: Carrier;
beforeAll(async () => {
  carrier = await startCarrier();
});
afterAll(async () => {
  await closeDatabase();
  await carrier.close();
});

const atOnce = { settings: { noticeOn: false } };
const acceptedFor = (to: string) => carrier.ledger({ kinds: ["message_accepted"] }).filter((one) => one.to === to);

describe("the worker", () => {
  it("sends what is queued as soon as it is told, decides what is due, and ends when asked", async () => {
    const [quick, noticed] = [await makeConnected(atOnce), await makeConnected()];
    const stop = new AbortController();
    const running = Promise.all([runWorker(stop.signal), runWorker(stop.signal)]);
    const [first, second] = [nextPhone(), nextPhone()];
    await post(phoneCall(quick.e164, { from: first }).incoming());
    await until(() => acceptedFor(first).length > 0);

    const hungUp = phoneCall(noticed.e164, { from: second });
    await post(hungUp.incoming());
    await post(hungUp.status());
    await until(() => acceptedFor(second).length > 0);

    stop.abort();
    await running;
    expect([acceptedFor(first).length, acceptedFor(second).length]).toEqual([1, 1]);
    expect((await readStory(quick)).recoveries).toMatchObject([{ state: "texted" }]);
  }, 40_000);
});
