import { beforeAll, describe, expect, it, vi } from "vitest";
import { readInboundMessage, readMessageStatus } from "./message-events";
import { ACCOUNT, stubEnvironment } from "./testing/environment";
import { payloads } from "./testing/payloads";

const media = (host: string) =>
  `${host}/2010-04-01/Accounts/${ACCOUNT}/Messages/MM${"0".repeat(32)}/Media/ME${"1".repeat(32)}`;

const SENT = { MessageSid: "SM1", From: "+13105550100", To: "+13105550199" };

const read = (fields: Record<string, string>) => readInboundMessage(new URLSearchParams({ ...SENT, ...fields }));

beforeAll(() => {
  vi.spyOn(process.stdout, "write").mockReturnValue(true);
  stubEnvironment({ TWILIO_API_URL: "http://127.0.0.1:4999" });
});

describe("readInboundMessage", () => {
  it("keeps the text exactly as it was written", () => {
    expect(read({ Body: " Yes please \n", NumSegments: "2" })).toEqual({
      sid: "SM1",
      from: "+13105550100",
      to: "+13105550199",
      body: " Yes please \n",
      media: [],
      segments: 2,
      optOutType: null,
    });
  });

  it("reads a picture without words, from Twilio and from what stands in for it", () => {
    const message = read({
      NumMedia: "2",
      MediaUrl0: media("https://api.twilio.com"),
      MediaContentType0: "image/jpeg",
      MediaUrl1: media("http://127.0.0.1:4999"),
    });
    expect(message).toMatchObject({
      body: "",
      segments: 1,
      media: [
        { url: media("https://api.twilio.com"), contentType: "image/jpeg" },
        { url: media("http://127.0.0.1:4999"), contentType: null },
      ],
    });
  });

  it("keeps no picture from anywhere else", () => {
    const elsewhere = [
      media("http://api.twilio.com"),
      media("https://api.twilio.com.evil.test"),
      media("https://api.twilio.com@evil.test"),
      media("https://user:pass@api.twilio.com"),
      `${media("https://api.twilio.com")}/../../../../Keys`,
      `${media("https://api.twilio.com")}?x=1`,
      "file:///etc/passwd",
      "http://169.254.169.254/latest/meta-data",
      "cat.jpg",
    ];
    for (const MediaUrl0 of elsewhere) expect(read({ NumMedia: "1", MediaUrl0 })).toMatchObject({ media: [] });
  });

  it("says when Twilio took the message for an opt-out", () => {
    expect(read({ OptOutType: "STOP" })).toMatchObject({ optOutType: "stop" });
    expect(read({ OptOutType: "constructor" })).toMatchObject({ optOutType: null });
  });

  it("says what it cannot read", () => {
    expect(readInboundMessage(new URLSearchParams("From=%2B1"))).toEqual({
      unreadable: "The message has no MessageSid",
    });
    expect(read({ From: "" })).toHaveProperty("unreadable");
  });
});

describe("readMessageStatus", () => {
  it("reads the error of a text that failed", () => {
    const params = new URLSearchParams({ MessageSid: "SM1", MessageStatus: "undelivered", ErrorCode: "30005" });
    expect(readMessageStatus(params)).toEqual({ sid: "SM1", status: "undelivered", errorCode: 30005 });
  });

  it("says what it cannot read", () => {
    expect(readMessageStatus(new URLSearchParams("MessageSid=SM1"))).toHaveProperty("unreadable");
    expect(readMessageStatus(new URLSearchParams("MessageStatus=sent"))).toHaveProperty("unreadable");
  });
});

const inbound = payloads((kind) => kind.includes(".inbound"));
describe.skipIf(inbound.absent)(`every captured message${inbound.note}`, () => {
  it("were found", () => expect(inbound.list.length).toBeGreaterThan(0));
  it.for(inbound.list)("$id $kind", ({ params }) => {
    expect(readInboundMessage(params)).toMatchObject({
      sid: params.get("MessageSid"),
      from: params.get("From"),
      body: params.get("Body") ?? "",
      media: [],
    });
  });
});

const statuses = payloads((kind) => kind === "sms.status");
describe.skipIf(statuses.absent)(`every captured message status${statuses.note}`, () => {
  it("were found", () => expect(statuses.list.length).toBeGreaterThan(0));
  it.for(statuses.list)("$id", ({ params }) => {
    expect(readMessageStatus(params)).toEqual({
      sid: params.get("MessageSid"),
      status: params.get("MessageStatus"),
      errorCode: params.has("ErrorCode") ? Number(params.get("ErrorCode")) : null,
    });
  });
});
