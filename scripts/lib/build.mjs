import crypto from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { inProject } from "./project.mjs";
import { step } from "./steps.mjs";

const code = ["app", "lib", "db", "public", "proxy.ts", "instrumentation.ts", "instrumentation-client.ts"];
const sources = [...code, "next.config.js", "postcss.config.mjs", "tsconfig.json"];
const record = inProject(".next/built-from");

/** Builds the app unless .next was built from exactly these sources. */
export async function ensureBuild(supervisor, env) {
  const digest = digestOf([...sources, "package-lock.json"]);
  if (isBuiltFrom(digest)) return;
  await step("Building the app", async () => {
    try {
      const args = ["node_modules/next/dist/bin/next", "build"];
      await supervisor.run({
        name: "build",
        args,
        env,
        failure: "The app could not be built; the reason stands above.",
      });
    } catch (error) {
      // The bundler remembers failures in there, and would repeat them after they are mended.
      fs.rmSync(inProject(".next"), { recursive: true, force: true });
      throw error;
    }
    fs.writeFileSync(record, recordOf(digest));
  });
}

/** Whether there is any build to serve. */
export const isBuilt = () => fs.existsSync(inProject(".next/BUILD_ID"));

const isBuiltFrom = (digest) =>
  isBuilt() && fs.existsSync(record) && fs.readFileSync(record, "utf8") === recordOf(digest);

/** With the build's own id, so that a later build by hand does not pass for the one recorded. */
const recordOf = (digest) => `${digest} ${fs.readFileSync(inProject(".next/BUILD_ID"), "utf8").trim()}\n`;

function digestOf(names) {
  const hash = crypto.createHash("sha256");
  for (const file of names
    .flatMap((name) => filesIn(inProject(name)))
    .filter(isBuiltIn)
    .sort()) {
    hash
      .update(`${path.relative(inProject("."), file)}\0`)
      .update(fs.readFileSync(file))
      .update("\0");
  }
  return hash.digest("hex");
}

const isBuiltIn = (file) => !/\.test\.tsx?$/.test(file);

function filesIn(file) {
  const about = fs.statSync(file, { throwIfNoEntry: false });
  if (!about?.isDirectory()) return about ? [file] : [];
  return fs.readdirSync(file).flatMap((name) => filesIn(path.join(file, name)));
}
