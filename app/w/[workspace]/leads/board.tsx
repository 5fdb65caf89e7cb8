import Link from "next/link";
import { cn } from "@/app/ui/cn";
import { TextLink } from "@/app/ui/text-link";
import type { Stage } from "@/db/enums";
import { formatCount, formatCounted, pluralCounted } from "@/lib/format/count";
import { formatCents } from "@/lib/format/money";
import type { Board as BoardData, Column } from "@/lib/leads/board-queries";
import { STAGE_DETAILS } from "@/lib/leads/stages";
import { type LeadAddress, leadsHref } from "./lead-address";
import { LeadCard } from "./lead-card";

type BoardProps = { board: BoardData; address: LeadAddress; slug: string; timeZone: string };

/** The pipeline: columns beside each other, or one of them below the stages on a phone. */
export function Board({ board, address, slug, timeZone }: BoardProps) {
  const shown = address.stage ?? stageToShow(board);
  return (
    <>
      <StageTabs {...{ board, address, slug, shown }} />
      <div className="flex min-h-0 grow gap-3 md:overflow-x-auto md:px-7 md:pb-6">
        {board.columns.map((column) => (
          <BoardColumn
            key={column.stage}
            {...{ column, slug, timeZone, now: board.now, shown: column.stage === shown }}
            more={leadsHref(slug, address, { view: "table", stage: column.stage })}
          />
        ))}
        <LostStrip
          column={board.columns.find(({ stage }) => stage === "lost")}
          href={leadsHref(slug, address, { view: "table", stage: "lost" })}
        />
      </div>
    </>
  );
}

function stageToShow({ columns }: BoardData): Stage {
  return columns.some(({ stage, count }) => stage === "talking" && count > 0) ? "talking" : "new";
}

function StageTabs({ board, address, slug, shown }: Omit<BoardProps, "timeZone"> & { shown: Stage }) {
  return (
    <nav aria-label="Stages" className="overflow-x-auto border-line border-b md:hidden">
      <ul className="flex w-max gap-5 px-4">
        {board.columns.map(({ stage, count, more }) => (
          <li key={stage}>
            <Link
              href={leadsHref(slug, address, { stage })}
              aria-current={stage === shown ? "true" : undefined}
              scroll={false}
              className="flex min-h-12 items-center gap-1.5 border-transparent border-b-3 font-semibold text-ink-2 text-touch aria-[current]:border-ink aria-[current]:text-ink"
            >
              {STAGE_DETAILS[stage].words}{" "}
              <span className="font-normal text-control">{formatCounted(count, more)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

type ColumnProps = { column: Column; slug: string; timeZone: string; now: Date; shown: boolean; more: string };

function BoardColumn({ column, slug, timeZone, now, shown, more }: ColumnProps) {
  const { stage, count, valueCents, cards } = column;
  const counted = formatCounted(count, column.more);
  const name = STAGE_DETAILS[stage].words;
  const left = count - cards.length;
  return (
    <section
      aria-label={`${name}, ${pluralCounted(count, column.more, "lead")}`}
      className={cn(
        "min-w-0 flex-1 md:min-w-[232px] md:rounded-lg md:bg-desk md:p-2",
        !shown && "max-md:hidden",
        stage === "lost" && "md:hidden",
      )}
    >
      <div className="flex min-h-11 items-center gap-2 px-4 max-md:border-line max-md:border-b max-md:bg-sunken md:min-h-9 md:px-2 md:pb-1.5">
        <h2 className="font-sans text-base max-md:sr-only">{name}</h2>
        <span className="grow text-ink-3">
          {counted}
          <span className="md:hidden"> {count === 1 ? "lead" : "leads"}</span>
        </span>
        {valueCents ? <b className="font-[650] text-control tabular-nums">{formatCents(valueCents)}</b> : null}
      </div>
      {cards.length === 0 ? (
        <p className="rounded-[10px] px-4 py-6 text-control text-ink-3 md:border md:border-line-strong md:border-dashed md:px-3">
          {stage === "new"
            ? "The next missed caller shows up here."
            : `Move a lead to ${name}, or it arrives by itself.`}
        </p>
      ) : (
        <ol className="flex flex-col md:gap-2">
          {cards.map((lead) => (
            <LeadCard key={lead.id} {...{ lead, slug, now, timeZone }} />
          ))}
        </ol>
      )}
      {left > 0 || column.more ? (
        <p className="px-4 py-3 text-center">
          <TextLink href={more} standalone>
            {column.more ? "Show more" : `Show ${formatCount(left)} more`}
          </TextLink>
        </p>
      ) : null}
    </section>
  );
}

/** Lost leads stay out of the way until somebody asks for them. */
function LostStrip({ column, href }: { column: Column | undefined; href: string }) {
  const { count, more } = column ?? { count: 0, more: false };
  const counted = formatCounted(count, more);
  return (
    <Link
      href={href}
      aria-label={`Lost, ${pluralCounted(count, more, "lead")}`}
      className="flex w-12 shrink-0 items-start justify-center rounded-lg bg-desk pt-4 text-ink-2 hover:bg-hover hover:text-ink max-md:hidden"
    >
      <span className="flex gap-2 font-semibold text-base [writing-mode:vertical-rl]">
        Lost <span className="font-normal text-ink-3">{counted}</span>
      </span>
    </Link>
  );
}
