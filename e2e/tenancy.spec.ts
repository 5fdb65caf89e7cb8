import fs from "node:fs";
import path from "node:path";
import type { Browser } from "playwright/test";
import { inDemo } from "./fixtures/database";
import { formsOf, send } from "./fixtures/forms";
import { getNumber } from "./fixtures/line";
import { demo, newcomer, signIn } from "./fixtures/people";
import { asShown } from "./fixtures/shown";
import { expect, test } from "./fixtures/test";

test.skip(({ isMobile }) => isMobile, "What may be seen does not depend on the screen");

const demoBase = `/w/${demo.slug}`;

/** Every page and route handler under a workspace, from the files that make them. */
function routes(): string[] {
  const root = path.join(import.meta.dirname, "../app/w/[workspace]");
  return fs
    .readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((file) => /(^|\/)(page\.tsx|route\.ts)$/.test(file))
    .map((file) => `/${path.dirname(file)}`.replace(/\/\([^/)]*\)/g, "").replace(/\/\.$/, ""));
}

async function idsOfDemo() {
  return inDemo(async (sql) => {
    const [ids] = await sql<{ lead: string; call: string; number: string; message: string }[]>`
      select (select id from leads limit 1) as lead, (select id from calls limit 1) as call,
        (select id from numbers limit 1) as number, (select id from messages limit 1) as message`;
    if (!ids) throw new Error("The demo is empty");
    return ids;
  });
}

/** Names and numbers that only the demo's people may read. */
async function markersOfDemo(): Promise<string[]> {
  return inDemo(async (sql) => {
    const leads = await sql<{ name: string | null; caller_e164: string }[]>`select name, caller_e164 from leads`;
    const numbers = leads.map((lead) => lead.caller_e164);
    const names = leads.flatMap(({ name }) => name ?? []);
    return [...names, ...numbers, ...numbers.map(asShown), demo.owner, demo.member];
  });
}

