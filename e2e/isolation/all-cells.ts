import { cellsOfAction, pageOf } from "./action-cells";
import type { ActionCover } from "./action-cover";
import type { Actor } from "./actors";
import type { App } from "./ask";
import type { Carrier } from "./carrier";
import type { Cell, Ours } from "./cell";
import { ACTIONS } from "./coverage-actions";
import { ROUTES } from "./coverage-routes";
import type { Database } from "./database";
import type { Found } from "./discover";
import { freshIds, randomIds } from "./fresh";
import type { IdKind } from "./ids";
import { cellsOfRoute } from "./route-cells";
import { signIn } from "./sign-in";

type Setting = { app: App; database: Database; carrier: Carrier; found: Found; actors: Actor[] };

/** Every cell of the matrix: those that change nothing, those that may, and those that end a session. */
export function all({ app, actors, found, database, carrier }: Setting) {
  const cells = { quiet: [] as Cell[], changing: [] as Cell[], leaving: [] as Cell[] };
  const fresh = ({ home }: Actor, kinds: IdKind[]) => freshIds({ database, carrier, world: home }, kinds);
  for (const actor of actors) {
    const { home, away } = actor;
    const ours: Ours = { own: home.ids, removed: home.removed, foreign: away.ids, random: randomIds() };
    for (const route of found.routes) {
      const cover = ROUTES[route.path];
      if (cover) cells.quiet.push(...cellsOfRoute({ route, cover, actor, ours }));
    }
    for (const action of found.actions) {
      const cover = ACTIONS[action.name];
      if (!cover) continue;
      const page = pageOf(action, found.routes, idsOfPage);
      for (const [name, args] of everythingOf(action.name, cover)) {
        const one = { action: { ...action, name }, cover: { ...cover, args }, page };
        const { quiet, changing } = cellsOfAction({ ...one, actor, ours, fresh });
        if (cover.counts) cells.changing.push(...changing.map((cell) => uncounted(database, cell)));
        else if (cover.leaves)
          cells.leaving.push(...[...quiet, ...changing].map((cell) => inSessionOfItsOwn(app, cell)));
        else {
          cells.quiet.push(...quiet);
          cells.changing.push(...changing);
        }
      }
    }
  }
  return cells;
}

/** What an action does, each by a name of its own. */
function everythingOf(name: string, { args, also = {} }: ActionCover): [string, ActionCover["args"]][] {
  const more = Object.entries(also).map(([what, how]): [string, ActionCover["args"]] => [`${name} (${what})`, how]);
  return [[name, args], ...more];
}

function idsOfPage(path: string): Record<string, IdKind> | null {
  const cover = ROUTES[path];
  if (!cover || cover.is === "absent") return null;
  return ("ids" in cover && cover.ids) || {};
}

/** How often an address or a network was tried before must not show in an answer. */
const uncounted = (database: Database, cell: Cell): Cell => ({
  ...cell,
  asking: async () => {
    await database.raw`delete from rate_limits`;
    return cell.asking();
  },
});

function inSessionOfItsOwn(app: App, cell: Cell): Cell {
  const { email } = cell.actor;
  if (!email) return cell;
  return { ...cell, asking: async () => ({ ...(await cell.asking()), cookie: await signIn(app, email) }) };
}
