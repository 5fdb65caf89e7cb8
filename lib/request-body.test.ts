import { describe, expect, it } from "vitest";
import { readBody } from "./request-body";

const MOST = 1_000;

/** A body without an announced length, in pieces, and how many of them were asked for. */
function inPieces(piece: Uint8Array, most = Number.POSITIVE_INFINITY) {
  const asked = { pieces: 0, cancelled: false };
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        if (asked.pieces === most) return controller.close();
        asked.pieces += 1;
        controller.enqueue(piece);
      },
      cancel() {
        asked.cancelled = true;
      },
    },
    { highWaterMark: 0 },
  );
  return { asked, body };
}

const post = (body: BodyInit, headers: Record<string, string> = {}) =>
  new Request("http://localhost/", { method: "POST", body, headers, duplex: "half" } as RequestInit);

describe("readBody", () => {
  it("reads as Request.text() does, byte for byte", async () => {
    for (const text of ["", "a=1&b=+%20 ", "ü😀".repeat(60), "\ufeffa=1", "\u0000"]) {
      expect(await readBody(post(text), MOST)).toBe(await post(text).text());
    }
  });

  it("puts letters together that came in two pieces", async () => {
    const bytes = new TextEncoder().encode("😀é");
    const pieces = [...bytes].map((byte) => new Uint8Array([byte]));
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        for (const piece of pieces) controller.enqueue(piece);
        controller.close();
      },
    });
    expect(await readBody(post(body), MOST)).toBe("😀é");
  });

  it("takes a body of the very length and none that is a byte longer", async () => {
    expect(await readBody(post("x".repeat(MOST)), MOST)).toHaveLength(MOST);
    expect(await readBody(post("x".repeat(MOST + 1)), MOST)).toBeNull();
    expect(await readBody(post("ü".repeat(MOST / 2)), MOST)).toHaveLength(MOST / 2);
    expect(await readBody(post("ü".repeat(MOST / 2 + 1)), MOST)).toBeNull();
  });

  it("stops reading an endless body at the limit", async () => {
    const { asked, body } = inPieces(new Uint8Array(100));
    expect(await readBody(post(body), MOST)).toBeNull();
    expect(asked).toEqual({ pieces: 11, cancelled: true });
  });

  it.for(["1001", "99999999999999999999", "1e9", "-", "1000, 1001"])(
    "reads nothing of a body that is announced as %s bytes",
    async (length) => {
      const { asked, body } = inPieces(new Uint8Array(1), 1);
      expect(await readBody(post(body, { "content-length": length }), MOST)).toBeNull();
      expect(asked.pieces).toBe(0);
    },
  );
});
