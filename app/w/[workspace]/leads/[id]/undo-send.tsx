"use client";

import { useEffect, useState, useTransition } from "react";
import { Button } from "@/app/ui/button";
import { useToast } from "@/app/ui/toast";
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
      const undone = await undoSend(slug, messageId);
      toast(undone ? { message: "Text taken back" } : { message: "The text was already on its way", icon: "info" });
    });
  return (
    <Button size="compact" icon="undo" pending={pending} onClick={undo}>
      Undo
    </Button>
  );
}
