import fs from "node:fs";
import path from "node:path";
import { build, type Plugin } from "esbuild";

export const projectRoot = path.join(import.meta.dirname, "..", "..", "..");

/** Each program of the cluster as one folder of plain JavaScript: it starts in a third of the time tsx takes. */
export type Programs = { handlers: string; worker: string; carrier: string; shiftedClock: string };

const entries = {
  handlers: "e2e/handlers/main.ts",
  worker: "scripts/worker.ts",
  carrier: "carrier/main.ts",
  shiftedClock: "e2e/chaos/cluster/shifted-clock.ts",
};

export async function bundle(folder: string): Promise<Programs> {
  const routes = fs
    .readdirSync(path.join(projectRoot, "app/api/twilio"), { recursive: true, encoding: "utf8" })
    .filter((file) => path.basename(file) === "route.ts")
    .map((file) => path.join("app/api/twilio", file));
  await build({
    absWorkingDir: projectRoot,
    entryPoints: [...Object.values(entries), ...routes],
    outbase: projectRoot,
    outdir: folder,
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20",
    sourcemap: true,
    logLevel: "error",
    // Packages that are CommonJS look for this, which a module does not have.
    banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' },
    plugins: [compiledRoutes],
  });
  const built = (entry: string) => path.join(folder, entry.replace(/\.ts$/, ".js"));
  return {
    handlers: built(entries.handlers),
    worker: built(entries.worker),
    carrier: built(entries.carrier),
    shiftedClock: built(entries.shiftedClock),
  };
}

/** The server looks for its routes by the name of the file, which ends otherwise once it is compiled. */
const compiledRoutes: Plugin = {
  name: "compiled-routes",
  setup: ({ onLoad }) =>
    onLoad({ filter: /serve-handlers\.ts$/ }, async ({ path: file }) => ({
      contents: (await fs.promises.readFile(file, "utf8")).replaceAll('"route.ts"', '"route.js"'),
      loader: "ts",
    })),
};
