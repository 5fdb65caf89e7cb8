import { inspect } from "node:util";
import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { enqueue } from "@/lib/jobs/queue";
import { leads } from "./schema/leads";
import { asSystem, lookUp, run, type Tx, withWorkspace } from "./tenant";
import { makeWorkspace, nextPhone } from "./testing/factories";
import { wordless } from "./wordless";

const WORDS = "Ünsaid words,\n at length";

/** The error of some work, and everything of it that any logger could print. */
async function failureOf(work: Promise<unknown>) {
  const error: unknown = await work.then(
    () => Promise.reject(new Error("That was to fail")),
    (reason: unknown) => reason,
  );
  return { error, printed: inspect(error, { showHidden: true, depth: Number.POSITIVE_INFINITY }) };
}

async function sameLeadTwice(write: (tx: Tx, row: typeof leads.$inferInsert) => Promise<unknown>) {
  const { workspaceId } = await makeWorkspace();
  const phone = nextPhone();
  const row = { workspaceId, id: crypto.randomUUID(), callerE164: phone, name: WORDS, source: "manual" as const };
  const failed = await failureOf(
    withWorkspace(workspaceId, async (tx) => {
      await write(tx, row);
      await write(tx, row);
    }),
  );
  return { ...failed, phone };
}

describe("what leaves the database's door holds no value of a row or a statement", () => {
  it("of a row that is there already, written by Drizzle", async () => {
    const { error, printed, phone } = await sameLeadTwice((tx, row) => tx.insert(leads).values(row));
    expect(error).toMatchObject({ cause: { code: "23505", table_name: "leads", severity: "ERROR" } });
    expect(printed).toMatch(
      /Failed query: insert into "leads"[\s\S]*duplicate key value violates[\s\S]*_bt_check_unique/,
    );
    expect(printed).not.toContain(phone);
    expect(printed).not.toContain("Ünsaid");
  });

  it("of the same by a statement as it stands", async () => {
    const { error, printed, phone } = await sameLeadTwice((tx, { workspaceId, id, callerE164, source, name }) =>
      run(tx, "insert into leads (workspace_id, id, caller_e164, source, name) values ($1, $2, $3, $4, $5)", [
        workspaceId,
        id ?? "",
        callerE164,
        source,
        name ?? "",
      ]),
    );
    expect(error).toMatchObject({
      name: "PostgresError",
      code: "23505",
      constraint_name: expect.stringMatching(/leads/),
    });
    expect(printed).not.toContain(phone);
    expect(printed).not.toContain("Ünsaid");
  });

  it("of what it cannot read, in a statement alone and within a transaction", async () => {
    const alone = await failureOf(lookUp(sql`select ${WORDS}::uuid`));
    const within = await failureOf(asSystem((tx) => run(tx, "select $1::text::date", [WORDS])));
    for (const { printed } of [alone, within]) {
      expect(printed).toMatch(/invalid input syntax for type \w+: •••\n\s+at /);
      expect(printed).not.toMatch(/Ünsaid|at length/);
    }
  });

  it("of a question it cannot parse", async () => {
    const { printed } = await failureOf(lookUp(sql`select to_tsquery(${`${WORDS} & &`})`));
    expect(printed).toContain("syntax error in tsquery: •••");
    expect(printed).not.toContain("Ünsaid");
  });

  it("of a connection that ends", async () => {
    const { error, printed } = await failureOf(lookUp(sql`select ${WORDS}, pg_terminate_backend(pg_backend_pid())`));
    expect(error).toMatchObject({ cause: { code: "CONNECTION_CLOSED" } });
    expect(printed).not.toContain("Ünsaid");
  });

  it("of a job the queue does not take", async () => {
    const broken = { kind: "password_changed" as const, email: `${WORDS}\u0000` };
    const { printed } = await failureOf(enqueue("mail", broken));
    expect(printed).toContain("22P05");
    expect(printed).not.toContain("Ünsaid");
  });
});

it("leaves errors of others as they are", async () => {
  const own = Object.assign(new Error(`No line: "${WORDS}"`), { code: "NEXT_REDIRECT", digest: "a" });
  expect((await failureOf(wordless(Promise.reject(own)))).error).toBe(own);
});
