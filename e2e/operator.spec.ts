import { randomBytes } from "node:crypto";
import { inDemo } from "./fixtures/database";
import { demo, newcomer, signIn } from "./fixtures/people";
import { expect, test } from "./fixtures/test";

const PAGES = ["", "/workspaces", "/invitations", "/unroutable", "/jobs", "/limits", "/log"];

/** Everything of callers that the demo knows: numbers in every way they are written, names, and what was texted. */
const secretsOfCallers = () =>
  inDemo(async (sql) => {
    const rows = await sql<{ number: string; name: string | null; body: string | null }[]>`
      select l.caller_e164 as number, l.name, m.body from leads l
      left join messages m on m.workspace_id = l.workspace_id and m.lead_id = l.id`;
    const numbers = rows.flatMap(({ number }) => {
      const [, area, exchange, line] = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(number) ?? [];
      return area ? [number.slice(2), `(${area}) ${exchange}-${line}`] : [number];
    });
    const words = rows.flatMap(({ name, body }) => [name, body]).filter((text) => text !== null && text.length > 6);
    return new Set([...numbers, ...words]);
  });

test("an operator sees how the installation is, and nothing of any caller", async ({ page, isMobile }) => {
  const secrets = await secretsOfCallers();
  expect(secrets.size).toBeGreaterThan(20);
  const base = await signIn(page, { email: demo.owner, password: demo.password });
  await page.goto("/operator");
  await expect(page.getByRole("heading", { level: 1 })).toContainText(/^Callers are being texted\./);
  const health = page.getByRole("region", { name: "Health" });
  for (const part of ["Database", "Worker", "Queue", "Sweep", "Carrier account", "Mail", "Disk", "Version"]) {
    await expect(health.getByText(part, { exact: true })).toBeVisible();
  }
  await page.getByRole("button", { name: "Check now" }).click();
  await expect(health.getByText(/\$41\.20/)).toBeVisible();
  await expect(page.getByRole("region", { name: "Workspaces" }).getByText("Alder & Sons")).toBeVisible();
  for (const path of PAGES) {
    await page.goto(`/operator${path}`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    const html = await page.content();
    expect([...secrets].filter((secret) => secret !== null && html.includes(secret))).toEqual([]);
  }
  await page.goto(base);
  if (isMobile) await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("button", { name: "Your account" }).locator("visible=true").click();
  await expect(page.getByRole("menuitem", { name: "This installation" })).toBeVisible();
});

test("a plain owner finds nothing there, and is told who suspended their workspace", async ({ page, browser }) => {
  const business = `Juniper ${randomBytes(4).toString("hex")}`;
  const person = await newcomer(page, business);
  for (const path of PAGES) {
    const answer = await page.goto(`/operator${path}`);
    expect(answer?.status(), path).toBe(404);
  }
  const operator = await (await browser.newContext()).newPage();
  await signIn(operator, { email: demo.owner, password: demo.password });
  await operator.goto("/operator/workspaces");
  await operator.getByRole("link", { name: business }).click();
  await operator.getByRole("button", { name: /^Suspend/ }).click();
  await expect(operator.getByRole("heading", { name: "Suspended" })).toBeVisible();
  await page.goto(person.base);
  await expect(page.getByText("This workspace was suspended by the operator of this installation.")).toBeVisible();
  await operator.getByRole("button", { name: /^Resume/ }).click();
  await expect(operator.getByRole("heading", { name: "Runs" })).toBeVisible();
  await page.goto(person.base);
  await expect(page.getByText("This workspace was suspended by the operator")).toHaveCount(0);
  await operator.context().close();
});
