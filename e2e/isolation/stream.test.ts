import { expect, it } from "vitest";
import type { Actor } from "./actors";
import { judgeStream } from "./stream";
import type { World } from "./world";

const away = {
  token: "zqbb",
  idPrefix: "bbbbbb11-1234-",
  phonePrefix: "2032457",
  bought: { e164: "+15035550100", sid: "PNbb", pictureUrl: "http://carrier/bb" },
  unfinished: { e164: "+15035550101", sid: "PN1bb", pictureUrl: "http://carrier/1/bb" },
} as World;
const actor: Actor = { name: "member", cookie: "c", role: "member", email: null, home: away, away };

const MADE_SINCE = "7d9f2c1e-5a0b-4c3d-8e6f-0123456789ab";
const OWN = 'event: change\ndata: {"kind":"lead","id":"11111111-2222-4333-8444-555555555555"}\n\n';
const judged = (said: string) => judgeStream(actor, said, new Set([MADE_SINCE]));

it("accepts changes at home", () => {
  expect(judged(OWN)).toEqual({ foreign: [], problems: [] });
});

it.each([
  ["a name", "zqbb caller"],
  ["a phone number as a person writes it", "(203) 245-7100"],
  ["a phone number as a program writes it", "+12032457100"],
  ["the carrier's name for a number", "PNbb"],
  ["the carrier's name for a number on its way", "PN1bb"],
  ["the id of a row that was planted", "bbbbbb11-1234-4000-8000-000000000001"],
  ["the id of a row that was made since", MADE_SINCE],
])("finds %s of another workspace", (_, leak) => {
  const { foreign, problems } = judged(`${OWN}event: change\ndata: {"kind":"lead","id":"1","more":"${leak}"}\n\n`);
  expect(foreign).toHaveLength(1);
  expect(problems).toEqual([expect.stringContaining("of another workspace")]);
});

it("believes no stream that was silent", () => {
  expect(judged("event: resync\ndata: {}\n\n").problems).toEqual([expect.stringContaining("was silent")]);
});
