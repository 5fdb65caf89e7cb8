"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { CONSENT_MEANS } from "@/db/enums";
import { action, formAction } from "@/lib/action";
import { requireRole } from "@/lib/auth/require-workspace";
import { optOutCaller } from "@/lib/conversations/opt-out-caller";
import { REPLY_REFUSAL_WORDS } from "@/lib/conversations/reply-refusals";
import { replyToLead } from "@/lib/conversations/reply-to-lead";
import { undoReply } from "@/lib/conversations/undo-reply";
import { readAmount } from "@/lib/format/read-number";
import { addNote, NOTE_TOO_LONG } from "@/lib/leads/add-note";
import { blockCaller, unblockCaller } from "@/lib/leads/block-caller";
import { createLead } from "@/lib/leads/create-lead";
import { clearAttention, editLead } from "@/lib/leads/edit-lead";
import { moveLead, undoMove } from "@/lib/leads/move-lead";
import { parseLocalTime } from "@/lib/leads/parse-local-time";
import { STAGE_ORDER } from "@/lib/leads/stage-order";
import * as shapes from "@/lib/shapes";
import { orNotFound } from "../or-not-found";
import { factShape, factsOf } from "./fact-shape";

function shownAnew(slug: string): void {
  revalidatePath(`/w/${slug}`, "layout");
}

const leadOf = [shapes.slug, shapes.id] as const;

const reply = z.object({
  body: shapes.text(10_000, REPLY_REFUSAL_WORDS.too_long),
  messageId: shapes.id.optional(),
  agreedBy: z.enum(CONSENT_MEANS).or(z.literal("")).optional(),
});

export const sendReply = formAction(leadOf, reply, async (slug, leadId, { body, messageId, agreedBy }, refuse) => {
  const { user, workspace } = await requireRole(slug, "member");
  const replied = await orNotFound(
    replyToLead({
      ...{ workspaceId: workspace.id, userId: user.id, leadId, body },
      ...(messageId ? { formId: messageId } : {}),
      ...(agreedBy ? { agreedBy } : {}),
    }),
  );
  if (!replied.ok) return refuse({ [replied.refusal === "no_consent" ? "agreedBy" : "body"]: replied.words });
  shownAnew(slug);
  return { ok: true };
});

/** False when the text was already on its way. */
export const undoSend = action([shapes.slug, shapes.id], async (slug, messageId): Promise<boolean> => {
  const { workspace } = await requireRole(slug, "member");
  const undone = await orNotFound(undoReply({ workspaceId: workspace.id, messageId }));
  shownAnew(slug);
  return undone;
});

const note = z.object({ note: shapes.text(10_000, NOTE_TOO_LONG), noteId: shapes.id.optional() });

export const saveNote = formAction(leadOf, note, async (slug, leadId, { note, noteId }, refuse) => {
  const { user, workspace } = await requireRole(slug, "member");
  const noted = await orNotFound(
    addNote({ workspaceId: workspace.id, userId: user.id, leadId, note, ...(noteId ? { noteId } : {}) }),
  );
  if (!noted.ok) return refuse({ note: noted.words });
  shownAnew(slug);
  return { ok: true };
});

export const saveFacts = formAction(leadOf, z.object(factShape), async (slug, leadId, facts) => {
  const { user, workspace } = await requireRole(slug, "member");
  await orNotFound(editLead({ workspaceId: workspace.id, userId: user.id, leadId, facts: factsOf(facts) }));
  shownAnew(slug);
  return { ok: true, message: "Saved" };
});

const newLead = z.object({ ...factShape, phone: shapes.phone });

export const makeLead = formAction([shapes.slug], newLead, async (slug, { phone, ...facts }, refuse) => {
  const { user, workspace } = await requireRole(slug, "member");
  const who = { workspaceId: workspace.id, userId: user.id };
  const created = await createLead({ ...who, phone, facts: factsOf(facts) });
  if (!created.ok) return refuse({ phone: created.words });
  shownAnew(slug);
  redirect(`/w/${slug}/leads/${created.leadId}`);
});

const reason = shapes.storableText(500);

const wanted = z.object({
  to: z.enum(STAGE_ORDER),
  amount: z.string().max(500).optional(),
  day: z.string().max(500).optional(),
  reason: reason.optional(),
});

export type Wanted = z.infer<typeof wanted>;
export type MoveAnswer = { ok: true; moved: Undoable | null } | { ok: false; words: string };

const undoable = z.object({
  eventId: shapes.id,
  before: z.object({
    valueCents: z.int32().nullable(),
    bookedFor: shapes.moment.nullable(),
    lostReason: reason.nullable(),
  }),
});

export type Undoable = z.infer<typeof undoable>;

export const move = action([...leadOf, wanted], async (slug, leadId, wanted): Promise<MoveAnswer> => {
  const { user, workspace } = await requireRole(slug, "member");
  const { to, amount = "", day = "", reason = "" } = wanted;
  const amountCents = readAmount(amount);
  if (amountCents === undefined) return { ok: false, words: "Enter an amount like 1850 or 1,850.50." };
  const bookedFor = parseLocalTime(day, workspace.timeZone);
  const moved = await orNotFound(
    moveLead({
      ...{ workspaceId: workspace.id, userId: user.id, leadId, to },
      ...(amountCents === null ? {} : { amountCents }),
      ...(bookedFor ? { bookedFor } : {}),
      ...(reason.trim() ? { lostReason: reason.trim() } : {}),
    }),
  );
  shownAnew(slug);
  return { ok: true, moved: moved && { eventId: moved.eventId, before: moved.before } };
});

/** False when the lead has moved on since. */
export const undoLastMove = action([...leadOf, undoable], async (slug, leadId, undoable): Promise<boolean> => {
  const { workspace } = await requireRole(slug, "member");
  const undone = await orNotFound(undoMove({ workspaceId: workspace.id, leadId, ...undoable }));
  shownAnew(slug);
  return undone;
});

const DEEDS = { block: blockCaller, unblock: unblockCaller, optOut: optOutCaller, keepTexting: clearAttention };
const deed = z.enum(["block", "unblock", "optOut", "keepTexting"]);
export type Deed = z.infer<typeof deed>;

/** What a member does to a caller with one press. */
export const deal = action([...leadOf, deed], async (slug, leadId, deed): Promise<void> => {
  const { user, workspace } = await requireRole(slug, "member");
  await orNotFound(DEEDS[deed]({ workspaceId: workspace.id, userId: user.id, leadId }));
  shownAnew(slug);
});
