import type { Change } from "@/lib/changes";
import { listenForChanges } from "@/lib/listen-changes";

/** One open stream: what it is told, and how it is ended. */
export type Listener = { change: (change: Change) => void; resync: () => void; close: () => void };

/** One LISTEN for the whole process, handed out to its streams by workspace. */
export type Hub = {
  join: (workspaceId: string, listener: Listener) => Promise<() => void>;
  closeAll: () => void;
};

// `next dev` loads modules again and again; open streams must survive that.
const kept = globalThis as typeof globalThis & { ringbackHub?: Hub };

export function hub(): Hub {
  kept.ringbackHub ??= endingWithTheProcess(openHub());
  return kept.ringbackHub;
}

export function openHub(): Hub {
  const rooms = new Map<string, Set<Listener>>();
  let listening: Promise<unknown> | undefined;

  function listen(): Promise<unknown> {
    listening ??= listenForChanges({
      onChange: (workspaceId, change) => {
        for (const listener of rooms.get(workspaceId) ?? []) listener.change(change);
      },
      onReady: () => {
        for (const listener of everybody(rooms)) listener.resync();
      },
    }).catch((error: unknown) => {
      listening = undefined;
      throw error;
    });
    return listening;
  }

  return {
    join: async (workspaceId, listener) => {
      const room = rooms.get(workspaceId) ?? new Set();
      rooms.set(workspaceId, room.add(listener));
      const leave = () => {
        room.delete(listener);
        if (room.size === 0 && rooms.get(workspaceId) === room) rooms.delete(workspaceId);
      };
      try {
        await listen();
      } catch (error) {
        leave();
        throw error;
      }
      return leave;
    },
    closeAll: () => {
      for (const listener of everybody(rooms)) listener.close();
    },
  };
}

function everybody(rooms: Map<string, Set<Listener>>): Listener[] {
  return [...rooms.values()].flatMap((room) => [...room]);
}

/** `next start` waits for every open answer before it ends, and a stream never ends by itself. */
function endingWithTheProcess(opened: Hub): Hub {
  process.once("SIGTERM", opened.closeAll);
  process.once("SIGINT", opened.closeAll);
  return opened;
}
