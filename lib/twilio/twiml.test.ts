import { XMLParser, XMLValidator } from "fast-xml-parser";
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { stubEnvironment } from "./testing/environment";
import { reference } from "./testing/reference";
import * as twiml from "./twiml";
import { numberUrls, webhookPaths, webhookUrl } from "./webhook-urls";

const url = "https://ringback.test/api/twilio/voice/dialed#ct=2000&rt=5000&rc=2&rp=ct,rt,5xx";
const twoPhones = {
  phones: [{ e164: "+13105550101", screenUrl: url }, { e164: "+13105550102" }],
  timeoutSeconds: 15,
  callerId: "+13105550199",
  actionUrl: url,
  legStatusUrl: url,
  sequential: false,
};
const documents: Record<string, string> = {
  emptyTwiml: twiml.emptyTwiml(),
  hangUp: twiml.hangUp(),
  rejectBusy: twiml.rejectBusy(),
  sayAndHangUp: twiml.sayAndHangUp(`Ann & Bob's <"plumbing">`),
  apology: twiml.apology("Sorry."),
  accepted: twiml.accepted(),
  notice: twiml.notice({ words: "We will text you.", actionUrl: url }),
  screen: twiml.screen({ words: "A call for you.", acceptUrl: url }),
  ring: twiml.ring(twoPhones),
  ringListening: twiml.ring({
    ...twoPhones,
    phones: [{ e164: "+15035550101", detectionUrl: "https://app.test/detected" }],
  }),
  ringInTurn: twiml.ring({ ...twoPhones, sequential: true }),
};

type Node = { name: string; attributes: Record<string, string>; children: Node[]; text: string };

function parse(xml: string): Node {
  expect(XMLValidator.validate(xml)).toBe(true);
  const raw = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: "",
    parseTagValue: false,
  }).parse(xml);
  const root = z
    .array(z.record(z.string(), z.unknown()))
    .parse(raw)
    .flatMap(toNode)
    .find((node) => node.name === "Response");
  if (!root) throw new Error(`No Response in ${xml}`);
  return root;
}

function toNode(raw: Record<string, unknown>): Node[] {
  const name = Object.keys(raw).find((key) => key !== ":@");
  if (!name || name === "?xml" || name === "#text") return [];
  const inner = z.array(z.record(z.string(), z.unknown())).parse(raw[name]);
  const attributes = z.record(z.string(), z.string()).parse(raw[":@"] ?? {});
  return [{ name, attributes, children: inner.flatMap(toNode), text: inner.map((one) => one["#text"] ?? "").join("") }];
}

beforeAll(() => stubEnvironment());

describe("TwiML", () => {
  it("keeps the caller's leg unanswered while phones ring, each with its own screening", () => {
    const [dial] = parse(documents.ring ?? "").children;
    expect(dial).toMatchObject({
      name: "Dial",
      attributes: { answerOnBridge: "true", timeout: "15", callerId: "+13105550199", action: url },
    });
    expect(dial?.attributes).not.toHaveProperty("sequential");
    expect(dial?.children.map((phone) => [phone.text, phone.attributes.url])).toEqual([
      ["+13105550101", url],
      ["+13105550102", undefined],
    ]);
    expect(dial?.children[0]?.attributes.statusCallbackEvent).toBe("initiated ringing answered completed");
    expect(parse(documents.ringInTurn ?? "").children[0]?.attributes.sequential).toBe("true");
  });

  it("rings ten phones at most, and never none", () => {
    const phones = Array.from({ length: 12 }, (_, index) => ({ e164: `+1310555010${index}` }));
    expect(parse(twiml.ring({ ...twoPhones, phones })).children[0]?.children).toHaveLength(10);
    expect(() => twiml.ring({ ...twoPhones, phones: [] })).toThrow();
  });

  it("reports back after the notice, with or without a key", () => {
    const [gather, redirect] = parse(documents.notice ?? "").children;
    expect(gather).toMatchObject({ name: "Gather", attributes: { numDigits: "1", timeout: "1", action: url } });
    expect(redirect).toMatchObject({ name: "Redirect", text: url });
  });

  it("hangs up on whoever picks up and presses nothing", () => {
    expect(parse(documents.screen ?? "").children.map((verb) => verb.name)).toEqual(["Gather", "Hangup"]);
    expect(parse(documents.accepted ?? "").children).toEqual([]);
  });

  it("rejects before anything that would answer the call", () => {
    expect(parse(documents.rejectBusy ?? "").children).toMatchObject([
      { name: "Reject", attributes: { reason: "busy" } },
    ]);
  });

  it("stays well-formed whatever the words are", () => {
    const [say] = parse(twiml.sayAndHangUp("a\u0000\u000b\ud800b ]]> & <c> 😀")).children;
    expect(say?.text).toContain("ab");
    expect(say?.text).toContain("😀");
  });

  const element = z.object({
    children: z.array(z.string()),
    attributes: z.record(z.string(), z.looseObject({ values: z.array(z.string()).optional() })),
  });
  const schema = reference("twiml-schema.json");
  describe.skipIf(schema.absent)(`uses only elements, nesting and attributes that Twilio knows${schema.note}`, () => {
    const known = schema.absent
      ? {}
      : z.object({ voice: z.record(z.string(), element) }).parse(JSON.parse(schema.read())).voice;
    const check = (node: Node): void => {
      for (const [name, value] of Object.entries(node.attributes)) {
        const attribute = known[node.name]?.attributes[name];
        expect(attribute, `${node.name} ${name}`).toBeDefined();
        if (attribute?.values) for (const one of value.split(" ")) expect(attribute.values).toContain(one);
      }
      for (const child of node.children) {
        expect(known[node.name]?.children, `${child.name} in ${node.name}`).toContain(child.name);
        check(child);
      }
    };
    it.for(Object.entries(documents))("%s", ([, xml]) => check(parse(xml)));
  });
});

describe("webhook addresses", () => {
  it("carry ids in the path, no query, and the retry rules in the fragment", () => {
    const address = new URL(webhookUrl(webhookPaths.messageStatus("a/b?c")));
    expect(address.href).toBe(
      "https://ringback.test/api/twilio/messages/status/a%2Fb%3Fc#ct=2000&rt=5000&rc=2&rp=ct,rt,5xx",
    );
  });

  it("are all different, fallbacks included", () => {
    const urls = Object.values(numberUrls());
    expect(new Set(urls).size).toBe(5);
    for (const one of urls) expect(new URL(one).search).toBe("");
  });
});
