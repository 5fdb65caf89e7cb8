import { NextRequest } from "next/server";
import { afterEach, expect, it } from "vitest";
import { addMember, makeWorkspace } from "@/db/testing/factories";
import { sessionCookie } from "@/lib/auth/session-cookie";
import { cookieOf } from "@/lib/auth/testing/session-of";
import { MOST_STREAMS } from "@/lib/events/stream";
import { GET, HEAD } from "./route";

const leaving: AbortController[] = [];
afterEach(() => {
  for (const controller of leaving.splice(0)) controller.abort();
});

async function asking(userId: string | null, query = ""): Promise<NextRequest> {
  const controller = new AbortController();
  leaving.push(controller);
  const cookie = userId ? `${sessionCookie().name}=${await cookieOf(userId)}` : "";
  return new NextRequest(`http://localhost:3000/api/events${query}`, {
    headers: { cookie },
    signal: controller.signal,
  });
}

it("opens a stream for whoever is signed in, and for nobody else", async () => {
  const { ownerId } = await makeWorkspace();
  const stream = await GET(await asking(ownerId, `?person=${ownerId}`));
  expect([stream.status, stream.headers.get("content-type")]).toEqual([200, "text/event-stream; charset=utf-8"]);
  expect((await GET(await asking(null))).status).toBe(401);
});

it("opens none on a page that was made for another person, who signed out in the same browser", async () => {
  const { workspaceId, ownerId } = await makeWorkspace();
  const luis = await addMember(workspaceId);
  expect((await GET(await asking(luis, `?person=${ownerId}`))).status).toBe(401);
  expect((await HEAD(await asking(luis, `?person=${ownerId}`))).status).toBe(401);
});

it("refuses one stream too many of a person, whichever session asks, and says when to ask again", async () => {
  const { ownerId } = await makeWorkspace();
  for (let opened = 0; opened < MOST_STREAMS; opened++) {
    expect((await GET(await asking(ownerId))).status).toBe(200);
  }
  const refused = await GET(await asking(ownerId));
  expect([refused.status, refused.headers.get("retry-after")]).toEqual([429, "30"]);
  expect((await HEAD(await asking(ownerId))).status).toBe(429);
});

it("takes no place to say whether there is one", async () => {
  const { ownerId } = await makeWorkspace();
  for (let times = 0; times <= MOST_STREAMS; times++) {
    const answer = await HEAD(await asking(ownerId));
    expect([answer.status, answer.body]).toEqual([204, null]);
  }
});
