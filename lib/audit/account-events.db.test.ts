import { sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { ACCOUNT_EVENT_KINDS } from "@/db/enums";
import { asSystem, closeDatabase, lookUp } from "@/db/tenant";
import { makeUser } from "@/db/testing/factories";
import { cleanUp } from "@/lib/jobs/clean-up";
import { accountEventWords } from "./account-event-words";
import { listAccountEvents } from "./list-account-events";
import { recordAccountEvent } from "./record-account-event";

afterAll(closeDatabase);

test("shows a person what happened to their own account, newest first and so many at most", async () => {
  const [dana, luis] = [await makeUser(), await makeUser()];
  const record = (userId: string, kind: "signed_in" | "sign_in_failed" | "signed_out") =>
    asSystem((tx) => recordAccountEvent({ tx, kind, actorUserId: userId, userId, network: "203.0.113.9" }));
  await record(dana.userId, "sign_in_failed");
  await lookUp(sql`select pg_sleep(0.005)`);
  await record(dana.userId, "signed_in");
  await record(luis.userId, "signed_out");
  expect((await listAccountEvents(dana.userId, 20)).map(({ kind }) => kind)).toEqual(["signed_in", "sign_in_failed"]);
  expect(await listAccountEvents(dana.userId, 1)).toHaveLength(1);
});

test("has words for every kind, and says how somebody signed in", () => {
  for (const kind of ACCOUNT_EVENT_KINDS) expect(accountEventWords({ kind, details: {} })).toMatch(/^[A-Z]/);
  expect(accountEventWords({ kind: "signed_in", details: { method: "google" } })).toBe("Signed in with Google");
  expect(accountEventWords({ kind: "signed_in", details: { method: "toString" } })).toBe("Signed in");
});

test("clean-up forgets what is older than two years, and nobody can make it forget a year", async () => {
  const { userId } = await makeUser();
  for (const months of [25, 23, 6]) {
    await lookUp(sql`insert into account_events (kind, user_id, at)
      values ('signed_in', ${userId}, app_now() - make_interval(months => ${months}))`);
  }
  await cleanUp();
  expect(await listAccountEvents(userId, 20)).toHaveLength(2);
  await lookUp(sql`select forget_account_events(interval '0')`);
  expect(await listAccountEvents(userId, 20)).toHaveLength(1);
});
