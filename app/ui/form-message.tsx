import type { ReactNode } from "react";
import { cn } from "@/app/ui/cn";
import { type Family, familyText, familyTint } from "@/app/ui/family";
import type { IconName } from "@/app/ui/icons";
import { Icon } from "@/app/ui/lucide-icon";

type FormMessageProps = { family?: Extract<Family, "stamp" | "answer" | "marker" | "pen">; children?: ReactNode };

const messageIcons: Record<NonNullable<FormMessageProps["family"]>, IconName> = {
  stamp: "error",
  answer: "live",
  marker: "unchecked",
  pen: "info",
};

/** What became of the whole form. Renders nothing when there is nothing to say, so it can always stand there. */
export function FormMessage({ family = "stamp", children }: FormMessageProps) {
  return (
    <div role={family === "stamp" ? "alert" : "status"}>
      {children ? (
        <p
          className={cn(
            "flex gap-2.5 rounded-md px-3.5 py-3 font-[550] text-control",
            familyTint[family],
            familyText[family],
          )}
        >
          <Icon name={messageIcons[family]} size={18} className="mt-px" />
          <span>{children}</span>
        </p>
      ) : null}
    </div>
  );
}
