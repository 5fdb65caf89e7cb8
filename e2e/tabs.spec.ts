import type { BrowserContext, Page, Request } from "playwright/test";
import { freshNumber, placeCall } from "./fixtures/carrier";
import { getNumber } from "./fixtures/line";
import { demo, newcomer, signIn } from "./fixtures/people";
import { asShown } from "./fixtures/shown";
import { expect, test } from "./fixtures/test";

test.skip(({ isMobile }) => isMobile, "The stream does not depend on the screen");

/** The event streams that are open in a browser now, and the page of each. */
function watchStreams(context: BrowserContext) {
  const open = new Set<Request>();
  context.on("request", (request) => {
    if (request.method() === "GET" && new URL(request.url()).pathname === "/api/events") open.add(request);
  });
  const ended = (request: Request) => open.delete(request);
  context.on("requestfinished", ended);
  context.on("requestfailed", ended);
  const forgetWhenClosed = (page: Page) =>
    page.on("close", () => {
      for (const request of open) if (request.frame().page() === page) open.delete(request);
    });
  for (const page of context.pages()) forgetWhenClosed(page);
  context.on("page", forgetWhenClosed);
  return {
    count: () => open.size,
    pages: () => [...open].map((request) => request.frame().page()),
    people: () => [...open].map((request) => new URL(request.url()).searchParams.get("person")),
  };
}

async function openTabs(context: BrowserContext, address: string, count: number): Promise<Page[]> {
  const tabs: Page[] = [];
  for (let opened = 0; opened < count; opened++) {
    const tab = await context.newPage();
    await tab.goto(address);
    tabs.push(tab);
  }
  return tabs;
}

test("nine tabs over HTTP/1.1 all load, and one stream keeps them all up to date, whoever leads", async ({
  page,
  context,
}) => {
  const streams = watchStreams(context);
  const { base } = await newcomer(page);
  const number = await getNumber(page, base);
  const tabs = await openTabs(context, `${base}/leads`, 9);
  await page.close();
  await expect.poll(streams.count).toBe(1);

  const first = freshNumber();
  await placeCall({ from: first, to: number, hangUpAfterSeconds: 1 });
  for (const tab of tabs) await expect(tab.getByRole("link", { name: asShown(first) })).toBeVisible();
  await expect.poll(streams.count).toBe(1);

  const [leader] = streams.pages();
  await leader?.close();
  const others = tabs.filter((tab) => tab !== leader);
  expect(others).toHaveLength(8);
  await expect.poll(streams.count).toBe(1);
  expect(others).toContain(streams.pages()[0]);

  const second = freshNumber();
  await placeCall({ from: second, to: number, hangUpAfterSeconds: 1 });
  for (const tab of others) await expect(tab.getByRole("link", { name: asShown(second) })).toBeVisible();
});

test("a tab of somebody who signed out in this browser hears nothing of whoever signs in there next", async ({
  page,
  context,
}) => {
  const robin = await newcomer(page);
  const streams = watchStreams(context);
  await page.goto(`${robin.base}/leads`);
  await expect.poll(streams.count).toBe(1);
  const [robinsId] = streams.people();

  const tab = await context.newPage();
  await tab.goto("/account");
  await tab.getByRole("button", { name: "Sign out", exact: true }).click();
  await tab.waitForURL(/\/sign-in/);
  const theirs = await signIn(tab, { email: demo.member, password: demo.password });
  await tab.goto(`${theirs}/leads`);

  await expect(page.getByRole("heading", { name: "Nobody at this address." })).toBeVisible({ timeout: 60_000 });
  await expect.poll(streams.pages).toEqual([tab]);
  expect(streams.people()).not.toContain(robinsId);
});
