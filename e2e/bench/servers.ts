import { setTimeout as sleep } from "node:timers/promises";
import { LANES } from "@/db/lanes";
import { ensureBuild } from "@/scripts/lib/build.mjs";
import { freePort } from "@/scripts/lib/ports.mjs";
import type { Ground } from "./ground";
import { Connection } from "./load/connection";
import type { Variant } from "./options";

/** As many connections as the app has for webhooks. */
export const POOL = LANES.webhooks.connections;

export type Served = Exclude<Variant, "d">;
export type Server = { name: string; port: number };

const NAMES: Record<Served, string> = { a: "next", b: "handlers", c: "bare" };

/** Starts one of the servers that are compared, unless it runs; returns when it listens. It stays until the bench ends. */
export async function startServer(ground: Ground, variant: Served, profiles?: string): Promise<Server> {
  if (ground.pidOf(NAMES[variant]) && variant === "a") return { name: NAMES.a, port: Number(ground.env.PORT) };
  const { supervisor, env, tenants } = ground;
  const name = NAMES[variant];
  const port = variant === "a" ? Number(env.PORT) : await freePort();
  if (variant === "a") await ensureBuild(supervisor, env);
  const own = { PORT: String(port), POOL: String(POOL), TENANTS: variant === "c" ? JSON.stringify(tenants) : "" };
  const profiled = profiles && variant !== "a" ? ["--cpu-prof", `--cpu-prof-dir=${profiles}`] : [];
  supervisor.start({ name, args: [...profiled, ...programOf(variant, port)], env: { ...env, ...own }, graceMs: 8_000 });
  await listening(ground, name, port);
  return { name, port };
}

function programOf(variant: Served, port: number): string[] {
  if (variant === "a") return ["node_modules/next/dist/bin/next", "start", "-H", "127.0.0.1", "-p", String(port)];
  return ["--import", "tsx", variant === "b" ? "e2e/handlers/main.ts" : "e2e/bench/reference.ts"];
}

async function listening({ supervisor }: Ground, name: string, port: number): Promise<void> {
  for (const end = Date.now() + 60_000; ; await sleep(50)) {
    const connection = await Connection.open(port).catch(() => undefined);
    if (connection) return connection.close();
    if (supervisor.stopping || Date.now() > end) throw new Error(`${name} does not listen on port ${port}`);
  }
}
