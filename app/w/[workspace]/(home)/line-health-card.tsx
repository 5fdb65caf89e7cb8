import { ButtonLink } from "@/app/ui/button";
import { Card } from "@/app/ui/card";
import { Icon } from "@/app/ui/lucide-icon";
import { Status } from "@/app/ui/status";
import { type LineFacts, lineChecks, lineNumber, lineState } from "@/lib/insights/line-state";
import type { TextHealth } from "@/lib/insights/text-health";

type LineHealthCardProps = { line: LineFacts; health: TextHealth; base: string };

/** Whether the line works, and what says so. */
export function LineHealthCard({ line, health, base }: LineHealthCardProps) {
  const { family, words, means } = lineState(line);
  const number = lineNumber(line);
  return (
    <Card
      title="Your line"
      aside={
        <Status family={family} dot>
          {words}
        </Status>
      }
      className="flex flex-col lg:order-2"
    >
      {number ? (
        <p className="mb-3.5 whitespace-nowrap font-[650] font-display text-[25px] leading-tight">{number}</p>
      ) : null}
      {means ? <p className="mb-3.5 text-control text-ink-2">{means}</p> : null}
      <ul>
        {lineChecks(line, health).map((check) => (
          <li key={check.words} className="flex gap-2.5 border-line border-t py-[9.5px] text-control">
            <Icon
              name={check.ok ? "done" : "unchecked"}
              label={check.ok ? "Good" : "Look at this"}
              className={check.ok ? "mt-0.5 stroke-[2.6] text-answer-text" : "mt-0.5 text-marker-text"}
            />
            <span className="min-w-0 grow">{check.words}</span>
            <span className="shrink-0 text-ink-3">{check.detail}</span>
          </li>
        ))}
      </ul>
      <ButtonLink href={`${base}/phone`} icon="testCall" wide className="mt-3.5">
        Make a test call
      </ButtonLink>
    </Card>
  );
}
