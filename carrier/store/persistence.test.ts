import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { createCarrier } from "../create-carrier";
import { ACCOUNT, CALLER, OWNER, startTestNetwork, TOKEN } from "../testing/test-network";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "carrier-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const reopen = (stateFile: string, log?: (sentence: string) => void) =>
  createCarrier({ accountSid: ACCOUNT, authToken: TOKEN, timeScale: 0.02, stateFile, log });

it("keeps numbers, phones, opt-outs and texts over a restart, and no secret", async () => {
  const stateFile = join(folder, "deep", "carrier.json");
  const network = await startTestNetwork({ stateFile });
  network.carrier.setPhone({ number: OWNER, behaviour: "accepts", label: "Van" });
  network.carrier.sendText({ from: CALLER, to: network.number, body: "STOP" });
  await network.close();
  expect(readFileSync(stateFile, "utf8")).not.toContain(TOKEN);

  const again = await reopen(stateFile);
  expect(again.numbers().map(({ phoneNumber }) => phoneNumber)).toEqual([network.number]);
  expect(again.phone(OWNER)).toMatchObject({ behaviour: "accepts", label: "Van" });
  expect(again.phone(CALLER).texts).toHaveLength(2);
  const response = await fetch(`${again.url}/2010-04-01/Accounts/${ACCOUNT}/Messages.json`, {
    method: "POST",
    headers: { authorization: `Basic ${Buffer.from(`${ACCOUNT}:${TOKEN}`).toString("base64")}` },
    body: new URLSearchParams({ To: CALLER, From: network.number, Body: "Hi" }),
  });
  expect(await response.json()).toMatchObject({ code: 21610 });
  await again.close();
});

it("ends calls that were going on, and delivers what was on its way", async () => {
  const stateFile = join(folder, "carrier.json");
  const network = await startTestNetwork({ stateFile, timeScale: 1 });
  network.app.on("/voice", '<Response><Pause length="60"/></Response>');
  network.carrier.placeCall({ from: CALLER, to: network.number });
  await network.rest("POST", "{AC}/Messages.json", { To: OWNER, From: network.number, Body: "On its way" });
  await network.close();
  const again = await reopen(stateFile);
  expect(again.health().liveCalls).toBe(0);
  await expect.poll(() => again.phone(OWNER).texts.length).toBe(1);
  await again.close();
});

it("sets a damaged file aside and starts empty", async () => {
  const stateFile = join(folder, "carrier.json");
  writeFileSync(stateFile, '{"version":1,"numb');
  const sentences: string[] = [];
  const carrier = await reopen(stateFile, (sentence) => sentences.push(sentence));
  expect(sentences).toEqual([expect.stringContaining("could not be read")]);
  expect(carrier.numbers()).toEqual([]);
  await carrier.close();
  expect(readdirSync(folder).some((name) => name.includes("damaged"))).toBe(true);
});
