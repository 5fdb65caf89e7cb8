import type { BrowserContext, Page } from "playwright/test";
import { freshNumber, sendText } from "./fixtures/carrier";
import { attestRegistration, getNumber } from "./fixtures/line";
import { newcomer } from "./fixtures/people";
import { asShown } from "./fixtures/shown";
import { expect, test } from "./fixtures/test";

test.skip(({ isMobile }) => isMobile, "How a page lives without a network does not depend on the screen");

const composer = (page: Page) => page.getByRole("textbox", { name: /^Text to/ });

/** A newcomer whose caller has texted, with that lead open. */
async function openLead(page: Page) {
  const customer = freshNumber();
  const { base } = await newcomer(page);
  const number = await getNumber(page, base);
  await attestRegistration(page);
  await sendText({ from: customer, to: number, body: "Do you do water heaters?" });
  await page.goto(`${base}/leads`);
  await page.getByRole("link", { name: asShown(customer) }).click();
  await expect(composer(page)).toBeVisible();
  return { base, number, customer };
}

/** What a browser writes on the console when it has no network, or a proxy answers, is the point of these tests. */
function without(complaints: string[], expected: RegExp): void {
  complaints.splice(0, complaints.length, ...complaints.filter((complaint) => !expected.test(complaint)));
}

async function network(context: BrowserContext, up: boolean): Promise<void> {
  await context.setOffline(!up);
}

test("keeps an open page and half a reply while the network is away, says so, and catches up", async ({
  page,
  context,
  complaints,
}) => {
  await page.clock.install();
  const { customer, number } = await openLead(page);
  const address = page.url();
  await composer(page).fill("Half a reply");

  await network(context, false);
  await page.clock.runFor("03:00");
  await expect(
    page.getByText(/You're offline\. This page is as it was at \d+:\d\d [AP]M\. It catches up/),
  ).toBeVisible();
  await expect(composer(page)).toHaveValue("Half a reply");

  await page.getByRole("link", { name: "Leads" }).first().click();
  await expect(page.getByText(/Links open again when you're back\. What you typed stays here\./)).toBeVisible();
  await expect(composer(page)).toHaveValue("Half a reply");
  expect(page.url()).toBe(address);

  await sendText({ from: customer, to: number, body: "Hello? Are you there?" });
  await network(context, true);
  await page.clock.runFor("01:00");
  await expect(page.getByText("Hello? Are you there?")).toBeVisible();
  await expect(page.getByText(/You're offline/)).toHaveCount(0);
  await expect(composer(page)).toHaveValue("Half a reply");
  without(complaints, /ERR_INTERNET_DISCONNECTED/);
});

test("keeps an open page and half a reply while a proxy answers for a server that restarts", async ({
  page,
  context,
  complaints,
}) => {
  const { customer, number } = await openLead(page);
  await composer(page).fill("Half a reply");
  let refused = 0;
  const isReading = (url: URL) => url.searchParams.has("_rsc");
  await context.route(isReading, (route) => {
    refused += 1;
    return route.fulfill({ status: 502, contentType: "text/html", body: "<h1>502 Bad Gateway</h1>" });
  });
  await sendText({ from: customer, to: number, body: "Hello? Are you there?" });
  await expect.poll(() => refused).toBeGreaterThan(1);
  await expect(composer(page)).toHaveValue("Half a reply");

  await context.unroute(isReading);
  await expect(page.getByText("Hello? Are you there?")).toBeVisible();
  await expect(composer(page)).toHaveValue("Half a reply");
  without(complaints, /status of 502/);
});
