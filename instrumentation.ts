/** Runs once, before the server takes its first request. */
export async function register(): Promise<void> {
  // Spelled out here because Next drops what follows from other runtimes by this very expression.
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const { assertSafeRole } = await import("@/db/tenant");
    await assertSafeRole();
  }
}
