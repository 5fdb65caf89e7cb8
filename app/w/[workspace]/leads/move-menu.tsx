"use client";

import { Menu } from "@/app/ui/menu";
import { STAGE_ORDER } from "@/lib/leads/stage-order";
import { STAGE_DETAILS } from "@/lib/leads/stages";
import { STAGE_LOOK } from "./stage-look";
import { type Movable, QUESTIONS, useMove } from "./use-move";

/** "Move to": every drag's other way. `compact` is an icon alone, on cards and in rows. */
export function MoveMenu({ compact, ...lead }: Movable & { compact?: boolean }) {
  const { choose, dialog } = useMove(lead);
  return (
    <>
      <Menu
        label={`Move ${lead.title} to`}
        icon={compact ? "options" : STAGE_LOOK[lead.stage].icon}
        variant={compact ? "ghost" : "secondary"}
        {...(compact ? { size: "compact" as const } : {})}
        align="end"
        items={STAGE_ORDER.map((to) => {
          const { words, asks } = STAGE_DETAILS[to];
          return {
            label: words,
            icon: STAGE_LOOK[to].icon,
            current: to === lead.stage,
            ...(asks && to !== lead.stage ? { detail: QUESTIONS[asks].detail } : {}),
            onSelect: () => choose(to),
          };
        })}
      >
        {compact ? undefined : STAGE_DETAILS[lead.stage].words}
      </Menu>
      {dialog}
    </>
  );
}
