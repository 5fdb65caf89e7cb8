import type { IncomingMessage } from "node:http";

/**
 * Reads a body that does not say how long it is, and hands it on once it has come whole: `whole` is called with the body
 * back in the request, `tooLong` as soon as it is longer than allowed. Neither, when its sender goes away.
 */
export function collectBody(
  request: IncomingMessage,
  mostBytes: number,
  { whole, tooLong }: { whole: () => void; tooLong: () => void },
): void {
  const parts: Buffer[] = [];
  let bytes = 0;
  const push = request.push.bind(request);
  request.push = (part: Buffer | null) => {
    if (part === null) {
      request.push = push;
      for (const one of parts) push(one);
      const more = push(null);
      whole();
      return more;
    }
    bytes += part.length;
    if (bytes > mostBytes) {
      tooLong();
      return false;
    }
    parts.push(part);
    return true;
  };
}
