import { cookies, headers } from "next/headers";
import { forbidden, notFound, redirect } from "next/navigation";
import { cache } from "react";
import type { Role } from "@/db/enums";
import { findMembership, type Membership } from "@/lib/workspaces/list-workspaces";
import { PAGE_HEADER } from "./page-header";
import { safeNext } from "./safe-next";
import { findSession, findSessionUser, type Session, type User } from "./session";
import { cookieIn, sessionCookie, sessionIdFromCookie } from "./session-cookie";

export type { User };
/** A person, in a workspace they belong to. */
export type Seat = { user: User } & Membership;

const RANK: Record<Role, number> = { member: 0, admin: 1, owner: 2 };

export function roleAllows(role: Role, needed: Role): boolean {
  return RANK[role] >= RANK[needed];
}

/** The session id of the request being answered, for pages and actions. */
export async function currentSessionId(): Promise<string | null> {
  return sessionIdFromCookie((await cookies()).get(sessionCookie().name)?.value);
}

/** The session of the request being answered, asked of the database once a request; null for nobody. */
export const findCurrentSession = cache(async (): Promise<Session | null> => {
  const sessionId = await currentSessionId();
  return sessionId ? findSession(sessionId) : null;
});

/** Who is signed in; null for nobody. */
export async function findUser(): Promise<User | null> {
  return (await findCurrentSession())?.user ?? null;
}

/** The session of whoever is signed in; sends anybody else to sign in and then back here. */
export async function requireSession(): Promise<Session> {
  const session = await findCurrentSession();
  if (session) return session;
  return redirect(await withThisPage("/sign-in"));
}

export async function requireUser(): Promise<User> {
  return (await requireSession()).user;
}

/** An address that leads back to the page being answered. */
export async function withThisPage(address: string): Promise<string> {
  const page = safeNext((await headers()).get(PAGE_HEADER), "");
  return page ? `${address}?next=${encodeURIComponent(page)}` : address;
}

const findSeat = cache(async (userId: string, slug: string) => findMembership(userId, slug));

/** The person and the workspace of a page. No such workspace and not theirs are the same 404. */
export async function requireWorkspace(slug: string): Promise<Seat> {
  const user = await requireUser();
  const membership = await findSeat(user.id, slug);
  if (!membership) notFound();
  return { user, ...membership };
}

/** As `requireWorkspace`, for what not everybody there may do: a role lower than `needed` is a 403. */
export async function requireRole(slug: string, needed: Role): Promise<Seat> {
  const seat = await requireWorkspace(slug);
  if (!roleAllows(seat.role, needed)) forbidden();
  return seat;
}

/** The same for a route handler, which answers by itself: null for nobody, no such workspace and not theirs. */
export async function seatFromRequest(request: Request, slug: string): Promise<Seat | null> {
  const sessionId = await sessionIdFromCookie(cookieIn(request.headers, sessionCookie().name));
  const user = sessionId ? await findSessionUser(sessionId) : null;
  const membership = user ? await findMembership(user.id, slug) : null;
  return user && membership ? { user, ...membership } : null;
}
