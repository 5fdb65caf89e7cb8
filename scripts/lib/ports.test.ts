import { createServer } from "node:http";
import { afterEach, expect, test, vi } from "vitest";
import { freePort, portFrom, requireFreePort } from "./ports.mjs";

afterEach(() => {
  vi.unstubAllEnvs();
});

test("names a port in use and the way around it", async () => {
  const port = await freePort();
  const wanted = { port, what: "the app", instead: "PORT=3001 npm run demo" };
  await requireFreePort(wanted);
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  await expect(requireFreePort(wanted)).rejects.toThrow(
    `Port ${port}, wanted for the app, is in use. Stop what uses it, or choose another: PORT=3001 npm run demo`,
  );
  server.close();
});

test("says so when a port in the environment is no port", () => {
  vi.stubEnv("PORT", "http");
  expect(() => portFrom("PORT", 3000)).toThrow('PORT is "http", which is not a port.');
  vi.stubEnv("PORT", "");
  expect(portFrom("PORT", 3000)).toBe(3000);
});
