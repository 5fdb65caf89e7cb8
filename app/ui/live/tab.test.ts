import { expect, it } from "vitest";
import { SLEEP_AFTER_MS, SLEEP_ALONE_AFTER_MS, type TabChange } from "./tab";
import { fakeBrowser } from "./testing/fake-browser";

const change: TabChange = { workspaceId: "w", kind: "lead", id: "l" };
const MINUTE = 60_000;

it("opens one stream for nine tabs, and every one hears what it says once", () => {
  const browser = fakeBrowser();
  const tabs = Array.from({ length: 9 }, (_, index) => `tab ${index}`);
  for (const id of tabs) browser.open(id);
  expect(browser.streaming()).toEqual(["tab 0"]);
  browser.serverSays(change);
  for (const id of tabs) expect(browser.get(id).told).toEqual([change]);
  for (const id of tabs) expect(browser.get(id).tab.lostAt).toBe(null);
});

it("hands the stream over when the leader is closed, and has every tab read again", () => {
  const browser = fakeBrowser();
  for (const id of ["a", "b", "c"]) browser.open(id);
  const before = browser.get("c").readAgain;
  browser.tell("a", "frozen");
  expect(browser.streaming()).toEqual(["b"]);
  expect(browser.get("c").readAgain).toBe(before + 1);
  browser.serverSays(change);
  expect(browser.get("c").told).toEqual([change]);
  expect(browser.get("a").told).toEqual([]);
});

it("hands the stream over when the leader crashes", () => {
  const browser = fakeBrowser();
  for (const id of ["a", "b"]) browser.open(id);
  browser.crash("a");
  expect(browser.streaming()).toEqual(["b"]);
});

it("takes the lead from a tab that was suspended without a word, and that tab follows when it runs again", () => {
  const browser = fakeBrowser();
  browser.open("a");
  browser.tell("a", "hidden");
  browser.open("b");
  browser.suspend("a", true);
  browser.pass(MINUTE);
  expect(browser.get("b").tab.lock).toBe("held");
  browser.suspend("a", false);
  browser.learnOfTheft("a");
  expect(browser.streaming()).toEqual(["b"]);
  browser.tell("a", "shown");
  browser.serverSays(change);
  expect([browser.get("a").told, browser.get("b").told]).toEqual([[change], [change]]);
});

it("asks a leader that says nothing as soon as the tab is shown, and not a heartbeat later", () => {
  const browser = fakeBrowser();
  for (const id of ["a", "b"]) browser.open(id);
  browser.tell("a", "hidden");
  browser.tell("b", "hidden");
  browser.suspend("a", true);
  browser.tell("b", "shown");
  browser.pass(6_000);
  expect(browser.get("b").tab.lock).toBe("held");
});

it("leaves a hidden leader alone that answers", () => {
  const browser = fakeBrowser();
  for (const id of ["a", "b"]) browser.open(id);
  browser.tell("a", "hidden");
  browser.pass(60 * MINUTE);
  expect(browser.streaming()).toEqual(["a"]);
  browser.serverSays(change);
  expect(browser.get("b").told).toEqual([change]);
});

it("keeps the stream while any tab is visible and closes it five minutes after the last was hidden", () => {
  const browser = fakeBrowser();
  for (const id of ["a", "b"]) browser.open(id);
  browser.tell("a", "hidden");
  browser.pass(2 * SLEEP_AFTER_MS);
  expect(browser.streaming()).toEqual(["a"]);
  browser.tell("b", "hidden");
  browser.pass(SLEEP_AFTER_MS - 1_000);
  expect(browser.streaming()).toEqual(["a"]);
  browser.pass(2_000);
  expect(browser.streaming()).toEqual([]);
  expect([browser.get("a").tab.lock, browser.get("b").tab.lock]).toEqual(["none", "none"]);
});

it("opens the stream again on return and reads what was missed", () => {
  const browser = fakeBrowser();
  for (const id of ["a", "b"]) browser.open(id);
  for (const id of ["a", "b"]) browser.tell(id, "hidden");
  browser.pass(2 * SLEEP_AFTER_MS);
  const before = browser.get("b").readAgain;
  browser.tell("b", "shown");
  expect(browser.streaming()).toEqual(["b"]);
  expect(browser.get("b").readAgain).toBeGreaterThan(before);
});

it("closes the stream also when the last visible tab crashed and could not say that it is gone", () => {
  const browser = fakeBrowser();
  for (const id of ["a", "b"]) browser.open(id);
  browser.tell("a", "hidden");
  browser.crash("b");
  browser.pass(2 * SLEEP_AFTER_MS);
  expect(browser.streaming()).toEqual([]);
});

it("opens none for a tab that was never seen", () => {
  const browser = fakeBrowser();
  browser.open("a", { visible: false });
  browser.pass(10 * MINUTE);
  expect(browser.streaming()).toEqual([]);
  browser.tell("a", "shown");
  expect(browser.streaming()).toEqual(["a"]);
});

it("takes part again after the browser kept the page for going back to", () => {
  const browser = fakeBrowser();
  browser.open("a");
  browser.tell("a", "frozen");
  expect(browser.streaming()).toEqual([]);
  browser.tell("a", "shown");
  expect(browser.streaming()).toEqual(["a"]);
});

it("gives the connection of a tab that cannot share back soon after it is hidden", () => {
  const browser = fakeBrowser();
  browser.open("a", { sleepAfterMs: SLEEP_ALONE_AFTER_MS });
  browser.tell("a", "hidden");
  browser.pass(SLEEP_ALONE_AFTER_MS + 1_000);
  expect(browser.streaming()).toEqual([]);
});

it("says in every tab since when changes are not heard, until they are again", () => {
  const browser = fakeBrowser();
  for (const id of ["a", "b"]) browser.open(id);
  browser.pass(10_000);
  browser.network(false);
  browser.pass(3 * MINUTE);
  browser.open("c");
  expect(["a", "b", "c"].map((id) => browser.get(id).tab.lostAt)).toEqual([10_000, 10_000, 10_000]);
  const before = browser.get("b").readAgain;
  browser.network(true);
  expect(["a", "b", "c"].map((id) => browser.get(id).tab.lostAt)).toEqual([null, null, null]);
  expect(browser.get("b").readAgain).toBe(before + 1);
});

it("tries again less and less often while the server refuses", () => {
  const browser = fakeBrowser();
  browser.open("a");
  browser.network(false);
  const tries: number[] = [];
  for (let second = 0; second < 60; second++) {
    const before = browser.get("a").tab.failures;
    browser.pass(1_000);
    if (browser.get("a").tab.failures > before) tries.push(second);
  }
  const waits = tries.slice(1).map((at, index) => at - (tries[index] ?? 0));
  expect(waits).toEqual([2, 4, 8, 15, 15, 15]);
});

it("opens another stream when the server ends one or its heartbeat stops", () => {
  const browser = fakeBrowser();
  browser.open("a");
  browser.serverEnds();
  expect(browser.get("a").tab).toMatchObject({ stream: "waiting", lostAt: 0 });
  browser.pass(2_000);
  expect(browser.get("a").tab).toMatchObject({ stream: "open", lostAt: null });
  browser.pass(50_000, { beating: false });
  expect(browser.get("a").readAgain).toBe(4);
});
