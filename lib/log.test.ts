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
