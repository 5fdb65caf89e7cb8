import { randomBytes } from "node:crypto";
import { users } from "@/db/schema/people";
import { hashPassword } from "@/lib/auth/password-hash";
import type { Actor } from "./actors";
import type { App } from "./ask";
import type { Cell } from "./cell";
import { ROUTES } from "./coverage-routes";
import type { Database } from "./database";
import type { FoundRoute } from "./discover";
import { filled, type Ids } from "./ids";
import { signIn } from "./sign-in";
import { PASSWORD, type World } from "./world";

/** Somebody who runs the installation and belongs to no workspace: to them both of these are other people's. */
export async function signInOperator(app: App, database: Database, [home, away]: [World, World]): Promise<Actor> {
  const email = `${randomBytes(6).toString("hex")}@operators.example`;
  const passwordHash = await hashPassword(PASSWORD);
  await database.insert(users).values({ email, name: "Robin Operator", passwordHash, operatorAt: new Date() });
  return { name: "operator", cookie: await signIn(app, email), role: null, email, home, away };
}

/**
 * An operator sees every page of the installation, on which nothing of a workspace stands but its name, its owner's, its
 * id and the numbers it has at the carrier; and finds no page of a workspace.
 */
export async function operatorCells(operator: Actor, database: Database, routes: FoundRoute[]): Promise<Cell[]> {
  const { home, away } = operator;
  const sql = database.raw;
  const numbers = await sql<{ e164: string }[]>`
    select e164 from numbers where workspace_id in ${sql([home.workspaceId, away.workspaceId])}`;
  const named = [home, away].flatMap(({ token, people, workspaceId, ids }) => [
    `${token} business`,
    people.owner.name,
    workspaceId,
    // Whom operators invited, and the address a person was invited by, is theirs to see.
    ids.newcomer,
  ]);
  named.push(...numbers.map(({ e164 }) => e164));
  return routes.flatMap(({ path }): Cell[] => {
    const cover = ROUTES[path];
    if (cover?.is !== "operator" && cover?.is !== "page") return [];
    const isTheirs = cover.is === "operator";
    const ids: Ids = home.ids;
    const segments = Object.fromEntries(Object.entries(cover.ids ?? {}).map(([name, kind]) => [name, ids[kind]]));
    const address = filled(path, segments);
    return [
      {
        actor: operator,
        what: `html ${path}`,
        asking: async () => ({ path: address, cookie: operator.cookie, headers: {} }),
        expect: isTheirs ? "shown" : "not_found",
        written: isTheirs ? [...named, ...Object.values(segments)] : Object.values(segments),
      },
    ];
  });
}
