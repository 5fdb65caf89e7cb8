"use client";

import { useState } from "react";
import { FormSwitch, useFormField } from "@/app/ui/action-form";
import { cn } from "@/app/ui/cn";
import { controlClass, Field } from "@/app/ui/field";
import { SubmitButton } from "@/app/ui/submit-button";
import { plural } from "@/lib/format/count";
import { checkNotice, renderNotice } from "@/lib/recovery/text-back";
import { WordingChecks } from "./wording-checks";

type Props = { saved: { on: boolean; words: string }; business: string; canEdit: boolean };

/** One short sentence before we hang up, and the key to say no. */
export function NoticeEditor({ saved, business, canEdit }: Props) {
  const { defaultValue, error } = useFormField("notice", saved.words);
  const [words, setWords] = useState(defaultValue);
  const spoken = renderNotice(words, { business });
  return (
    <>
      <FormSwitch
        name="noticeOn"
        saved={saved.on}
        label="Say a sentence before hanging up"
        detail="It tells callers that a text is coming, and lets them decline it. Without it callers hear nothing."
      />
      <Field id="notice" label="The sentence" error={error}>
        <textarea
          id="notice"
          name="notice"
          value={words}
          onChange={(event) => setWords(event.target.value)}
          rows={2}
          maxLength={300}
          readOnly={!canEdit}
          aria-describedby={error ? "notice-error" : "notice-checks"}
          aria-invalid={error ? true : undefined}
          className={cn(controlClass, "field-sizing-content min-h-20 resize-y py-2.5")}
        />
      </Field>
      <p className="text-ink-2">
        They hear: <q>{spoken}</q>{" "}
        <span className="whitespace-nowrap text-ink-3">{plural(spoken.length, "character")}</span>
      </p>
      <WordingChecks id="notice-checks" problems={checkNotice(words, { business })} />
      {canEdit ? (
        <div>
          <SubmitButton variant="secondary" pendingWords="Saving">
            Save sentence
          </SubmitButton>
        </div>
      ) : null}
    </>
  );
}
