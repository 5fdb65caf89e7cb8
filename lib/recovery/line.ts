import { rowOf } from "@/db/rows";
import { subscriptions } from "@/db/schema/billing";
import { numbers, ringPhones } from "@/db/schema/phone";
import { recoverySettings, workspaces } from "@/db/schema/workspaces";
import { run, type Tx } from "@/db/tenant";
import { regionVerdict } from "@/lib/phone/caller-id";
import { renderTextBack } from "./text-back";

/** A number with everything that decides what happens to a call on it. */
export type Line = {
  workspace: typeof workspaces.$inferSelect;
  number: typeof numbers.$inferSelect;
  settings: typeof recoverySettings.$inferSelect;
  subscription: typeof subscriptions.$inferSelect;
  phones: (typeof ringPhones.$inferSelect)[];
  /** The most that the operator allows here. */
  ceilings: LineCeilings;
};

export type LineCeilings = {
  regions: string[];
  hourlyCallers: number;
  dailyCallers: number;
  dailySpendCents: number;
  dailyRingCents: number;
  installationTexts: number;
};

/** @throws when the workspace has no such number: the caller found it a moment ago. */
export async function readLine(tx: Tx, workspaceId: string, numberId: string): Promise<Line> {
  const [row] = await run<LineRow>(tx, `select ${LINE} where n.workspace_id = $1 and n.id = $2`, [
    workspaceId,
    numberId,
  ]);
  return lineOf(row);
}

type Json = Record<string, unknown>;
export type LineRow = Record<Exclude<keyof Line, "phones" | "ceilings">, Json> & {
  phones: Json[];
  ceilings: LineCeilings;
};

/** What to select, of which number `n`. */
export const LINE = `
  to_jsonb(w) as workspace, to_jsonb(n) as number, to_jsonb(r) as settings, to_jsonb(s) as subscription,
  (select coalesce(jsonb_agg(p order by p.position), '[]') from ring_phones p
    where p.workspace_id = n.workspace_id and p.number_id = n.id) as phones,
  (select jsonb_build_object('regions', coalesce(l.regions_ceiling, i.regions_ceiling),
      'hourlyCallers', coalesce(l.hourly_caller_ceiling, i.hourly_caller_ceiling),
      'dailyCallers', coalesce(l.daily_caller_ceiling, i.daily_caller_ceiling),
      'dailySpendCents', coalesce(l.daily_spend_ceiling_cents, i.daily_spend_ceiling_cents),
      'dailyRingCents', coalesce(l.daily_ring_ceiling_cents, i.daily_ring_ceiling_cents),
      'installationTexts', i.daily_text_ceiling)
    from installation i left join workspace_limits l on l.workspace_id = n.workspace_id) as ceilings
  from numbers n
    join workspaces w on w.id = n.workspace_id
    join recovery_settings r on r.workspace_id = n.workspace_id
    join subscriptions s on s.workspace_id = n.workspace_id`;

/** @throws when there is no row. */
export function lineOf(row: LineRow | undefined): Line {
  if (!row) throw new Error("A number lost its workspace, settings or subscription");
  return {
    workspace: rowOf(workspaces, row.workspace),
    number: rowOf(numbers, row.number),
    settings: rowOf(recoverySettings, row.settings),
    subscription: rowOf(subscriptions, row.subscription),
    ceilings: row.ceilings,
    phones: row.phones.map((phone) => rowOf(ringPhones, phone)),
  };
}

/** Twilio rings no more than ten at once. */
const MOST_RUNG = 10;

/**
 * The phones that may be rung: never the line that forwards to us, which would bring the call straight back, nor one
 * that was put on the list before its country was left out.
 */
export function ringable(line: Line): Line["phones"] {
  const { number, phones } = line;
  const regions = regionsOf(line);
  return phones
    .filter(({ e164 }) => e164 !== number.businessLineE164 && e164 !== number.e164)
    .filter(({ e164 }) => regionVerdict(e164, regions) === "allowed")
    .slice(0, MOST_RUNG);
}

/** The countries that are texted and rung: those the workspace chose, as far as its operator allows them. */
export function regionsOf({ settings, ceilings }: Line): string[] {
  return settings.regions.filter((code) => ceilings.regions.includes(code));
}

/** Whether the workspace texts at all: not when it is switched off, nor while an operator has suspended it. */
export function isActive({ workspace }: Line): boolean {
  return workspace.active && workspace.suspendedAt === null;
}

/** The words of the opening as this line would send them now. */
export function openingFor(line: Line, callerName: string | null): string {
  return renderTextBack(line.settings.template, { business: line.workspace.name, callerName });
}
