import { describe, expect, it } from "vitest";
import { CALL_PROGRESS } from "./call-words";
import { redact } from "./redact";
import { payloads } from "./testing/payloads";
import { readVoice } from "./voice-events";

const INCOMING = { CallSid: "CA1", AccountSid: "AC1", From: "+13105550100", To: "+13105550199", CallStatus: "ringing" };

const read = (fields: Record<string, string>) => readVoice(new URLSearchParams({ ...INCOMING, ...fields }));

describe("readVoice", () => {
  it("says a first request in our words, and nothing where Twilio said nothing", () => {
    expect(read({ Direction: "inbound", ForwardedFrom: "", Digits: "" })).toEqual({
      sid: "CA1",
      parentSid: null,
      accountSid: "AC1",
      from: "+13105550100",
      to: "+13105550199",
      state: "ringing",
      direction: "inbound",
      forwardedFrom: null,
      verstat: "none",
      attestation: null,
      callerName: null,
      digits: null,
      answeredBy: null,
      dial: null,
      durationSeconds: null,
      sequence: null,
      timestamp: null,
    });
  });

  it("reads a leg's progress", () => {
    const event = read({
      ParentCallSid: "CA0",
      Direction: "outbound-dial",
      CallStatus: "no-answer",
      CallDuration: "12",
      SequenceNumber: "0",
      Timestamp: "Sun, 25 Mar 2018 09:53:19 +0000",
    });
    expect(event).toMatchObject({
      parentSid: "CA0",
      direction: "outbound_dial",
      state: "no_answer",
      durationSeconds: 12,
      sequence: 0,
      timestamp: new Date("2018-03-25T09:53:19Z"),
    });
  });

  it("tells a bridged dial from one that was only picked up, and silence from both", () => {
    const dialed = { DialCallStatus: "completed", DialCallSid: "CA2", DialCallDuration: "9" };
    const dial = { status: "completed", sid: "CA2", durationSeconds: 9 };
    expect(read({ ...dialed, DialBridged: "true" })).toMatchObject({ dial: { ...dial, bridged: true } });
    expect(read({ ...dialed, DialBridged: "false" })).toMatchObject({ dial: { ...dial, bridged: false } });
    expect(read(dialed)).toMatchObject({ dial: { ...dial, bridged: null } });
  });

  it.for([
    ["TN-Validation-Passed-A", "passed", "A"],
    ["TN-Validation-Passed-B-Diverted", "passed", "B"],
    ["TN-Validation-Failed-C", "failed", "C"],
    ["TN-Validation-Failed", "failed", null],
    ["No-TN-Validation", "none", null],
    ["", "none", null],
  ] as const)("reads StirVerstat %s as %s %s", ([StirVerstat, verstat, attestation]) => {
    expect(read({ StirVerstat })).toMatchObject({ verstat, attestation });
  });

  it("is not troubled by new parameters, broken numbers or a missing From", () => {
    const params = new URLSearchParams(
      "CallSid=CA1&CallStatus=busy&SequenceNumber=x&Timestamp=never&BrandNew=1&constructor=1",
    );
    expect(readVoice(params)).toMatchObject({ from: "", to: "", state: "busy", sequence: null, timestamp: null });
  });

  it("says what it cannot read", () => {
    expect(readVoice(new URLSearchParams("CallStatus=ringing"))).toEqual({ unreadable: "The call has no CallSid" });
    expect(read({ CallStatus: "toString" })).toHaveProperty("unreadable");
    expect(read({ DialCallStatus: "vanished" })).toHaveProperty("unreadable");
  });

  const voice = payloads((kind) => kind.startsWith("voice."));
  describe.skipIf(voice.absent)(`every captured voice request${voice.note}`, () => {
    it("were found", () => expect(voice.list.length).toBeGreaterThan(0));
    it.for(voice.list)("$id $kind", ({ kind, params }) => {
      const event = readVoice(params);
      if (kind === "voice.minimal") return expect(event).toEqual({ unreadable: "The call has no CallSid" });
      expect(event).toMatchObject({ sid: params.get("CallSid"), from: params.get("From"), to: params.get("To") });
      if ("unreadable" in event) throw new Error(event.unreadable);
      expect(CALL_PROGRESS).toContain(event.state);
      expect(event.dial?.status.replace("_", "-")).toBe(params.get("DialCallStatus") ?? undefined);
      expect(JSON.stringify(redact(params))).not.toContain("JWT");
    });
  });
});

describe("redact", () => {
  it("keeps what happened and drops what nobody should read later", () => {
    const params = new URLSearchParams("CallSid=CA1&CallToken=jwt&AddOns=%7B%7D&SipHeader_X-Key=1&Twice=a&Twice=b");
    expect(redact(params)).toEqual({
      CallSid: "CA1",
      CallToken: "[redacted]",
      AddOns: "[redacted]",
      "SipHeader_X-Key": "[redacted]",
      Twice: ["a", "b"],
    });
  });
});
