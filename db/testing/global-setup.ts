import type { TestProject } from "vitest/node";
import { migrate } from "@/db/migrate";
import { startPostgres } from "@/scripts/embedded-postgres.mjs";
import { TEMPLATE } from "./template";

declare module "vitest" {
  export interface ProvidedContext {
    postgres: { superUrl: string; ownerUrl: string; appUrl: string };
  }
}

/** One throwaway PostgreSQL for the run, with a migrated database for every test file to copy. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startPostgres({ throwaway: true, database: TEMPLATE });
  try {
    await migrate({ ownerUrl: server.ownerUrl, appRole: "ringback_app" });
  } catch (error) {
    await server.stop();
    throw error;
  }
  const { superUrl, ownerUrl, appUrl } = server;
  project.provide("postgres", { superUrl, ownerUrl, appUrl });
  return () => server.stop();
}
