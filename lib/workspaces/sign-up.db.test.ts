import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { auditLog, recoverySettings } from "@/db/schema/workspaces";
import { closeDatabase, lookUp, withWorkspace } from "@/db/tenant";
import { makeUser } from "@/db/testing/factories";
import { skipTime } from "@/db/testing/skip-time";
import { forgetExpired } from "@/lib/auth/forget-expired";
import { requestPasswordReset } from "@/lib/auth/reset-password";
import { mailHandlers } from "@/lib/jobs/mail";
import { closeQueue } from "@/lib/jobs/queue";
import { newcomer, tokenIn } from "@/lib/operator/testing/newcomer";
import { findMembership, listWorkspaces } from "./list-workspaces";
import { findSignUpLink, openSignUpLink, requestSignUp } from "./sign-up";

// As the demo has it: mail lies in the mailbox that the simulator shows.
beforeAll(() => {
  vi.stubEnv("APP_URL", "http://localhost:3000");
  vi.stubEnv("TWILIO_API_URL", "http://localhost:4000");
  vi.stubEnv("SIMULATOR_URL", "http://localhost:4000");
  vi.stubEnv("SIGN_UP", "open");
  vi.stubEnv("OPEN_WITHOUT_BILLING", "yes");
});
afterAll(async () => {
  await closeQueue();
  await closeDatabase();
});

type Job = { id: string; data: { kind: "sign_up"; email: string }; priority: number };

const jobsFor = (email: string) =>
  lookUp<Job>(sql`
    select id, data, priority from pgboss.job where name = 'mail' and data->>'email' = ${email} order by created_on`);
const mailTo = (email: string) =>
  lookUp<{ subject: string; text: string }>(
    sql`select subject, text from mailbox where lower("to") = lower(${email}) order by created_at`,
  );
const usersNamed = (email: string) => lookUp(sql`select 1 from users where lower(email) = lower(${email})`);
const someAddress = () => `${randomUUID()}@people.test`;

async function mailedLink(email = someAddress()): Promise<{ email: string; token: string }> {
  await requestSignUp(email);
  await mailHandlers.mail(await jobsFor(email));
  return { email, token: tokenIn((await mailTo(email)).at(-1)?.text) };
}

test("takes nobody before the first account is made", async () => {
  expect(await requestSignUp(someAddress())).toEqual({ ok: false, trouble: "closed" });
  await makeUser();
  expect(await requestSignUp(someAddress())).toEqual({ ok: true });
});

test("mails a link and makes nothing; the link makes the person, their workspace and all it starts with", async () => {
  const { email, token } = await mailedLink();
  expect(await usersNamed(email)).toEqual([]);
  expect(await findSignUpLink(token)).toEqual({ ok: true, email });
  const opened = await openSignUpLink({ token, ...newcomer });
  if (!opened.ok) throw new Error(opened.trouble);
  const [seat, ...others] = await listWorkspaces(opened.userId);
  expect(others).toEqual([]);
  expect(seat).toMatchObject({
    role: "owner",
    workspace: { slug: opened.slug, name: "Fern & Finch", timeZone: "America/Denver" },
  });
  if (!seat) throw new Error("The workspace is missing");
  const [settings] = await withWorkspace(seat.workspace.id, (tx) => tx.select().from(recoverySettings));
  expect(settings?.textingHours).toEqual(Array(7).fill([{ from: "08:00", to: "21:00" }]));
  const audit = await withWorkspace(seat.workspace.id, (tx) => tx.select().from(auditLog));
  expect(audit).toMatchObject([{ action: "workspace.created", actorUserId: opened.userId }]);
  const [person] = await lookUp(sql`
    select email_proved_at is not null as proved, operator_at as operator from users where id = ${opened.userId}`);
  expect(person).toEqual({ proved: true, operator: null });
  const events = await lookUp<{ kind: string }>(sql`select kind from account_events where user_id = ${opened.userId}`);
  expect(events.map(({ kind }) => kind).toSorted()).toEqual(["account_created", "email_proved", "workspace_opened"]);
});

