import { Bubble, type BubbleDelivery } from "@/app/ui/bubble";
import { Time } from "@/app/ui/time";
import type { MessageStatus } from "@/db/enums";
import { formatClock, formatFullMoment } from "@/lib/format/time";
import type { TimelineEvent } from "@/lib/leads/timeline-queries";
import { explainRefusal } from "@/lib/recovery/explain-delivery";
import { notSentWords } from "@/lib/recovery/gate-words";
import { MediaLinks } from "../media-links";
import type { TimelineSetting } from "./timeline";
import { UndoSend } from "./undo-send";

const DELIVERY: Record<MessageStatus, { icon: BubbleDelivery; words: string } | null> = {
  queued: { icon: "sending", words: "Sending" },
  sending: { icon: "sending", words: "Sending" },
  accepted: { icon: "sent", words: "Sent" },
  sent: { icon: "sent", words: "Sent" },
  delivered: { icon: "delivered", words: "Delivered" },
  undelivered: null,
  failed: null,
  unconfirmed: { icon: "failed", words: "We couldn't tell whether this text went out" },
  received: null,
};

/** A text, with who wrote it and what became of it. */
export function TimelineText({ event, setting }: { event: TimelineEvent; setting: TimelineSetting }) {
  const { message } = event;
  if (!message) return null;
  const { slug, timeZone, now } = setting;
  const { author, body, media } = message;
  const delivery = deliveryOf(message);
  const wait = message.status === "queued" && author === "member" ? secondsUntil(message.dueAt, now) : 0;
  return (
    <>
      {body || media.length === 0 ? (
        <Bubble
          kind={author}
          {...(author === "member" && event.actor ? { author: event.actor } : {})}
          {...(delivery ? { delivery: delivery.icon } : {})}
          meta={
            <span>
              <Time at={event.at} title={formatFullMoment(event.at, timeZone)}>
                {formatClock(event.at, timeZone)}
              </Time>
              {delivery ? `, ${delivery.words}` : null}
            </span>
          }
          action={wait > 0 ? <UndoSend slug={slug} messageId={message.id} seconds={wait} /> : null}
        >
          {body || "An empty text"}
        </Bubble>
      ) : null}
      {media.length > 0 ? (
        <div className="mt-1.5">
          <MediaLinks slug={slug} messageId={message.id} types={media.map(({ contentType }) => contentType)} />
          {body ? null : (
            <Time
              at={event.at}
              title={formatFullMoment(event.at, timeZone)}
              className="mt-1 block font-medium text-ink-3 text-sm"
            >
              {formatClock(event.at, timeZone)}
            </Time>
          )}
        </div>
      ) : null}
    </>
  );
}

type Message = NonNullable<TimelineEvent["message"]>;

function deliveryOf({ status, errorCode, refusedReason }: Message): { icon: BubbleDelivery; words: string } | null {
  if (status !== "failed" && status !== "undelivered") return DELIVERY[status];
  if (refusedReason) return { icon: "failed", words: notSentWords(refusedReason) };
  return { icon: "failed", words: explainRefusal(errorCode).headline.replace(/\.$/, "") };
}

function secondsUntil(at: Date | null, now: Date): number {
  return at ? Math.max(0, Math.ceil((at.getTime() - now.getTime()) / 1000)) : 0;
}
