import { setTimeout as sleep } from "node:timers/promises";
import { textFigures } from "../count-texts";
import { allReady, kill } from "../faults/kill";
import type { Evidence } from "../history";
import { atLeast, atMost, type Scenario, type World } from "../scenario";
import { until } from "../until";

const CALLERS = 600;
const CLOSED_MS = 150_000;
const RELEASED_WITHIN_MS = 120_000;
const MINUTE = 60_000;

/** Callers of closed businesses that text when they open: all of them open in the same minute, and workers die in it. */
export const held: Scenario = {
  name: "held",
  title: "texts held until the businesses open, workers killed as they do",
  cluster: { web: "handlers", webs: 1, workers: 3, durable: false, wired: false, timeScale: 1 },
  places: (size) => ({ count: size(60, 10) }),
  play: async (world) => {
    const { load, size, measured, recorder } = world;
    const opensAt = Math.ceil((Date.now() + CLOSED_MS) / MINUTE) * MINUTE;
    await closeUntil(world, opensAt);
    const wishes = { copies: 2, spreadMs: 1_000, dropped: 0.1, ringTwice: 0.2, stops: 0.1 };
    const perSecond = (size(CALLERS, 60) * 1_000) / (opensAt - Date.now() - MINUTE / 3);
    await load.run({ calls: size(CALLERS, 60), atOnce: 30, perSecond, ...wishes });
    measured.set("held", await heldNow(world));
    await sleep(opensAt - Date.now());
    recorder.fault("the businesses open");
    for (const worker of world.cluster.workers) {
      kill(world, worker);
      await sleep(500);
    }
    await allReady(world);
    await until("nothing is held any more", RELEASED_WITHIN_MS, async () => (await heldNow(world)) === 0);
  },
  figures: (evidence, { load, size, measured }) => [
    atLeast("held as they opened", measured.get("held") ?? 0, size(CALLERS * 0.6, 30)),
    atMost("texted before", early(evidence), 0),
    ...textFigures(evidence, load.callers.values(), { unconfirmedPercent: 1 }),
  ],
};

/** In UTC, and closed since a minute ago. */
async function closeUntil({ cluster }: World, opensAt: number): Promise<void> {
  const clock = (at: number) => new Date(at).toISOString().slice(11, 16);
  const span = { from: clock(opensAt), to: clock(Date.now() - MINUTE) };
  const week = JSON.stringify(Array.from({ length: 7 }, () => [span]));
  await cluster.database.asSuperuser(async (sql) => {
    await sql`update workspaces set time_zone = 'UTC'`;
    await sql.unsafe("update recovery_settings set reply_any_hour = false, texting_hours = $1::text::jsonb", [week]);
  });
}

const heldNow = ({ cluster }: World) => cluster.database.count("recoveries where state = 'held'");

function early({ ledger, rows }: Evidence): number {
  const until = new Map(rows.recoveries.map(({ messageId, heldUntil }) => [messageId, heldUntil]));
  return ledger.filter(({ messageId, at }) => at < (until.get(messageId) ?? 0)).length;
}
