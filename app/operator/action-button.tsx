import type { ButtonLook } from "@/app/ui/button-look";
import { SubmitButton } from "@/app/ui/submit-button";

type ActionButtonProps = Pick<ButtonLook, "variant" | "icon"> & {
  action: () => Promise<void>;
  label: string;
  /** What it is done to, for whoever hears the button out of its row. */
  about: string;
};

/** One press in a row of a list. */
export function ActionButton({ action, label, about, variant = "secondary", icon }: ActionButtonProps) {
  return (
    <form action={action}>
      <SubmitButton variant={variant} size="compact" icon={icon}>
        {label}
        <span className="sr-only">: {about}</span>
      </SubmitButton>
    </form>
  );
}
