/** Six heartbeats missed. */
export const WORKER_SILENT_SECONDS = 30;
