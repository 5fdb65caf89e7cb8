import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright/test";
import { inDemo } from "./fixtures/database";
import { asOwnerOfDemo, demo } from "./fixtures/people";
import { expect, test } from "./fixtures/test";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"];
const outside = ["/", "/sign-in", "/sign-up"];

const base = `/w/${demo.slug}`;
const screens = {
  Home: base,
  Calls: `${base}/calls`,
  "a call": `${base}/calls?call={call}`,
  "the board": `${base}/leads`,
  "the table": `${base}/leads?view=table`,
  "a lead": `${base}/leads/{lead}`,
  "Phone line": `${base}/phone`,
  Recovery: `${base}/recovery`,
  Billing: `${base}/billing`,
  "the first step of set-up": `${base}/onboarding?new=1`,
  "the simulator": "/simulator",
  "the account": "/account",
  "the installation": "/operator",
  "its workspaces": "/operator/workspaces",
  "its limits": "/operator/limits",
};

/** A screen's address, with the newest lead and the newest call that was decided. */
async function addressOf(screen: string): Promise<string> {
  return inDemo(async (sql) => {
    const [lead] = await sql<{ id: string }[]>`select id from leads order by last_activity_at desc limit 1`;
    const [call] = await sql<{ id: string }[]>`select call_id as id from recoveries order by decided_at desc limit 1`;
    return screen.replace("{lead}", lead?.id ?? "").replace("{call}", call?.id ?? "");
  });
}

/**
 * All rules in the light; in the dark those that look at colours, for nothing else differs, and on the desktop, where the
 * same colours stand as on a phone and more of them.
 */
async function accessible(page: Page, isMobile: boolean): Promise<void> {
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  const light = await axe(page).withTags(RULES).analyze();
  const found = { light, ...(isMobile ? {} : { dark: await inTheDark(page) }) };
  for (const [theme, { violations }] of Object.entries(found)) {
    const named = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
    expect.soft(named, `${page.url()} in ${theme}`).toEqual([]);
  }
}

/** The mode for pages without frames of other sites: no page here has any, and it takes a third of the time less. */
const axe = (page: Page) => new AxeBuilder({ page }).setLegacyMode(true);

async function inTheDark(page: Page): ReturnType<AxeBuilder["analyze"]> {
  await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
  // A colour still on its way to the dark would be judged for what it is not.
  expect(await page.evaluate(() => document.getAnimations().filter((one) => one instanceof CSSTransition).length)).toBe(
    0,
  );
  return axe(page).withRules(["color-contrast", "link-in-text-block"]).analyze();
}

/** The rows a thumb meets; a link within a sentence may be as high as its line. */
async function tooSmallForThumbs(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const controls = "button, select, textarea, summary, [role=tab], nav a, label:has(input), input:not([type=hidden])";
    const small: string[] = [];
    for (const control of document.querySelectorAll<HTMLElement>(controls)) {
      const target = control.matches("input") ? (control.closest("label") ?? control) : control;
      if (target.matches("[type=hidden], [aria-hidden=true]") || !target.checkVisibility({ visibilityProperty: true }))
        continue;
      target.scrollIntoView({ block: "center", behavior: "instant" });
      const { left, width, top, height } = target.getBoundingClientRect();
      if (width < 2 || height < 2) continue;
      const middle = { x: left + width / 2, y: top + height / 2 };
      // Some reach beyond what is drawn: what counts is where a touch lands.
      const reaches = (y: number) => {
        const hit = document.elementFromPoint(middle.x, y);
        return hit !== null && (target.contains(hit) || hit.closest("label")?.contains(control) === true);
      };
      if (height >= 44 || !reaches(middle.y) || (reaches(middle.y - 21) && reaches(middle.y + 21))) continue;
      small.push(
        `${target.tagName} ${target.textContent?.trim().slice(0, 40) || target.getAttribute("aria-label")} ${height}px`,
      );
    }
    return small;
  });
}

test("the public pages pass axe in light and dark", async ({ page, isMobile }) => {
  for (const path of outside) {
    await page.goto(path);
    await accessible(page, isMobile);
  }
});

for (const [name, screen] of Object.entries(screens)) {
  test(`${name} passes axe in light and dark, and on a phone every control fits a thumb`, async ({
    page,
    isMobile,
  }) => {
    await asOwnerOfDemo(page);
    await page.goto(await addressOf(screen));
    await expect(page.getByRole("heading").first()).toBeVisible();
    await accessible(page, isMobile);
    if (isMobile) expect(await tooSmallForThumbs(page)).toEqual([]);
  });
}

test("no page scrolls sideways at 320 pixels", async ({ page, isMobile }) => {
  test.skip(!isMobile, "A narrow screen is a phone's");
  await page.setViewportSize({ width: 320, height: 640 });
  const wide = async (path: string) => {
    await page.goto(path);
    const widest = await page.evaluate(() => document.documentElement.scrollWidth);
    expect.soft(widest, path).toBeLessThanOrEqual(320);
  };
  for (const path of outside) await wide(path);
  await asOwnerOfDemo(page);
  for (const screen of Object.values(screens)) await wide(await addressOf(screen));
});

test("by keyboard alone: to the content, and a lead from one stage to the next", async ({ page, isMobile }) => {
  test.skip(isMobile, "A keyboard belongs to the desktop");
  await asOwnerOfDemo(page);
  await page.goto(base);
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "Skip to content" });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();

  await page.goto(`${base}/leads`);
  const move = page.getByRole("button", { name: /^Move .* to$/ }).first();
  await move.focus();
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Tab");
  await expect(move).toBeFocused();
  expect(await move.evaluate((button) => getComputedStyle(button).outlineStyle)).not.toBe("none");
  await page.keyboard.press("Enter");
  const items = page.getByRole("menuitem");
  await expect(items).toHaveText([/^New/, /^Talking/, /^Quoted/, /^Booked/, /^Lost/]);
  await expect(items.first()).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(items.nth(1)).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(move).toBeFocused();
});

test("every page is sent with the headers of a careful site", async ({ page, request }) => {
  await asOwnerOfDemo(page);
  const nonces = new Set<string>();
  for (const path of ["/", "/sign-in", base, "/no-such-page"]) {
    const headers = (await (path.startsWith("/w/") ? page.request : request).get(path)).headers();
    const policy = headers["content-security-policy"] ?? "";
    const scripts = policy.split("; ").find((rule) => rule.startsWith("script-src")) ?? "";
    nonces.add(/'nonce-([\w-]{20,})'/.exec(scripts)?.[1] ?? "");
    expect(scripts).not.toMatch(/unsafe-(inline|eval)|https?:|\*/);
    expect(policy).toMatch(/default-src 'self'.*frame-ancestors 'self'.*form-action 'self'.*object-src 'none'/);
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["referrer-policy"]).toBe("strict-origin-when-cross-origin");
    expect(headers["permissions-policy"]).toContain("camera=()");
    expect(headers["x-powered-by"]).toBeUndefined();
  }
  expect(nonces.size, "a nonce of its own for every answer").toBe(4);
  expect([...nonces]).not.toContain("");
});
