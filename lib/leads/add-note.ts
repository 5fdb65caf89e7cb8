import { and, eq } from "drizzle-orm";
import { leadEvents } from "@/db/schema/leads";
import { withWorkspace } from "@/db/tenant";
import { announce } from "@/lib/changes";
import { appNow } from "@/lib/clock";
import { NotFound } from "@/lib/errors";
import { findCaller } from "./find-caller";
import { isUuid } from "./uuid";

export const MOST_NOTE_CHARACTERS = 4000;
export const NOTE_TOO_LONG = "That note is too long. Split it in two.";

type Note = {
  workspaceId: string;
  userId: string;
  leadId: string;
  note: string;
  /** Made with the form, so that the same form sent twice is one note. */
  noteId?: string;
};

export type Noted = { ok: true; noteId: string } | { ok: false; words: string };

/**
 * Puts a note for the team on the timeline. The caller never sees it.
 * @throws NotFound for a lead, or a note to repeat, that is not of this workspace.
 */
export async function addNote({ workspaceId, userId, leadId, note, noteId }: Note): Promise<Noted> {
  const words = note.trim();
  if (noteId !== undefined && !isUuid(noteId)) throw new NotFound("The note");
  const noted = await withWorkspace(workspaceId, async (tx): Promise<Noted> => {
    if (!(await findCaller(tx, workspaceId, leadId))) throw new NotFound("The lead");
    if (words === "") return { ok: false, words: "Write something first." };
    if (words.length > MOST_NOTE_CHARACTERS) return { ok: false, words: NOTE_TOO_LONG };
    const at = await appNow(tx);
    const [added] = await tx
      .insert(leadEvents)
      .values({
        workspaceId,
        ...(noteId ? { id: noteId } : {}),
        leadId,
        kind: "note",
        at,
        actorUserId: userId,
        note: words,
      })
      .onConflictDoNothing()
      .returning({ id: leadEvents.id });
    if (added) return { ok: true, noteId: added.id };
    const [earlier] = await tx
      .select({ id: leadEvents.id })
      .from(leadEvents)
      .where(and(eq(leadEvents.workspaceId, workspaceId), eq(leadEvents.id, noteId ?? "")));
    if (!earlier) throw new NotFound("The note");
    return { ok: true, noteId: earlier.id };
  });
  if (noted.ok) await announce(workspaceId, { kind: "lead", id: leadId });
  return noted;
}
