import { Status } from "@/app/ui/status";
import type { WordingProblem } from "@/lib/recovery/text-back";

/** What is wrong with the words above, as they are typed. */
export function WordingChecks({ id, problems }: { id: string; problems: WordingProblem[] }) {
  return (
    <ul id={id} className="flex flex-col gap-1" aria-live="polite">
      {problems.length === 0 ? (
        <li>
          <Status family="answer" icon="done" wrap>
            All checks passed
          </Status>
        </li>
      ) : null}
      {problems.map(({ problem, level, words }) => (
        <li key={`${problem}${words}`}>
          <Status family={level === "error" ? "stamp" : "marker"} icon={level === "error" ? "error" : "unchecked"} wrap>
            {words}
          </Status>
        </li>
      ))}
    </ul>
  );
}