test("leaves the same behind for an address somebody has, and tells its owner alone, in words of ours", async () => {
  const { email, userId } = await makeUser("You won. Claim at https://evil.example/prize");
  const unknown = someAddress();
  for (const asked of [email.toUpperCase(), unknown]) expect(await requestSignUp(asked)).toEqual({ ok: true });
  const [ofKnown, ofUnknown] = [await jobsFor(email.toUpperCase()), await jobsFor(unknown)];
  expect([ofKnown, ofUnknown].map((jobs) => jobs.map(({ data }) => data.kind))).toEqual([["sign_up"], ["sign_up"]]);
  await mailHandlers.mail([...ofKnown, ...ofUnknown]);
  expect(await mailTo(email)).toMatchObject([{ subject: "Somebody tried to sign up with your address" }]);
  expect(await mailTo(unknown)).toMatchObject([{ subject: "Open your Ringback workspace" }]);
  for (const { text } of [...(await mailTo(email)), ...(await mailTo(unknown))]) expect(text).not.toContain("prize");
  expect(await listWorkspaces(userId)).toEqual([]);
  expect(await usersNamed(email)).toHaveLength(1);
});

test("mail for people with an account goes before that which strangers ask for", async () => {
  const { email } = await makeUser();
  const unknown = someAddress();
  await requestPasswordReset(unknown);
  await requestPasswordReset(email);
  const [later, sooner] = [...(await jobsFor(unknown)), ...(await jobsFor(email))].map(({ priority }) => priority);
  expect(sooner).toBeGreaterThan(later ?? Number.NaN);
});

test("a link works once, also when three open it at the same moment, and takes the address's others with it", async () => {
  const { email, token } = await mailedLink();
  const other = await mailedLink(email);
  const tried = await Promise.all([1, 2, 3].map(() => openSignUpLink({ token, ...newcomer })));
  expect(tried.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await usersNamed(email)).toHaveLength(1);
  expect(await findSignUpLink(token)).toEqual({ ok: false, trouble: "used" });
  expect(await openSignUpLink({ token: other.token, ...newcomer })).toEqual({ ok: false, trouble: "used" });
});

test("a link opens nothing for an address that got its account meanwhile", async () => {
  const { email, token } = await mailedLink();
  const { userId } = await makeUser();
  await lookUp(sql`update users set email = upper(${email}) where id = ${userId}`);
  expect(await openSignUpLink({ token, ...newcomer })).toEqual({ ok: false, trouble: "has_account" });
  expect(await usersNamed(email)).toHaveLength(1);
});

test("a link is over after an hour and forgotten after a day; an invented one is none", async () => {
  const { token } = await mailedLink();
  await skipTime(3601);
  expect(await findSignUpLink(token)).toEqual({ ok: false, trouble: "over" });
  expect(await openSignUpLink({ token, ...newcomer })).toEqual({ ok: false, trouble: "over" });
  await skipTime(24 * 3600);
  await forgetExpired();
  expect(await findSignUpLink(token)).toEqual({ ok: false, trouble: "unknown" });
  await skipTime(-25 * 3600 - 1);
});

test("makes nothing when one part of it fails, and the link is still good", async () => {
  const { email, token } = await mailedLink();
  await expect(openSignUpLink({ token, ...newcomer, timeZone: "\u0000" })).rejects.toThrow();
  expect(await usersNamed(email)).toEqual([]);
  expect(await findSignUpLink(token)).toEqual({ ok: true, email });
});

test("gives businesses of one name addresses of their own, even at the same moment, and shows nobody the others'", async () => {
  const links = await Promise.all(Array.from({ length: 4 }, () => mailedLink()));
  const opened = await Promise.all(
    links.map(({ token }) => openSignUpLink({ token, ...newcomer, businessName: "Twin Plumbing" })),
  );
  const made = opened.flatMap((one) => (one.ok ? [one] : []));
  expect(made.map(({ slug }) => slug).toSorted()).toEqual([
    "twin-plumbing",
    "twin-plumbing-2",
    "twin-plumbing-3",
    "twin-plumbing-4",
  ]);
  const [mine, theirs] = made;
  expect(await findMembership(mine?.userId ?? "", mine?.slug ?? "")).toMatchObject({ role: "owner" });
  expect(await findMembership(mine?.userId ?? "", theirs?.slug ?? "")).toBeNull();
});
