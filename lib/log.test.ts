import { expect, it, vi } from "vitest";
import { log } from "./log";

it("masks phone numbers in every field, and in what an error says, but no ids", () => {
  const written: string[] = [];
  const out = vi.spyOn(process.stdout, "write").mockImplementation((line) => written.push(String(line)) > 0);
  log.info("call.ended", {
    from: "+15035550142",
    words: "rang 15035550142 twice",
    id: "1234567a-0000-4000-8000-123456789012",
  });
  log.error("call.failed", new Error("no line for +442079460958"));
  const statement = new Error("Failed query: insert into messages\nparams: my secret words,+15415550177", {
    cause: new Error("deadlock detected at (541) 555-0143, From=%2B15415550143"),
  });
  log.error("message.failed", statement);
  out.mockRestore();
  const all = written.join("");
  expect(all).not.toMatch(/5035550142|2079460958/);
  expect(all).not.toMatch(/secret words|5550177|555-0143|5415550143/);
  expect(all).toContain("deadlock detected");
  expect(all).toContain("1234567a-0000-4000-8000-123456789012");
  expect(JSON.parse(written[0] ?? "")).toMatchObject({ level: "info", event: "call.ended", from: "+15•••42" });
});

it("masks numbers however they are spaced, and secrets by their looks, but no ids, times or counts", () => {
  const written: string[] = [];
  const out = vi.spyOn(process.stdout, "write").mockImplementation((line) => written.push(String(line)) > 0);
  const spelt = "+1 503 555 0142, 503-555-0142, (503) 555-0142, 1.503.555.0142, %28503%29%20555-0142, +1-503-555-0142";
  log.warn("a.b", { spelt });
  log.error("a.b", new Error("no answer of smtp://mailer:p@ss@mail.test:25, postgres://me:hidden@db/x?y=1"));
  log.error(
    "a.b",
    new Error("sent Basic QUMwMDpzZWNyZXQ= and Bearer hidden-token for eyJhbGciOiJkaXIifQ.hid-den.hidden_"),
  );
  const plain =
    "1234567a-0000-4000-8000-123456789012 at 2026-11-22T21:46:05.216Z, 1234567 rows, CA12345678901234567890123456789012";
  log.info("a.b", { plain });
  out.mockRestore();
  expect(written.slice(0, 3).join("")).not.toMatch(/555.{0,3}0142|p@ss|hid|QUMw/);
  expect(written[1]).toContain("smtp://•••@mail.test:25");
  expect(JSON.parse(written[3] ?? "")).toMatchObject({ plain });
});

/** What is logged by `work`, a line each. */
function linesOf(work: () => void): string[] {
  const written: string[] = [];
  const out = vi.spyOn(process.stdout, "write").mockImplementation((line) => written.push(String(line)) > 0);
  work();
  out.mockRestore();
  return written;
}

// JSON writes a control character as six.
const LONGEST_LINE = 50_000;

it("writes one bounded line whatever strangers send", () => {
  const endless = (part: string) => part.repeat(1_000_000);
  for (const text of ["y", "1", "-eyJ", "a://", "\nparams:", "\n    at x", "\u0000", "\n"].map(endless)) {
    const nested = new Error(text, { cause: new Error(text, { cause: text }) });
    const lines = linesOf(() => {
      log.warn("webhook.refused", { path: text });
      log.error("auth.failed", nested);
      log.error("auth.failed", { name: text, message: text, stack: text });
      log.error("auth.failed", text);
    });
    expect(lines).toHaveLength(4);
    for (const line of lines) {
      expect(line.length).toBeLessThan(LONGEST_LINE);
      expect(line.indexOf("\n")).toBe(line.length - 1);
    }
  }
});

it("tells causes in their order, and ends where they go round in a circle", () => {
  const first = new Error("first");
  first.cause = new Error("second", { cause: first });
  const [line = ""] = linesOf(() => log.error("a.failed", first));
  const { error } = JSON.parse(line) as { error: string };
  expect(error.match(/first|second/g)).toEqual(["first", "second", "first", "second", "first"]);
});

it("says something of whatever was thrown", () => {
  const thrown = [undefined, null, 7, Symbol("s"), Object.create(null), { error: 1 }, () => {}];
  const lines = linesOf(() => {
    for (const one of thrown) log.error("a.failed", one);
  });
  expect(lines.map((line) => typeof JSON.parse(line).error)).toEqual(thrown.map(() => "string"));
});
