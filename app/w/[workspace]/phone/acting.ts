import { z } from "zod";
import { requireRole } from "@/lib/auth/require-workspace";
import { id, slug } from "@/lib/shapes";

/** A line of a workspace. */
export const which = z.object({ slug, numberId: id });

/** Who changes phone lines here: admins and owners. */
export async function acting(slug: string): Promise<{ workspaceId: string; userId: string }> {
  const { workspace, user } = await requireRole(slug, "admin");
  return { workspaceId: workspace.id, userId: user.id };
}

/** And which line. */
export async function actingOn({ slug, numberId }: z.infer<typeof which>) {
  return { ...(await acting(slug)), numberId };
}
