import "server-only";
import { cache } from "react";
import { requireOperator } from "@/lib/auth/require-operator";
import { judgeHealth } from "@/lib/health/judge-health";
import { readHealth } from "@/lib/health/read-health";
import { monthFromKey } from "@/lib/insights/month";
import { listUnroutable } from "@/lib/operator/unroutable";
import { listWorkspaces } from "@/lib/workspaces/list-workspaces";

/** Who asks, and what the frame and every section of the installation's page begin with: read once a request. */
export const getOverview = cache(async () => {
  const { user } = await requireOperator();
  const home = (await listWorkspaces(user.id))[0]?.workspace ?? null;
  const timeZone = home?.timeZone ?? "UTC";
  const facts = await readHealth(timeZone);
  return {
    user,
    home,
    facts,
    judged: judgeHealth(facts),
    unroutable: await listUnroutable({ userId: user.id }),
    month: monthFromKey(undefined, facts.now, timeZone),
  };
});

export type Overview = Awaited<ReturnType<typeof getOverview>>;

/** Of the operator's first workspace, or in UTC: said where times are shown. */
export const shownTimes = ({ facts: { now, timeZone } }: Overview) => ({ now, timeZone });
