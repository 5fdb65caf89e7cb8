"use client";

import { Menu, type MenuItem } from "@/app/ui/menu";
import { useToast } from "@/app/ui/toast";
import { deal } from "../actions";

type LeadMenuProps = { slug: string; leadId: string; title: string; blocked: boolean; optedOut: boolean };

/** What is done to a caller rather than with the lead. */
export function LeadMenu({ slug, leadId, title, blocked, optedOut }: LeadMenuProps) {
  const toast = useToast();
  const block = async () => {
    await deal(slug, leadId, "block");
    toast({ message: `${title} is blocked`, icon: "blocked", undo: () => deal(slug, leadId, "unblock") });
  };
  const unblock = async () => {
    await deal(slug, leadId, "unblock");
    toast({ message: `${title} is not blocked any more`, undo: () => deal(slug, leadId, "block") });
  };
  const optOut = async () => {
    await deal(slug, leadId, "optOut");
    toast({ message: `${title} gets no more texts`, icon: "optedOut" });
  };
  const items: MenuItem[] = [
    blocked
      ? { label: "Unblock this number", icon: "undo", onSelect: unblock }
      : { label: "Block this number", detail: "No texts, no leads from them", icon: "blocked", onSelect: block },
  ];
  if (!optedOut) {
    items.push({
      label: "They asked for no texts",
      detail: "Only they can undo this, by texting START",
      icon: "optedOut",
      danger: true,
      separated: true,
      onSelect: optOut,
    });
  }
  return <Menu label="More" icon="options" variant="ghost" align="end" items={items} />;
}
