import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { messages } from "@/db/schema/leads";
import { closeDatabase, type Tx, withWorkspace } from "@/db/tenant";
import { makeWorkspace, nextPhone } from "@/db/testing/factories";
import { skipTime } from "@/db/testing/skip-time";
import { readStory } from "@/lib/recovery/testing/read-story";
import { phoneCall, post } from "@/lib/recovery/testing/webhooks";
import { sendMessage } from "./send-message";
import { claimMessages } from "./take-message";
import { startFakeCarrier } from "./testing/fake-carrier";

let carrier: Awaited<ReturnType<typeof startFakeCarrier>>;

beforeAll(async () => {
  carrier = await startFakeCarrier();
  vi.stubEnv("TWILIO_API_URL", carrier.origin);
});
afterAll(async () => {
  vi.useRealTimers();
  await closeDatabase();
  await carrier.stop();
});

test("a text is not sent by who stood still since the last check, and later once", async () => {
  const workspace = await makeWorkspace({ settings: { noticeOn: false } });
  const { workspaceId, e164 } = workspace;
  const caller = nextPhone();
  await post(phoneCall(e164, { from: caller }).incoming());
  const [claim] = await claimMessages("worker", 1);
  if (!claim) throw new Error("Nothing was claimed");
  vi.useFakeTimers({ toFake: ["Date"] });
  const sending = await withWorkspace(workspaceId, async (tx) => {
    await tx.select().from(messages).where(eq(messages.workspaceId, workspaceId)).for("update");
    const sent = sendMessage(claim);
    await waitingForLock(tx);
    vi.setSystemTime(Date.now() + 6_000);
    return { sent };
  });
  await sending.sent;
  vi.useRealTimers();
  expect(carrier.asked.filter(({ to }) => to === caller)).toEqual([]);
  expect((await readStory(workspace)).messages).toMatchObject([{ status: "queued", requests: 0, unknownSince: null }]);
  await skipTime(2);
  await Promise.all((await claimMessages("worker", 1)).map(sendMessage));
  expect(carrier.sentTo(caller)).toHaveLength(1);
});

/** Returns when another transaction waits for what this one has locked. */
async function waitingForLock(tx: Tx): Promise<void> {
  const waits = sql`select 1 from pg_stat_activity where pg_backend_pid() = any(pg_blocking_pids(pid))`;
  while ((await tx.execute(waits)).length === 0) await new Promise((passed) => setTimeout(passed, 10));
}
