import type { Role } from "@/db/enums";
import type { App } from "./ask";
import { signIn } from "./sign-in";
import type { World } from "./world";

export type Actor = {
  name: string;
  cookie: string | null;
  role: Role | null;
  email: string | null;
  /** Their own workspace; for somebody who is not signed in, the one they knock at. */
  home: World;
  away: World;
};

export async function signInAll(app: App, [ours, theirs]: [World, World]): Promise<Actor[]> {
  const inside = async (name: string, role: Role, [home, away]: [World, World]): Promise<Actor> => {
    const { email } = home.people[role];
    return { name, role, email, home, away, cookie: await signIn(app, email) };
  };
  return Promise.all([
    inside("owner", "owner", [ours, theirs]),
    inside("admin", "admin", [ours, theirs]),
    inside("member", "member", [ours, theirs]),
    inside("another workspace's owner", "owner", [theirs, ours]),
    { name: "signed out", cookie: null, role: null, email: null, home: ours, away: theirs },
  ]);
}

const RANK: Record<Role, number> = { member: 0, admin: 1, owner: 2 };

export function mayDo(actor: Actor, needed: Role | "operator" | "person" | "anybody"): boolean {
  if (needed === "anybody") return true;
  if (actor.role === null || needed === "operator") return false;
  return needed === "person" || RANK[actor.role] >= RANK[needed];
}
