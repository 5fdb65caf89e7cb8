import { callNow, freshNumber, placeCall, textsFrom } from "./fixtures/carrier";
import { inDemo } from "./fixtures/database";
import { attestRegistration, getNumber, ringDirectly } from "./fixtures/line";
import { demo, newcomer, signIn } from "./fixtures/people";
import { expect, test } from "./fixtures/test";

test.skip(({ isMobile }) => isMobile, "The same panel stands on every screen; looks are tried on both");

/** Nothing can or need be done about these: a person answered, or the caller's own wish or number forbids it. */
const WITHOUT_REMEDY = ["answered", "caller_id_withheld", "not_a_phone", "own_number", "opted_out"];

/** Every reason the database accepts, with a call of the demo that stopped for it. */
async function callsByReason(): Promise<Map<string, string | undefined>> {
  return inDemo(async (sql) => {
    const [rule] = await sql<{ words: string }[]>`
      select pg_get_constraintdef(oid) as words from pg_constraint
      where conrelid = 'recoveries'::regclass and pg_get_constraintdef(oid) like '%already_processed%'`;
    const reasons = [...(rule?.words ?? "").matchAll(/'(\w+)'/g)].map(([, reason]) => reason ?? "");
    const rows = await sql<{ reason: string; call_id: string }[]>`
      select distinct on (reason) reason, call_id from recoveries where reason is not null order by reason, decided_at
    `;
    const [answered] = await sql<{ id: string }[]>`select id from calls where state = 'answered' limit 1`;
    const found = new Map([["answered", answered?.id], ...rows.map((row) => [row.reason, row.call_id] as const)]);
    return new Map(reasons.map((reason) => [reason, found.get(reason)]));
  });
}

test("every reason has a call in the demo that says why in a sentence, and a remedy that leads somewhere", async ({
  page,
}) => {
  await signIn(page, { email: demo.owner, password: demo.password });
  const calls = await callsByReason();
  expect(calls.size).toBeGreaterThan(25);
  const panel = page.getByRole("complementary", { name: "The call" });
  const led = new Map<string, Promise<string>>();
  for (const [reason, callId] of calls) {
    await test.step(reason, async () => {
      expect(callId, "a call of the demo").toBeTruthy();
      await page.goto(`/w/${demo.slug}/calls/${callId}`);
      const headline = panel.getByRole("heading", { level: 2 });
      await expect(headline).toHaveText(/^(No text|Not texted|Waiting)\b.*\.$/);
      await expect(panel.getByRole("heading", { name: "What we checked, in order" })).toBeVisible();
      const remedies = headline.locator("xpath=..").locator("form, a:not([href*='/leads/'])");
      const opensLead = headline.locator("xpath=..").getByRole("link", { name: /^Open (conversation|the call)$/ });
      if (WITHOUT_REMEDY.includes(reason)) return expect(remedies).toHaveCount(0);
      expect((await remedies.count()) + (await opensLead.count()), "remedies").toBeGreaterThan(0);
      for (const link of [...(await remedies.and(page.locator("a")).all()), ...(await opensLead.all())]) {
        const address = (await link.getAttribute("href")) ?? "";
        if (address.startsWith("tel:+")) continue;
        const [path = "", place] = address.split("#");
        if (!led.has(path))
          led.set(
            path,
            page.request.get(path).then((it) => (it.ok() ? it.text() : `${it.status()}`)),
          );
        const words = (await led.get(path)) ?? "";
        expect(words, path).toContain("</html>");
        if (place) expect.soft(words.includes(`id="${place}"`), `${address} is a place on that page`).toBe(true);
      }
    });
  }
});

test("texting switched off says so with its remedy, and 'Text them anyway' texts", async ({ page }) => {
  const customer = freshNumber();
  const { base, business } = await newcomer(page);
  const number = await getNumber(page, base);
  await ringDirectly(page, freshNumber());
  await attestRegistration(page);
  await page.goto(`${base}/recovery`);
  await page.getByRole("button", { name: "Turn off" }).click();
  await expect(page.getByText("Automatic texts are off")).toBeVisible();

  const call = await placeCall({ from: customer, to: number, hangUpAfterSeconds: 2 });
  await expect.poll(async () => (await callNow(call.id)).state, { timeout: 20_000 }).toBe("ended");
  await page.goto(`${base}/calls`);
  await page.getByRole("link", { name: /^\(\d{3}\) 555-/ }).click();
  await expect(page.getByRole("heading", { name: "Not texted: automatic texts are off." })).toBeVisible();
  expect(await textsFrom(number, customer)).toHaveLength(0);

  await page.getByRole("button", { name: "Text them anyway" }).click();
  await expect.poll(() => textsFrom(number, customer), { timeout: 10_000 }).toHaveLength(1);
  expect((await textsFrom(number, customer))[0]?.body).toContain(business);
  await expect(page.getByRole("heading", { name: /^Robin texted them at / })).toBeVisible();

  await page.goto(`${base}/calls?reason=text_back_off`);
  await page.goto(`${base}/recovery`);
  await page.getByRole("button", { name: "Turn on" }).click();
  await expect(page.getByText("Automatic texts are on")).toBeVisible();
});
