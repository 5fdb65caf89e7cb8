import crypto from "node:crypto";
import fs from "node:fs";
import postgres from "postgres";
import { Explained } from "./explained.mjs";

const superuser = "postgres";
const owner = "ringback_owner";
const app = "ringback_app";
const lookup = "ringback_lookup";

/** The passwords kept beside the data folder, made at the first start. */
export function passwordsFor(folder) {
  const file = `${folder}.passwords.json`;
  const fresh = Object.fromEntries(
    [superuser, owner, app].map((role) => [role, crypto.randomBytes(24).toString("hex")]),
  );
  try {
    if (fs.existsSync(file)) return JSON.parse(fs.readFileSync(file, "utf8"));
    if (!fs.existsSync(folder)) {
      fs.writeFileSync(file, `${JSON.stringify(fresh, null, 2)}\n`, { mode: 0o600, flag: "wx" });
      return fresh;
    }
  } catch (error) {
    // Somebody else starts in the same folder at this moment; theirs count.
    if (error.code === "EEXIST") return passwordsFor(folder);
    throw new Explained(
      `The passwords of the database cannot be read from ${file} (${error.message}). ` +
        `If another user made it, start as that user. To begin with an empty database instead, delete ${file} and ${folder}.`,
    );
  }
  throw new Explained(
    `The passwords of the database in ${folder} should be in ${file}, which is gone. ` +
      `Put it back, or delete ${folder} to begin with an empty database.`,
  );
}

/** Addresses for each role on a server of this machine. */
export function addresses({ port, passwords, database }) {
  const url = (role, name) => `postgres://${role}:${passwords[role]}@127.0.0.1:${port}/${name}`;
  return { superUrl: url(superuser, "postgres"), ownerUrl: url(owner, database), appUrl: url(app, database) };
}

/** Makes the three roles and the database where they are missing. */
export async function prepareDatabase({ superUrl, passwords, database }) {
  if (!/^[a-z_][a-z0-9_]*$/.test(database)) throw new Error(`"${database}" is not a plain database name`);
  await connected(superUrl, async (sql) => {
    // Two commands may start at once.
    await sql`select pg_advisory_lock(1)`;
    const roles = (await sql`select rolname from pg_roles`).map((row) => row.rolname);
    const wanted = { [owner]: loginWith(passwords[owner]), [app]: loginWith(passwords[app]), [lookup]: "nologin" };
    for (const [role, options] of Object.entries(wanted)) {
      if (!roles.includes(role))
        await sql.unsafe(`create role ${role} ${options} nosuperuser nocreatedb nocreaterole nobypassrls`);
    }
    // Enough to hand functions over to it, without having its rights oneself.
    await sql.unsafe(`grant ${lookup} to ${owner} with set true, inherit false`);
    const existing = await sql`select 1 from pg_database where datname = ${database}`;
    if (existing.length === 0) await sql.unsafe(`create database ${database} owner ${owner}`);
    const inside = new URL(superUrl);
    inside.pathname = `/${database}`;
    await connected(inside.href, (tx) => tx.unsafe(inDatabase).simple());
  });
}

const inDatabase = `alter schema public owner to ${owner}; grant create, usage on schema public to ${lookup};`;

const loginWith = (password) => `login password '${password}'`;

/** The folder a server says it serves, or undefined when it does not answer to these passwords. */
export async function servedFolder(superUrl) {
  try {
    return await connected(superUrl, async (sql) => (await sql`show data_directory`)[0].data_directory);
  } catch {
    return undefined;
  }
}

async function connected(url, work) {
  const sql = postgres(url, { max: 1, connect_timeout: 5, onnotice() {} });
  try {
    return await work(sql);
  } finally {
    await sql.end({ timeout: 1 });
  }
}
