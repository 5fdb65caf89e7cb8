import Form from "next/form";
import { ActionForm } from "@/app/ui/action-form";
import { ButtonLink } from "@/app/ui/button";
import { Card } from "@/app/ui/card";
import { FormMessage } from "@/app/ui/form-message";
import { RadioCard } from "@/app/ui/radio-card";
import { SubmitButton } from "@/app/ui/submit-button";
import { TextInput } from "@/app/ui/text-input";
import { TextLink } from "@/app/ui/text-link";
import { getBilling } from "@/lib/billing/queries";
import { formatPhone, parsePhone } from "@/lib/phone/e164";
import type { PhoneRights } from "@/lib/phone/queries";
import { type NumberSearch, searchNumbers } from "@/lib/phone/setup-search";
import { connectAction } from "./number-actions";
import { OwnNumbers } from "./own-numbers";
import type { PhoneQuery } from "./query";
import { Refused } from "./refused";

type Props = {
  slug: string;
  workspaceId: string;
  userId: string;
  rights: PhoneRights;
  query: PhoneQuery;
  adding: boolean;
};
const SHOWN = 5;

/** Search, choose, and on a second tap buy. Each step has an address, so that Back works. */
export async function GetNumber({ slug, workspaceId, userId, rights, query, adding }: Props) {
  const { allowed } = await getBilling(workspaceId);
  const selfHosted = allowed.effectivePlan === "self_hosted";
  const base = `/w/${slug}/phone`;
  const address = (set: Record<string, string>) =>
    `${base}?${new URLSearchParams({ ...(adding ? { add: "1" } : {}), ...set })}`;
  if (rights.isOperator && query.own) {
    return <OwnNumbers slug={slug} acting={{ workspaceId, userId }} back={address({})} />;
  }
  if (rights.buy) return <Refused title="Get a number" slug={slug} refused={rights.buy} />;

  const typed = query.area ?? "";
  const picked = parsePhone(query.pick ?? "");
  if (picked.ok) {
    const back = address({ area: typed });
    return <Confirm slug={slug} e164={picked.e164} selfHosted={selfHosted} back={back} />;
  }
  const search = typed === "" ? null : await searchNumbers(typed);
  return (
    <Card label="Find a number">
      <Form action={base} className="flex flex-col gap-3 md:flex-row md:items-start">
        {adding ? <input type="hidden" name="add" value="1" /> : null}
        <div className="grow">
          <TextInput
            key={typed}
            name="area"
            label="Area code or city"
            placeholder="503 or Portland"
            hint="People pick up and reply more to a number from their own area."
            defaultValue={typed}
            error={search && !search.ok && search.badInput ? search.words : undefined}
            maxLength={60}
          />
        </div>
        <SubmitButton
          icon="search"
          variant={search?.ok ? "secondary" : "primary"}
          className="md:mt-6 md:h-10"
          pendingWords="Searching"
        >
          Search
        </SubmitButton>
      </Form>
      {search && !search.ok && !search.badInput ? (
        <div className="mt-4">
          <FormMessage>{search.words}</FormMessage>
        </div>
      ) : null}
      {search?.ok ? (
        <Results search={search} typed={typed} from={query.from ?? 0} {...{ address, base, adding, selfHosted }} />
      ) : null}
      {rights.isOperator ? (
        <p className="mt-4">
          <TextLink standalone href={address({ own: "1" })}>
            Use a number I have
          </TextLink>
        </p>
      ) : null}
    </Card>
  );
}

type ResultsProps = {
  search: Extract<NumberSearch, { ok: true }>;
  typed: string;
  from: number;
  address: (set: Record<string, string>) => string;
  base: string;
  adding: boolean;
  selfHosted: boolean;
};

function Results({ search, typed, from, address, base, adding, selfHosted }: ResultsProps) {
  const { numbers, where } = search;
  if (numbers.length === 0) {
    return <p className="mt-4 text-ink-2">Twilio has no numbers there right now. Try another area code.</p>;
  }
  const start = from < numbers.length ? from : 0;
  const next = start + SHOWN < numbers.length ? start + SHOWN : 0;
  return (
    <Form action={base} className="mt-5 flex flex-col gap-4">
      {adding ? <input type="hidden" name="add" value="1" /> : null}
      <input type="hidden" name="area" value={typed} />
      <fieldset className="grid grid-cols-1 gap-2">
        <legend className="mb-2 font-semibold text-ink-2 text-sm">
          {where ? `Numbers in ${where}` : `No numbers match ${typed} right now. These are free elsewhere.`}
        </legend>
        {numbers.slice(start, start + SHOWN).map(({ e164, city, region, capabilities }, index) => (
          <RadioCard
            key={e164}
            name="pick"
            value={e164}
            defaultChecked={index === 0}
            label={formatPhone(e164)}
            detail={[
              [city, region].filter(Boolean).join(" "),
              capabilities.mms ? "calls, texts, pictures" : "calls, texts",
            ]
              .filter(Boolean)
              .join(", ")}
            aside={selfHosted ? "about $1.15 a month" : "included"}
          />
        ))}
      </fieldset>
      <div className="flex flex-wrap items-center gap-2">
        <SubmitButton>Continue</SubmitButton>
        {numbers.length > SHOWN ? (
          <ButtonLink variant="ghost" scroll={false} href={address({ area: typed, from: String(next) })}>
            Show others
          </ButtonLink>
        ) : null}
      </div>
    </Form>
  );
}

type ConfirmProps = { slug: string; e164: string; selfHosted: boolean; back: string };

function Confirm({ slug, e164, selfHosted, back }: ConfirmProps) {
  const number = formatPhone(e164);
  return (
    <Card title={`Get ${number}`}>
      <p className="mb-4 text-ink-2">
        {selfHosted
          ? "This installation's Twilio account is charged about $1.15 a month for it (estimate), from today until you release it."
          : "It is included in your plan. You can release it at any time."}
      </p>
      <ActionForm action={connectAction.bind(null, slug)}>
        <input type="hidden" name="number" value={e164} />
        <div className="flex flex-wrap gap-2">
          <SubmitButton size="large" pendingWords="Getting your number">
            Get {number}
          </SubmitButton>
          <ButtonLink size="large" variant="ghost" href={back}>
            Choose another
          </ButtonLink>
        </div>
      </ActionForm>
    </Card>
  );
}
