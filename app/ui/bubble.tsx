import type { ReactNode } from "react";
import { cn } from "@/app/ui/cn";
import type { IconName } from "@/app/ui/icons";
import { Icon } from "@/app/ui/lucide-icon";
import { Status } from "@/app/ui/status";

export type BubbleKind = "caller" | "member" | "automatic" | "ai" | "note";
export type BubbleDelivery = "sending" | "sent" | "delivered" | "failed" | "scheduled";

type BubbleProps = {
  kind: BubbleKind;
  children: ReactNode;
  /** Who wrote it, where more than one person could have. */
  author?: string;
  delivery?: BubbleDelivery;
  /** Words of the meta line: "Delivered", "11:34 AM", "Not delivered: this is a landline". */
  meta?: ReactNode;
  /** Undo, Edit, Call instead. */
  action?: ReactNode;
  /** It came while the thread was open. */
  arriving?: boolean;
  lang?: string;
};

const bodies: Record<Exclude<BubbleKind, "note">, string> = {
  caller: "rounded-bl-[5px] bg-hover text-ink",
  member: "rounded-br-[5px] bg-ink text-on-ink",
  automatic: "rounded-br-[5px] bg-pen-tint text-ink shadow-[inset_0_0_0_1px] shadow-pen/22",
  ai: "rounded-br-[5px] bg-pen-tint text-ink shadow-[inset_0_0_0_1px] shadow-pen/22",
};

const deliveryIcons: Record<BubbleDelivery, IconName> = {
  sending: "sending",
  sent: "sent",
  delivered: "delivered",
  failed: "failed",
  scheduled: "scheduled",
};

const writers: Partial<Record<BubbleKind, { icon: IconName; words: string }>> = {
  automatic: { icon: "automatic", words: "Automatic" },
  ai: { icon: "ai", words: "AI reply" },
};

/** One text or note in a thread: who wrote it shows in its colour and in its words. */
export function Bubble({ kind, children, author, delivery, meta, action, arriving, lang }: BubbleProps) {
  if (kind === "note")
    return (
      <div
        className={cn(
          "self-stretch rounded-[10px] bg-marker-tint px-[13px] py-[9px] text-control",
          arriving && "animate-arrive",
        )}
      >
        <p lang={lang} className="whitespace-pre-wrap break-words">
          {children}
        </p>
        <p className="mt-1 flex items-center gap-1.5 text-marker-text text-sm">
          <Icon name="note" size={14} /> {author ? `Note by ${author}` : "Note"} {meta}
        </p>
      </div>
    );
  const outgoing = kind !== "caller";
  const writer = writers[kind];
  return (
    <div
      className={cn(
        "flex max-w-[min(440px,82%)] flex-col gap-1",
        outgoing ? "items-end self-end" : "items-start self-start",
        arriving && "animate-arrive",
      )}
    >
      <p
        lang={lang}
        className={cn(
          "max-w-full whitespace-pre-wrap rounded-xl px-[13px] py-[9px] text-base leading-[1.42] [overflow-wrap:anywhere] max-md:text-touch",
          bodies[kind],
          delivery === "failed" && "bg-stamp-tint text-ink shadow-[inset_0_0_0_1.5px] shadow-stamp",
          delivery === "scheduled" && "bg-surface text-ink-2 shadow-[inset_0_0_0_1.5px] shadow-line-strong",
        )}
      >
        {children}
      </p>
      <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1 font-medium text-ink-3 text-sm [&>a]:inline-flex [&>a]:min-h-6 [&>a]:items-center max-md:[&>a]:min-h-11">
        {writer ? (
          <span className="inline-flex items-center gap-1.5">
            <Icon name={writer.icon} size={14} />
            {writer.words}
          </span>
        ) : null}
        {author ? <span>{author}</span> : null}
        {delivery === "failed" ? (
          <Status family="stamp" icon="failed" wrap>
            {meta}
          </Status>
        ) : meta ? (
          <span className="inline-flex items-center gap-1.5">
            {delivery ? <Icon name={deliveryIcons[delivery]} size={14} /> : null}
            {meta}
          </span>
        ) : null}
        {action}
      </div>
    </div>
  );
}
