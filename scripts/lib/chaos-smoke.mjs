import { ensureBuild } from "./build.mjs";
import { step } from "./steps.mjs";

/**
 * A minute of chaos against the built app, on a database and ports of its own: webhooks repeated, late, reordered and
 * lost, a carrier that fails, web and worker killed. Then every invariant of the recovery is checked. The same calls and the
 * same faults every time.
 * @throws {Explained} with what was broken, and where the evidence lies
 */
export async function chaosSmoke(supervisor) {
  await ensureBuild(supervisor, { ...process.env, NODE_ENV: "production" });
  await step("A minute of chaos", () =>
    supervisor.run({
      name: "chaos",
      args: ["--import", "tsx", "e2e/chaos/main.ts", "--only", "smoke", "--seed", "1", "--seeds", "1"],
      env: process.env,
      failure: "The recovery did not survive the chaos; what it broke stands above.",
      graceMs: 6_000,
      limitMinutes: 12,
    }),
  );
}
