import { callNow, freshNumber, ledger, placeCall, sendText, textsFrom } from "./fixtures/carrier";
import { attestRegistration, getNumber, ringDirectly } from "./fixtures/line";
import { newcomer } from "./fixtures/people";
import { asShown } from "./fixtures/shown";
import { expect, test } from "./fixtures/test";

test("a newcomer's missed call becomes a text, a reply, and a lead with its reason", async ({ page }) => {
  const [customer, luis] = [freshNumber(), freshNumber()];
  const shown = asShown(customer);

  const { base, business } = await newcomer(page);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Five steps to your first text.");

  const number = await getNumber(page, base);
  await ringDirectly(page, luis);
  await attestRegistration(page);

  await page.goto(`${base}/leads`);
  const call = await placeCall({ from: customer, to: number });
  await expect.poll(async () => (await callNow(call.id)).state, { timeout: 40_000 }).toBe("ended");
  await expect.poll(() => textsFrom(number, customer), { timeout: 10_000 }).toHaveLength(1);

  const [text] = await textsFrom(number, customer);
  const rungOut = (await ledger("call_ended")).find(({ to }) => to === luis);
  expect(text?.at).toBeGreaterThan(rungOut?.at ?? Number.POSITIVE_INFINITY);
  expect(text?.body).toContain(business);
  expect(text?.body).toContain("STOP");

  // Nothing was reloaded since before the call.
  const lead = page.getByRole("link", { name: shown });
  await expect(lead).toBeVisible();
  await sendText({ from: customer, to: number, body: "Can you cut my hair on Friday?" });
  await expect(page.getByText("Can you cut my hair on Friday?")).toBeVisible();
  await lead.click();

  const timeline = page.getByRole("region", { name: "Timeline" });
  await expect(timeline.getByText("Can you cut my hair on Friday?")).toBeVisible();
  await expect(timeline.getByText(/Delivered/)).toBeVisible();

  await page.getByRole("textbox", { name: /^Text to/ }).fill("Yes, Friday at ten.");
  await page.getByRole("button", { name: "Send" }).click();
  await expect(timeline.getByText("Yes, Friday at ten.")).toBeVisible();
  await expect
    .poll(async () => (await textsFrom(number, customer)).map(({ body }) => body), { timeout: 15_000 })
    .toContain("Yes, Friday at ten.");

  await sendText({ from: customer, to: number, body: "STOP" });
  await expect(
    page.getByText(/They texted STOP on .* Only they can start texts again, by texting START\./),
  ).toBeVisible();
  await expect(page.getByRole("textbox", { name: /^Text to/ })).toHaveCount(0);

  await page.goto(`${base}/calls`);
  await page.getByRole("link", { name: shown }).click();
  await expect(page.getByRole("heading", { name: "What we checked, in order" })).toBeVisible();
  await expect(page.getByRole("heading", { name: /^We texted them \d+ seconds? after the call\.$/ })).toBeVisible();
  await expect(page.getByText("The call ended without an answer")).toBeVisible();
  await expect(page.getByRole("listitem").filter({ hasText: "Text sent" })).toHaveText(/\d+ s after the call/);
});
