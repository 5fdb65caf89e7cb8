import { cookies } from "next/headers";
import { chooseTheme, signOut } from "@/app/account/actions";
import { Menu, type MenuItem } from "@/app/ui/menu";
import { listWorkspaces } from "@/lib/workspaces/list-workspaces";

const THEMES = [
  { value: "light", label: "Light", icon: "day" },
  { value: "dark", label: "Dark", icon: "night" },
  { value: "device", label: "As the device has it", icon: "settings" },
] as const;

export async function PersonMenu({ email }: { email: string }) {
  const chosen = (await cookies()).get("theme")?.value ?? "device";
  const looks: MenuItem[] = THEMES.map(({ value, label, icon }, index) => ({
    label,
    icon,
    current: value === chosen,
    separated: index === 0,
    onSelect: chooseTheme.bind(null, value),
  }));
  return (
    <Menu
      label="Your account"
      icon="options"
      variant="ghost"
      size="compact"
      side="top"
      align="end"
      items={[
        { label: "Your account", detail: email, icon: "team", href: "/account" },
        ...looks,
        { label: "Sign out", icon: "signOut", separated: true, onSelect: signOut },
      ]}
    />
  );
}

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
