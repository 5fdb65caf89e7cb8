import { and, desc, eq, isNull, sql } from "drizzle-orm";
import { leads, messages } from "@/db/schema/leads";
import { excludedNumbers } from "@/db/schema/phone";
import { withWorkspace } from "@/db/tenant";
import { decodeCursor, encodeCursor } from "@/lib/leads/cursor";

export type UnmatchedText = {
  id: string;
  from: string;
  body: string;
  mediaCount: number;
  createdAt: Date;
  /** Null for a sender that is no phone: a short code, a name. */
  exclusion: "blocked" | "personal" | null;
};

export type UnmatchedPage = { now: Date; texts: UnmatchedText[]; next: string | null };

const PAGE = 50;

/** The unmatched tray: inbound texts that are on no lead, latest first. */
export async function listUnmatched(workspaceId: string, cursor?: string): Promise<UnmatchedPage> {
  const from = decodeCursor(cursor);
  const rows = await withWorkspace(workspaceId, (tx) =>
    tx
      .select({
        id: messages.id,
        from: messages.fromE164,
        body: messages.body,
        media: messages.media,
        createdAt: messages.createdAt,
        exclusion: excludedNumbers.kind,
        now: sql<Date>`app_now()`.mapWith(leads.createdAt),
      })
      .from(messages)
      .leftJoin(
        excludedNumbers,
        and(eq(excludedNumbers.workspaceId, messages.workspaceId), eq(excludedNumbers.e164, messages.fromE164)),
      )
      .where(
        and(
          eq(messages.workspaceId, workspaceId),
          isNull(messages.leadId),
          from
            ? sql`(${messages.createdAt}, ${messages.id}) < (${from.at.toISOString()}::timestamptz, ${from.id}::uuid)`
            : undefined,
        ),
      )
      .orderBy(desc(messages.createdAt), desc(messages.id))
      .limit(PAGE + 1),
  );
  const texts = rows.slice(0, PAGE).map(({ media, now: _, ...text }) => ({ ...text, mediaCount: media.length }));
  const end = rows.length > PAGE ? texts.at(-1) : undefined;
  return { now: rows[0]?.now ?? new Date(), texts, next: end ? encodeCursor({ at: end.createdAt, id: end.id }) : null };
}
