import { expect, it } from "vitest";
import { patientFetch } from "./patient-fetch";

const PAGE = "https://ringback.test/w/alder/leads/1";
const READ = { headers: { rsc: "1" } };

const flight = (body: BodyInit = "0:{}") =>
  new Response(body, { headers: { "content-type": "text/x-component; charset=utf-8" } });
const html = (status: number) => new Response("<html>", { status, headers: { "content-type": "text/html" } });
const brokenOff = () =>
  flight(
    new ReadableStream({
      start: (controller) => {
        controller.enqueue(new TextEncoder().encode("0:"));
        controller.error(new TypeError("network error"));
      },
    }),
  );
const away = () => {
  throw new TypeError("Failed to fetch");
};

/** A network that answers in this order. */
function network(...answers: (() => Response)[]) {
  const pauses: number[] = [];
  const asked: string[] = [];
  const patient = patientFetch({
    page: () => new URL(PAGE),
    fetch: async (input) => {
      asked.push(String(input));
      const next = answers.shift();
      if (!next) throw new Error("Asked too often");
      return next();
    },
    pause: async (milliseconds) => {
      pauses.push(milliseconds);
    },
  });
  return { patient, asked, pauses };
}

it("reads an open page again until the network is back, less and less often", async () => {
  const { patient, pauses } = network(away, away, away, away, away, away, () => flight());
  expect((await patient(`${PAGE}?_rsc=1`, READ)).status).toBe(200);
  expect(pauses).toEqual([1_000, 2_000, 4_000, 8_000, 15_000, 15_000]);
});

it.each([
  ["a proxy's page while the server restarts", () => html(502)],
  ["a proxy that knows no such site", () => html(404)],
  ["a server that is overloaded", () => html(503)],
  ["an answer that breaks off", brokenOff],
])("does not give an open page up for %s", async (_, failure) => {
  const { patient, asked } = network(failure, () => flight("1:whole"));
  const answer = await patient(PAGE, READ);
  expect(await answer.text()).toBe("1:whole");
  expect(asked).toHaveLength(2);
});

it("asks again for a page that was tapped while nobody answers, and shows the one that is not there", async () => {
  const { patient, asked } = network(
    away,
    () => html(502),
    () => html(404),
  );
  expect((await patient("https://ringback.test/w/alder/calls", READ)).status).toBe(404);
  expect(asked).toHaveLength(3);
});

it("lets the router follow where an open page was moved to", async () => {
  const { patient } = network(() => html(200));
  expect((await patient(PAGE, READ)).status).toBe(200);
});

it.each([
  ["an action, which may have been carried out", { method: "POST", headers: { "next-action": "x", rsc: "1" } }],
  ["what is only prefetched", { headers: { rsc: "1", "next-router-prefetch": "1" } }],
  ["anything else", {}],
])("does not repeat %s", async (_, init) => {
  const { patient, asked } = network(away);
  await expect(patient(PAGE, init)).rejects.toThrow("Failed to fetch");
  expect(asked).toHaveLength(1);
});

it("stops when the router wants the page no more", async () => {
  const controller = new AbortController();
  const { patient, asked } = network(() => {
    controller.abort(new DOMException("Superseded", "AbortError"));
    return html(502);
  });
  await expect(patient(PAGE, { ...READ, signal: controller.signal })).rejects.toThrow("Superseded");
  expect(asked).toHaveLength(1);
});
