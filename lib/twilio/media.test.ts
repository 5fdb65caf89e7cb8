import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fetchMedia } from "./media";
import { ACCOUNT, stubEnvironment } from "./testing/environment";
import { type FakeApi, startFakeApi } from "./testing/fake-api";

let api: FakeApi;

beforeAll(async () => {
  api = await startFakeApi();
  stubEnvironment({ TWILIO_API_URL: api.origin });
});
afterAll(() => api.stop());

const picture = (origin: string, account = ACCOUNT) =>
  `${origin}/2010-04-01/Accounts/${account}/Messages/MM${"0".repeat(32)}/Media/ME${"1".repeat(32)}`;

describe("fetchMedia", () => {
  it("streams a picture, and gives our credentials to the first address only", async () => {
    api.answerWith((response, { url }) => {
      if (url.pathname !== "/files/1") return response.writeHead(307, { location: "/files/1" }).end();
      response.writeHead(200, { "content-type": "image/png", "content-length": "3" }).end("png");
    });
    const answer = await fetchMedia(picture(api.origin));
    if (!answer.ok) throw new Error(answer.words);
    expect(answer).toMatchObject({ contentType: "image/png", sizeBytes: 3 });
    expect(await new Response(answer.body).text()).toBe("png");
    expect(api.received.map((one) => one.authorization !== undefined)).toEqual([true, false]);
  });

  it("asks nobody but Twilio, for nobody's pictures but ours", async () => {
    api.answerJson(200, {});
    const addresses = [
      `${api.origin}/2010-04-01/Accounts/${ACCOUNT}/Keys.json`,
      picture(api.origin, `AC${"b2".repeat(16)}`),
      picture("http://169.254.169.254"),
      "not an address",
    ];
    for (const address of addresses) expect(await fetchMedia(address)).toMatchObject({ ok: false, kind: "refused" });
    expect(api.received).toEqual([]);
  });

  it.for([
    "http://169.254.169.254/latest/meta-data",
    "http://media.twiliocdn.com/1",
    "https://media.twiliocdn.com.evil.test/1",
    "https://user:pass@media.twiliocdn.com/1",
    "https://media.twiliocdn.com:8443/1",
    "https://s3-external-1.amazonaws.com/other-bucket/1",
    "file:///etc/passwd",
  ])("is not sent on to %s", async (location) => {
    api.answerWith((response) => response.writeHead(307, { location }).end());
    expect(await fetchMedia(picture(api.origin))).toMatchObject({ ok: false, kind: "refused" });
    expect(api.received).toHaveLength(1);
  });

  it("does not go round in circles", async () => {
    api.answerWith((response) => response.writeHead(307, { location: "/again" }).end());
    expect(await fetchMedia(picture(api.origin))).toMatchObject({ ok: false, kind: "refused" });
    expect(api.received).toHaveLength(4);
  });

  it("says when the picture is gone", async () => {
    api.answerJson(404, { code: 20404, message: "not found" });
    expect(await fetchMedia(picture(api.origin))).toMatchObject({ ok: false, kind: "refused", code: 20404 });
  });
});
