import { fileURLToPath } from "node:url";
import { configDefaults, defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));
const elsewhere = [...configDefaults.exclude, "**/.next/**", "**/.ringback/**"];

export default defineConfig({
  root,
  resolve: { alias: { "@": root.replace(/\/$/, "") } },
  test: {
    // Its own choice leaves a core to nobody; half of these tests wait for the database.
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["**/*.test.{ts,tsx}"],
          exclude: [...elsewhere, "**/*.db.test.ts"],
          setupFiles: ["db/testing/setup.ts"],
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: "database",
          include: ["**/*.db.test.ts"],
          exclude: elsewhere,
          globalSetup: ["db/testing/global-setup.ts"],
          setupFiles: ["db/testing/setup.ts", "db/testing/database.ts"],
          testTimeout: 60_000,
        },
      },
    ],
  },
});
