import { and, eq, isNotNull } from "drizzle-orm";
import { users } from "@/db/schema/people";
import { asSystem, type Tx, withWorkspace } from "@/db/tenant";
import { Forbidden } from "@/lib/errors";

/**
 * One transaction for an operator of the installation, asked where the data is read and written. It sees global tables and,
 * with `workspaceId`, the rows of that one workspace.
 * @throws Forbidden for everybody else.
 */
export function asOperator<T>(
  { userId, workspaceId }: { userId: string; workspaceId?: string },
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  const checked = async (tx: Tx) => {
    const [operator] = await tx
      .select({ id: users.id })
      .from(users)
      .where(and(eq(users.id, userId), isNotNull(users.operatorAt)));
    if (!operator) throw new Forbidden("operator");
    return work(tx);
  };
  return workspaceId ? withWorkspace(workspaceId, checked) : asSystem(checked);
}
