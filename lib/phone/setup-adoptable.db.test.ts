import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { NUMBER_STATES, type NumberState } from "@/db/enums";
import { numbers } from "@/db/schema/phone";
import { lookUp, withWorkspace } from "@/db/tenant";
import { makeOperator, makeWorkspace, nextPhone } from "@/db/testing/factories";
import { buyNumber, readNumber } from "../twilio/numbers";
import { adoptNumber } from "./connect-number";
import { listAdoptableNumbers } from "./setup-adoptable";
import { NO_URLS, startTestAccount } from "./testing/account";

const { nextForSale } = await startTestAccount();

/** A number of the account. */
async function bought(): Promise<{ e164: string; sid: string }> {
  const e164 = nextForSale();
  const answer = await buyNumber({ e164, urls: NO_URLS });
  if (!answer.ok) throw new Error(answer.words);
  return { e164, sid: answer.number.sid };
}

/** The workspace of somebody who runs the installation. */
async function operators() {
  const made = await makeWorkspace();
  await makeOperator(made.ownerId);
  return { ...made, acting: { workspaceId: made.workspaceId, userId: made.ownerId } };
}

const IS_FREE: Record<NumberState, boolean> = { provisioning: false, active: false, released: true };

it.each(NUMBER_STATES)("offers another workspace's number only once it is released: %s", async (state) => {
  const [us, { e164, sid }] = [await operators(), await bought()];
  await makeWorkspace({ number: { e164, state, providerSid: state === "provisioning" ? null : sid } });
  const isFree = IS_FREE[state];
  expect(await listAdoptableNumbers(us.acting)).toMatchObject({ ok: true, numbers: isFree ? [{ e164, sid }] : [] });
  const adopted = await adoptNumber({ ...us.acting, providerSid: sid });
  expect(adopted).toMatchObject(isFree ? { ok: true } : { ok: false, words: expect.stringContaining("was taken") });
  if (!isFree) expect(await readNumber(sid)).toMatchObject({ ok: true, number: { urls: NO_URLS } });
});

it("gives the number to one of two workspaces that adopt it at once", async () => {
  const [one, two, { e164, sid }] = [await operators(), await operators(), await bought()];
  const results = await Promise.all([one, two].map(({ acting }) => adoptNumber({ ...acting, providerSid: sid })));
  expect(results.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
  expect(await listAdoptableNumbers(one.acting)).toEqual({ ok: true, numbers: [] });
  expect(await lookUp(sql`select * from held_numbers(array[${e164}])`)).toEqual([{ e164 }]);
});

it.each(NUMBER_STATES)("keeps a number to one workspace until it is released: %s", async (state) => {
  const [us, e164] = [await makeWorkspace(), nextPhone()];
  await makeWorkspace({ number: { e164, state } });
  const taking = withWorkspace(us.workspaceId, (tx) =>
    tx.insert(numbers).values({ workspaceId: us.workspaceId, e164 }).onConflictDoNothing().returning(),
  );
  expect(await taking).toHaveLength(IS_FREE[state] ? 1 : 0);
});

it("finds what is held whoever asks, in every workspace and outside all, and says nothing but the number", async () => {
  const [us, them] = [await makeWorkspace(), await makeWorkspace({ number: { state: "provisioning" } })];
  const gone = await makeWorkspace({ number: { state: "released" } });
  const asked = sql`select * from held_numbers(array[${them.e164}, ${us.e164}, ${gone.e164}, ${nextPhone()}])`;
  const held = [{ e164: us.e164 }, { e164: them.e164 }];
  expect(await lookUp(asked)).toEqual(expect.arrayContaining(held));
  expect(await lookUp(asked)).toHaveLength(2);
  expect([...(await withWorkspace(us.workspaceId, (tx) => tx.execute(asked)))]).toHaveLength(2);
});
