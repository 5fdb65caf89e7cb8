import { expect, it } from "vitest";
import { makeWorkspace } from "@/db/testing/factories";
import { announce, type Change } from "@/lib/changes";
import { type Listener, openHub } from "./hub";

type Heard = Change & { workspaceId: string };

function ear(): Listener & { heard: Heard[] } {
  const heard: Heard[] = [];
  return { heard, change: (workspaceId, change) => heard.push({ workspaceId, ...change }), resync: () => {} };
}

it("tells a stream the changes of all its workspaces, and of no other", async () => {
  const [ours, second, theirs] = [await makeWorkspace(), await makeWorkspace(), await makeWorkspace()];
  const hub = openHub();
  const [both, foreign] = [ear(), ear()];
  await hub.join([ours.workspaceId, second.workspaceId], both);
  await hub.join([theirs.workspaceId], foreign);
  for (const { workspaceId, numberId } of [ours, second]) await announce(workspaceId, { kind: "call", id: numberId });
  await announce(theirs.workspaceId, { kind: "lead", id: theirs.numberId });
  await expect.poll(() => foreign.heard).toHaveLength(1);
  expect(both.heard).toEqual([
    { workspaceId: ours.workspaceId, kind: "call", id: ours.numberId },
    { workspaceId: second.workspaceId, kind: "call", id: second.numberId },
  ]);
  expect(foreign.heard).toEqual([{ workspaceId: theirs.workspaceId, kind: "lead", id: theirs.numberId }]);
});

it("tells nothing of a workspace once it is heard no more, and nothing at all to a stream that has left", async () => {
  const [kept, lost] = [await makeWorkspace(), await makeWorkspace()];
  const hub = openHub();
  const [moved, left, witness] = [ear(), ear(), ear()];
  const seat = await hub.join([kept.workspaceId, lost.workspaceId], moved);
  const gone = await hub.join([kept.workspaceId], left);
  await hub.join([kept.workspaceId, lost.workspaceId], witness);
  seat.hear([kept.workspaceId]);
  gone.leave();
  await announce(lost.workspaceId, { kind: "lead", id: lost.numberId });
  await announce(kept.workspaceId, { kind: "lead", id: kept.numberId });
  await expect.poll(() => witness.heard).toHaveLength(2);
  expect(moved.heard).toEqual([{ workspaceId: kept.workspaceId, kind: "lead", id: kept.numberId }]);
  expect(left.heard).toEqual([]);
});
