import type { Metadata } from "next";
import { z } from "zod";
import { ButtonLink } from "@/app/ui/button";
import { EmptyState } from "@/app/ui/empty-state";
import { PageHeader } from "@/app/ui/page-header";
import { Tag } from "@/app/ui/tag";
import { TextLink } from "@/app/ui/text-link";
import { Time } from "@/app/ui/time";
import { requireWorkspace } from "@/lib/auth/require-workspace";
import { listUnmatched, type UnmatchedText } from "@/lib/conversations/list-unmatched";
import { plural } from "@/lib/format/count";
import { formatFullMoment, formatMoment } from "@/lib/format/time";
import { formatPhone } from "@/lib/phone/e164";
import { cursorText, param, type Query } from "@/lib/query";
import { MediaLinks } from "../media-links";

export const metadata: Metadata = { title: "Texts from no lead" };

type UnmatchedPageProps = {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<Query>;
};

const WHY: Record<NonNullable<UnmatchedText["exclusion"]> | "not_a_phone", string> = {
  blocked: "Blocked",
  personal: "Personal contact",
  not_a_phone: "Not a phone number",
};

const query = z.object({ after: param(cursorText) });

export default async function UnmatchedPage({ params, searchParams }: UnmatchedPageProps) {
  const { workspace } = await requireWorkspace((await params).workspace);
  const { slug, timeZone } = workspace;
  const { after: cursor } = query.parse(await searchParams);
  const { texts, next, now } = await listUnmatched(workspace.id, cursor);
  return (
    <>
      <PageHeader
        title="Texts from no lead"
        lead="Short codes, services and numbers you blocked. They are kept here and make no lead."
        before={
          <TextLink href={`/w/${slug}/leads`} standalone>
            Leads
          </TextLink>
        }
      />
      {texts.length === 0 ? (
        <EmptyState icon="inbox" title="Nothing here.">
          A text that belongs to no caller shows up here.
        </EmptyState>
      ) : (
        <ol className="border-line border-t">
          {texts.map((text) => (
            <li key={text.id} className="flex flex-col gap-1 border-line border-b px-4 py-3.5 md:px-7">
              <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
                <b className="font-semibold">{formatPhone(text.from)}</b>
                <Tag>{WHY[text.exclusion ?? "not_a_phone"]}</Tag>
                <Time
                  at={text.createdAt}
                  title={formatFullMoment(text.createdAt, timeZone)}
                  className="ml-auto text-ink-3 text-sm"
                >
                  {formatMoment(text.createdAt, now, timeZone)}
                </Time>
              </div>
              <p className="whitespace-pre-wrap text-ink-2 [overflow-wrap:anywhere]">
                {text.body || plural(text.mediaCount, "attachment")}
              </p>
              <MediaLinks slug={slug} messageId={text.id} types={Array.from({ length: text.mediaCount }, () => "")} />
            </li>
          ))}
        </ol>
      )}
      {next ? (
        <p className="px-4 py-4 md:px-7">
          <ButtonLink href={`/w/${slug}/leads/unmatched?after=${next}`}>Show the next 50</ButtonLink>
        </p>
      ) : null}
    </>
  );
}
