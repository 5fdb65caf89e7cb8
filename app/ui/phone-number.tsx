import { cn } from "@/app/ui/cn";

type PhoneNumberProps = {
  /** Null when the caller hid it. */
  e164: string | null;
  /** Formatted on the server. */
  display: string;
  /** Never a link: inside a row that is one already. */
  plain?: boolean;
  className?: string;
};

/** A number that never breaks over two lines, and calls when tapped on a phone. */
export function PhoneNumber({ e164, display, plain, className }: PhoneNumberProps) {
  if (!e164) return <span className={className}>No caller ID</span>;
  const words = cn("whitespace-nowrap", className);
  if (plain) return <span className={words}>{display}</span>;
  return (
    <>
      <a
        href={`tel:${e164}`}
        className={cn(
          words,
          "relative underline decoration-line-strong underline-offset-[3px] after:absolute after:inset-x-0 after:-inset-y-2.5 md:hidden",
        )}
      >
        {display}
      </a>
      <span className={cn(words, "max-md:hidden")}>{display}</span>
    </>
  );
}
