import { and, asc, eq } from "drizzle-orm";
import type { Role } from "@/db/enums";
import { memberships, workspaces } from "@/db/schema/workspaces";
import { withUser } from "@/db/tenant";
import { isSlug } from "./slug";

export type Membership = {
  workspace: { id: string; slug: string; name: string; detail: string; timeZone: string };
  role: Role;
};

const columns = {
  workspace: {
    id: workspaces.id,
    slug: workspaces.slug,
    name: workspaces.name,
    detail: workspaces.detail,
    timeZone: workspaces.timeZone,
  },
  role: memberships.role,
};

/** The workspaces a person belongs to, the one they joined first first. */
export function listWorkspaces(userId: string): Promise<Membership[]> {
  return withUser(userId, (tx) =>
    tx
      .select(columns)
      .from(memberships)
      .innerJoin(workspaces, eq(workspaces.id, memberships.workspaceId))
      .where(eq(memberships.userId, userId))
      .orderBy(asc(memberships.createdAt), asc(workspaces.slug)),
  );
}

/** A person's place in one workspace; null when there is no such workspace or they are not in it. */
export async function findMembership(userId: string, slug: string): Promise<Membership | null> {
  if (!isSlug(slug)) return null;
  const [found] = await withUser(userId, (tx) =>
    tx
      .select(columns)
      .from(memberships)
      .innerJoin(workspaces, eq(workspaces.id, memberships.workspaceId))
      .where(and(eq(memberships.userId, userId), eq(workspaces.slug, slug))),
  );
  return found ?? null;
}
