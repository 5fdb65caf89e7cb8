import { renderTextBack } from "@/lib/recovery/text-back";
import type { Book, LeadRow } from "./book";
import { leadOf } from "./lead-of";
import { BUSINESS } from "./people";
import { playAnswered, playMissed } from "./play-call";
import { hearText, sendText } from "./play-text";
import type { Scene, Story } from "./story";

/** Tells all stories in the order of time, so that every decision knows what came before it and nothing else. */
export function play(book: Book, stories: readonly Story[]): void {
  for (const { e164, caller } of stories) {
    const known = book.of(e164);
    known.lineType = caller.lineType ?? null;
    if (caller.personal)
      exclude(book, e164, { kind: "personal", label: caller.personal, at: book.moments.day(13, "8:00") });
  }
  const scenes = stories.flatMap((story) => story.scenes.map((scene) => ({ story, scene })));
  for (const { story, scene } of scenes.toSorted((a, b) => a.scene.at.getTime() - b.scene.at.getTime())) {
    playScene(book, story, scene);
  }
  const { workspaceId } = book.setting;
  for (const [callerE164, { lastOpeningAt, pendingMessageId, lineType }] of book.callers()) {
    if (!lastOpeningAt && !lineType && !pendingMessageId) continue;
    const lineTypeAt = lineType ? book.moments.day(13, "12:00") : null;
    book.rows.slots.push({ workspaceId, callerE164, lastOpeningAt, pendingMessageId, lineType, lineTypeAt });
  }
}

function playScene(book: Book, story: Story, scene: Scene): void {
  switch (scene.kind) {
    case "missed":
      playMissed(book, story, scene);
      break;
    case "answered":
      playAnswered(book, story, scene);
      break;
    case "says":
      hearText(book, story, scene);
      break;
    case "added":
      leadOf(book, story.e164, { at: scene.at, source: "manual", caller: story.caller });
      event(book, story, { kind: "created", at: scene.at, actorUserId: book.setting.users[scene.by] });
      break;
    case "reply":
      sendText(book, {
        lead: leadFor(book, story),
        at: scene.at,
        body: scene.text,
        purpose: "reply",
        author: "member",
        authorUserId: book.setting.users[scene.by],
      });
      break;
    case "note":
      event(book, story, {
        kind: "note",
        at: scene.at,
        actorUserId: book.setting.users[scene.by],
        note: scene.text,
      });
      break;
    case "block":
      exclude(book, story.e164, { kind: "blocked", label: story.caller.name ?? "", at: scene.at });
      leadFor(book, story).waitingSince = null;
      event(book, story, { kind: "blocked", at: scene.at, actorUserId: book.setting.users[scene.by] });
      break;
    case "move":
      move(book, story, scene);
      break;
    case "texts_anyway":
      textAnyway(book, story, scene);
      break;
  }
}

function leadFor(book: Book, { e164 }: Story): LeadRow {
  const { lead } = book.of(e164);
  if (!lead) throw new Error(`${e164} has no lead yet`);
  return lead;
}

type Happening = Pick<
  Book["rows"]["events"][number],
  "kind" | "at" | "actorUserId" | "note" | "fromStage" | "toStage" | "amountCents"
>;

function event(book: Book, story: Story, happening: Happening): void {
  const { workspaceId } = book.setting;
  const leadId = leadFor(book, story).id;
  book.rows.events.push({ workspaceId, id: book.random.uuid(), leadId, ...happening });
}

function exclude(book: Book, e164: string, entry: { kind: "personal" | "blocked"; label: string; at: Date }): void {
  const { workspaceId, users } = book.setting;
  book.of(e164).exclusion = entry.kind;
  const { kind, label, at } = entry;
  book.rows.exclusions.push({
    workspaceId,
    id: book.random.uuid(),
    e164,
    kind,
    label,
    addedBy: users.dana,
    createdAt: at,
  });
}

function move(book: Book, story: Story, scene: Extract<Scene, { kind: "move" }>): void {
  const lead = leadFor(book, story);
  const { to, cents, day, reason, at, by } = scene;
  const fromStage = lead.stage;
  lead.stage = to;
  lead.valueCents = cents ?? lead.valueCents;
  lead.bookedFor = day ?? lead.bookedFor;
  lead.lostReason = reason ?? null;
  const amountCents = cents ?? (to === "booked" ? lead.valueCents : null);
  const moved = { fromStage, toStage: to, amountCents, note: reason ?? null };
  event(book, story, { kind: "stage_moved", at, actorUserId: book.setting.users[by], ...moved });
}

/** The opening by a person's decision: the worker finds it in the outbox and sends it. */
function textAnyway(book: Book, story: Story, { at, by }: Extract<Scene, { kind: "texts_anyway" }>): void {
  const lead = leadFor(book, story);
  const known = book.of(story.e164);
  const { lastRecovery: recovery, lastCall: call } = known;
  if (!recovery || !call) throw new Error(`${story.e164} has no call to text about`);
  const decidedBy = book.setting.users[by];
  const message = sendText(book, {
    lead,
    at,
    body: renderTextBack(book.setting.settings.template, { business: BUSINESS.name, callerName: lead.name ?? null }),
    purpose: "text_back",
    author: "member",
    authorUserId: decidedBy,
    recoveryId: recovery.id,
    delivery: "queued",
  });
  Object.assign(recovery, { state: "texting", reason: null, decidedBy, decidedAt: at, messageId: message.id });
  known.pendingMessageId = message.id;
  book.rows.consents.push({
    workspaceId: lead.workspaceId,
    id: book.random.uuid(),
    callerE164: story.e164,
    basis: "person_decided",
    callId: call.id,
    messageId: message.id,
    createdAt: at,
  });
}
