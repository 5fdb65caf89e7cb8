import { ButtonLink } from "@/app/ui/button";
import { Card } from "@/app/ui/card";
import type { RightRefused } from "@/lib/rights/rights";

type RefusedProps = { title: string; slug: string; refused: RightRefused };

/** In place of what a person may not do: why, and the one thing that would help. */
export function Refused({ title, slug, refused: { words, remedy } }: RefusedProps) {
  return (
    <Card title={title}>
      <p className="max-w-[60ch] text-ink-2">{words}</p>
      {remedy ? (
        <p className="mt-4">
          <ButtonLink href={remedy.to === "/account" ? remedy.to : `/w/${slug}${remedy.to}`} variant="secondary">
            {remedy.label}
          </ButtonLink>
        </p>
      ) : null}
    </Card>
  );
}
