/** Of every body but a person's form: the longest webhook we know has a tenth of it. */
export const MOST_BODY_BYTES = 64 * 1024;

/**
 * The body as text, counted while it is read: null as soon as it is longer than allowed, or is announced to be, and then
 * the rest of it is not read.
 */
export async function readBody(request: Request, mostBytes = MOST_BODY_BYTES): Promise<string | null> {
  if (announcesTooMuch(request.headers.get("content-length"), mostBytes)) return null;
  if (!request.body) return "";
  const reader = request.body.getReader();
  const decoder = new TextDecoder();
  let bytes = 0;
  let text = "";
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.byteLength;
    if (bytes > mostBytes) {
      // Nobody waits for it: what feeds the body may take its time to notice.
      reader.cancel().catch(() => {});
      return null;
    }
    text += decoder.decode(value, { stream: true });
  }
}

/** Whether a Content-Length is over the limit, or is no length at all. */
export function announcesTooMuch(contentLength: string | null | undefined, mostBytes: number): boolean {
  if (contentLength === null || contentLength === undefined) return false;
  return !(Number(contentLength) <= mostBytes);
}
