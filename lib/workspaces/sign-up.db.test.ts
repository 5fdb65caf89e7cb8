import { sql } from "drizzle-orm";
import { afterAll, afterEach, expect, test } from "vitest";
import { auditLog, recoverySettings } from "@/db/schema/workspaces";
import { asSystem, closeDatabase, lookUp, withWorkspace } from "@/db/tenant";
import { signIn } from "@/lib/auth/sign-in";
import { closeQueue } from "@/lib/jobs/queue";
import { findMembership, listWorkspaces } from "./list-workspaces";
import { type Newcomer, signUp } from "./sign-up";

let people = 0;

function newcomer(wishes: Partial<Newcomer> = {}): Newcomer {
  people += 1;
  return {
    name: "Dana Whitfield",
    email: `dana${people}@alder.example`,
    password: "copper elbow tuesday",
    businessName: `Alder ${people}`,
    timeZone: "America/Denver",
    ...wishes,
  };
}

const network = "203.0.113.9";
const mailFor = async (email: string) =>
  (
    await lookUp<{ kind: string }>(sql`
    select data->>'kind' as kind from pgboss.job where name = 'mail' and data->>'email' = ${email} order by created_on`)
  ).map(({ kind }) => kind);
const usersNamed = async (email: string) => lookUp(sql`select 1 from users where lower(email) = lower(${email})`);

afterEach(() => asSystem((tx) => tx.execute(sql`delete from rate_limits`)));
afterAll(async () => {
  await closeQueue();
  await closeDatabase();
});

test("makes a person, their workspace and all it starts with", async () => {
  const wanted = newcomer({ businessName: "Alder & Sons" });
  await signUp(wanted);
  const result = await signIn({ email: wanted.email.toUpperCase(), password: wanted.password, network });
  if (!result.ok) throw new Error(result.words);
  const [seat, ...others] = await listWorkspaces(result.user.id);
  expect(others).toEqual([]);
  expect(seat).toMatchObject({
    role: "owner",
    workspace: { slug: "alder-and-sons", name: "Alder & Sons", timeZone: "America/Denver" },
  });
  if (!seat) throw new Error("The workspace is missing");
  const [settings] = await withWorkspace(seat.workspace.id, (tx) => tx.select().from(recoverySettings));
  expect(settings?.textingHours).toEqual(Array(7).fill([{ from: "08:00", to: "21:00" }]));
  const audit = await withWorkspace(seat.workspace.id, (tx) => tx.select().from(auditLog));
  expect(audit).toMatchObject([{ action: "workspace.created", actorUserId: result.user.id }]);
  expect(await mailFor(wanted.email)).toEqual(["welcome"]);
});

test("makes nothing when one part of it fails", async () => {
  const wanted = newcomer({ timeZone: "\u0000" });
  await expect(signUp(wanted)).rejects.toThrow();
  expect(await usersNamed(wanted.email)).toEqual([]);
  expect(await mailFor(wanted.email)).toEqual([]);
});

test("answers the same for an address in use, changes nothing and tells its owner", async () => {
  const wanted = newcomer();
  expect(await signUp(wanted)).toBe(undefined);
  const again = {
    ...wanted,
    email: wanted.email.toUpperCase(),
    password: "somebody else entirely",
    businessName: "Thief",
  };
  expect(await signUp(again)).toBe(undefined);
  expect(await usersNamed(wanted.email)).toHaveLength(1);
  expect(await lookUp(sql`select slug_taken('thief') as taken`)).toEqual([{ taken: false }]);
  expect(await mailFor(again.email)).toEqual(["address_in_use"]);
  expect(await signIn({ email: wanted.email, password: again.password, network })).toMatchObject({ ok: false });
});

test("gives two businesses of one name two addresses, even at the same moment", async () => {
  const twins = Array.from({ length: 4 }, () => newcomer({ businessName: "Twin Plumbing" }));
  await Promise.all(twins.map(signUp));
  const slugs = await Promise.all(
    ["", "-2", "-3", "-4"].map(
      async (end) =>
        (await lookUp<{ taken: boolean }>(sql`select slug_taken(${`twin-plumbing${end}`}) as taken`))[0]?.taken,
    ),
  );
  expect(slugs).toEqual([true, true, true, true]);
});

test("makes one account when one address signs up twice at the same moment", async () => {
  const wanted = newcomer();
  await Promise.all([signUp(wanted), signUp(wanted)]);
  expect(await usersNamed(wanted.email)).toHaveLength(1);
  expect((await mailFor(wanted.email)).toSorted()).toEqual(["address_in_use", "welcome"]);
});

test("somebody else's workspace is not found, and neither is one that isn't there", async () => {
  const [mine, theirs] = [newcomer({ businessName: "Mine" }), newcomer({ businessName: "Theirs" })];
  await Promise.all([signUp(mine), signUp(theirs)]);
  const me = await signIn({ email: mine.email, password: mine.password, network });
  if (!me.ok) throw new Error(me.words);
  expect(await findMembership(me.user.id, "mine")).toMatchObject({ role: "owner" });
  expect(await findMembership(me.user.id, "theirs")).toBeNull();
  expect(await findMembership(me.user.id, "nowhere")).toBeNull();
});
