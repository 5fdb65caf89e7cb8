import postgres from "postgres";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { closeDatabase } from "@/db/tenant";
import { type MadeWorkspace, makeWorkspace, newSid, nextPhone } from "@/db/testing/factories";
import { authOptions } from "@/lib/auth/auth-options";
import { signIn } from "@/lib/auth/sign-in";
import { startFakeCarrier } from "@/lib/conversations/testing/fake-carrier";
import { enqueue } from "@/lib/jobs/queue";
import { log } from "@/lib/log";
import { webhookPaths } from "@/lib/twilio/webhook-urls";
import { findCanaries, findPhones, makeCanaries } from "./testing/canaries";
import { ACCOUNT, type Sent, sign } from "./testing/forgeries";
import { freePort, spawnProgram } from "./testing/spawn-program";

const canaries = makeCanaries();
const token = canaries["auth token"];
const databaseUrl = process.env.DATABASE_URL ?? "";
const passwords = { "database password": new URL(databaseUrl).password };
const phones: string[] = [];
const everything: string[] = [];
let carrier: Awaited<ReturnType<typeof startFakeCarrier>>;
let workspace: MadeWorkspace;

beforeAll(async () => {
  carrier = await startFakeCarrier();
  workspace = await makeWorkspace();
  phones.push(workspace.e164);
});

afterAll(async () => {
  const written = everything.join("");
  const found = [...findCanaries(written, { ...canaries, ...passwords }), ...findPhones(written, phones)];
  process.stdout.write(
    `\nlog canaries: ${found.length} of ${Object.keys(canaries).length + 1 + phones.length} found in ` +
      `${written.split("\n").length} lines of output\n`,
  );
  await carrier.stop();
  await closeDatabase();
});

afterEach(() => {
  vi.restoreAllMocks();
});

function clean(written: string): void {
  everything.push(written);
  expect(findCanaries(written, { ...canaries, ...passwords })).toEqual([]);
  expect(findPhones(written, phones)).toEqual([]);
}

function phone(): string {
  const one = nextPhone();
  phones.push(one);
  return one;
}

async function environment(more: Record<string, string> = {}): Promise<Record<string, string>> {
  return {
    TWILIO_AUTH_TOKEN: token,
    TWILIO_AUTH_TOKEN_PREVIOUS: canaries["previous auth token"],
    TWILIO_API_URL: carrier.origin,
    NEXTAUTH_SECRET: canaries["session secret"],
    SMTP_URL: `smtp://mailer:${canaries["mail password"]}@127.0.0.1:${await freePort()}`,
    PORT: String(await freePort()),
    ...more,
  };
}

const knock = (port: string, { path, body, signature, contentType }: Sent) =>
  fetch(`http://127.0.0.1:${port}${path}`, {
    ...{ method: "POST", body },
    headers: {
      ...{ "content-type": contentType, "x-twilio-signature": signature ?? "" },
      cookie: `next-auth.session-token=${canaries["session token"]}`,
    },
  });

const text = (more: Record<string, string> = {}) => ({
  ...{ path: webhookPaths.messagesIncoming, ids: {} },
  params: {
    ...{ MessageSid: newSid("SM"), From: phone(), To: workspace.e164, Body: canaries["words of a text"] },
    ...{ NumMedia: "1", MediaUrl0: `https://x:${canaries["media password"]}@api.twilio.com/a.jpg`, ...more },
  },
});

const call = (more: Record<string, string> = {}) => ({
  ...{ path: webhookPaths.voiceStatus, ids: {} },
  params: {
    ...{ CallSid: newSid("CA"), From: phone(), To: workspace.e164, CallStatus: "completed", Direction: "inbound" },
    ...{ CallToken: canaries["call token"], CallerName: canaries["words of a text"], ...more },
  },
});

/** Every kind of webhook that the doors write about. */
function webhooks(): Sent[] {
  const report = (id: string, params: Record<string, string>) => {
    const own = { MessageSid: newSid("SM"), From: workspace.e164, To: phone(), Body: canaries["words of a text"] };
    return { path: webhookPaths.messageStatus(id), params: { ...own, ...params }, ids: {} };
  };
  return [
    sign(text(), { token: "guessed" }),
    sign(call(), { token: canaries["mail password"] }),
    sign(text({ To: phone() }), { token }),
    sign(text({ From: "" }), { token }),
    sign(text(), { token }),
    sign(text(), { token: canaries["previous auth token"] }),
    sign(call({ To: phone() }), { token }),
    sign(call({ CallStatus: `dreaming of ${phone()}` }), { token }),
    sign(call(), { token }),
    sign({ ...call(), path: webhookPaths.voiceIncoming }, { token }),
    sign(report("no id", { MessageStatus: "delivered" }), { token }),
    sign(report(crypto.randomUUID(), { MessageStatus: "odd" }), { token }),
    sign(report(crypto.randomUUID(), { MessageSid: "" }), { token }),
  ];
}

/** Work with a database that refuses every new row of a table, and whose complaints hold the whole row. */
async function refusing(tables: readonly string[], work: () => Promise<void>): Promise<void> {
  const owner = postgres(process.env.DATABASE_OWNER_URL ?? "", { max: 1, onnotice: () => {} });
  const each = async (change: string) => {
    for (const table of tables) await owner.unsafe(`alter table ${table} ${change}`);
  };
  try {
    await each("add constraint broken check (false) not valid");
    await work();
  } finally {
    await each("drop constraint broken");
    await owner.end();
  }
}

const PROCESSES_MS = 45_000;

