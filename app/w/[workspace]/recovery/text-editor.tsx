"use client";

import { useRef, useState } from "react";
import { useFormField } from "@/app/ui/action-form";
import { Bubble } from "@/app/ui/bubble";
import { Button } from "@/app/ui/button";
import { cn } from "@/app/ui/cn";
import { controlClass, Field } from "@/app/ui/field";
import { SubmitButton } from "@/app/ui/submit-button";
import { measureText } from "@/lib/conversations/segments";
import { plural } from "@/lib/format/count";
import { checkTextBack, OPT_OUT_WORDS, renderTextBack } from "@/lib/recovery/text-back";
import { WordingChecks } from "./wording-checks";

const VARIABLES = [
  { word: "{business}", label: "Business name" },
  { word: "{caller_name}", label: "Caller's name, if known" },
] as const;

type Props = { saved: string; business: string; canEdit: boolean };

/** The first text with its locked ending, seen as the caller sees it while it is written. */
export function TextEditor({ saved, business, canEdit }: Props) {
  const { defaultValue, error } = useFormField("template", saved.replace(OPT_OUT_WORDS, "").trim());
  const [words, setWords] = useState(defaultValue);
  const box = useRef<HTMLTextAreaElement>(null);
  const body = renderTextBack(words, { business, callerName: null });
  const { characters, segments } = measureText(body);
  const problems = checkTextBack(words, { business }).filter(({ problem }) => problem !== "stop_missing");

  const insert = (variable: string) => {
    const { selectionStart: from, selectionEnd: to } = box.current ?? {
      selectionStart: words.length,
      selectionEnd: words.length,
    };
    setWords(words.slice(0, from) + variable + words.slice(to));
    box.current?.focus();
  };

  return (
    <div className="grid grid-cols-1 gap-x-8 gap-y-5 md:grid-cols-[minmax(0,1fr)_minmax(0,20rem)]">
      <div className="flex flex-col gap-3">
        <Field id="template" label="What callers get" error={error}>
          <textarea
            ref={box}
            id="template"
            name="template"
            value={words}
            onChange={(event) => setWords(event.target.value)}
            rows={3}
            maxLength={600}
            readOnly={!canEdit}
            aria-describedby={error ? "template-error" : "template-checks"}
            aria-invalid={error ? true : undefined}
            className={cn(controlClass, "field-sizing-content min-h-24 resize-y rounded-b-none py-2.5")}
          />
          <p className="-mt-1.5 rounded-b-md border border-field border-t-0 bg-sunken px-3 py-2 text-control text-ink-2">
            {OPT_OUT_WORDS} <span className="text-ink-3">Always there.</span>
          </p>
        </Field>
        {canEdit ? (
          <div className="flex flex-wrap gap-2">
            {VARIABLES.map(({ word, label }) => (
              <Button key={word} size="compact" icon="add" onClick={() => insert(word)}>
                {label}
              </Button>
            ))}
          </div>
        ) : null}
        <p className="font-semibold text-ink-2 text-sm">
          {plural(characters, "character")}, {plural(segments, "text")}
        </p>
        <WordingChecks id="template-checks" problems={problems} />
        {canEdit ? (
          <div>
            <SubmitButton pendingWords="Saving">Save text</SubmitButton>
          </div>
        ) : null}
      </div>
      <div>
        <p className="mb-2 font-semibold text-ink-2 text-sm">On their phone</p>
        <div className="flex min-h-48 flex-col justify-end gap-3 rounded-xl border border-line bg-desk p-4">
          <p className="self-center text-ink-3 text-xs">Text message</p>
          <Bubble kind="caller">{body}</Bubble>
        </div>
      </div>
    </div>
  );
}
