import { z } from "zod";
import { listen } from "@/db/tenant";
import type { Change } from "./changes";

const payload = z.object({
  w: z.uuid(),
  k: z.enum(["call", "lead", "message", "number", "settings"]),
  id: z.string(),
});

type Listener = {
  onChange: (workspaceId: string, change: Change) => void;
  /** At the start and after every reconnect: what happened in between was not heard. */
  onReady: () => void;
};

/** Hears every workspace's changes: whoever passes them on keeps workspaces apart. */
export function listenForChanges({ onChange, onReady }: Listener): Promise<() => Promise<void>> {
  return listen(
    "changes",
    (text) => {
      const parsed = payload.safeParse(readJson(text));
      if (parsed.success) onChange(parsed.data.w, { kind: parsed.data.k, id: parsed.data.id });
    },
    onReady,
  );
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
