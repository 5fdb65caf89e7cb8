import PgBoss from "pg-boss";

/** Work that is not a text. Texts have the outbox. */
export const QUEUES = ["mail", "clean-up"] as const;
export type Queue = (typeof QUEUES)[number];

/** Makes pg-boss' schema and queues, as the owner: the app's role may make neither. */
export async function installQueues(ownerUrl: string): Promise<void> {
  const boss = new PgBoss({ connectionString: ownerUrl, supervise: false, schedule: false, max: 2 });
  await boss.start();
  for (const queue of QUEUES) await boss.createQueue(queue, { name: queue, retryLimit: 5, retryBackoff: true });
  await boss.stop({ graceful: false, wait: true });
}
