"use client";

import { type FormEvent, useState, useTransition } from "react";
import { Button } from "@/app/ui/button";
import { Dialog } from "@/app/ui/dialog";
import { FormMessage } from "@/app/ui/form-message";
import { Menu } from "@/app/ui/menu";
import { TextInput } from "@/app/ui/text-input";
import { useToast } from "@/app/ui/toast";
import type { Stage } from "@/db/enums";
import { STAGE_ORDER } from "@/lib/leads/stage-order";
import { STAGE_DETAILS, type StageDetails } from "@/lib/leads/stages";
import { move, undoLastMove, type Wanted } from "./actions";
import { STAGE_LOOK } from "./stage-look";

type MoveMenuProps = {
  slug: string;
  leadId: string;
  /** The lead's name, for the words of the toast. */
  title: string;
  stage: Stage;
  /** An icon alone, on cards and in rows. */
  compact?: boolean;
};

type Question = NonNullable<StageDetails["asks"]>;

const QUESTIONS: Record<Question, { field: "amount" | "day" | "reason"; label: string; hint: string; detail: string }> =
  {
    amount: { field: "amount", label: "Amount", hint: "What you quoted, in dollars.", detail: "Asks for the amount" },
    day: { field: "day", label: "Day and time", hint: "When the job is.", detail: "Asks for the day" },
    reason: { field: "reason", label: "Reason", hint: "Why it came to nothing.", detail: "Asks why" },
  };

/** Moves a lead to a stage at once, with Undo. What a stage asks can be skipped. */
export function MoveMenu({ slug, leadId, title, stage, compact }: MoveMenuProps) {
  const toast = useToast();
  const [asking, setAsking] = useState<Stage | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [pending, startMove] = useTransition();

  const go = (wanted: Wanted) =>
    startMove(async () => {
      const answer = await move(slug, leadId, wanted);
      if (!answer.ok) {
        setProblem(answer.words);
        return;
      }
      setAsking(null);
      const { moved } = answer;
      if (!moved) return;
      toast({
        message: `${title} moved to ${STAGE_DETAILS[wanted.to].words}`,
        undo: async () => {
          if (!(await undoLastMove(slug, leadId, moved)))
            toast({ message: `${title} has moved on since`, icon: "info" });
        },
      });
    });

  const choose = (to: Stage) => {
    if (to === stage) return;
    setProblem(null);
    if (STAGE_DETAILS[to].asks) setAsking(to);
    else go({ to });
  };

  return (
    <>
      <Menu
        label={`Move ${title} to`}
        icon={compact ? "options" : STAGE_LOOK[stage].icon}
        variant={compact ? "ghost" : "secondary"}
        {...(compact ? { size: "compact" as const } : {})}
        align="end"
        items={STAGE_ORDER.map((to) => {
          const { words, asks } = STAGE_DETAILS[to];
          return {
            label: words,
            icon: STAGE_LOOK[to].icon,
            current: to === stage,
            ...(asks && to !== stage ? { detail: QUESTIONS[asks].detail } : {}),
            onSelect: () => choose(to),
          };
        })}
      >
        {compact ? undefined : STAGE_DETAILS[stage].words}
      </Menu>
      {asking ? (
        <AskDialog {...{ title, stage: asking, problem, pending, onMove: go, onClose: () => setAsking(null) }} />
      ) : null}
    </>
  );
}

type AskDialogProps = {
  title: string;
  stage: Stage;
  problem: string | null;
  pending: boolean;
  onMove: (wanted: Wanted) => void;
  onClose: () => void;
};

function AskDialog({ title, stage, problem, pending, onMove, onClose }: AskDialogProps) {
  const { words, asks } = STAGE_DETAILS[stage];
  const question = QUESTIONS[asks ?? "reason"];
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget).get(question.field);
    onMove({ to: stage, [question.field]: typeof typed === "string" ? typed : "" });
  };
  return (
    <Dialog open title={`Move ${title} to ${words}`} onOpenChange={(open) => open || onClose()}>
      <form onSubmit={submit} className="flex flex-col gap-4">
        <TextInput
          name={question.field}
          label={question.label}
          hint={question.hint}
          type={question.field === "day" ? "datetime-local" : "text"}
          {...(question.field === "amount" ? { inputMode: "decimal" as const, placeholder: "1,850" } : {})}
        />
        <FormMessage>{problem}</FormMessage>
        <div className="flex flex-wrap gap-2">
          <Button type="submit" variant="primary" pending={pending}>
            Move to {words}
          </Button>
          <Button variant="ghost" onClick={() => onMove({ to: stage })}>
            Skip
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