describe("the webhook doors write no secret, no number and no words", () => {
  it(
    "of what they refuse, cannot place, take and fail to take",
    async () => {
      const env = await environment();
      const doors = spawnProgram("e2e/handlers/main.ts", env);
      await doors.says(/listening/);
      const port = env.PORT ?? "";
      for (const webhook of webhooks()) await knock(port, webhook);
      await refusing(["messages", "calls", "stray_webhooks"], async () => {
        const answers = await Promise.all(webhooks().map((webhook) => knock(port, webhook)));
        expect(answers.filter(({ status }) => status === 503).length).toBeGreaterThan(5);
      });
      const written = await doors.stop();
      for (const event of ["refused", "stray", "previous_token", "failed"])
        expect(written).toContain(`webhook.${event}`);
      clean(written);
    },
    PROCESSES_MS,
  );

  it(
    "with the database away, or its password wrong",
    async () => {
      const away = `postgres://ringback:${canaries["mail password"]}@127.0.0.1:${await freePort()}/x`;
      const wrong = databaseUrl.replace(passwords["database password"], canaries["media password"]);
      const failing = async (url: string) => {
        const env = await environment({ DATABASE_URL: url });
        const doors = spawnProgram("e2e/handlers/main.ts", env);
        await doors.says(/listening/);
        await Promise.all(webhooks().map((webhook) => knock(env.PORT ?? "", webhook)));
        const written = await doors.stop();
        expect(written).toContain("webhook.failed");
        clean(written);
      };
      await Promise.all([away, wrong].map(failing));
    },
    PROCESSES_MS,
  );
});

describe("the worker writes none either", () => {
  it(
    "when the carrier refuses, breaks off or answers nonsense, when mail fails and when rows are refused",
    async () => {
      const env = await environment();
      const doors = spawnProgram("e2e/handlers/main.ts", env);
      await doors.says(/listening/);
      const missed = Array.from({ length: 4 }, () => call({ CallStatus: "no-answer" }));
      const broken = [
        { takes: false, says: 400, code: 21211 },
        { takes: true, says: null },
        { takes: true, says: 500 },
      ];
      for (const [index, { params }] of missed.entries()) {
        const fate = broken[index];
        if (fate) carrier.plan(params.From, fate, fate, fate);
      }
      for (const one of missed) {
        await knock(env.PORT ?? "", sign(one, { token }));
        await knock(env.PORT ?? "", sign({ ...one, path: webhookPaths.voiceNotice }, { token }));
      }
      const email = "reader@ringback.test";
      await enqueue("mail", { kind: "password_changed", email });
      const worker = spawnProgram("scripts/worker.ts", env);
      await worker.says(/worker.started/);
      await vi.waitFor(() => expect(missed.every(({ params }) => carrier.askedFor(params.From) > 0)).toBe(true), 8_000);
      await refusing(["messages", "leads", "recoveries"], async () => {
        await knock(env.PORT ?? "", sign(call({ CallStatus: "no-answer" }), { token }));
        await new Promise((resolve) => setTimeout(resolve, 2_500));
      });
      const [ofDoors, ofWorker] = await Promise.all([doors.stop(), worker.stop()]);
      clean(ofDoors);
      expect(ofWorker).toContain("worker.stopped");
      clean(ofWorker);
    },
    PROCESSES_MS,
  );

  it(
    "when it cannot start",
    async () => {
      const password = canaries["mail password"];
      const addresses = [
        `postgres://ringback:${password}@127.0.0.1:${await freePort()}/x`,
        `postgres://ringback:${password}@127.0.0.1:port/x`,
        databaseUrl.replace(passwords["database password"], password),
      ];
      await Promise.all(
        addresses.map(async (url) => {
          const worker = spawnProgram("scripts/worker.ts", await environment({ DATABASE_URL: url }));
          await worker.ended;
          clean(worker.written());
        }),
      );
    },
    PROCESSES_MS,
  );
});

describe("what is written within the process", () => {
  it("about signing in, and about errors that hold anything", async () => {
    const written: string[] = [];
    for (const stream of [process.stdout, process.stderr] as const) {
      vi.spyOn(stream, "write").mockImplementation((chunk) => written.push(String(chunk)) > 0);
    }
    const password = canaries["sign-in password"];
    await signIn({ email: "nobody@ringback.test", password, network: "192.0.2.1" });
    const options = authOptions(new Headers());
    const [words, number] = [canaries["words of a text"], phone()];
    options.logger?.error?.("CALLBACK_ERROR", Object.assign(new Error("No"), { password, providerId: "credentials" }));
    options.logger?.error?.("JWT_SESSION_ERROR", { token: canaries["session token"], name: "x", message: "y" });
    log.error("a.b", new Error(`Failed query: insert into x\nparams: ${words},${number}`, { cause: { words } }));
    log.error("a.b", Object.assign(new Error("No"), { detail: words, parameters: [number], query: words }));
    log.error("a.b", new AggregateError([new Error(words)], "All failed"));
    log.error("a.b", { words, number });
    log.error("a.b", new Error(`connect smtp://mailer:${canaries["mail password"]}@mail.test/ for ${number}`));
    log.error("a.b", new Error(`sent authorization: Basic ${btoa(`${ACCOUNT}:${token}`)}`));
    log.error("a.b", new Error(`cookie next-auth.session-token=${canaries["session token"]}; and Bearer ${token}`));
    const [area, middle, last] = [number.slice(2, 5), number.slice(5, 8), number.slice(8)];
    for (const spelt of [`+1 ${area} ${middle} ${last}`, `(${area}) ${middle}-${last}`, `${area}-${middle}-${last}`]) {
      log.warn("a.b", { spelt, again: encodeURIComponent(spelt), dots: `1.${area}.${middle}.${last}` });
    }
    vi.restoreAllMocks();
    clean(written.join(""));
  });
});
