import { findSessionUser } from "@/lib/auth/session";
import { listWorkspaces } from "@/lib/workspaces/list-workspaces";

/** Whose changes a session may hear. */
export type ListenerOf = { userId: string; workspaceIds: string[] };

/** The person of a session and all their workspaces as they are now; null once the session is over. */
export async function findListener(sessionId: string): Promise<ListenerOf | null> {
  const user = await findSessionUser(sessionId);
  if (!user) return null;
  const memberships = await listWorkspaces(user.id);
  return { userId: user.id, workspaceIds: memberships.map(({ workspace }) => workspace.id) };
}
