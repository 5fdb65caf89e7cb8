import { notFound } from "next/navigation";
import { requireRole } from "@/lib/auth/require-workspace";
import { isUuid } from "@/lib/leads/uuid";

export type Which = { slug: string; numberId: string };

/** Who changes phone lines here: admins and owners. */
export async function acting(slug: string): Promise<{ workspaceId: string; userId: string }> {
  const { workspace, user } = await requireRole(slug, "admin");
  return { workspaceId: workspace.id, userId: user.id };
}

/** And which line; what is no id is no line. */
export async function actingOn({ slug, numberId }: Which) {
  const who = await acting(slug);
  if (!isUuid(numberId)) notFound();
  return { ...who, numberId };
}
