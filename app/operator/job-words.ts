import type { Queue } from "@/db/queues";
import type { FailedJob } from "@/lib/operator/failed-jobs";

const QUEUE_NAMES: Record<Queue, string> = { mail: "Mail", "clean-up": "Clean-up" };

export const TROUBLES: Record<FailedJob["trouble"], string> = {
  password_refused: "The mail server refuses our password.",
  unreachable: "The mail server could not be reached.",
  recipient_refused: "The mail server did not take the address.",
  refused: "The mail server did not take the mail.",
  failed: "It failed. The worker's log says why.",
};

/** `Mail: password reset` */
export function jobName({ queue, kind }: FailedJob): string {
  return kind ? `${QUEUE_NAMES[queue]}: ${kind.replaceAll("_", " ")}` : QUEUE_NAMES[queue];
}
