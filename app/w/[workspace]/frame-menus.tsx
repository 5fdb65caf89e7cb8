import { Menu } from "@/app/ui/menu";
import { listWorkspaces } from "@/lib/workspaces/list-workspaces";

/** Nothing for people with one workspace. */
export async function WorkspaceMenu({ userId, slug }: { userId: string; slug: string }) {
  const memberships = await listWorkspaces(userId);
  if (memberships.length < 2) return null;
  return (
    <Menu
      label="Switch workspace"
      icon="switch"
      variant="ghost"
      size="compact"
      items={memberships.map(({ workspace }) => ({
        label: workspace.name,
        detail: workspace.detail,
        href: `/w/${workspace.slug}`,
        current: workspace.slug === slug,
      }))}
    />
  );
}
