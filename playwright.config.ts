import { defineConfig, devices } from "playwright/test";
import { findBrowser } from "./scripts/lib/browser.mjs";

const executablePath = findBrowser();
if (executablePath === null) {
  throw new Error("No browser found. Run `npx playwright install chromium`, or set CHROMIUM_PATH to one.");
}

// Chromium's sandbox does not start as root; the others keep it from asking the network for things nobody wants here.
const asRoot = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
const silent = ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"];

const desktop = { ...devices["Desktop Chrome"], viewport: { width: 1440, height: 900 } };
const phone = { ...devices["Pixel 7"], viewport: { width: 390, height: 844 } };
const looks = "looks.spec.ts";

export default defineConfig({
  testDir: "e2e",
  testMatch: "*.spec.ts",
  outputDir: "test-results",
  reporter: [["list"]],
  // Most of a test is waiting for telephones; two wait at once.
  workers: 2,
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  // Generous, for machines that do much else at once: a promise about seconds measures them itself.
  timeout: 150_000,
  expect: { timeout: 15_000 },
  use: {
    baseURL: process.env.BASE_URL ?? "http://localhost:3000",
    locale: "en-US",
    timezoneId: "America/Los_Angeles",
    screenshot: "only-on-failure",
    launchOptions: { executablePath, args: [...asRoot, ...silent, "--disable-dev-shm-usage", "--disable-quic"] },
  },
  // The looks last: they keep both cores busy, and what comes before measures seconds.
  projects: [
    { name: "desktop", use: desktop, testIgnore: looks },
    { name: "phone", use: phone, testIgnore: looks },
    { name: "desktop looks", use: desktop, testMatch: looks },
    { name: "phone looks", use: phone, testMatch: looks },
  ],
});
