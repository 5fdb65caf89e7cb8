import { sql } from "drizzle-orm";
import { afterAll, expect, it, vi } from "vitest";
import { closeDatabase, lookUp } from "@/db/tenant";
import { sendMail } from "./send-mail";

afterAll(closeDatabase);

it("keeps no mail of a real installation that has no mail server: it may hold a link that opens an account", async () => {
  const said: string[] = [];
  vi.spyOn(process.stdout, "write").mockImplementation((line) => said.push(String(line)) > 0);
  const id = "3f0e3a54-5a0f-4d4b-9b0a-0a3c1d7c5e11";
  await sendMail({
    id,
    to: "dana@ringback.test",
    subject: "Choose",
    text: "https://ringback.test/reset/abc",
    html: "",
  });
  vi.restoreAllMocks();
  expect(await lookUp(sql`select 1 from mailbox`)).toEqual([]);
  expect(said.join("")).toContain('"event":"mail.not_configured"');
  expect(said.join("")).not.toMatch(/dana|reset\/abc/);
});
