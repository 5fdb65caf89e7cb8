import { expect, it } from "vitest";
import type { Actor } from "./actors";
import { all } from "./all-cells";
import type { App } from "./ask";
import type { Carrier } from "./carrier";
import { ACTIONS } from "./coverage-actions";
import { ROUTES, type RouteCover } from "./coverage-routes";
import type { Database } from "./database";
import { ID_KINDS, type IdKind, type Ids } from "./ids";
import type { World } from "./world";

const idsOf = (way: string) => Object.fromEntries(ID_KINDS.map((kind) => [kind, `${way} ${kind}`])) as Ids;
const world = { ids: idsOf("here"), removed: idsOf("removed") } as World;
const actors: Actor[] = ([null, "member", "admin", "owner"] as const).map((role) => ({
  ...{ name: role ?? "signed out", role, cookie: null, email: null, home: world, away: world },
}));
const found = {
  routes: Object.keys(ROUTES).map((path) => ({ file: `${path}/page`, path })),
  actions: Object.keys(ACTIONS).map((name) => ({ name, id: "40", carriers: ["/account/page"] })),
};
const { quiet, changing, leaving } = all({
  ...{ actors, found, app: {} as App, database: {} as Database, carrier: {} as Carrier },
});
// In whichever form it is asked.
const asked = new Set(
  [...quiet, ...changing, ...leaving].map(
    ({ actor, what }) => `${actor.name}: ${what.replace(/^(html|rsc|page alone|file|unsigned|call|form) /, "")}`,
  ),
);

function placesOf(path: string, cover: RouteCover): [string, IdKind][] {
  const inPath = "ids" in cover ? Object.values(cover.ids ?? {}) : [];
  const inBody = cover.is === "signed" ? Object.values(cover.fields) : [];
  const query = Object.entries(cover.is === "page" ? (cover.query ?? {}) : {});
  const inQuery = query.flatMap(([name, kinds]) => [kinds].flat().map((kind) => ({ name, kind })));
  return [
    ...[...inPath, ...inBody].map((kind): [string, IdKind] => [path, kind]),
    ...inQuery.map(({ name, kind }): [string, IdKind] => [`${path}?${name}=${kind}`, kind]),
  ];
}

const places: [string, IdKind][] = [
  ...Object.entries(ROUTES).flatMap(([path, cover]) => placesOf(path, cover)),
  ...Object.entries(ACTIONS).flatMap(([name, { ids }]) => ids.map((kind): [string, IdKind] => [name, kind])),
];

/** Who has nothing of their own there, or asks where nobody has, sends all ids of one kind together. */
const isOutside = (actor: Actor, place: string) =>
  actor.role === null || ["signed", "open"].includes(ROUTES[place]?.is ?? "");

function expected(actor: Actor, place: string, kind: IdKind): string[] {
  const ways = ["foreign", "random", "removed"];
  const wrong = ways.map((way) => (isOutside(actor, place) ? `everything ${way}` : `${way} ${kind}`));
  return ["own", ...wrong].map((which) => `${actor.name}: ${place}, ${which}`);
}

it("asks every route and action that takes an id, as everybody, with every kind of id", () => {
  const wanted = actors.flatMap((actor) => places.flatMap(([place, kind]) => expected(actor, place, kind)));
  expect(wanted.length).toBeGreaterThan(1_000);
  expect(wanted.filter((cell) => !asked.has(cell))).toEqual([]);
});
