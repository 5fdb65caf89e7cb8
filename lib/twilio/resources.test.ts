import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { readAccount, readBalance, readTextingCountries } from "./account";
import { getCall, listCalls, listChildCalls, placeCall } from "./calls";
import { lookUpLineType } from "./lookups";
import { createMessage, getMessage, listMessages } from "./messages";
import { buyNumber, listNumbers, readNumber, releaseNumber, searchNumbers, updateNumber } from "./numbers";
import { ACCOUNT, stubEnvironment, TOKEN } from "./testing/environment";
import { type FakeApi, startFakeApi } from "./testing/fake-api";
import { complaints, openapi } from "./testing/openapi";
import { numberUrls } from "./webhook-urls";

const NOON = "Sun, 22 Nov 2026 12:00:00 +0000";
const noon = new Date(NOON);
const line = { from: "+13105550199", to: "+13105550100" };
const text = { ...line, body: "Hello", statusCallback: "https://ringback.test/x", validitySeconds: 599.7 };

const messageJson = {
  sid: "SM1",
  ...line,
  body: "Hello",
  status: "sent",
  error_code: null,
  direction: "outbound-api",
  date_created: NOON,
};
const callJson = {
  sid: "CA1",
  parent_call_sid: "",
  ...line,
  status: "no-answer",
  direction: "outbound-dial",
  forwarded_from: null,
  date_created: NOON,
  start_time: NOON,
  end_time: null,
  duration: "0",
};
const numberJson = {
  sid: "PN1",
  phone_number: "+13105550199",
  friendly_name: "Front desk",
  voice_url: "https://old.test/voice",
  voice_application_sid: "AP1",
  capabilities: { voice: true, sms: true, mms: false },
};

let api: FakeApi;

beforeAll(async () => {
  vi.spyOn(process.stdout, "write").mockReturnValue(true);
  api = await startFakeApi();
  stubEnvironment({ TWILIO_API_URL: api.origin });
});
afterAll(() => api.stop());

describe.skipIf(openapi.absent)(`every request exists in Twilio's specification${openapi.note}`, () => {
  const asks: Record<string, () => Promise<{ ok: boolean }>> = {
    createMessage: () => createMessage(text, () => true),
    listMessages: () => listMessages({ ...line, since: noon }),
    getMessage: () => getMessage("SM1"),
    listCalls: () => listCalls({ to: line.to, since: noon }),
    getCall: () => getCall("CA1"),
    listChildCalls: () => listChildCalls("CA1"),
    placeCall: () => placeCall({ ...line, timeoutSeconds: 40, twiml: "<Response/>" }),
    searchNumbers: () => searchNumbers({ areaCode: "310", city: "Los Angeles", country: "US" }),
    buyNumber: () => buyNumber({ e164: line.from, urls: numberUrls() }),
    updateNumber: () => updateNumber("PN1", numberUrls()),
    readNumber: () => readNumber("PN1"),
    listNumbers: () => listNumbers(),
    releaseNumber: () => releaseNumber("PN1"),
    lookUpLineType: () => lookUpLineType(line.to),
    readBalance: () => readBalance(),
  };
  const everything = {
    ...messageJson,
    ...callJson,
    ...numberJson,
    messages: [],
    calls: [],
    incoming_phone_numbers: [],
    available_phone_numbers: [],
    balance: "41.20",
    currency: "USD",
  };

  it.for(Object.entries(asks))("%s", async ([, ask]) => {
    api.answerJson(200, everything);
    expect(await ask()).toMatchObject({ ok: true });
    const [sent] = api.received;
    if (!sent) throw new Error("Nothing was asked");
    expect(complaints(sent)).toEqual([]);
    expect(sent.authorization).toBe(`Basic ${Buffer.from(`${ACCOUNT}:${TOKEN}`).toString("base64")}`);
    if (sent.url.pathname.startsWith("/2010-04-01")) expect(sent.url.pathname).toContain(ACCOUNT);
  });

  it("readAccount", async () => {
    api.answerJson(200, { status: "suspended" });
    expect(await readAccount()).toEqual({ ok: true, account: { status: "suspended" } });
    expect(api.received.flatMap(complaints)).toEqual([]);
  });

  it("and one that does not is noticed", () => {
    const url = new URL(`http://fake/2010-04-01/Accounts/${ACCOUNT}/Calls.json?Sorted=1`);
    const form = new URLSearchParams({ To: line.to, Loud: "1" });
    const found = complaints({ method: "POST", url, form, authorization: undefined });
    expect(found).toEqual(["From is required", "Sorted is not known", "Loud is not known"]);
    expect(complaints({ method: "PUT", url, form, authorization: undefined })).toHaveLength(1);
  });
});

describe("the account", () => {
  it.each([
    ["41.20", 4120],
    ["-0.05", -5],
    ["7", 700],
  ])("with a balance of %s has %d cents", async (balance, cents) => {
    api.answerJson(200, { balance, currency: "USD" });
    expect(await readBalance()).toEqual({ ok: true, balance: { cents, currency: "USD" } });
  });

  it("that has no balance of its own is no error in reading", async () => {
    api.answerJson(200, { balance: null, currency: null });
    expect(await readBalance()).toMatchObject({ ok: false, kind: "later" });
  });

  it("texts to the countries that are allowed", async () => {
    const one = (country_code: string, enabled: boolean) => ({ country_code, enabled, type: "country" });
    api.answerJson(200, { permissions: [one("US", true), one("JM", false), one("CA", true)] });
    expect(await readTextingCountries()).toEqual({ ok: true, countries: ["US", "CA"] });
    expect(api.received[0]?.url.pathname).toBe("/v1/Messaging/GeoPermissions");
  });
});

