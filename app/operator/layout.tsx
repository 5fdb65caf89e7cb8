import type { Metadata } from "next";
import type { ReactNode } from "react";
import { env } from "@/lib/env";
import { OperatorFrame } from "./operator-frame";
import { getOverview } from "./overview";

export const metadata: Metadata = { title: { default: "Operator", template: "%s · Operator" } };

export default async function OperatorLayout({ children }: { children: ReactNode }) {
  const { user, home, judged, facts, unroutable } = await getOverview();
  return (
    <OperatorFrame
      address={new URL(env().APP_URL).host}
      person={user}
      home={home}
      counts={{
        failing: judged.filter(({ level }) => level === "failing").length,
        unroutable: unroutable.length,
        failedJobs: facts.queue.failedJobs,
      }}
      sendingStopped={facts.sendingStoppedAt !== null}
    >
      {children}
    </OperatorFrame>
  );
}
