import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { makeWorkspace, newSid, nextPhone } from "@/db/testing/factories";
import { type FakeApi, startFakeApi } from "@/lib/twilio/testing/fake-api";
import { openMedia } from "./media";
import { receiveMessage } from "./receive-message";

let api: FakeApi;

beforeAll(async () => {
  api = await startFakeApi();
  vi.stubEnv("TWILIO_API_URL", api.origin);
});
afterAll(() => api.stop());

async function picture() {
  const workspace = await makeWorkspace();
  const sid = newSid("MM");
  const account = process.env.TWILIO_ACCOUNT_SID;
  const url = `${api.origin}/2010-04-01/Accounts/${account}/Messages/${sid}/Media/${newSid("ME")}`;
  const media = [{ url, contentType: "image/jpeg" }];
  const received = await receiveMessage({
    ...{ sid, from: nextPhone(), to: workspace.e164, body: "", media, optOutType: null },
  });
  if (received.outcome !== "received") throw new Error("The picture was not received");
  return { workspaceId: workspace.workspaceId, messageId: received.messageId, index: 0 };
}

function answerWith(contentType: string, body: Buffer | string): void {
  api.answerWith((response) => void response.writeHead(200, { "content-type": contentType }).end(body));
}

test("a picture is shown, and what could run in a browser is only downloaded", async () => {
  const at = await picture();
  answerWith("image/jpeg", "jpeg bytes");
  const shown = await openMedia(at);
  expect(shown).toMatchObject({ ok: true, inline: true, contentType: "image/jpeg" });
  expect(shown.ok && (await new Response(shown.body).text())).toBe("jpeg bytes");
  for (const type of ["image/svg+xml", "text/html; charset=utf-8", "IMAGE/SVG+XML", "application/xhtml+xml"]) {
    answerWith(type, "<script>");
    expect(await openMedia(at), type).toMatchObject({ inline: false, contentType: "application/octet-stream" });
  }
});

test("a file over 10 MB is refused, also when it does not say how large it is", async () => {
  const at = await picture();
  const large = Buffer.alloc(10 * 1024 * 1024 + 1);
  api.answerWith((response) => {
    response.writeHead(200, { "content-type": "image/png", "content-length": large.length }).end(large);
  });
  expect(await openMedia(at)).toEqual({ ok: false, why: "too_large" });
  api.answerWith((response) => {
    response.writeHead(200, { "content-type": "image/png", "transfer-encoding": "chunked" }).end(large);
  });
  const opened = await openMedia(at);
  await expect(opened.ok && new Response(opened.body).arrayBuffer()).rejects.toThrow();
});

test("another workspace's picture is not there, nor one that was never sent", async () => {
  const at = await picture();
  const { workspaceId } = await makeWorkspace();
  answerWith("image/jpeg", "jpeg bytes");
  for (const wrong of [
    { ...at, workspaceId },
    { ...at, index: 1 },
    { ...at, messageId: "x" },
  ]) {
    expect(await openMedia(wrong)).toEqual({ ok: false, why: "not_found" });
  }
  expect(api.received).toEqual([]);
});
