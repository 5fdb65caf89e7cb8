import { expect, test } from "vitest";
import type { TimelineEvent } from "./timeline-queries";
import { timelineRows } from "./timeline-rows";

const nothing = { note: null, actor: null, fromStage: null, toStage: null, amountCents: null, answeredBy: null };

function event(at: string, more: Partial<TimelineEvent>): TimelineEvent {
  return { ...nothing, id: at, kind: "note", at: new Date(at), call: null, recovery: null, message: null, ...more };
}

const call = (at: string) =>
  event(at, {
    kind: "call",
    call: {
      id: at,
      state: "missed",
      startedAt: new Date(at),
      endedAt: null,
      rangSeconds: 20,
      talkSeconds: null,
      callerHungUp: false,
      notRung: null,
    },
  });

test("calls in a row are one row, and a note between them is not swallowed", () => {
  const rows = timelineRows(
    [
      call("2026-06-03T16:02:00Z"),
      call("2026-06-03T16:20:00Z"),
      event("2026-06-03T16:25:00Z", { note: "Rang back" }),
      call("2026-06-03T16:40:00Z"),
    ],
    "America/Los_Angeles",
  );
  expect(rows.map((row) => (row.kind === "calls" ? row.events.length : row.kind))).toEqual(["day", 2, "note", 1]);
});

test("a day ends at midnight in the workspace's zone", () => {
  const rows = timelineRows([call("2026-06-04T05:00:00Z"), call("2026-06-04T08:00:00Z")], "America/Los_Angeles");
  expect(rows.map(({ kind }) => kind)).toEqual(["day", "calls", "day", "calls"]);
});
