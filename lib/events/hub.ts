import type { Change } from "@/lib/changes";
import { listenForChanges } from "@/lib/listen-changes";

/** One open stream: what it is told, and how it is ended. */
export type Listener = {
  change: (workspaceId: string, change: Change) => void;
  /** Some changes may not have been heard. */
  resync: () => void;
};

/** What a joined stream may still do. */
export type Seat = {
  /** Replaces the workspaces whose changes it is told. */
  hear: (workspaceIds: readonly string[]) => void;
  leave: () => void;
};

/** One LISTEN for the whole process, handed out to its streams by workspace. */
export type Hub = {
  join: (workspaceIds: readonly string[], listener: Listener) => Promise<Seat>;
};

// `next dev` loads modules again and again; open streams must survive that.
const kept = globalThis as typeof globalThis & { ringbackHub?: Hub };

export function hub(): Hub {
  kept.ringbackHub ??= openHub();
  return kept.ringbackHub;
}

export function openHub(): Hub {
  const rooms = new Map<string, Set<Listener>>();
  let listening: Promise<unknown> | undefined;

  function listen(): Promise<unknown> {
    listening ??= listenForChanges({
      onChange: (workspaceId, change) => {
        for (const listener of [...(rooms.get(workspaceId) ?? [])]) listener.change(workspaceId, change);
      },
      onReady: () => {
        for (const listener of new Set([...rooms.values()].flatMap((room) => [...room]))) listener.resync();
      },
    }).catch((error: unknown) => {
      listening = undefined;
      throw error;
    });
    return listening;
  }

  function enter(workspaceId: string, listener: Listener): void {
    rooms.set(workspaceId, (rooms.get(workspaceId) ?? new Set()).add(listener));
  }

  function exit(workspaceId: string, listener: Listener): void {
    const room = rooms.get(workspaceId);
    room?.delete(listener);
    if (room?.size === 0) rooms.delete(workspaceId);
  }

  return {
    join: async (workspaceIds, listener) => {
      let heard = new Set<string>();
      const hear = (wanted: readonly string[]) => {
        for (const id of heard) if (!wanted.includes(id)) exit(id, listener);
        heard = new Set(wanted);
        for (const id of heard) enter(id, listener);
      };
      hear(workspaceIds);
      try {
        await listen();
      } catch (error) {
        hear([]);
        throw error;
      }
      return { hear, leave: () => hear([]) };
    },
  };
}
