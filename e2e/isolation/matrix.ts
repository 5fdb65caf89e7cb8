import { signInAll } from "./actors";
import { all } from "./all-cells";
import { type App, openApp } from "./ask";
import type { Carrier } from "./carrier";
import type { Cell } from "./cell";
import type { Database } from "./database";
import type { Found } from "./discover";
import { unmarkedColumns } from "./markers";
import { operatorCells, signInOperator } from "./operator-cells";
import { newTally, runCells, type Tally } from "./run-cells";
import { differences, takeSnapshot } from "./snapshot";
import { idsOf, judgeStream, type Listening, listen } from "./stream";
import { neverSeen } from "./words";
import { makeWorld, type World } from "./world";

export type Outcome = { cells: number; bytes: number; foreign: number; problems: string[] };

type Setting = { database: Database; carrier: Carrier; found: Found };

/** Everything the app answers to, asked by everybody with every kind of id, while both workspaces listen. */
export async function runMatrix(base: string, setting: Setting): Promise<Outcome> {
  const { database, carrier } = setting;
  const app = openApp(base);
  await showAWorker(database);
  const ours = await makeWorld(database, carrier);
  const theirs = await makeWorld(database, carrier);
  const tally = newTally();
  for (const column of await unmarkedColumns(database, ours)) {
    tally.problems.push(`${column} holds text and nothing is planted in it: plant something, or list it in markers.ts`);
  }
  const actors = await signInAll(app, [ours, theirs]);
  const listening = await Promise.all(actors.filter(({ role }) => role).map((actor) => listen(app, actor)));
  const { quiet, changing, leaving } = all({ app, actors, ...setting });
  const operator = await signInOperator(app, database, [ours, theirs]);
  quiet.push(...(await operatorCells(operator, database, setting.found.routes)));

  const at = { app, database, tally };
  await whileUnchanged(at, ours, () => whileUnchanged(at, theirs, () => runCells({ app, cells: quiet, tally })));
  const of = (cells: Cell[], world: World) => cells.filter(({ actor }) => actor.home === world);
  // One after the other: what one of them withdraws, and gives back with the next, a third needs.
  await whileUnchanged(at, theirs, () => runCells({ app, cells: of(changing, ours), tally, atOnce: 1 }));
  await whileUnchanged(at, ours, () => runCells({ app, cells: of(changing, theirs), tally, atOnce: 1 }));
  await endStreams(at, listening);
  // One after the other: somebody who signs out everywhere ends the session of the next.
  await whileUnchanged(at, theirs, () => runCells({ app, cells: of(leaving, ours), tally, atOnce: 1 }));
  await whileUnchanged(at, ours, () => runCells({ app, cells: of(leaving, theirs), tally, atOnce: 1 }));
  for (const words of await neverSeen(database, ours, tally.seen)) {
    tally.problems.push(`"${words}" is planted and its own people never saw it: list it in words.ts, or show it`);
  }
  const heard = listening.reduce((sum, each) => sum + each.heard().length, 0);
  return { cells: tally.cells, foreign: tally.foreign, problems: tally.problems, bytes: app.bytesRead() + heard };
}

/** No worker runs here, which would write rows of its own; /api/ready asks for a sign of life from one. */
async function showAWorker({ raw: sql }: Database): Promise<void> {
  await sql`insert into worker_heartbeats (worker_id, version, seen_at) values (gen_random_uuid(), 'none', now() + interval '1 hour')`;
}

type At = { app: App; database: Database; tally: Tally };

/** Does something that may change much, but nothing of one workspace, its people and their sessions. */
async function whileUnchanged({ database, tally }: At, of: World, work: () => Promise<void>): Promise<void> {
  const whose = { workspaceId: of.workspaceId, userIds: Object.values(of.people).map(({ userId }) => userId) };
  const before = await takeSnapshot(database, whose);
  await work();
  const changes = differences(before, await takeSnapshot(database, whose));
  tally.problems.push(...changes.map((change) => `Rows changed that nobody might change: ${change}`));
}

async function endStreams({ database, tally }: At, listening: Listening[]): Promise<void> {
  for (const { actor, heard, stop } of listening) {
    await stop();
    const { foreign, problems } = judgeStream(actor, heard(), await idsOf(database, actor.away.workspaceId));
    tally.foreign += foreign.length;
    tally.problems.push(...problems);
  }
}
