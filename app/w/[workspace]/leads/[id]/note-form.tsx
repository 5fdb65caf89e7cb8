"use client";

import { useActionState } from "react";
import { SubmitButton } from "@/app/ui/submit-button";
import { TextArea } from "@/app/ui/text-area";
import { keepTyped } from "@/app/ui/unanswered";
import { emptyForm } from "@/lib/form";
import { saveNote } from "../actions";

/** A note that only the team sees. `newId` makes the same form sent twice one note. */
export function NoteForm({ slug, leadId, newId }: { slug: string; leadId: string; newId: string }) {
  const [state, act] = useActionState(keepTyped(saveNote.bind(null, slug, leadId)), emptyForm);
  return (
    <form action={act} className="flex flex-col gap-2">
      <input type="hidden" name="noteId" value={newId} />
      <TextArea
        name="note"
        label={<span className="sr-only">Note to your team</span>}
        placeholder="Only your team sees this"
        rows={2}
        defaultValue={state.values?.note}
        error={state.errors?.note ?? state.message}
        className="max-h-48 min-h-16"
      />
      <div className="flex justify-end">
        <SubmitButton icon="note" variant="secondary" pendingWords="Adding note">
          Add note
        </SubmitButton>
      </div>
    </form>
  );
}
