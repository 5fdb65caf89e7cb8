import { eq } from "drizzle-orm";
import type { Trade } from "@/db/enums";
import { workspaces } from "@/db/schema/workspaces";
import { withWorkspace } from "@/db/tenant";
import { recordAudit } from "../audit/record-audit";
import { announce } from "../changes";
import { NotFound } from "../errors";
import { asAdmin } from "./as-admin";
import { type Span, weekdays } from "./opening-hours";

/** What set-up asks first: who the business is, and when somebody is there. `trade` and `open` are null until it was asked. */
export type Business = { name: string; trade: Trade | null; timeZone: string; open: Span | null };

/** @throws NotFound */
export function getBusiness(workspaceId: string): Promise<Business> {
  return withWorkspace(workspaceId, async (tx) => {
    const [row] = await tx
      .select({
        name: workspaces.name,
        trade: workspaces.trade,
        timeZone: workspaces.timeZone,
        openingHours: workspaces.openingHours,
      })
      .from(workspaces)
      .where(eq(workspaces.id, workspaceId));
    if (!row) throw new NotFound("The workspace");
    const { openingHours, ...business } = row;
    return { ...business, open: openingHours?.flat()[0] ?? null };
  });
}

type Answers = { name: string; trade: Trade; timeZone: string; open: Span };

/** @throws Forbidden for members, and for people who are none */
export async function saveBusiness(
  { workspaceId, userId }: { workspaceId: string; userId: string },
  { open, ...answers }: Answers,
): Promise<void> {
  await asAdmin({ workspaceId, userId }, async (tx) => {
    await tx
      .update(workspaces)
      .set({ ...answers, openingHours: weekdays(open) })
      .where(eq(workspaces.id, workspaceId));
    await recordAudit({ tx, workspaceId, actorUserId: userId, action: "workspace.business_saved" });
  });
  await announce(workspaceId, { kind: "settings", id: workspaceId });
}
