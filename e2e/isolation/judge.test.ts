import { expect, it } from "vitest";
import type { Actor } from "./actors";
import type { Cell } from "./cell";
import { comparable, judge } from "./judge";
import type { World } from "./world";

const world = (token: string) =>
  ({
    token,
    idPrefix: `${token.slice(2)}11-1234-`,
    phonePrefix: "5032317",
    slug: `${token}-w`,
    bought: { e164: "+15035550100", sid: `PN${token}`, pictureUrl: `http://carrier/${token}` },
    unfinished: { e164: "+15035550101", sid: `PN1${token}`, pictureUrl: `http://carrier/1/${token}` },
  }) as World;

const home = world("zqaa");
const away = { ...world("zqbb"), phonePrefix: "2032457" };
const actor: Actor = { name: "member", cookie: "c", role: "member", email: null, home, away };
const cell = (rest: Partial<Cell>): Cell => ({
  actor,
  what: "a page",
  asking: async () => ({ path: "/", cookie: null }),
  expect: "shown",
  written: [],
  ...rest,
});
const answer = (body: string, status = 200) => ({ status, location: null, headers: "content-type: text/html", body });

it("accepts one's own page with what was planted on it", () => {
  expect(judge(cell({ shows: ["caller"] }), answer("<p>zqaa caller</p>"))).toEqual([]);
});

it.each([
  ["a word", "zqbb caller"],
  ["an id", "bb11-1234-4000-8000-000000000001"],
  ["a phone number as a person writes it", "(203) 245-7100"],
  ["a phone number as a program writes it", "+12032457100"],
])("finds %s of another workspace", (_, leak) => {
  expect(judge(cell({}), answer(`<p>${leak}</p>`))).toEqual([expect.stringContaining("of another workspace")]);
});

it("lets an answer repeat what was asked, and nothing beside it", () => {
  const asked = cell({ expect: "not_found", written: ["bb11-1234-4000-8000-000000000001"] });
  expect(judge(asked, answer("No bb11-1234-4000-8000-000000000001", 404))).toEqual([]);
  expect(judge(asked, answer("No bb11-1234-4000-8000-000000000001, but bb11-1234-4000", 404))).toHaveLength(1);
});

it("lets an answer repeat a phone number that was asked in the way a screen shows it, and no other", () => {
  const asked = cell({ written: ["+15035550100"] });
  expect(judge(asked, answer("<p>Get (503) 555-0100, +15035550100</p><a href='?pick=%252B15035550100'>"))).toEqual([]);
  expect(judge(asked, answer("<p>Get (503) 555-0100 or (503) 555-0101</p>"))).toEqual([
    expect.stringContaining('"(503) 555-0101" of another workspace'),
  ]);
});

it("refuses a page that shows nothing where it must, and an answer where there must be none", () => {
  expect(judge(cell({ shows: ["caller"] }), answer("<p>Empty</p>"))).toEqual([expect.stringContaining("lacks")]);
  expect(judge(cell({ expect: "not_found" }), answer("<p>Here</p>"))).toEqual([expect.stringContaining("expected")]);
});

it("shows a workspace's key to nobody, not even its own people", () => {
  expect(judge(cell({}), answer("zqaa secret key"))).toHaveLength(1);
});

it("compares answers without what they echo and without nonces", () => {
  const one = comparable(cell({ written: ["id-one"] }), answer(`id-one nonce="${"a".repeat(32)}"`));
  expect(one).toBe(comparable(cell({ written: ["id-two"] }), answer(`id-two nonce="${"b".repeat(32)}"`)));
  expect(one).not.toBe(comparable(cell({ written: ["id-two"] }), answer("id-two, which another has")));
});
