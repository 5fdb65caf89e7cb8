import { and, eq } from "drizzle-orm";
import { messages } from "@/db/schema/leads";
import { withWorkspace } from "@/db/tenant";
import { isUuid } from "@/lib/leads/uuid";
import { fetchMedia } from "@/lib/twilio/media";

export type OpenedMedia =
  | { ok: true; body: ReadableStream<Uint8Array>; contentType: string; inline: boolean }
  | { ok: false; why: "not_found" | "too_large" | "not_now" };

const MOST_BYTES = 10 * 1024 * 1024;

/** What a browser shows without running anything. An SVG can carry a script, so it is downloaded. */
const SHOWN = /^(image\/(?!svg)[\w.+-]+|audio\/[\w.+-]+|video\/[\w.+-]+|application\/pdf)$/;

/** A picture or file that a caller sent, fetched from the carrier for one of the workspace's people. */
export async function openMedia(at: { workspaceId: string; messageId: string; index: number }): Promise<OpenedMedia> {
  const url = await findMediaUrl(at);
  if (!url) return { ok: false, why: "not_found" };
  const fetched = await fetchMedia(url);
  if (!fetched.ok) return { ok: false, why: fetched.kind === "refused" ? "not_found" : "not_now" };
  if ((fetched.sizeBytes ?? 0) > MOST_BYTES) {
    await fetched.body.cancel();
    return { ok: false, why: "too_large" };
  }
  const contentType = fetched.contentType.split(";")[0]?.trim().toLowerCase() ?? "";
  const inline = SHOWN.test(contentType);
  return {
    ok: true,
    body: fetched.body.pipeThrough(upTo(MOST_BYTES)),
    contentType: inline ? contentType : "application/octet-stream",
    inline,
  };
}

async function findMediaUrl(at: { workspaceId: string; messageId: string; index: number }): Promise<string | null> {
  const { workspaceId, messageId, index } = at;
  if (!isUuid(messageId)) return null;
  const [message] = await withWorkspace(workspaceId, (tx) =>
    tx
      .select({ media: messages.media })
      .from(messages)
      .where(and(eq(messages.workspaceId, workspaceId), eq(messages.id, messageId))),
  );
  return message?.media[index]?.url ?? null;
}

/** The announced size is somebody's word; this counts. */
function upTo(most: number): TransformStream<Uint8Array, Uint8Array> {
  let passed = 0;
  return new TransformStream({
    transform(chunk, controller) {
      passed += chunk.byteLength;
      if (passed > most) controller.error(new Error("The file is larger than was announced"));
      else controller.enqueue(chunk);
    },
  });
}
