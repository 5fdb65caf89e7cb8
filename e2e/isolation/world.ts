import { randomBytes, randomInt } from "node:crypto";
import { eq } from "drizzle-orm";
import type { Role } from "@/db/enums";
import { workspaceInvitations } from "@/db/schema/installation";
import { mailLinks, passwordResets, users } from "@/db/schema/people";
import { memberships, workspaces } from "@/db/schema/workspaces";
import { hashPassword } from "@/lib/auth/password-hash";
import { hashToken } from "@/lib/auth/secret-token";
import type { BoughtNumber, Carrier } from "./carrier";
import type { Database } from "./database";
import type { Ids } from "./ids";
import { plantRows } from "./plant-rows";
import { plantWorkspace } from "./plant-workspace";

export type Person = { userId: string; email: string; name: string };

/** One workspace with everything a screen can show, each text of it marked as nobody else's. */
export type World = {
  /** Stands in every text of this workspace and in nothing else in the world. */
  token: string;
  /** How every id of this workspace that was planted begins. */
  idPrefix: string;
  /** How every phone number that was planted begins, in digits of North America. */
  phonePrefix: string;
  workspaceId: string;
  slug: string;
  people: Record<Role, Person>;
  bought: BoughtNumber;
  /** Sold by the carrier, and not yet theirs to use. */
  unfinished: BoughtNumber;
  /** Ids of rows that are there, and of rows that were there once. */
  ids: Ids;
  removed: Ids;
  newId: () => string;
  newPhone: () => string;
};

export const PASSWORD = "a long walk by the river";
const AREAS = ["203", "312", "415", "503", "512", "617", "702", "813", "919"];

let hash: Promise<string> | undefined;
let worlds = 0;

/** Plants a workspace with its people and a row in every table, and another that is gone. */
export async function makeWorld(database: Database, carrier: Carrier): Promise<World> {
  hash ??= hashPassword(PASSWORD);
  const bought = await carrier.buyNumber();
  const givenUp = await carrier.buyNumber();
  await carrier.releaseNumber(givenUp);
  const token = `zq${randomBytes(5).toString("hex")}`;
  const unfinished = await carrier.buyNumber(`${token} unfinished`);
  const idPrefix = `${randomBytes(4).toString("hex")}-${randomBytes(2).toString("hex")}-`;
  const phonePrefix = `${AREAS[worlds % AREAS.length]}${randomInt(231, 299)}${randomInt(1, 10)}`;
  worlds += 1;
  let ids = 0;
  let phones = 99;
  const newId = () => {
    ids += 1;
    return `${idPrefix}4000-8000-${String(ids).padStart(12, "0")}`;
  };
  const newPhone = () => {
    phones += 1;
    if (phones > 999) throw new Error("A workspace has run out of phone numbers: give its prefix a digit less");
    return `+1${phonePrefix}${phones}`;
  };
  const people = await plantPeople(database, { token, newId, passwordHash: await hash });
  const workspaceId = newId();
  const slug = `${token}-w`;
  const seed = { token, idPrefix, phonePrefix, workspaceId, slug, people, bought, unfinished, newId, newPhone };
  await plantWorkspace(database, seed);
  const { here, gone } = await plantRows(database, seed);
  const resetToken = {
    here: await plantReset(database, people.owner, false),
    gone: await plantReset(database, people.owner, true),
  };
  const newcomer = `${token}-new@people.example`;
  const links = { here: await plantLinks(database, newcomer, false), gone: await plantLinks(database, newcomer, true) };
  const removedSlug = await plantRemovedWorkspace(database, seed);
  return {
    ...seed,
    ids: {
      ...{ ...here, workspace: slug, workspaceId, resetToken: resetToken.here, email: people.owner.email },
      ...{ ...links.here, newcomer },
      ...{ words: token, digits: phonePrefix, carrierNumber: bought.e164, carrierSid: bought.sid },
    },
    removed: {
      ...{ ...gone, carrierNumber: givenUp.e164, carrierSid: givenUp.sid },
      // Words and digits are looked for in rows, and are none themselves: these are nobody's any more, or never were.
      ...{ words: `zq${randomBytes(5).toString("hex")}`, digits: String(randomInt(2_025_550, 2_025_559)) },
      workspace: removedSlug,
      workspaceId: newId(),
      resetToken: resetToken.gone,
      ...{ ...links.gone, newcomer: newcomer.replace("-new@", "-old@") },
      email: await plantRemovedPerson(database, people.owner),
    },
  };
}

export type Seed = Omit<World, "ids" | "removed">;

async function plantPeople(database: Database, at: { token: string; newId: () => string; passwordHash: string }) {
  const { token, newId, passwordHash } = at;
  const person = (role: Role): Person => ({
    userId: newId(),
    email: `${token}-${role}@people.example`,
    name: `${token} ${role}`,
  });
  const people = { owner: person("owner"), admin: person("admin"), member: person("member") };
  await database.insert(users).values(
    Object.values(people).map(({ userId: id, email, name }) => ({
      ...{ id, email, name, passwordHash },
      emailProvedAt: new Date(),
    })),
  );
  return people;
}

async function plantReset(database: Database, { userId }: Person, isUsed: boolean): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  const now = new Date();
  await database.insert(passwordResets).values({
    tokenHash: hashToken(token),
    userId,
    expiresAt: new Date(now.getTime() + 3_600_000),
    usedAt: isUsed ? now : null,
  });
  return token;
}

/** Links by which an address that has no account may open a workspace. */
async function plantLinks(database: Database, email: string, isUsed: boolean) {
  const [signUpToken, invitationToken] = [randomBytes(32).toString("base64url"), randomBytes(32).toString("base64url")];
  const now = new Date();
  const at = { email, expiresAt: new Date(now.getTime() + 3_600_000) };
  await database
    .insert(mailLinks)
    .values({ ...at, tokenHash: hashToken(signUpToken), purpose: "sign_up", usedAt: isUsed ? now : null });
  await database
    .insert(workspaceInvitations)
    .values({ ...at, tokenHash: hashToken(invitationToken), acceptedAt: isUsed ? now : null });
  return { signUpToken, invitationToken };
}

/** All three were in it, and it is gone. */
async function plantRemovedWorkspace(database: Database, { token, newId, people }: Seed): Promise<string> {
  const id = newId();
  const slug = `${token}-x`;
  await database.insert(workspaces).values({ id, slug, name: `${token} removed` });
  for (const [role, { userId }] of Object.entries(people)) {
    await database.insert(memberships).values({ workspaceId: id, userId, role: role as Role });
  }
  await database.deleteWorkspace(id);
  return slug;
}

/** Somebody who had an account. @returns their address, as long as those of the people who have one */
async function plantRemovedPerson(database: Database, { email: like }: Person): Promise<string> {
  const email = like.replace("-owner@", "-leave@");
  const [row] = await database
    .insert(users)
    .values({ email, name: like, passwordHash: "gone" })
    .returning({ id: users.id });
  if (row) await database.delete(users).where(eq(users.id, row.id));
  return email;
}
