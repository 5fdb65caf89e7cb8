import { afterAll, afterEach, beforeAll, describe, expect, inject, it, vi } from "vitest";
import { closeDatabase } from "@/db/tenant";
import { makeWorkspace, newSid } from "@/db/testing/factories";
import { findDoors, GENUINE, type Genuine, makeScene, openDoor } from "./testing/doors";
import { FORGERIES, OLDER_TOKEN, requestOf, type Sent, sign } from "./testing/forgeries";
import { openWholeDatabase } from "./testing/whole-database";

const doors = findDoors();
let database: Awaited<ReturnType<typeof openWholeDatabase>>;
let scene: Awaited<ReturnType<typeof makeScene>>;
let sentForgeries = 0;
let accepted = 0;

beforeAll(async () => {
  database = await openWholeDatabase(inject("postgres").superUrl);
  scene = await makeScene();
});

afterAll(async () => {
  process.stdout.write(
    `\nwebhook forgeries: ${accepted} of ${sentForgeries} accepted (${Object.keys(FORGERIES).length} kinds, ` +
      `${doors.length} doors, ${database.tables} tables compared before and after)\n`,
  );
  await database.close();
  await closeDatabase();
});

afterEach(async () => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

async function knock(door: string, sent: Sent): Promise<number> {
  vi.spyOn(process.stdout, "write").mockReturnValue(true);
  const { POST } = await openDoor(door);
  const { status } = await POST(requestOf(sent), { params: Promise.resolve(sent.ids) });
  vi.restoreAllMocks();
  return status;
}

/** A genuine webhook for the door; everything that comes before it has happened. */
function genuineOf(door: string): Promise<Genuine> {
  const make = GENUINE[door];
  if (!make) throw new Error(`Nothing is known of the door ${door}`);
  return make(scene);
}

it("every door is known, and opens for POST alone", async () => {
  expect(Object.keys(GENUINE).sort()).toEqual(doors.sort());
  for (const door of doors) {
    const verbs = Object.keys(await openDoor(door)).filter((name) => name === name.toUpperCase());
    expect(verbs, door).toEqual(["POST"]);
  }
});

describe.each(doors)("%s", (door) => {
  it("refuses every forgery, which leaves nothing behind, and then believes the real one", async () => {
    const others = {
      number: (await makeWorkspace()).e164,
      callSid: (await GENUINE["voice/notice"]?.(scene))?.params.CallSid ?? newSid("CA"),
      messageId: (await GENUINE["messages/status/[messageId]"]?.(scene))?.ids.messageId ?? "",
    };
    const genuine = await genuineOf(door);
    const before = await database.read();
    const believed: string[] = [];
    for (const [name, forge] of Object.entries(FORGERIES)) {
      const forged = forge(genuine, others);
      if (!forged) continue;
      sentForgeries += 1;
      if ((await knock(door, forged)) !== 403) believed.push(name);
    }
    accepted += believed.length;
    expect(believed).toEqual([]);
    expect(await database.read()).toEqual(before);
    expect(await knock(door, sign(genuine))).toBe(200);
    expect(await database.read()).not.toEqual(before);
  });

  it("believes what Twilio signed, however oddly it is written", async () => {
    const oddities: Record<string, string>[] = [
      { Empty: "", "": "nameless" },
      { FromCity: "Köln", CallerName: "Zoë & Sons + 1 = 100 %" },
      { Odd: "a\r\nb\tc 😀 \u200b é é", "Media[0]": "x=y&z" },
      { toCity: "lower", TOCITY: "upper", ToCity: "São Paulo" },
      { Long: "ü".repeat(10_000) },
    ];
    for (const params of oddities) {
      expect(await knock(door, sign(await genuineOf(door), { params })), JSON.stringify(params).slice(0, 60)).toBe(200);
    }
    const ported = await genuineOf(door);
    expect(await knock(door, sign(ported, { url: `https://ringback.test:443${ported.path}` })), "port").toBe(200);
    const genuine = await genuineOf(door);
    const twice = `${sign(genuine).body}&Extra=b&Extra=a&Extra=b&Plus=a+b%20c&Lower=%c3%a9&Upper=%C3%A9`;
    expect(await knock(door, sign(genuine, { body: twice }))).toBe(200);
  });
});

describe("tokens as they are configured", () => {
  afterEach(() => vi.resetModules());

  async function withTokens(tokens: Record<string, string>, work: () => Promise<void>) {
    for (const [name, value] of Object.entries(tokens)) vi.stubEnv(name, value);
    vi.resetModules();
    await work();
    await (await import("@/db/tenant")).closeDatabase();
  }

  it("the previous one is believed while it is configured, at every door", async () => {
    const real = await Promise.all(doors.map(async (door) => ({ door, genuine: await genuineOf(door) })));
    await withTokens({ TWILIO_AUTH_TOKEN_PREVIOUS: OLDER_TOKEN }, async () => {
      for (const { door, genuine } of real) {
        expect(await knock(door, sign(genuine, { token: OLDER_TOKEN })), door).toBe(200);
        expect(await knock(door, sign(genuine, { token: "" })), door).toBe(403);
      }
    });
  });

  it.each([
    ["no account", { TWILIO_ACCOUNT_SID: "", TWILIO_AUTH_TOKEN: "" }],
    [
      "no account but a previous token",
      { TWILIO_ACCOUNT_SID: "", TWILIO_AUTH_TOKEN: "", TWILIO_AUTH_TOKEN_PREVIOUS: OLDER_TOKEN },
    ],
  ])("%s: nothing is believed at any door", async (_, tokens) => {
    const real = await Promise.all(doors.map(async (door) => ({ door, genuine: await genuineOf(door) })));
    const before = await database.read();
    await withTokens(tokens, async () => {
      for (const { door, genuine } of real) {
        for (const token of ["", "12345", OLDER_TOKEN, "undefined"]) {
          sentForgeries += 1;
          const status = await knock(door, sign(genuine, { token }));
          if (status !== 403) accepted += 1;
          expect(status, `${door} ${token}`).toBe(403);
        }
      }
    });
    expect(await database.read()).toEqual(before);
  });
});
