import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { RequestFault } from "./faults";
import { CALLER, callAndWait, startTestNetwork, type TestNetwork, until } from "./testing/test-network";

let network: TestNetwork;
beforeAll(async () => {
  network = await startTestNetwork();
});
afterAll(() => network.close());
beforeEach(() => {
  network.carrier.reset({ keepNumbers: true });
  network.app.received.length = 0;
  network.app.on("/voice", "<Response><Hangup/></Response>");
});

const send = () => network.rest("POST", "{AC}/Messages.json", { To: CALLER, From: network.number, Body: "Hi" });
const accepted = () => network.carrier.ledger({ kinds: ["message_accepted"] }).length;

describe("webhooks", () => {
  it("come several times, with the first answer counting", async () => {
    network.carrier.setFaults({ webhooks: [{ effect: "duplicate", times: 4, kinds: ["voice", "number_status"] }] });
    await callAndWait(network);
    expect(network.app.to("/voice")).toHaveLength(4);
    expect(network.app.to("/number-status")).toHaveLength(4);
  });

  it("are lost, for as many times as asked", async () => {
    network.carrier.setFaults({ webhooks: [{ effect: "drop", kinds: ["voice"], count: 1 }] });
    expect((await callAndWait(network)).heard.at(-1)?.text).toContain("application error");
    expect(network.app.to("/voice")).toEqual([]);
    await callAndWait(network);
    expect(network.app.to("/voice")).toHaveLength(1);
  });

  it("come late", async () => {
    network.carrier.setFaults({ webhooks: [{ effect: "delay", minMs: 80, maxMs: 120, kinds: ["number_status"] }] });
    await callAndWait(network);
    const [ended] = network.carrier.ledger({ kinds: ["call_ended"] });
    const sent = network.carrier.ledger({ kinds: ["webhook_sent"] }).find(({ webhook }) => webhook === "number_status");
    expect((sent?.at ?? 0) - (ended?.at ?? 0)).toBeGreaterThanOrEqual(75);
  });

  it("overtake each other", async () => {
    network.carrier.setFaults({ webhooks: [{ effect: "reorder", kinds: ["message_status"], count: 1 }] });
    await network.rest("POST", "{AC}/Messages.json", {
      To: CALLER,
      From: network.number,
      Body: "Hi",
      StatusCallback: `${network.app.url}/sent`,
    });
    await until(() => network.app.to("/sent").length === 2);
    expect(network.app.to("/sent").map(({ parameters }) => parameters.MessageStatus)).toEqual(["delivered", "sent"]);
  });

  it("are drawn alike from the same seed", async () => {
    const draw = async () => {
      network.carrier.setFaults({ seed: 7, webhooks: [{ effect: "drop", probability: 0.5, kinds: ["voice"] }] });
      network.app.received.length = 0;
      const pattern: number[] = [];
      for (let call = 0; call < 6; call++) {
        const before = network.app.to("/voice").length;
        await callAndWait(network);
        pattern.push(network.app.to("/voice").length - before);
      }
      return pattern.join("");
    };
    const first = await draw();
    expect(await draw()).toBe(first);
    expect(first).toMatch(/0.*1|1.*0/);
  });
});

describe("requests to send", () => {
  it.each<[RequestFault, number, number]>([
    [{ effect: "refuse", code: 30034 }, 400, 0],
    [{ effect: "too_many_requests" }, 429, 0],
    [{ effect: "error_before" }, 500, 0],
    [{ effect: "error_after" }, 500, 1],
    [{ effect: "slow", ms: 60 }, 201, 1],
  ])("%o answers %i having accepted %i", async (fault, status, count) => {
    network.carrier.setFaults({ requests: [{ ...fault, count: 1 }] });
    const started = Date.now();
    expect((await send()).status).toBe(status);
    expect(accepted()).toBe(count);
    if (fault.ms) expect(Date.now() - started).toBeGreaterThanOrEqual(fault.ms - 2);
    expect((await send()).status).toBe(201);
  });

  it.each<[RequestFault["effect"], number]>([
    ["reset_before", 0],
    ["reset_after", 1],
  ])("%s breaks the connection having accepted %i", async (effect, count) => {
    network.carrier.setFaults({ requests: [{ effect, count: 1 }] });
    await expect(send()).rejects.toThrow();
    expect(accepted()).toBe(count);
  });

  it.each<[RequestFault["effect"], number]>([
    ["hang_before", 0],
    ["hang_after", 1],
  ])("%s never answers having accepted %i", async (effect, count) => {
    network.carrier.setFaults({ requests: [{ effect, count: 1 }] });
    const answer = send().catch(() => "closed");
    await until(() => network.carrier.ledger({ kinds: ["fault"] }).length === 1);
    const first = await Promise.race([answer, new Promise((resolve) => setTimeout(resolve, 150, "nothing"))]);
    expect(first).toBe("nothing");
    expect(accepted()).toBe(count);
  });

  it("are on the list only after its lag", async () => {
    network.carrier.setFaults({ listLagMs: 150 });
    await send();
    const listed = async () => (await network.rest("GET", "{AC}/Messages.json")).body.messages.length;
    expect(await listed()).toBe(0);
    await new Promise((resolve) => setTimeout(resolve, 170));
    expect(await listed()).toBe(1);
  });
});
