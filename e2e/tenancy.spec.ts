import type { Browser } from "playwright/test";
import { demote } from "./fixtures/database";
import { formsOf, send } from "./fixtures/forms";
import { demo, newcomer, signIn } from "./fixtures/people";
import { expect, test } from "./fixtures/test";

test.skip(({ isMobile }) => isMobile, "What may be seen does not depend on the screen");

const someoneNew = async (browser: Browser) => (await browser.newContext()).newPage();

// That asking anyway is refused, whatever is asked and by whom, is the isolation matrix's to try.
test("a member reads the settings and is told who may change them", async ({ page }) => {
  await signIn(page, { email: demo.member, password: demo.password });
  for (const screen of ["/recovery", "/phone"]) {
    await page.goto(`/w/${demo.slug}${screen}`);
    await expect(page.getByText(/Only owners and admins can change this\./)).toBeVisible();
    await expect(page.getByRole("main").getByRole("button", { name: /^(Save|Turn off|Release number)/ })).toHaveCount(
      0,
    );
  }
});

test("whose role was lowered while a page stood open is told so, and changes nothing", async ({ page }) => {
  const person = await newcomer(page);
  await page.goto(`${person.base}/recovery`);
  await demote(person.email);
  await page.getByRole("button", { name: "Turn off" }).click();
  await expect(page.getByText("Only owners and admins can change this.")).toBeVisible();
  await page.goto(`${person.base}/recovery`);
  await expect(page.getByText("Automatic texts are on")).toBeVisible();
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
  expect((await page.request.get("/api/events")).status()).toBe(401);
  await signIn(page, person);
  await page.goto(address);
  await expect(page.getByText("Automatic texts are on")).toBeVisible();
});
