import { and, eq } from "drizzle-orm";
import { users } from "@/db/schema/people";
import { memberships } from "@/db/schema/workspaces";
import { type Tx, withWorkspace } from "@/db/tenant";
import { Forbidden } from "../errors";
import { type Actor, standingOf } from "./rights";

type Acting = { workspaceId: string; userId: string };

/**
 * One transaction in a workspace for one of its owners and admins or an operator of the installation, asked where the data
 * is written. What they may do there is for `whyNotAllowed`.
 * @throws Forbidden for members, and for people who are neither.
 */
export function asManager<T>(acting: Acting, work: (tx: Tx, actor: Actor) => Promise<T>): Promise<T> {
  return withWorkspace(acting.workspaceId, async (tx) => {
    const actor = await readActor(tx, acting);
    if (standingOf(actor) === "member") throw new Forbidden("admin");
    return work(tx, actor);
  });
}

/** What a person is in a workspace and in the installation. */
export async function readActor(tx: Tx, { workspaceId, userId }: Acting): Promise<Actor> {
  const [person] = await tx
    .select({ role: memberships.role, operatorAt: users.operatorAt, emailProvedAt: users.emailProvedAt })
    .from(users)
    .leftJoin(memberships, and(eq(memberships.workspaceId, workspaceId), eq(memberships.userId, users.id)))
    .where(eq(users.id, userId));
  return {
    role: person?.role ?? null,
    isOperator: person !== undefined && person.operatorAt !== null,
    emailProved: person !== undefined && person.emailProvedAt !== null,
  };
}
