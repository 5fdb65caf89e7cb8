import { spawn, spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Explained } from "./lib/explained.mjs";
import { freePort } from "./lib/ports.mjs";
import { postgresBinaries } from "./lib/postgres-binaries.mjs";
import { pidFile, stopServer } from "./lib/postgres-process.mjs";
import { addresses, passwordsFor, prepareDatabase, servedFolder } from "./lib/postgres-roles.mjs";
import { removeThrowaway, sweepThrowaways, throwawayFolder } from "./lib/postgres-throwaway.mjs";
import { commandOf, isAlive } from "./lib/processes.mjs";
import { stateFolder } from "./lib/project.mjs";

const isWindows = process.platform === "win32";
const forgetful = ["-c", "fsync=off", "-c", "full_page_writes=off", "-c", "synchronous_commit=off"];

/**
 * Starts this project's private PostgreSQL, or takes over the one an earlier run left behind.
 * @param {object} [options]
 * @param {string} [options.dataDir] default: .ringback/postgres, or a temporary folder when `throwaway`
 * @param {number} [options.port] default: any free one
 * @param {string} [options.database]
 * @param {boolean} [options.throwaway] faster, loses data in a power cut; a temporary folder goes with `stop()`
 * @param {(line: string) => void} [options.log] told about the slow steps
 * @throws {Explained} with what to do, where it cannot run or the folder is not usable
 */
export async function startPostgres({ dataDir, port, database = "ringback", throwaway = false, log = () => {} } = {}) {
  const temporary = throwaway && !dataDir;
  if (temporary) await sweepThrowaways();
  const binaries = postgresBinaries(dataDir || (temporary ? throwawayFolder() : path.join(stateFolder, "postgres")));
  const { folder } = binaries;
  fs.mkdirSync(path.dirname(folder), { recursive: true, mode: 0o755 });
  refuseForeignFolder(binaries);
  const passwords = passwordsFor(folder);

  let server = await findRunning({ folder, passwords });
  let reused = server !== undefined;
  if (!server) {
    if (!fs.existsSync(folder)) {
      log(`Creating a database in ${folder}`);
      initialise(binaries, passwords.postgres);
    }
    try {
      server = await launch({ binaries, port, flags: throwaway ? forgetful : [] });
    } catch (error) {
      // Two commands started at once: the other's server serves both.
      server = await findRunning({ folder, passwords });
      if (!server) throw error;
      reused = true;
    }
  }
  const { pid } = server;
  const urls = addresses({ port: server.port, passwords, database });
  await prepareDatabase({ superUrl: urls.superUrl, passwords, database });

  const stop = async () => {
    await stopServer(binaries, pid);
    if (temporary) removeThrowaway(folder);
  };
  return { ...urls, port: server.port, pid, dataDir: folder, reused, stop };
}

/** @throws {Explained} for a folder that is no data folder, or another version's */
function refuseForeignFolder({ folder, version }) {
  const emptied = `Delete ${folder} to begin with an empty database`;
  try {
    if (!fs.existsSync(folder)) return;
    if (fs.readdirSync(folder).length === 0) {
      fs.rmdirSync(folder);
      return;
    }
    const made = fs.readFileSync(path.join(folder, "PG_VERSION"), "utf8").trim();
    if (made === version) return;
    throw new Explained(
      `${folder} was made by PostgreSQL ${made}; this Ringback comes with ${version}, which cannot read it. ` +
        `${emptied}, or go back to the version of Ringback that made it and move its data out first.`,
    );
  } catch (error) {
    if (error.code === "EACCES" || error.code === "EPERM") {
      throw new Explained(
        `${folder} belongs to another user. Start as that user, or delete the folder as that user to begin anew.`,
      );
    }
    if (error.code !== "ENOENT" && error.code !== "ENOTDIR") throw error;
    throw new Explained(
      `${folder} is not a PostgreSQL data folder: it has no readable PG_VERSION. Move it away if you need it. ${emptied}.`,
    );
  }
}

