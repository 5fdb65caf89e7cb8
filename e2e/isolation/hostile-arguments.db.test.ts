import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { lookUp } from "@/db/tenant";
import { makeOperator, makeWorkspace, nextPhone } from "@/db/testing/factories";
import { openSession } from "@/lib/auth/session";
import { sessionCookie, sessionCookieValue } from "@/lib/auth/session-cookie";
import { createLead } from "@/lib/leads/create-lead";
import { startTestAccount } from "@/lib/phone/testing/account";
import { UNTOUCHED } from "./action-cover";
import { ACTIONS } from "./coverage-actions";
import { findWritten } from "./discover";
import { randomIds } from "./fresh";
import { ODD_PASSWORDS, ODD_TEXTS, WRONG_TYPES } from "./hostile-values";
import type { Ids } from "./ids";

const request = vi.hoisted(() => ({ cookies: new Map<string, string>() }));

// What Next keeps about the request that it answers; there is none here.
vi.mock("next/headers", () => ({
  headers: async () => new Headers({ "x-forwarded-for": "192.0.2.1" }),
  cookies: async () => ({
    get: (name: string) => (request.cookies.has(name) ? { name, value: request.cookies.get(name) } : undefined),
    set: () => {},
    delete: () => {},
  }),
}));
vi.mock("next/cache", () => ({ refresh: () => {}, revalidatePath: () => {} }));

await startTestAccount();

type Action = (...args: unknown[]) => Promise<unknown>;
type Outcome = { returned: unknown } | { status: 403 | 404 } | { redirected: string };

const NOT_FOUND: Outcome = { status: 404 };

/** What an action answers. A fault of ours is no answer: it is thrown on. */
async function outcomeOf(action: Action, args: unknown[]): Promise<Outcome> {
  try {
    return { returned: await action(...args) };
  } catch (error) {
    const digest = error instanceof Error && "digest" in error ? String(error.digest) : "";
    if (digest.startsWith("NEXT_HTTP_ERROR_FALLBACK;404")) return NOT_FOUND;
    if (digest.startsWith("NEXT_HTTP_ERROR_FALLBACK;403")) return { status: 403 };
    if (digest.startsWith("NEXT_REDIRECT;")) return { redirected: digest.split(";")[2] ?? "" };
    throw error;
  }
}

const isState = (arg: unknown) => arg === UNTOUCHED;
const isObject = (arg: unknown): arg is Record<string, unknown> =>
  typeof arg === "object" && arg !== null && !isState(arg) && !(arg instanceof FormData);

/** The arguments with one place holding something else, for every place that is neither the state nor a form. */
function replacements(args: unknown[]): { place: string; original: unknown; with: (value: unknown) => unknown[] }[] {
  return args.flatMap((arg, index) => {
    if (isState(arg) || arg instanceof FormData) return [];
    const whole = { place: `argument ${index + 1}`, original: arg, with: (value: unknown) => args.with(index, value) };
    if (!isObject(arg)) return [whole];
    const parts = Object.entries(arg).map(([key, original]) => ({
      place: `${key} of argument ${index + 1}`,
      original,
      with: (value: unknown) => args.with(index, { ...arg, [key]: value }),
    }));
    return [whole, ...parts];
  });
}

function withForm(args: unknown[], change: (form: FormData) => void): unknown[] {
  return args.map((arg) => {
    if (!(arg instanceof FormData)) return arg;
    const form = new FormData();
    for (const [name, value] of arg) form.append(name, value);
    change(form);
    return form;
  });
}

let ownerId: string;
let ids: Ids;

async function makeIds(): Promise<void> {
  const { workspaceId, slug, numberId, ...workspace } = await makeWorkspace();
  ownerId = workspace.ownerId;
  await makeOperator(ownerId);
  const facts = { name: null, need: null, address: null, valueCents: null };
  const lead = await createLead({ workspaceId, userId: ownerId, phone: nextPhone(), facts });
  if (!lead.ok) throw new Error(lead.words);
  ids = { ...randomIds(), workspace: slug, number: numberId, lead: lead.leadId, newNote: randomUUID() };
}

// Some actions end the session.
beforeEach(async () => {
  const { sessionId } = await openSession({ userId: ownerId, method: "password", network: "192.0.2.1", userAgent: "" });
  request.cookies.set(sessionCookie().name, await sessionCookieValue(ownerId, sessionId));
});

