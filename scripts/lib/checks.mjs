import { step } from "./steps.mjs";

const biome = "node_modules/@biomejs/biome/bin/biome";
const next = "node_modules/next/dist/bin/next";
const tsc = "node_modules/typescript/bin/tsc";

export const lint = (supervisor) =>
  step("Format and lint", () =>
    supervisor.run({ name: "biome", args: [biome, "check", "--error-on-warnings", "."], env: process.env }),
  );

export const types = (supervisor) =>
  step("Types", async () => {
    // Writes the declarations of routes and style sheets that a fresh clone does not have.
    await supervisor.run({ name: "next", args: [next, "typegen"], env: process.env });
    await supervisor.run({ name: "tsc", args: [tsc, "--noEmit"], env: process.env });
  });

export const unitAndDatabaseTests = (supervisor, args = []) =>
  step("Unit and database tests", () =>
    supervisor.run({
      name: "vitest",
      args: ["node_modules/vitest/vitest.mjs", "run", ...args],
      env: process.env,
      limitMinutes: 25,
    }),
  );
