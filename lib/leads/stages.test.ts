import { describe, expect, it } from "vitest";
import { STAGES } from "../../db/enums";
import { isStage, STAGE_DETAILS, stageAfter } from "./stages";

describe("stageAfter", () => {
  it.each([
    ["new", "missed_call", "new"],
    ["new", "inbound_text", "talking"],
    ["new", "first_reply", "talking"],
    ["talking", "missed_call", "talking"],
    ["talking", "inbound_text", "talking"],
    ["talking", "first_reply", "talking"],
    ["quoted", "missed_call", "quoted"],
    ["quoted", "inbound_text", "quoted"],
    ["quoted", "first_reply", "quoted"],
    ["booked", "missed_call", "new"],
    ["booked", "inbound_text", "talking"],
    ["booked", "first_reply", "talking"],
    ["lost", "missed_call", "new"],
    ["lost", "inbound_text", "talking"],
    ["lost", "first_reply", "talking"],
  ] as const)("%s and %s make %s", (current, event, stage) => {
    expect(stageAfter(current, event)).toBe(stage);
  });
});

it("has words for every stage, in order", () => {
  expect(STAGES.map((stage) => STAGE_DETAILS[stage].words)).toEqual(["New", "Talking", "Quoted", "Booked", "Lost"]);
});

it("knows a stage from another word", () => {
  expect(isStage("booked")).toBe(true);
  expect(isStage("toString")).toBe(false);
});
