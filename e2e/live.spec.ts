import { freshNumber, placeCall, sendText } from "./fixtures/carrier";
import { getNumber } from "./fixtures/line";
import { newcomer } from "./fixtures/people";
import { asShown } from "./fixtures/shown";
import { expect, test } from "./fixtures/test";

test.skip(({ isMobile }) => isMobile, "The stream does not depend on the screen");

test("what happens in one tab or on the line shows in the other tab without a reload", async ({ page, context }) => {
  const customer = freshNumber();
  const { base } = await newcomer(page);
  const number = await getNumber(page, base);
  const other = await context.newPage();
  await page.goto(`${base}/calls`);
  await other.goto(`${base}/leads`);
  for (const tab of [page, other]) await tab.evaluate(() => Object.assign(window, { neverReloaded: true }));

  await placeCall({ from: customer, to: number, hangUpAfterSeconds: 1 });
  await expect(page.getByRole("link", { name: asShown(customer) })).toBeVisible();
  await expect(other.getByRole("link", { name: asShown(customer) })).toBeVisible();

  await sendText({ from: customer, to: number, body: "Is anybody there?" });
  await expect(other.getByText("Is anybody there?")).toBeVisible();

  await page
    .getByRole("navigation", { name: "Main" })
    .getByRole("link", { name: /^Leads/ })
    .click();
  await page.getByRole("link", { name: asShown(customer) }).click();
  await page.getByLabel("Name", { exact: true }).fill("Karen Boyd");
  await page.getByRole("button", { name: "Save facts" }).click();
  await expect(other.getByRole("link", { name: "Karen Boyd" })).toBeVisible();
  await other.getByRole("button", { name: "Move Karen Boyd to" }).click();
  await other.getByRole("menuitem", { name: "New" }).click();
  await expect(
    page.getByRole("complementary", { name: "About Karen Boyd" }).getByRole("button", { name: "New" }),
  ).toBeVisible();

  for (const tab of [page, other]) expect(await tab.evaluate(() => "neverReloaded" in window)).toBe(true);
});
