import { randomUUID } from "node:crypto";
import { parseArgs } from "node:util";
import { ensureBuild } from "@/scripts/lib/build.mjs";
import { command } from "@/scripts/lib/command.mjs";
import { Explained } from "@/scripts/lib/explained.mjs";
import { freePort } from "@/scripts/lib/ports.mjs";
import { step } from "@/scripts/lib/steps.mjs";
import { layGround } from "../bench/ground";
import { findBuilt } from "../isolation/discover";
import { KINDS } from "./kinds";
import { type Measured, measureKind, stillServes, tryKind } from "./measure";
import { beyond, isWrong, table } from "./report";
import type { Target } from "./requests";
import { voiceIncomingOf } from "./webhook";

/**
 * Sends every kind of hostile request to the built app. Without options each is measured against the bars; with `--check`
 * each is sent three times and only has to be answered. `--only word` takes the kinds whose name has that word.
 */
await command(async (supervisor) => {
  const { values } = parseArgs({
    options: { check: { type: "boolean" }, only: { type: "string" }, repeats: { type: "string", default: "200" } },
  });
  const kinds = KINDS.filter(({ name }) => name.includes(values.only ?? ""));
  const ground = await layGround(supervisor);
  const { env, sql, tenants, account } = ground;
  const [tenant] = tenants;
  if (!tenant) throw new Error("There is no workspace to ask");
  const probePort = await freePort();
  await ensureBuild(supervisor, env);
  await step("Starting the app", async () => {
    const port = String(env.PORT);
    const args = ["--expose-gc", "--import", "./e2e/hostile/probe.mjs", "node_modules/next/dist/bin/next", "start"];
    const own = { ...env, SIMULATOR_URL: "", PROBE_PORT: String(probePort) };
    supervisor.start({ name: "web", args: [...args, "-H", "127.0.0.1", "-p", port], env: own, graceMs: 3_000 });
    await supervisor.answering({ name: "web", url: `${env.APP_URL}/pricing`, seconds: 60 });
  });
  Object.assign(process.env, env);
  const target: Target = {
    account,
    slug: "bench-1",
    number: tenant.number,
    cookie: await ownersCookie(sql, tenant.workspaceId),
    actions: actionsOfBuild("bench-1"),
  };
  const port = Number(env.PORT);
  const problems: string[] = [];
  const measured: Measured[] = [];
  let turn = 0;
  for (const kind of kinds) {
    if (values.check) {
      const answers = await tryKind(kind, { target, port });
      if (answers.some(isWrong)) problems.push(`${kind.name}: ${answers.join(", ")}`);
    } else {
      const webhook = () => voiceIncomingOf(tenant, account, turn++);
      const one = await measureKind(kind, { target, port, probePort, repeats: Number(values.repeats), webhook });
      measured.push(one);
      console.log(`  ${kind.name}: ${JSON.stringify(one.statuses)}, ${one.cpuMs.toFixed(1)} ms`);
      problems.push(...beyond(one).map((what) => `${kind.name}: ${what}`));
    }
    if (!(await stillServes(port))) throw new Explained(`After "${kind.name}" the app served no page any more.`);
  }
  if (measured.length > 0) console.log(`\n${table(measured)}\n`);
  console.log(`  ${kinds.length} kinds of hostile request, ${problems.length} beyond what they may cost`);
  if (problems.length > 0) throw new Explained(problems.join("\n"));
  await supervisor.stop();
  process.exit(0);
});

/** An owner of the workspace, signed in. Read late: what makes the cookie reads the environment. */
async function ownersCookie(sql: Awaited<ReturnType<typeof layGround>>["sql"], workspaceId: string): Promise<string> {
  const { sessionCookie } = await import("@/lib/auth/session-cookie");
  const { cookieOf } = await import("@/lib/auth/testing/session-of");
  const userId = randomUUID();
  await sql`insert into users (id, email, name, password_hash) values (${userId}, 'owner@bench.example', 'Dana', 'none')`;
  await sql`insert into memberships (workspace_id, user_id, role) values (${workspaceId}, ${userId}, 'owner')`;
  return `${sessionCookie().name}=${await cookieOf(userId)}`;
}

function actionsOfBuild(slug: string): Target["actions"] {
  return new Map(
    findBuilt(process.cwd()).actions.map(({ name, id, carriers }) => {
      const page = (carriers[0] ?? "/")
        .replace(/\/page$/, "")
        .replaceAll(/\/\([^)]*\)/g, "")
        .replace("[workspace]", slug)
        .replaceAll(/\[\w+\]/g, randomUUID());
      return [name.split("#")[1] ?? name, { id, page: page || "/" }];
    }),
  );
}
