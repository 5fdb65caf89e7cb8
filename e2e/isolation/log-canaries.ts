import fs from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { findCanaries } from "@/app/api/twilio/testing/canaries";
import { form, UNTOUCHED } from "./action-cover";
import type { Actor } from "./actors";
import { all } from "./all-cells";
import { type App, type Asking, openApp } from "./ask";
import type { Carrier } from "./carrier";
import type { Cell } from "./cell";
import type { Database } from "./database";
import type { Found } from "./discover";
import { asCall } from "./encode";
import { markersOf } from "./markers";
import { signIn } from "./sign-in";
import { makeWorld, PASSWORD, type World } from "./world";

type Setting = {
  base: string;
  database: Database;
  carrier: Carrier;
  found: Found;
  /** Where all that the web writes is kept, from its start. */
  logFile: string;
  secrets: Readonly<Record<string, string>>;
};

export type Scanned = { canaries: number; lines: number; problems: string[] };

/**
 * Asks the app for everything once more, of a database that refuses every new row, and then of one that stumbles over
 * every row it reads, with complaints that hold the row; and looks through what the web wrote, from its start on. It
 * leaves the database like that.
 */
export async function scanLogs({ base, logFile, secrets, ...setting }: Setting): Promise<Scanned> {
  const { database, carrier } = setting;
  const app = openApp(base);
  const world = await makeWorld(database, carrier);
  await database.raw`delete from rate_limits`;
  const owner = await signedInOwner(app, world);
  const { quiet, changing } = all({ app, actors: [owner], ...setting });
  // What is asked for is planted while it can be.
  const [writes, reads] = [await askingsOf(changing), await askingsOf(quiet)];
  const newcomer = await signingUp(setting.found, world);
  const forgetful = await askingForLink(setting.found);
  await refuseRows(
    database,
    (await tablesOf(database)).filter((table) => !FIRST.includes(table)),
  );
  await askAll(app, [...writes, newcomer]);
  await refuseRows(database, FIRST);
  await stumbleOverRows(database);
  await askAll(app, [...reads, newcomer, forgetful]);

  const written = await settled(logFile);
  const canaries = { ...secrets, "a session": owner.cookie?.split("=")[1] ?? "", "a password": PASSWORD };
  const marks = [...markersOf(world).filter((marker) => marker !== world.idPrefix), ...PATTERNS];
  const found = [...findCanaries(written, canaries), ...marks.flatMap((mark) => excerptsOf(written, mark))];
  return {
    canaries: Object.keys(canaries).length + marks.length,
    lines: written.split("\n").length,
    problems: [
      ...found.map((what) => `The web wrote in its log: ${what}`),
      ...PROOFS.filter((proof) => !proof.test(written)).map(
        (proof) => `The web's log lacks ${proof}: it proves nothing`,
      ),
    ],
  };
}

/** Words of any workspace, numbers of anybody, and the values of any statement. */
const PATTERNS = [/zq[0-9a-f]{10}/, /(\+|%2B)1\d{10}/i, /\bparams: /, /Failing row/];

/** That pages, actions and handlers have failed for both reasons; and that Next, too, has written what it says of them. */
const PROOFS = [
  ...["render", "action", "route"].map((kind) => new RegExp(`"request.failed".*"kind":"${kind}"`)),
  ...["invitation/", "forgot-password"].map((door) => new RegExp(`"request.failed".*"route":"/${door}`)),
  /"request\.failed".*insert into rate_limits/,
  /"request\.failed".*violates check constraint/,
  /"request\.failed".*invalid input syntax/,
  /^\s+constraint_name: 'broken'/m,
];

async function signedInOwner(app: App, world: World): Promise<Actor> {
  const { email } = world.people.owner;
  return { name: "owner", role: "owner", email, home: world, away: world, cookie: await signIn(app, email) };
}

/** Of each page, file and action one request with nothing wrong in it, in the plainest form. */
function askingsOf(cells: Cell[]): Promise<Asking[]> {
  const plain = cells.filter(({ what, written }) => /^(html|file|call) /.test(what) && written.length === 0);
  return Promise.all(plain.map(({ asking }) => asking()));
}

/** Somebody whose name is a number: of people, who stand above the walls, the database tells the whole row. */
async function signingUp({ actions }: Found, { ids, newPhone }: World): Promise<Asking> {
  const action = actions.find(({ name }) => name.endsWith("#acceptAction"));
  if (!action) throw new Error("There is no way to accept an invitation");
  const fields = { name: newPhone(), password: PASSWORD, businessName: "Fern", timeZone: "America/New_York" };
  const args = [ids.invitationToken, UNTOUCHED, form(fields)];
  return {
    method: "POST",
    path: `/invitation/${ids.invitationToken}`,
    cookie: null,
    ...(await asCall(action.id, args)),
  };
}

/** Counted before anything else is done: what fails then is the count itself. */
async function askingForLink({ actions }: Found): Promise<Asking> {
  const action = actions.find(({ name }) => name.endsWith("#forgotPasswordAction"));
  if (!action) throw new Error("There is no way to ask for a new password");
  const encoded = await asCall(action.id, [UNTOUCHED, form({ email: "nobody@people.example" })]);
  return { method: "POST", path: "/forgot-password", cookie: null, ...encoded };
}

async function askAll(app: App, askings: Asking[]): Promise<void> {
  const waiting = [...askings];
  const work = async () => {
    for (let asking = waiting.shift(); asking; asking = waiting.shift()) await app.ask(asking);
  };
  await Promise.all(Array.from({ length: 4 }, work));
}

/** Without new rows of these nobody gets as far as the others. */
const FIRST = ["public.sessions", "public.rate_limits"];

async function tablesOf({ raw }: Database): Promise<string[]> {
  const tables = await raw<{ name: string }[]>`
    select schemaname || '.' || tablename as name from pg_tables
    where schemaname = 'public' or (schemaname = 'pgboss' and tablename = 'job')`;
  return tables.map(({ name }) => name);
}

async function refuseRows({ raw }: Database, tables: string[]): Promise<void> {
  for (const table of tables) await raw`alter table ${raw(table)} add constraint broken check (false) not valid`;
}

/** Every table that holds numbers, but for the members' own, which stand before every page. */
async function stumbleOverRows({ raw }: Database): Promise<void> {
  const columns = await raw<{ table: string; column: string }[]>`
    select table_name as table, min(column_name) as column from information_schema.columns
    where table_schema = 'public' and column_name like '%e164' and table_name <> 'memberships' group by 1`;
  for (const { table, column } of columns) {
    await raw`create policy broken on ${raw(table)} as restrictive for select using (${raw(column)}::uuid is not null)`;
  }
}

/** The file, once it has stopped growing. */
async function settled(file: string): Promise<string> {
  for (let before = -1; ; await sleep(250)) {
    const written = fs.readFileSync(file, "utf8");
    if (written.length === before) return written;
    before = written.length;
  }
}

function excerptsOf(written: string, mark: string | RegExp): string[] {
  const at = typeof mark === "string" ? written.indexOf(mark) : written.search(mark);
  return at < 0 ? [] : [`${mark}, as in ${JSON.stringify(written.slice(Math.max(0, at - 80), at + 40))}`];
}