/** A password is hashed slowly, by intention. */
const LONG_MS = 60_000;

const written = findWritten(process.cwd()).actions;

describe.each(written)("%s", (name) => {
  beforeAll(makeIds);

  const load = async (): Promise<{ action: Action; args: unknown[] }> => {
    const [file = "", exported = ""] = name.split("#");
    const action: Action = (await import(/* @vite-ignore */ `../../${file}`))[exported];
    const cover = ACTIONS[name];
    if (!cover) throw new Error(`${name} has no entry in e2e/isolation/coverage-actions.ts`);
    return { action, args: cover.args(ids) };
  };

  it("answers 404 to arguments of another type, and to fewer", async () => {
    const { action, args } = await load();
    for (const { place, with: put } of replacements(args)) {
      for (const [what, make] of Object.entries(WRONG_TYPES)) {
        expect(await outcomeOf(action, put(make())), `${place} is ${what}`).toEqual(NOT_FOUND);
      }
    }
    const first = args.findIndex((arg) => !isState(arg) && !(arg instanceof FormData));
    if (first >= 0) expect(await outcomeOf(action, []), "no arguments").toEqual(NOT_FOUND);
    else expect(await outcomeOf(action, [])).toBeDefined();
  });

  it("answers when arguments are odd texts", async () => {
    const { action, args } = await load();
    for (const { original, with: put } of replacements(args)) {
      if (typeof original !== "string") continue;
      for (const text of Object.values(ODD_TEXTS)) expect(await outcomeOf(action, put(text))).toBeDefined();
    }
  });

  it(
    "ignores the state and further arguments",
    async () => {
      const { action, args } = await load();
      for (const what of ["a promise", "a megabyte", "an object with a prototype of its own"]) {
        const odd = () => WRONG_TYPES[what]?.();
        const outcome = await outcomeOf(action, [...args.map((arg) => (isState(arg) ? odd() : arg)), odd(), odd()]);
        expect(outcome, what).toBeDefined();
      }
    },
    LONG_MS,
  );

  it("refuses what is no form of ours", async () => {
    const { action, args } = await load();
    const at = args.findIndex((arg) => arg instanceof FormData);
    if (at < 0) return;
    const put = (form: unknown) => outcomeOf(action, args.with(at, form));
    const refused = args.some(isState)
      ? { returned: { ok: false, message: expect.stringContaining("Reload the page") } }
      : NOT_FOUND;
    for (const [what, make] of Object.entries(WRONG_TYPES)) {
      if (what !== "a form") expect(await put(make()), `the form is ${what}`).toEqual(refused);
    }
    expect(await put(undefined), "the form is missing").toEqual(refused);
    const [full] = withForm([args[at]], (form) => {
      for (let field = 0; field < 1_000; field += 1) form.append(`field${field}`, "x");
    });
    expect(await put(full), "the form has 1,000 fields").toEqual(refused);
    const [files] = withForm([args[at]], (form) => {
      for (const field of [...form.keys()]) form.set(field, new Blob(["x"]), "x.txt");
    });
    if ([...(args[at] as FormData).keys()].length > 0) expect(await put(files), "files").toEqual(refused);
    expect(await put(new FormData()), "the form is empty").toBeDefined();
  });

  it(
    "answers whatever a field holds, and hands back no password",
    async () => {
      const { action, args } = await load();
      const form = args.find((arg): arg is FormData => arg instanceof FormData);
      const fields = [...(form?.keys() ?? [])];
      const texts = fields.some((field) => /password/i.test(field)) ? ODD_PASSWORDS : ODD_TEXTS;
      for (const field of fields) {
        for (const [what, text] of Object.entries(texts)) {
          const outcome = await outcomeOf(
            action,
            withForm(args, (form) => form.set(field, text)),
          );
          const said = "returned" in outcome ? JSON.stringify(outcome.returned ?? null) : "";
          expect(said.length, `${field} holds ${what}`).toBeLessThan(500_000);
          expect(said, `${field} holds ${what}`).not.toMatch(/"values":\{[^}]*password/i);
        }
      }
    },
    LONG_MS,
  );
});

it("leaves no transaction open", async () => {
  const open = await lookUp(sql`
    select query from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'`);
  expect(open).toEqual([]);
});
