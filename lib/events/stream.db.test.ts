import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { addMember, makeWorkspace } from "@/db/testing/factories";
import { announce } from "@/lib/changes";
import { hasRoom, MOST_STREAMS, streamChanges } from "./stream";

// Only the heartbeat: the database's client keeps its own time.
beforeEach(() => vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] }));
const ending: AbortController[] = [];
afterEach(() => {
  for (const controller of ending.splice(0)) controller.abort();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

type Opened = { userId: string; workspaceIds: string[]; recheck?: () => Promise<string[] | null> };

function open({ userId, workspaceIds, recheck = async () => workspaceIds }: Opened) {
  const controller = new AbortController();
  ending.push(controller);
  const stream = streamChanges({ userId, workspaceIds, recheck, signal: controller.signal });
  return { stream, leave: () => controller.abort() };
}

function read(stream: ReadableStream<Uint8Array>) {
  const told = { text: "", ended: false };
  const decoder = new TextDecoder();
  void (async () => {
    for await (const chunk of stream) told.text += decoder.decode(chunk, { stream: true });
    told.ended = true;
  })();
  return told;
}

const nextHeartbeat = () => vi.advanceTimersToNextTimer();
const heartbeats = (text: string) => text.match(/event: beat/g)?.length ?? 0;

it("tells which row of which workspace changed, and nothing of what stands in it", async () => {
  const { workspaceId, numberId, ownerId } = await makeWorkspace();
  const told = read(open({ userId: ownerId, workspaceIds: [workspaceId] }).stream);
  await expect.poll(() => told.text).toContain("event: resync");
  await announce(workspaceId, { kind: "lead", id: numberId });
  await expect.poll(() => told.text).toContain("event: change");
  expect(told.text.split("\n\n").at(-2)).toBe(
    `event: change\ndata: ${JSON.stringify({ workspaceId, kind: "lead", id: numberId })}`,
  );
});

it("stops telling of a workspace the person no longer belongs to, and begins with one they joined", async () => {
  const [left, joined] = [await makeWorkspace(), await makeWorkspace()];
  const userId = await addMember(left.workspaceId);
  let now = [left.workspaceId];
  const told = read(open({ userId, workspaceIds: now, recheck: async () => now }).stream);
  await expect.poll(() => told.text).toContain("event: resync");
  now = [joined.workspaceId];
  nextHeartbeat();
  await expect.poll(() => heartbeats(told.text)).toBe(1);
  await announce(left.workspaceId, { kind: "lead", id: left.numberId });
  await announce(joined.workspaceId, { kind: "lead", id: joined.numberId });
  await expect.poll(() => told.text).toContain(joined.workspaceId);
  expect(told.text).not.toContain(left.workspaceId);
});

it("ends when the session is over, and not because the database could not be asked", async () => {
  const { workspaceId, ownerId } = await makeWorkspace();
  vi.spyOn(process.stdout, "write").mockReturnValue(true);
  let answer: () => Promise<string[] | null> = async () => {
    throw new Error("The database is away");
  };
  const told = read(open({ userId: ownerId, workspaceIds: [workspaceId], recheck: () => answer() }).stream);
  await expect.poll(() => told.text).toContain("event: resync");
  nextHeartbeat();
  await expect.poll(() => heartbeats(told.text)).toBe(1);
  expect(told.ended).toBe(false);
  answer = async () => null;
  nextHeartbeat();
  await expect.poll(() => told.ended).toBe(true);
});

it("counts the streams of a person over all sessions, and of nobody else", async () => {
  const { workspaceId, ownerId } = await makeWorkspace();
  const other = await addMember(workspaceId);
  const opened = Array.from({ length: MOST_STREAMS }, () => open({ userId: ownerId, workspaceIds: [workspaceId] }));
  expect([hasRoom(ownerId), hasRoom(other)]).toEqual([false, true]);
  opened[0]?.leave();
  expect(hasRoom(ownerId)).toBe(true);
});

it("holds no place for a browser that left before its stream began", async () => {
  const { workspaceId, ownerId } = await makeWorkspace();
  for (let times = 0; times <= MOST_STREAMS; times++) {
    const stream = streamChanges({
      userId: ownerId,
      workspaceIds: [workspaceId],
      recheck: async () => [workspaceId],
      signal: AbortSignal.abort(),
    });
    expect(read(stream).text).toBe("");
  }
  expect(hasRoom(ownerId)).toBe(true);
});

it("keeps little for a browser that does not read, and has it read everything again instead", async () => {
  const { workspaceId, ownerId } = await makeWorkspace();
  const unread = open({ userId: ownerId, workspaceIds: [workspaceId] }).stream;
  const witness = read(open({ userId: ownerId, workspaceIds: [workspaceId] }).stream);
  await expect.poll(() => witness.text).toContain("event: resync");
  for (let round = 0; round < 3; round++) {
    const id = randomUUID();
    const many = Array.from({ length: 300 }, () => ({ kind: "lead" as const, id: randomUUID() }));
    await announce(workspaceId, ...many, { kind: "lead", id });
    await expect.poll(() => witness.text).toContain(id);
  }
  const told = read(unread);
  await expect.poll(() => told.text.match(/event: resync/g)).toHaveLength(2);
  expect(told.text.trimEnd().endsWith("event: resync\ndata: {}")).toBe(true);
  expect(told.text.match(/event: change/g)?.length).toBeLessThan(600);
});