/** A server that outlived its launcher, if it is ours and answers. Removes what a dead one left in the way. */
async function findRunning({ folder, passwords }) {
  for (let attempt = 0; attempt < 100; attempt++) {
    const left = pidFile(folder);
    if (!left) return undefined;
    if (!isAlive(left.pid) || !/postgres/.test(commandOf(left.pid) || "postgres")) {
      // After a reboot the number may belong to anybody, and PostgreSQL would wait for them for ever.
      fs.rmSync(path.join(folder, "postmaster.pid"), { force: true });
      return undefined;
    }
    const { superUrl } = addresses({ port: left.port, passwords, database: "postgres" });
    const served = left.ready ? await servedFolder(superUrl) : undefined;
    if (served && sameFolder(served, folder)) return { pid: left.pid, port: left.port };
    await sleep(100);
  }
  throw new Explained(
    `A PostgreSQL already uses ${folder} (process ${pidFile(folder)?.pid}) and does not answer. Stop it: kill ${pidFile(folder)?.pid}`,
  );
}

function initialise({ initdb, account, folder }, password) {
  // Made beside and moved into place, so that a start cut short leaves nothing half made.
  const unfinished = `${folder}.${process.pid}.new`;
  const passwordFile = `${folder}.${process.pid}.password`;
  fs.rmSync(unfinished, { recursive: true, force: true });
  fs.mkdirSync(unfinished, { mode: 0o700 });
  fs.writeFileSync(passwordFile, password, { mode: 0o600 });
  if (account.uid !== undefined) {
    for (const made of [unfinished, passwordFile]) fs.chownSync(made, account.uid, account.gid);
  }
  try {
    const locale = ["--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"];
    const access = ["--username=postgres", "--auth=scram-sha-256", `--pwfile=${passwordFile}`];
    const options = ["-D", unfinished, ...access, ...locale, "--no-sync", "--no-instructions"];
    const made = spawnSync(initdb, options, { ...account, env: environment(), cwd: "/", encoding: "utf8" });
    if (made.status !== 0) {
      throw new Explained(`A database could not be created in ${folder}:\n${made.stderr || made.error?.message}`);
    }
    if (!fs.existsSync(folder)) fs.renameSync(unfinished, folder);
  } finally {
    fs.rmSync(unfinished, { recursive: true, force: true });
    fs.rmSync(passwordFile, { force: true });
  }
}

async function launch({ binaries: { postgres, account, folder }, port: wanted, flags, attempt = 1 }) {
  const port = wanted ?? (await freePort());
  const logFile = `${folder}.log`;
  const output = fs.openSync(logFile, "w", 0o600);
  // Loopback only: a socket file would meet its limit of 107 characters in deep folders.
  const listen = isWindows ? ["-h", "127.0.0.1"] : ["-h", "127.0.0.1", "-k", ""];
  const options = ["-D", folder, "-p", String(port), ...listen, "-c", "max_connections=200", ...flags];
  // A group of its own, so that Ctrl-C reaches the app before its database.
  const stdio = ["ignore", "ignore", output];
  const child = spawn(postgres, options, {
    ...account,
    env: environment(),
    cwd: "/",
    detached: true,
    windowsHide: true,
    stdio,
  });
  fs.closeSync(output);
  let ended;
  child.once("error", (error) => {
    ended = error.message;
  });
  child.once("exit", (code, signal) => {
    ended ??= `it ended with ${signal ?? code}`;
  });
  child.unref();

  const patience = Date.now() + 60_000;
  while (!ended) {
    const left = pidFile(folder);
    if (left?.ready && left.pid === child.pid) return { pid: child.pid, port };
    if (Date.now() > patience) {
      child.kill("SIGQUIT");
      ended = "it was not ready after a minute";
    }
    await sleep(10);
  }
  const said = fs.readFileSync(logFile, "utf8").trim();
  if (!wanted && attempt < 3 && /could not bind|could not create any TCP\/IP sockets/.test(said)) {
    return launch({ binaries: { postgres, account, folder }, flags, attempt: attempt + 1 });
  }
  throw new Explained(
    `PostgreSQL did not start from ${folder}: ${ended}. Its last words (all are in ${logFile}):\n` +
      `${said.split("\n").slice(-8).join("\n")}\n` +
      `If the data there is of no use to you, delete ${folder} to begin with an empty database.`,
  );
}

function sameFolder(one, other) {
  try {
    return fs.realpathSync(one) === fs.realpathSync(other);
  } catch {
    return path.resolve(one) === path.resolve(other);
  }
}

function environment() {
  return { ...process.env, LC_ALL: "C", TZ: "UTC" };
}
