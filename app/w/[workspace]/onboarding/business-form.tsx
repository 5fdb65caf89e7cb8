import type { ReactNode } from "react";
import { ActionForm, FormInput } from "@/app/ui/action-form";
import type { SelectOption } from "@/app/ui/select";
import { SubmitButton } from "@/app/ui/submit-button";
import type { Business } from "@/lib/workspaces/business";
import { guessTrade } from "@/lib/workspaces/guess-trade";
import { EIGHT_TO_SIX, HALF_HOURS, timeWords } from "@/lib/workspaces/opening-hours";
import { saveBusinessAction } from "./actions";
import { SmallSelect } from "./small-select";
import { TradeChoice } from "./trade-choice";

type Props = { slug: string; business: Business; zones: SelectOption[] };

const times = HALF_HOURS.map((value) => ({ value, label: timeWords(value) }));

export function BusinessForm({ slug, business: { name, trade, timeZone, open }, zones }: Props) {
  const { from, to } = open ?? EIGHT_TO_SIX;
  return (
    <ActionForm action={saveBusinessAction.bind(null, slug)}>
      <FormInput
        large
        label="What callers see in texts"
        name="name"
        saved={name}
        autoComplete="organization"
        maxLength={60}
        hint="Short keeps the first text in one. Edit it if you like."
      />
      <TradeChoice saved={trade ?? guessTrade(name) ?? ""} />
      <fieldset>
        <legend className="font-semibold text-ink-2 text-sm">Open</legend>
        <Row words="Mon to Fri">
          <SmallSelect name="from" label="Open from" saved={from} options={times} />
          <span className="text-ink-3">to</span>
          <SmallSelect name="to" label="Open to" saved={to} options={times} />
        </Row>
        <Row words="Time zone">
          <SmallSelect name="timeZone" label="Time zone" saved={timeZone} options={zones} />
        </Row>
      </fieldset>
      <div
        data-action-bar
        className="max-md:fixed max-md:inset-x-0 max-md:bottom-0 max-md:z-30 max-md:border-line max-md:border-t max-md:bg-surface max-md:px-4 max-md:pt-2.5 max-md:pb-[max(28px,env(safe-area-inset-bottom))]"
      >
        <SubmitButton size="large" icon="next" pendingWords="Saving" className="max-md:w-full">
          Next: your number
        </SubmitButton>
      </div>
    </ActionForm>
  );
}

function Row({ words, children }: { words: string; children: ReactNode }) {
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2 border-line border-b py-2.5 last:border-0">
      <span className="grow text-touch">{words}</span>
      <div className="flex min-w-0 max-w-full flex-wrap items-center gap-2">{children}</div>
    </div>
  );
}