describe("messages", () => {
  it("sends the text with its own callback and a whole number of seconds to live", async () => {
    api.answerJson(201, { sid: "SM1", status: "queued" });
    expect(await createMessage(text, () => true)).toEqual({ ok: true, sid: "SM1", status: "queued" });
    expect(Object.fromEntries(api.received[0]?.form ?? [])).toEqual({
      From: line.from,
      To: line.to,
      Body: "Hello",
      StatusCallback: "https://ringback.test/x",
      ValidityPeriod: "599",
    });
  });

  it("reads page after page until everything is older than asked, and never filters by DateSent", async () => {
    const at = (minutes: number) => new Date(noon.getTime() + minutes * 60_000).toUTCString();
    const pages = [
      { messages: [{ ...messageJson, sid: "SM3", date_created: at(2) }], next_page_uri: "/2010-04-01/next?Page=1" },
      {
        messages: [
          { ...messageJson, sid: "SM2", date_created: at(1) },
          { ...messageJson, sid: "SM1", date_created: at(-1) },
        ],
        next_page_uri: "/2010-04-01/next?Page=2",
      },
      { messages: [{ ...messageJson, sid: "SM0", date_created: at(-2) }], next_page_uri: "/2010-04-01/next?Page=3" },
    ];
    api.answerWith((response) => response.end(JSON.stringify(pages[api.received.length - 1] ?? {})));
    const listed = await listMessages({ from: line.from, since: noon });
    expect(listed.ok && listed.messages.map((one) => one.sid)).toEqual(["SM3", "SM2"]);
    expect(api.received.map((one) => one.url.searchParams.get("Page"))).toEqual([null, "1", "2"]);
    expect(api.received[0]?.url.search).toBe("?From=%2B13105550199&PageSize=1000");
  });

  it("is a failure and not a short list when a later page fails or leads elsewhere", async () => {
    api.answerWith((response) => {
      if (api.received.length > 1) return response.writeHead(500).end();
      response.end(JSON.stringify({ messages: [messageJson], next_page_uri: "/2010-04-01/next" }));
    });
    expect(await listMessages({ since: noon })).toMatchObject({ ok: false, kind: "later" });
    api.answerJson(200, { messages: [messageJson], next_page_uri: "@evil.test/steal" });
    expect(await listMessages({ since: noon })).toMatchObject({ ok: false, kind: "later" });
    expect(api.received).toHaveLength(1);
  });

  it("says what Twilio recorded in our words", async () => {
    api.answerJson(200, { ...messageJson, status: "undelivered", error_code: 30005 });
    expect(await getMessage("SM1")).toEqual({
      ok: true,
      message: {
        sid: "SM1",
        ...line,
        body: "Hello",
        status: "undelivered",
        errorCode: 30005,
        direction: "outbound",
        createdAt: noon,
      },
    });
  });
});

describe("calls", () => {
  it("are read in our words, and one in an unheard-of state does not hide the others", async () => {
    api.answerJson(200, { calls: [callJson, { ...callJson, sid: "CA2", status: "levitating" }] });
    const expected = {
      sid: "CA1",
      parentSid: null,
      ...line,
      state: "no_answer",
      direction: "outbound_dial",
      forwardedFrom: null,
      createdAt: noon,
      startedAt: noon,
      endedAt: null,
      durationSeconds: 0,
    };
    expect(await listCalls({ since: noon })).toEqual({ ok: true, calls: [expected] });
    expect(await listChildCalls("CA0")).toEqual({ ok: true, calls: [expected] });
  });
});

describe("numbers", () => {
  it("tell where they are wired to, and that something else controls them", async () => {
    api.answerJson(200, numberJson);
    expect(await readNumber("PN1")).toEqual({
      ok: true,
      number: {
        sid: "PN1",
        e164: "+13105550199",
        name: "Front desk",
        urls: {
          voiceUrl: "https://old.test/voice",
          voiceFallbackUrl: "",
          statusCallback: "",
          smsUrl: "",
          smsFallbackUrl: "",
        },
        controlledElsewhere: true,
        capabilities: { voice: true, sms: true, mms: false },
      },
    });
  });

  it("on offer spell their abilities differently", async () => {
    const offer = {
      phone_number: "+13105550123",
      locality: "Malibu",
      region: "CA",
      capabilities: { voice: true, SMS: true },
    };
    api.answerJson(200, { available_phone_numbers: [offer] });
    expect(await searchNumbers({ areaCode: "310", country: "US" })).toEqual({
      ok: true,
      numbers: [
        { e164: "+13105550123", city: "Malibu", region: "CA", capabilities: { voice: true, sms: true, mms: false } },
      ],
    });
  });

  it("can be released twice", async () => {
    api.answerWith((response) => response.writeHead(204).end());
    expect(await releaseNumber("PN1")).toEqual({ ok: true });
    api.answerJson(404, { code: 20404, message: "not found" });
    expect(await releaseNumber("PN1")).toEqual({ ok: true });
  });
});

describe("lookUpLineType", () => {
  it.for([
    ["mobile", "mobile"],
    ["landline", "landline"],
    ["nonFixedVoip", "voip"],
    ["tollFree", "toll_free"],
    ["pager", "unknown"],
    [null, "unknown"],
  ])("reads %s as %s", async ([type, lineType]) => {
    api.answerJson(200, { line_type_intelligence: { type } });
    expect(await lookUpLineType(line.to)).toEqual({ ok: true, lineType });
  });
});
