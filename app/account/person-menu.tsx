import { cookies } from "next/headers";
import { chooseTheme, signOut } from "@/app/account/actions";
import { Menu, type MenuItem } from "@/app/ui/menu";

const INSTALLATION: MenuItem = { label: "This installation", icon: "selfHosted", href: "/operator" };

const THEMES = [
  { value: "light", label: "Light", icon: "day" },
  { value: "dark", label: "Dark", icon: "night" },
  { value: "device", label: "As the device has it", icon: "settings" },
] as const;

/** A person's own things: their account, how it looks, the installation if they run it, and the way out. */
export async function PersonMenu({ email, isOperator }: { email: string; isOperator: boolean }) {
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
        ...(isOperator ? [INSTALLATION] : []),
        ...looks,
        { label: "Sign out", icon: "signOut", separated: true, onSelect: signOut },
      ]}
    />
  );
}
