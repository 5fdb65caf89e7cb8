"use client";

import { type KeyboardEvent, useActionState, useState } from "react";
import { Select } from "@/app/ui/select";
import { SubmitButton } from "@/app/ui/submit-button";
import { TextArea } from "@/app/ui/text-area";
import { keepTyped, UNANSWERED } from "@/app/ui/unanswered";
import { CONSENT_MEANS, type ConsentMeans } from "@/db/enums";
import { MOST_CHARACTERS } from "@/lib/conversations/reply-refusals";
import { measureText, straighten } from "@/lib/conversations/segments";
import { emptyForm, type FormState } from "@/lib/form";
import { sendReply } from "../actions";

type ComposerProps = {
  slug: string;
  leadId: string;
  title: string;
  /** The id the text will have: pressing Send twice sends one. */
  newId: string;
  /** They never called or wrote: how they agreed to be texted is asked before the first text. */
  needsConsent: boolean;
};

const MEANS: Record<ConsentMeans, string> = {
  in_person: "They told us in person",
  by_phone: "They told us on the phone",
  web_form: "They filled in a form on our website",
  on_paper: "They signed it on paper",
  by_message: "They wrote to us another way",
};
const ASKED = [{ value: "", label: "Choose one" }, ...CONSENT_MEANS.map((value) => ({ value, label: MEANS[value] }))];

/** Writes a text. It waits five seconds in the thread, with Undo, before it goes. */
export function Composer({ slug, leadId, title, newId, needsConsent }: ComposerProps) {
  const [body, setBody] = useState("");
  // The same words sent again after no answer came are the same text: the server may have taken them the first time.
  const [unanswered, setUnanswered] = useState<{ id: string; body: string } | null>(null);
  const id = unanswered?.body === body ? unanswered.id : newId;
  const [state, act] = useActionState(async (before: FormState, form: FormData) => {
    const answer = await keepTyped(sendReply.bind(null, slug, leadId))(before, form);
    if (answer.ok) setBody("");
    setUnanswered(answer.message === UNANSWERED ? { id, body } : null);
    return answer;
  }, emptyForm);
  const submitByKey = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key !== "Enter" || !(event.metaKey || event.ctrlKey)) return;
    event.preventDefault();
    event.currentTarget.form?.requestSubmit();
  };
  return (
    <form action={act} className="flex flex-col gap-2">
      <input type="hidden" name="messageId" value={id} />
      {needsConsent ? (
        <Select
          key={state.values?.agreedBy}
          name="agreedBy"
          label="How did they agree to be texted?"
          hint="They never called or wrote to you. We keep your answer with your name."
          options={ASKED}
          defaultValue={state.values?.agreedBy ?? ""}
          error={state.errors?.agreedBy}
        />
      ) : null}
      <TextArea
        name="body"
        label={<span className="sr-only">Text to {title}</span>}
        placeholder={`Text ${title}`}
        rows={2}
        value={body}
        onChange={(event) => setBody(event.currentTarget.value)}
        onKeyDown={submitByKey}
        error={state.errors?.body ?? state.message}
        className="max-h-48 min-h-16"
      />
      <div className="flex items-center gap-3">
        <p className="grow text-control text-ink-3" aria-live="off">
          {lengthWords(body)}
        </p>
        <SubmitButton icon="send" pendingWords="Sending">
          Send
        </SubmitButton>
      </div>
    </form>
  );
}

function lengthWords(body: string): string {
  const { characters, segments } = measureText(straighten(body).trim());
  if (characters > MOST_CHARACTERS) return `${characters - MOST_CHARACTERS} characters too many`;
  return `${characters} ${characters === 1 ? "character" : "characters"}, ${segments} ${segments === 1 ? "text" : "texts"}`;
}
