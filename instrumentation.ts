import type { Instrumentation } from "next";

/** Runs once, before the server takes its first request. */
export async function register(): Promise<void> {
  // Spelled out here because Next drops what follows from other runtimes by this very expression.
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const { installFrontDoor } = await import("@/lib/front-door/front-door");
    installFrontDoor();
    const { startWeb } = await import("@/lib/start/start-web");
    await startWeb();
    const { stopGracefully } = await import("@/lib/graceful-stop");
    stopGracefully();
  }
}

/** Runs for every error of a page, an action or a handler that nobody has caught. */
export const onRequestError: Instrumentation.onRequestError = async (error, { method }, { routePath, routeType }) => {
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const { log } = await import("@/lib/log");
    // The route as it is filed: the address that was asked for may hold a token.
    log.error("request.failed", error, { kind: routeType, route: routePath, method });
  }
};
