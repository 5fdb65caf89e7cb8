import { expect, it } from "vitest";
import { makeWorkspace } from "@/db/testing/factories";
import { announce, type Change } from "@/lib/changes";
import { type Listener, openHub } from "./hub";

type Ear = Listener & { heard: Change[]; closed: boolean };

function ear(): Ear {
  const heard: Change[] = [];
  const listener: Ear = {
    heard,
    closed: false,
    change: (change) => heard.push(change),
    resync: () => {},
    close: () => {
      listener.closed = true;
    },
  };
  return listener;
}

it("tells a workspace's streams of its changes, and nobody of another's", async () => {
  const [ours, theirs] = [await makeWorkspace(), await makeWorkspace()];
  const hub = openHub();
  const [first, second, foreign] = [ear(), ear(), ear()];
  await hub.join(ours.workspaceId, first);
  await hub.join(ours.workspaceId, second);
  await hub.join(theirs.workspaceId, foreign);
  const change = { kind: "call", id: ours.numberId } as const;
  await announce(ours.workspaceId, change);
  await expect.poll(() => [first.heard, second.heard]).toEqual([[change], [change]]);
  expect(foreign.heard).toEqual([]);
});

it("tells nothing to a stream that has left, and closes the rest when the process ends", async () => {
  const workspace = await makeWorkspace();
  const hub = openHub();
  const [left, staying] = [ear(), ear()];
  const leave = await hub.join(workspace.workspaceId, left);
  await hub.join(workspace.workspaceId, staying);
  leave();
  await announce(workspace.workspaceId, { kind: "lead", id: workspace.numberId });
  await expect.poll(() => staying.heard).toHaveLength(1);
  hub.closeAll();
  expect([left.heard, left.closed, staying.closed]).toEqual([[], false, true]);
});
