"use client";

import { useEffect, useState, useTransition } from "react";
import { Button } from "@/app/ui/button";
import { useToast } from "@/app/ui/toast";
import { orUnanswered } from "@/app/ui/unanswered";
import { undoSend } from "../actions";

/** Takes a text back for as long as it waits. */
export function UndoSend({ slug, messageId, seconds }: { slug: string; messageId: string; seconds: number }) {
  const toast = useToast();
  const [open, setOpen] = useState(true);
  const [pending, startUndo] = useTransition();
  useEffect(() => {
    const timer = setTimeout(() => setOpen(false), seconds * 1000);
    return () => clearTimeout(timer);
  }, [seconds]);
  if (!open) return null;
  const undo = () =>
    startUndo(async () => {
      const undone = await orUnanswered(undoSend(slug, messageId));
      if (undone) toast({ message: "Text taken back" });
      else if (undone === null) toast({ message: "Our server didn't answer. The text may go out.", icon: "info" });
      else toast({ message: "The text was already on its way", icon: "info" });
    });
  return (
    <Button size="compact" icon="undo" pending={pending} onClick={undo}>
      Undo
    </Button>
  );
}
