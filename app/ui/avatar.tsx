import { cn } from "@/app/ui/cn";
import { Icon } from "@/app/ui/lucide-icon";

type AvatarProps = {
  /** Null for a caller nobody has named: a handset. */
  name: string | null;
  size?: "small" | "default" | "large";
  /** The person signed in: ink. */
  own?: boolean;
  className?: string;
};

const tints = [
  "bg-person-1 text-person-1-text",
  "bg-person-2 text-person-2-text",
  "bg-person-3 text-person-3-text",
  "bg-person-4 text-person-4-text",
  "bg-person-5 text-person-5-text",
] as const;

const sizes = {
  small: "size-6 text-[0.65625rem]",
  default: "size-9 text-sm",
  large: "size-12 text-touch",
};

/** The first letters of the first and last word. */
function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const [first = "", ...others] = words;
  return ([...first][0] ?? "").concat([...(others.at(-1) ?? "")][0] ?? "").toUpperCase();
}

function tint(name: string): string {
  let hash = 0;
  for (const letter of name) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) % 65_521;
  return tints[hash % tints.length] ?? tints[0];
}

/** Decoration beside a name, which is why it says nothing itself. */
export function Avatar({ name, size = "default", own, className }: AvatarProps) {
  const colours = own ? "bg-ink text-on-ink" : name ? tint(name) : "bg-hover text-ink-2";
  return (
    <span
      aria-hidden
      className={cn(
        "grid shrink-0 place-items-center rounded-full font-[650] leading-none",
        sizes[size],
        colours,
        className,
      )}
    >
      {name ? initials(name) : <Icon name="call" size={size === "small" ? 14 : 16} />}
    </span>
  );
}
