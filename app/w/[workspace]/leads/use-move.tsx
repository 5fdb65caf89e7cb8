"use client";

import { type FormEvent, type ReactNode, useState, useTransition } from "react";
import { Button } from "@/app/ui/button";
import { Dialog } from "@/app/ui/dialog";
import { FormMessage } from "@/app/ui/form-message";
import { TextInput } from "@/app/ui/text-input";
import { useToast } from "@/app/ui/toast";
import { orUnanswered } from "@/app/ui/unanswered";
import type { Stage } from "@/db/enums";
import { STAGE_DETAILS, type StageDetails } from "@/lib/leads/stages";
import { move, undoLastMove, type Wanted } from "./actions";

export type Movable = {
  slug: string;
  leadId: string;
  /** The lead's name, for the words of the toast. */
  title: string;
  stage: Stage;
};

type Question = { field: "amount" | "day" | "reason"; label: string; hint: string; detail: string };

export const QUESTIONS: Record<NonNullable<StageDetails["asks"]>, Question> = {
  amount: { field: "amount", label: "Amount", hint: "What you quoted, in dollars.", detail: "Asks for the amount" },
  day: { field: "day", label: "Day and time", hint: "When the job is.", detail: "Asks for the day" },
  reason: { field: "reason", label: "Reason", hint: "Why it came to nothing.", detail: "Asks why" },
};

/** Moves a lead at once, with Undo. What a stage asks can be skipped. The dialog must stand in the page. */
export function useMove({ slug, leadId, title, stage }: Movable): { choose: (to: Stage) => void; dialog: ReactNode } {
  const toast = useToast();
  const [asking, setAsking] = useState<Stage | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [pending, startMove] = useTransition();

  const go = (wanted: Wanted) =>
    startMove(async () => {
      const answer = await orUnanswered(move(slug, leadId, wanted));
      if (!answer) {
        toast({ message: `Our server didn't answer. ${title} may not have moved.`, icon: "info" });
        return;
      }
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

  const dialog = asking ? (
    <AskDialog {...{ title, stage: asking, problem, pending, onMove: go, onClose: () => setAsking(null) }} />
  ) : null;
  return { choose, dialog };
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
          maxLength={question.field === "reason" ? 500 : undefined}
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
