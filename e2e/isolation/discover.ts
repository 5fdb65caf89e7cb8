import fs from "node:fs";
import path from "node:path";

export type FoundRoute = {
  /** As Next files it: "/w/[workspace]/calls/(list)/page". */
  file: string;
  /** As a browser asks for it: "/w/[workspace]/calls". */
  path: string;
};

export type FoundAction = {
  /** "app/account/actions.ts#signOut" */
  name: string;
  /** What a browser calls it by. */
  id: string;
  /** The files of the routes that carry it. */
  carriers: string[];
};

export type Found = { routes: FoundRoute[]; actions: FoundAction[] };

type ReferenceManifest = Record<
  "node" | "edge",
  Record<string, { filename: string; exportedName: string; workers: Record<string, unknown> }>
>;

/** What the build in a folder answers to, by its own manifests. */
export function findBuilt(project: string): Found {
  const read = <T>(file: string): T => JSON.parse(fs.readFileSync(path.join(project, ".next", file), "utf8"));
  const paths = read<Record<string, string>>("app-path-routes-manifest.json");
  const built = Object.keys(read<Record<string, string>>("server/app-paths-manifest.json"));
  const { node, edge } = read<ReferenceManifest>("server/server-reference-manifest.json");
  return {
    routes: built.map((file) => ({ file, path: paths[file] ?? file })),
    actions: Object.entries({ ...edge, ...node }).map(([id, { filename, exportedName, workers }]) => ({
      name: `${filename}#${exportedName}`,
      id,
      carriers: Object.keys(workers).map((worker) => worker.replace(/^app/, "")),
    })),
  };
}

export type Written = { routes: string[]; actions: string[] };

/** The same, by the sources it should have been built from. */
export function findWritten(project: string): Written {
  const files = ["app", "lib"].flatMap((folder) =>
    fs
      .readdirSync(path.join(project, folder), { recursive: true, encoding: "utf8" })
      .map((file) => `${folder}/${file.replaceAll(path.sep, "/")}`),
  );
  const routes = files.filter((file) => /^app\/(.*\/)?(page|route)\.tsx?$/.test(file));
  const actions = files
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
    .flatMap((file) => actionsIn(file, fs.readFileSync(path.join(project, file), "utf8")));
  return { routes: routes.map((file) => file.replace(/^app/, "").replace(/\.tsx?$/, "")), actions };
}

export function actionsIn(file: string, text: string): string[] {
  if (!/^["']use server["']/.test(text)) return [];
  return [...text.matchAll(/^export (?:async function|const) (\w+)/gm)].map(([, name]) => `${file}#${name}`);
}

/** What Next adds by itself, or makes of a picture: there is no page or route file for it. */
const MADE_BY_NEXT = /^\/(_not-found|_global-error|icon\.svg)\//;

type Covered = { routes: string[]; actions: string[] };

/** What is built and not covered, covered and not built, or written and not built; in words that say what to do. */
export function whatIsMissing(found: Found, written: Written, covered: Covered): string[] {
  const paths = found.routes.map((route) => route.path);
  const names = found.actions.map(({ name }) => name);
  const files = found.routes.map(({ file }) => file).filter((file) => !MADE_BY_NEXT.test(file));
  return [
    ...without(paths, covered.routes).map(
      (route) => `${route} is a route without an entry: add it to ROUTES in e2e/isolation/coverage-routes.ts.`,
    ),
    ...without(covered.routes, paths).map(
      (route) => `${route} has an entry and is no route: remove it from ROUTES in e2e/isolation/coverage-routes.ts.`,
    ),
    ...without(names, covered.actions).map(
      (action) => `${action} is a server action without an entry: add it to e2e/isolation/coverage-actions.ts.`,
    ),
    ...without(covered.actions, names).map(
      (action) => `${action} has an entry and is no server action: remove it from e2e/isolation/coverage-actions.ts.`,
    ),
    ...without(written.routes, files).map((file) => `app${file} is in the sources and not in the build: build again.`),
    ...without(files, written.routes).map((file) => `app${file} is in the build and not in the sources: build again.`),
    ...without(written.actions, names).map(
      (action) => `${action} is exported from a "use server" file and no page can call it: use it or delete it.`,
    ),
  ];
}

const without = (all: string[], known: string[]) => all.filter((one) => !known.includes(one));