async function addresses(base: string): Promise<string[]> {
  const ids = await idsOfDemo();
  const known: Record<string, string> = {
    "/calls/[id]": ids.call,
    "/leads/[id]": ids.lead,
    "/media/[messageId]/[index]": ids.message,
  };
  const plain = routes().map((route) => {
    const filled = route.replace(/\[(id|messageId)\]/, known[route] ?? "uncovered").replace("[index]", "0");
    expect(filled, "a route with an id that this test knows").not.toMatch(/\[|uncovered/);
    return base + filled;
  });
  return [...plain, `${base}/calls?call=${ids.call}`, `${base}/phone?number=${ids.number}`];
}

/** What somebody outside could change if a door were open. */
const settingsOfDemo = () =>
  inDemo(async (sql) => {
    const [state] = await sql`select
      (select jsonb_agg(to_jsonb(s)) from recovery_settings s) as settings,
      (select jsonb_agg(to_jsonb(n) - 'last_forwarded_at') from numbers n) as numbers,
      (select jsonb_agg(to_jsonb(p) order by id) from ring_phones p) as phones,
      (select jsonb_agg(to_jsonb(x) order by e164) from excluded_numbers x) as excluded,
      (select count(*)::int from audit_log) as audited,
      (select count(*)::int from leads where source = 'manual') as leads_by_hand`;
    return state;
  });

const someoneNew = async (browser: Browser) => (await browser.newContext()).newPage();

test("signed out, every page sends to sign-in and every stream and file says nothing", async ({ request }) => {
  for (const address of await addresses(demoBase)) {
    const answer = await request.get(address, { maxRedirects: 0 });
    if (/\/(events|media\/.*)$/.test(address)) {
      expect(answer.status(), address).toBe(404);
    } else {
      expect(answer.status(), address).toBe(307);
      expect(answer.headers().location, address).toContain(
        `/sign-in?next=${encodeURIComponent(address.split("?")[0] ?? "")}`,
      );
    }
  }
});

test("another workspace's owner finds none of this one's pages, ids or actions", async ({ page, browser }) => {
  const { base } = await newcomer(page, "Cedar Dental");
  const markers = await markersOfDemo();
  for (const address of await addresses(demoBase)) {
    const answer = await page.request.get(address);
    expect(answer.status(), address).toBe(404);
    const body = await answer.text();
    expect(
      markers.filter((marker) => body.includes(marker)),
      address,
    ).toEqual([]);
  }
  for (const address of (await addresses(base)).filter((each) => !each.endsWith("/events"))) {
    const written = await (await page.request.get(address)).text();
    const body = written.replaceAll(/placeholder\W{1,8}[^"\\]*/g, "");
    expect(
      markers.filter((marker) => body.includes(marker)),
      address,
    ).toEqual([]);
  }

  const ids = await idsOfDemo();
  const own = await getNumber(page, base);
  expect(own).toMatch(/^\+1503/);
  const before = await settingsOfDemo();
  for (const screen of ["/recovery", "/phone", "/leads/new"]) {
    const forms = await formsOf(page, base + screen);
    const written = JSON.stringify(forms);
    const ownIds = [...new Set(written.match(/[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g) ?? [])];
    const instead = {
      [base.slice("/w/".length)]: demo.slug,
      ...Object.fromEntries(ownIds.map((id) => [id, ids.number])),
    };
    for (const form of forms) {
      const answer = await send({ request: page.request, address: base + screen, form, instead });
      expect(answer.status(), `${screen}: ${form.words}`).toBe(404);
      const foreignId = Object.fromEntries(ownIds.map((id) => [id, ids.number]));
      if (ownIds.length === 0) continue;
      const mixed = await send({ request: page.request, address: base + screen, form, instead: foreignId });
      expect(await mixed.text(), form.words).not.toContain(demo.slug);
    }
  }
  expect(await settingsOfDemo()).toEqual(before);

  const visitor = await someoneNew(browser);
  const [form] = await formsOf(page, `${base}/recovery`);
  if (form) expect((await send({ request: visitor.request, address: `${base}/recovery`, form })).status()).toBe(303);
  await visitor.context().close();
});

test("a member reads the settings, is told who may change them, and is refused when asking anyway", async ({
  page,
  browser,
}) => {
  await signIn(page, { email: demo.member, password: demo.password });
  const owner = await someoneNew(browser);
  await signIn(owner, { email: demo.owner, password: demo.password });
  const before = await settingsOfDemo();
  for (const screen of ["/recovery", "/phone"]) {
    const address = demoBase + screen;
    await page.goto(address);
    await expect(page.getByText(/Only owners and admins can change this\./)).toBeVisible();
    await expect(page.getByRole("main").getByRole("button", { name: /^(Save|Turn off|Release number)/ })).toHaveCount(
      0,
    );
    const forms = await formsOf(owner, address);
    expect(forms.length, screen).toBeGreaterThan(3);
    for (const form of forms) {
      const answer = await send({ request: page.request, address, form });
      expect(answer.status(), `${screen}: ${form.words}`).toBeGreaterThanOrEqual(400);
    }
  }
  expect(await settingsOfDemo()).toEqual(before);
  await owner.context().close();
});

test("a form sent from another site is refused, and a session that was ended opens nothing any more", async ({
  page,
  browser,
}) => {
  const person = await newcomer(page);
  const address = `${person.base}/recovery`;
  const turnOff = (await formsOf(page, address)).find(({ words }) => words === "Turn off");
  if (!turnOff) throw new Error("There is no way to turn texting off");

  const forged = await send({ request: page.request, address, form: turnOff, origin: "https://evil.example" });
  expect(forged.status()).toBeGreaterThanOrEqual(400);
  await page.goto(address);
  await expect(page.getByText("Automatic texts are on")).toBeVisible();

  const elsewhere = await someoneNew(browser);
  await signIn(elsewhere, person);
  await elsewhere.goto("/account");
  await elsewhere.getByRole("button", { name: "Sign out everywhere" }).click();
  await elsewhere.waitForURL(/\/sign-in/);
  await elsewhere.context().close();

  const ended = await page.request.get(address, { maxRedirects: 0 });
  expect(ended.status()).toBe(307);
  const refused = await send({ request: page.request, address, form: turnOff });
  expect(refused.headers().location ?? "").toContain("/sign-in");
  expect((await page.request.get(`${person.base}/events`)).status()).toBe(404);
  await signIn(page, person);
  await page.goto(address);
  await expect(page.getByText("Automatic texts are on")).toBeVisible();
});
