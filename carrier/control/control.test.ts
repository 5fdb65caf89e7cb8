import { spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ACCOUNT, CALLER, OWNER, startTestNetwork, type TestNetwork, TOKEN, until } from "../testing/test-network";

let network: TestNetwork;
beforeAll(async () => {
  network = await startTestNetwork();
  network.app.on("/voice", "<Response><Say>Hello.</Say></Response>");
});
afterAll(() => network.close());

async function control(method: string, path: string, body?: unknown) {
  const response = await fetch(`${network.carrier.url}/control/${path}`, {
    method,
    headers: body === undefined ? {} : { "content-type": "application/json" },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

describe("the control API", () => {
  it("describes a phone, rings from it, and shows its screen", async () => {
    const forwarding = { to: network.number, on: ["busy"], passForwardedFrom: "absent" };
    const described = await control("POST", "phones", { number: OWNER, behaviour: "busy", forwarding });
    expect(described).toMatchObject({ status: 200, body: { number: OWNER, currentCall: null, forwarding } });
    const placed = await control("POST", "calls", { from: CALLER, to: OWNER });
    expect(placed).toMatchObject({ status: 201, body: { state: "ringing", role: "caller", with: OWNER } });
    await until(() => network.carrier.call(String(placed.body.id)).state === "ended");
    const screen = await control("GET", `phones/${encodeURIComponent(CALLER)}`);
    expect(screen.body.calls).toMatchObject([{ heard: [{ kind: "ringing" }, { kind: "said", text: "Hello." }] }]);
    const bySid = await control("GET", `calls/${network.carrier.call(String(placed.body.id)).callSid}`);
    expect(bySid.body.id).toBe(placed.body.id);
  });

  it("sends texts and lists numbers", async () => {
    const sent = await control("POST", "texts", { from: CALLER, to: network.number, body: "Hi" });
    expect(sent).toMatchObject({ status: 201, body: { messageSid: expect.stringMatching(/^SM/) } });
    expect((await control("GET", "numbers")).body.numbers).toMatchObject([{ phoneNumber: network.number }]);
  });

  it.each([
    ["POST", "phones", { number: "12" }, 400],
    ["POST", "phones", { number: OWNER, behaviour: "sleeps" }, 400],
    ["POST", "calls", { from: CALLER }, 400],
    ["POST", "faults", { webhooks: [{ effect: "explode" }] }, 400],
    ["POST", "settings", { hangUpOthers: "never" }, 400],
    ["POST", "settings", { accountStatus: "gone" }, 400],
    ["POST", "settings", { balance: 41.2 }, 400],
    ["POST", "settings", { textingCountries: ["us"] }, 400],
    ["POST", "calls/PHnone/answer", {}, 404],
    ["GET", "nothing", undefined, 404],
  ])("%s %s with %o answers a sentence", async (method, path, body, status) => {
    const answer = await control(method, path, body);
    expect(answer).toMatchObject({ status, body: { error: expect.stringMatching(/\.$/) } });
  });

  it("takes no form from a web page", async () => {
    const response = await fetch(`${network.carrier.url}/control/reset`, { method: "POST", body: "{}" });
    expect(response.status).toBe(400);
  });

  it("streams the ledger and never tells the token", async () => {
    const stop = new AbortController();
    const stream = await fetch(`${network.carrier.url}/control/events?after=0`, { signal: stop.signal });
    let seen = "";
    const reading = (async () => {
      for await (const part of stream.body ?? []) seen += Buffer.from(part as Uint8Array).toString("utf8");
    })().catch(() => undefined);
    network.carrier.sendText({ from: CALLER, to: network.number, body: "live" });
    await until(() => /event: text_in\ndata: .*"live"/.test(seen));
    stop.abort();
    await reading;
    expect(seen).toContain("event: number_bought");
    expect(seen).not.toContain(TOKEN);
    const { body } = await control("GET", "ledger?kind=text_in,call_started&after=0&limit=1");
    expect(body.entries).toHaveLength(1);
  });
});

describe("the command", () => {
  const start = (port: number) =>
    spawn(process.execPath, ["--import", "tsx", resolve(import.meta.dirname, "../main.ts")], {
      env: { ...process.env, TWILIO_ACCOUNT_SID: ACCOUNT, TWILIO_AUTH_TOKEN: TOKEN, CARRIER_PORT: String(port) },
    });

  it("says where it is and ends within a second of being told to", async () => {
    const child = start(0);
    const [line] = (await once(child.stdout, "data")) as [Buffer];
    expect(line.toString()).toMatch(/^carrier ready on http:\/\/localhost:\d+\n$/);
    const told = Date.now();
    child.kill("SIGTERM");
    const [code] = await once(child, "exit");
    expect(code).toBe(0);
    expect(Date.now() - told).toBeLessThan(1000);
  }, 15_000);

  it("says in a sentence that its port is in use", async () => {
    const child = start(network.carrier.port);
    const [line] = (await once(child.stderr, "data")) as [Buffer];
    expect(line.toString()).toContain(`Port ${network.carrier.port} is in use.`);
    const [code] = await once(child, "exit");
    expect(code).toBe(1);
  }, 15_000);
});
