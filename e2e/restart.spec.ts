import { type ChildProcess, spawn } from "node:child_process";
import { connect, createServer } from "node:net";
import { demo, signIn } from "./fixtures/people";
import { expect, test } from "./fixtures/test";

test.skip(({ isMobile }) => isMobile, "How the process ends does not depend on the screen");

/** Another web process of this build, as `next start` runs it, on a free port. */
async function startWeb(): Promise<{ base: string; port: number; child: ChildProcess; ended: Promise<unknown> }> {
  const port = await freePort();
  const base = `http://localhost:${port}`;
  const args = ["node_modules/next/dist/bin/next", "start", "-H", "127.0.0.1", "-p", String(port)];
  const env = {
    ...process.env,
    NODE_ENV: "production" as const,
    PORT: String(port),
    APP_URL: base,
    NEXTAUTH_URL: base,
  };
  const child = spawn(process.execPath, args, {
    env: { ...env, SIMULATOR_URL: "", SIGN_UP: "invited" },
    stdio: "ignore",
  });
  const ended = new Promise((done) => child.once("exit", (code, signal) => done(signal ?? code)));
  await expect
    .poll(
      () =>
        fetch(`${base}/sign-in`).then(
          ({ ok }) => ok,
          () => false,
        ),
      { timeout: 60_000 },
    )
    .toBe(true);
  return { base, port, child, ended };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const address = server.address();
  await new Promise((closed) => server.close(closed));
  if (address === null || typeof address === "string") throw new Error("No port");
  return address.port;
}

for (const { how, hidden } of [
  { how: "in front", hidden: false },
  { how: "in the background", hidden: true },
]) {
  test(`the web ends by itself on SIGTERM with a tab open ${how}`, async ({ browser }) => {
    const { base, port, child, ended } = await startWeb();
    try {
      const context = await browser.newContext({ baseURL: base });
      const page = await context.newPage();
      if (hidden) {
        await page.addInitScript(() => {
          Object.defineProperty(document, "hidden", { get: () => true });
          Object.defineProperty(document, "visibilityState", { get: () => "hidden" });
        });
      }
      await page.goto(`${base}/sign-in`);
      const home = await signIn(page, { email: demo.owner, password: demo.password });
      await page.goto(`${base}${home}/leads`);
      await expect(page.getByRole("heading", { name: "Leads" })).toBeVisible();
      // As a browser opens one ahead of the next request.
      const ahead = connect(port, "127.0.0.1");
      ahead.on("error", () => {});
      await new Promise((connected) => ahead.once("connect", connected));

      child.kill("SIGTERM");
      expect(await ended).toBe(143);
      await context.close();
      ahead.destroy();
    } finally {
      child.kill("SIGKILL");
    }
  });
}
