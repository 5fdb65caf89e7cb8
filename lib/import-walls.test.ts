import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";

type Import = { from: string; typeOnly: boolean };
type Source = { file: string; text: string; imports: Import[] };

const root = path.join(import.meta.dirname, "..");
const listed = execFileSync("git", ["ls-files", "-co", "--exclude-standard", "*.ts", "*.tsx", "*.mjs"], { cwd: root });
const files = listed
  .toString()
  .trim()
  .split("\n")
  .filter((file) => fs.existsSync(path.join(root, file)));
const sources = new Map(files.map((file) => [file, read(file)]));
const all = [...sources.values()];
const product = all.filter(({ file }) => !/\.test\.|\/testing\/|^e2e\//.test(file));

describe("the arrows point down", () => {
  it("app imports the rows as types only, and the closed lists", () => {
    expect(
      offenders(inside("app/"), ({ from, typeOnly }) => from.startsWith("db/") && from !== "db/enums.ts" && !typeOnly),
    ).toEqual([]);
  });

  it("lib and db import nothing of app, db nothing of lib but the environment", () => {
    expect(offenders(inside("lib/", "db/"), ({ from }) => from.startsWith("app/"))).toEqual([]);
    const rows = inside("db/").filter(({ file }) => !file.startsWith("db/seed/"));
    expect(offenders(rows, ({ from }) => from.startsWith("lib/") && from !== "lib/env.ts")).toEqual([]);
  });

  it("each folder of lib imports only those below it, and pure files", () => {
    const found = inside("lib/").flatMap(({ file, imports }) => {
      const own = folderOf(file);
      if (!own) return [];
      return imports.flatMap(({ from, typeOnly }) => {
        const other = folderOf(from);
        const fine = typeOnly || !other || other === own || BELOW[own]?.includes(other) || isPure(from);
        return fine ? [] : [`${file} → ${from}`];
      });
    });
    expect(found).toEqual([]);
  });

  it("nothing imports in a circle", () => {
    expect(circles(product.filter(({ file }) => /^(app|lib|db)\//.test(file)))).toEqual([]);
  });
});

describe("each thing has one door", () => {
  it.each([
    ["twilio", /^twilio(\/|$)/, /^(lib\/twilio|carrier)\//],
    ["the database handle", /^db\/(client|pools)\.ts$/, /^db\/(tenant|client)\.ts$/],
    ["pg-boss", /^pg-boss$/, /^(lib\/jobs\/queue|db\/queues)\.ts$/],
    ["prom-client", /^prom-client$/, /^lib\/metrics\//],
    ["nodemailer", /^nodemailer$/, /^lib\/email\//],
    ["the phone number library", /^libphonenumber-js/, /^lib\/phone\//],
    ["server-only", /^server-only$/, /^app\//],
  ])("%s", (_, what, door) => {
    expect(
      offenders(
        product.filter(({ file }) => !door.test(file)),
        ({ from }) => what.test(from),
      ),
    ).toEqual([]);
  });

  it("process.env", () => {
    const readers = product.filter(({ file, text }) => /^(app|lib|db)\//.test(file) && text.includes("process.env"));
    expect(readers.map(({ file }) => file)).toEqual(["lib/env.ts"]);
  });
});

describe("the outsiders stay outside", () => {
  it("the carrier imports nothing of ours", () => {
    expect(offenders(inside("carrier/"), ({ from }) => sources.has(from) && !from.startsWith("carrier/"))).toEqual([]);
  });

  it("the end-to-end tests know the rows and HTTP alone; the proofs may mount the webhook doors and sign", () => {
    const proofs = /^e2e\/(handlers|chaos|bench|hostile|isolation)\//;
    const e2e = all.filter(({ file }) => file.startsWith("e2e/") && !proofs.test(file));
    expect(offenders(e2e, ({ from }) => /^(app|lib|scripts)\//.test(from))).toEqual([]);
  });
});

describe("what a browser gets", () => {
  it("client files and what they import reach no database, adapter, clock or environment", () => {
    const found = inside("app/")
      .filter(({ text }) => /^["']use client["']/.test(text))
      .flatMap(({ file }) => {
        const reached = reach(file).find((one) => IMPURE.test(one));
        return reached ? [`${file} reaches ${reached}`] : [];
      });
    expect(found).toEqual([]);
  });
});

describe("size", () => {
  it("keeps files readable in one sitting", () => {
    const limit = (file: string) => (/\.(test|spec|cases)\./.test(file) ? 300 : 250);
    const long = all.filter(({ file, text }) => text.trimEnd().split("\n").length > limit(file));
    expect(long.map(({ file }) => file)).toEqual([]);
  });
});

const IMPURE =
  /^(db\/(client|tenant|migrate|queues)\.ts|lib\/(env|clock|changes|log)\.ts|lib\/(twilio|email|jobs)\/|twilio|postgres|drizzle)/;
const PURE_TWILIO = ["call-words"];

const BELOW: Record<string, string[]> = {
  recovery: [
    "conversations",
    "leads",
    "phone",
    "billing",
    "twilio",
    "audit",
    "format",
    "workspaces",
    "rights",
    "metrics",
  ],
  conversations: ["leads", "phone", "twilio", "billing", "format", "audit", "rights"],
  phone: ["twilio", "audit", "billing", "format", "workspaces", "rights"],
  leads: ["phone", "format", "audit"],
  billing: ["audit", "format"],
  workspaces: ["audit", "auth", "jobs"],
  auth: ["jobs", "audit", "workspaces"],
  events: ["auth", "workspaces"],
  insights: ["format", "phone", "leads", "recovery", "billing", "conversations"],
  operator: ["audit", "auth", "email", "jobs", "workspaces", "health", "insights", "phone", "twilio", "format"],
  jobs: ["recovery", "conversations", "twilio", "auth", "email", "phone", "operator", "workspaces", "start", "health"],
  health: ["twilio", "email"],
  metrics: ["health"],
  rights: ["billing"],
  "front-door": ["auth", "health", "metrics", "twilio"],
  format: [],
  audit: [],
  twilio: [],
  email: [],
  simulator: [],
  start: ["operator", "health"],
};

function read(file: string): Source {
  const text = fs.readFileSync(path.join(root, file), "utf8");
  const pattern =
    /(?:^|\n)\s*(?:import|export)\s+(type\s+)?([^"';]*?from\s*)?["']([^"']+)["']|import\(\s*["']([^"']+)["']\s*\)/g;
  const imports = [...text.matchAll(pattern)].map(([, type, names, from, dynamic]) => ({
    from: resolve(file, from ?? dynamic ?? ""),
    typeOnly: type !== undefined || onlyTypes(names),
  }));
  return { file, text, imports };
}

function onlyTypes(names: string | undefined): boolean {
  const braces = names?.match(/^\{([^}]*)\}\s*from\s*$/)?.[1];
  const words = braces?.split(",").map((name) => name.trim());
  return words?.filter(Boolean).every((name) => name.startsWith("type ")) ?? false;
}

function resolve(file: string, from: string): string {
  const base = from.startsWith("@/")
    ? from.slice(2)
    : from.startsWith(".")
      ? path.join(path.dirname(file), from)
      : null;
  if (base === null) return from;
  const candidates = [base, `${base}.ts`, `${base}.tsx`, `${base}/index.ts`];
  return candidates.find((candidate) => files.includes(candidate)) ?? base;
}

function inside(...folders: string[]): Source[] {
  return product.filter(({ file }) => folders.some((folder) => file.startsWith(folder)));
}

function offenders(from: Source[], wrong: (one: Import) => boolean): string[] {
  return from.flatMap(({ file, imports }) => imports.filter(wrong).map((one) => `${file} → ${one.from}`));
}

function folderOf(file: string): string | undefined {
  const [, folder, name] = /^lib\/([^/]+)\/(.+)$/.exec(file) ?? [];
  return folder === "twilio" && PURE_TWILIO.some((pure) => name?.startsWith(pure)) ? undefined : folder;
}

/** What a file pulls into its bundle: value imports, but not server actions, which stay on the server. */
function reach(file: string, seen = new Set<string>()): string[] {
  if (seen.has(file)) return [];
  seen.add(file);
  const source = sources.get(file);
  if (!source || /^["']use server["']/.test(source.text)) return [];
  for (const { from, typeOnly } of source.imports) {
    if (typeOnly) continue;
    if (sources.has(from)) reach(from, seen);
    else seen.add(from);
  }
  return [...seen];
}

function isPure(file: string): boolean {
  return !reach(file).some((one) => IMPURE.test(one));
}

function circles(among: Source[]): string[] {
  const found: string[] = [];
  const done = new Set<string>();
  const walk = (file: string, trail: string[]): void => {
    if (trail.includes(file)) found.push([...trail.slice(trail.indexOf(file)), file].join(" → "));
    if (done.has(file) || trail.includes(file)) return;
    for (const { from, typeOnly } of sources.get(file)?.imports ?? [])
      if (!typeOnly && sources.has(from)) walk(from, [...trail, file]);
    done.add(file);
  };
  for (const { file } of among) walk(file, []);
  return found;
}
