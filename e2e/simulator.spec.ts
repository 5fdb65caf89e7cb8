import { freshNumber, textsFrom } from "./fixtures/carrier";
import { inDemo } from "./fixtures/database";
import { demo, signIn } from "./fixtures/people";
import { asShown } from "./fixtures/shown";
import { expect, test } from "./fixtures/test";

test("on the simulator a customer rings, nobody picks up, and text and call appear on the same page", async ({
  page,
  isMobile,
}) => {
  const customer = freshNumber();
  await signIn(page, { email: demo.owner, password: demo.password });
  await page.goto("/simulator");
  await expect(page.getByText("Simulator. No real calls or texts.")).toBeVisible();

  await page.getByLabel("You are").selectOption({ label: "Another number" });
  await page.getByLabel("Their number").fill(asShown(customer));
  await page.getByRole("combobox", { name: "Call", exact: true }).selectOption("Alder & Sons, the number on the van");
  await page.getByRole("button", { name: "Call", exact: true }).click();

  const thread = page.getByRole("region", { name: "Texts" });
  await expect(thread.getByText(/^Alder & Sons: .*STOP/)).toBeVisible({ timeout: 40_000 });
  const number = await inDemo(async (sql) => (await sql`select e164 from numbers where state = 'active'`)[0]?.e164);
  expect(await textsFrom(number, customer)).toHaveLength(1);

  if (isMobile) await page.getByRole("button", { name: "App", exact: true }).click();
  const app = page.frameLocator("iframe[title='Your app']");
  await app.getByRole("link", { name: asShown(customer) }).click();
  await expect(app.getByRole("heading", { name: /^We texted them \d+ seconds? after the call\.$/ })).toBeVisible();

  if (isMobile) await page.getByRole("button", { name: "Customer", exact: true }).click();
  await page.getByLabel("Text to the business").fill("The tap is dripping again.");
  await page.getByRole("button", { name: "Send the text" }).click();
  await expect(thread.getByText("The tap is dripping again.")).toBeVisible();
  if (isMobile) await page.getByRole("button", { name: "App", exact: true }).click();
  await expect(app.getByText("They replied.")).toBeVisible();
});
