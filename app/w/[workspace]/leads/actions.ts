"use server";

import { revalidatePath } from "next/cache";
import { notFound, redirect } from "next/navigation";
import { z } from "zod";
import { requireRole } from "@/lib/auth/require-workspace";
import { optOutCaller } from "@/lib/conversations/opt-out-caller";
import { replyToLead } from "@/lib/conversations/reply-to-lead";
import { undoReply } from "@/lib/conversations/undo-reply";
import { type FormState, refuse } from "@/lib/form";
import { addNote } from "@/lib/leads/add-note";
import { blockCaller, unblockCaller } from "@/lib/leads/block-caller";
import { createLead } from "@/lib/leads/create-lead";
import { clearAttention, editLead } from "@/lib/leads/edit-lead";
import { moveLead, undoMove } from "@/lib/leads/move-lead";
import { parseAmount } from "@/lib/leads/parse-amount";
import { parseLocalTime } from "@/lib/leads/parse-local-time";
import { STAGE_ORDER } from "@/lib/leads/stage-order";
import { orNotFound } from "../or-not-found";
import { readFacts } from "./read-facts";

function shownAnew(slug: string): void {
  revalidatePath(`/w/${slug}`, "layout");
}

const word = (form: FormData, key: string) => {
  const value = form.get(key);
  return typeof value === "string" ? value : "";
};

export async function sendReply(slug: string, leadId: string, _: FormState, form: FormData): Promise<FormState> {
  const { user, workspace } = await requireRole(slug, "member");
  const formId = word(form, "messageId");
  const reply = { workspaceId: workspace.id, userId: user.id, leadId, body: word(form, "body") };
  const replied = await orNotFound(replyToLead({ ...reply, ...(formId ? { formId } : {}) }));
  if (!replied.ok) return refuse(form, { body: replied.words });
  shownAnew(slug);
  return { ok: true };
}

/** False when the text was already on its way. */
export async function undoSend(slug: string, messageId: string): Promise<boolean> {
  const { workspace } = await requireRole(slug, "member");
  const undone = await orNotFound(undoReply({ workspaceId: workspace.id, messageId }));
  shownAnew(slug);
  return undone;
}

export async function saveNote(slug: string, leadId: string, _: FormState, form: FormData): Promise<FormState> {
  const { user, workspace } = await requireRole(slug, "member");
  const noteId = word(form, "noteId");
  const note = { workspaceId: workspace.id, userId: user.id, leadId, note: word(form, "note") };
  const noted = await orNotFound(addNote({ ...note, ...(noteId ? { noteId } : {}) }));
  if (!noted.ok) return refuse(form, { note: noted.words });
  shownAnew(slug);
  return { ok: true };
}

export async function saveFacts(slug: string, leadId: string, _: FormState, form: FormData): Promise<FormState> {
  const { user, workspace } = await requireRole(slug, "member");
  const read = readFacts(form);
  if (!read.ok) return read.state;
  await orNotFound(editLead({ workspaceId: workspace.id, userId: user.id, leadId, facts: read.data }));
  shownAnew(slug);
  return { ok: true, message: "Saved" };
}

export async function makeLead(slug: string, _: FormState, form: FormData): Promise<FormState> {
  const { user, workspace } = await requireRole(slug, "member");
  const read = readFacts(form);
  if (!read.ok) return read.state;
  const created = await createLead({
    workspaceId: workspace.id,
    userId: user.id,
    phone: word(form, "phone"),
    facts: read.data,
  });
  if (!created.ok) return refuse(form, { phone: created.words });
  shownAnew(slug);
  redirect(`/w/${slug}/leads/${created.leadId}`);
}

const wanted = z.object({
  to: z.enum(STAGE_ORDER),
  amount: z.string().optional(),
  day: z.string().optional(),
  reason: z.string().max(500).optional(),
});

export type Wanted = z.infer<typeof wanted>;
export type MoveAnswer = { ok: true; moved: Undoable | null } | { ok: false; words: string };

const undoable = z.object({
  eventId: z.string(),
  before: z.object({
    valueCents: z.number().int().nullable(),
    bookedFor: z.date().nullable(),
    lostReason: z.string().max(500).nullable(),
  }),
});

export type Undoable = z.infer<typeof undoable>;

export async function move(slug: string, leadId: string, input: Wanted): Promise<MoveAnswer> {
  const { user, workspace } = await requireRole(slug, "member");
  const { to, amount = "", day = "", reason = "" } = wanted.parse(input);
  const amountCents = parseAmount(amount);
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
}

/** False when the lead has moved on since. */
export async function undoLastMove(slug: string, leadId: string, input: Undoable): Promise<boolean> {
  const { workspace } = await requireRole(slug, "member");
  const undone = await orNotFound(undoMove({ workspaceId: workspace.id, leadId, ...undoable.parse(input) }));
  shownAnew(slug);
  return undone;
}

const DEEDS = { block: blockCaller, unblock: unblockCaller, optOut: optOutCaller, keepTexting: clearAttention };
export type Deed = keyof typeof DEEDS;

/** What a member does to a caller with one press. */
export async function deal(slug: string, leadId: string, deed: Deed): Promise<void> {
  const { user, workspace } = await requireRole(slug, "member");
  const verb = Object.hasOwn(DEEDS, deed) ? DEEDS[deed] : notFound();
  await orNotFound(verb({ workspaceId: workspace.id, userId: user.id, leadId }));
  shownAnew(slug);
}
