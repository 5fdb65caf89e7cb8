import { announced, chunked, plain } from "./exchange";
import { FORM, INCOMING_TEXT, JSON_BODY, type Kind, signed, unsigned } from "./requests";

const INCOMING_CALL = "/api/twilio/voice/incoming";

/** What is sent to the webhooks' addresses: by strangers, and by callers through Twilio. */
export const WEBHOOKS: Kind[] = [
  { name: "unsigned text, 50 MB announced", wire: () => announced({ path: INCOMING_TEXT, headers: unsigned }, 50) },
  { name: "unsigned text, 20 MB in pieces", wire: () => chunked({ path: INCOMING_TEXT, headers: unsigned }, 20) },
  {
    name: "unsigned text, 60 kB of pairs",
    wire: () => plain({ method: "POST", path: INCOMING_TEXT, headers: unsigned, body: "a=1&".repeat(15_000) }),
  },
  {
    name: "unsigned text, 60 kB in one name",
    wire: () => plain({ method: "POST", path: INCOMING_TEXT, headers: unsigned, body: `${"%41".repeat(20_000)}=1` }),
  },
  {
    name: "unsigned call, no signature",
    wire: () => plain({ method: "POST", path: INCOMING_CALL, headers: FORM, body: "a=1" }),
  },
  {
    name: "unsigned call, signature of 12 kB",
    wire: () =>
      plain({
        method: "POST",
        path: INCOMING_CALL,
        headers: { ...FORM, "x-twilio-signature": "A".repeat(12_000) },
        body: "a=1",
      }),
  },
  {
    name: "call as JSON",
    wire: () => plain({ method: "POST", path: INCOMING_CALL, headers: { ...unsigned, ...JSON_BODY }, body: "{}" }),
  },
  {
    name: "call as multipart, 5 MB",
    wire: () =>
      announced(
        { path: INCOMING_CALL, headers: { ...unsigned, "content-type": "multipart/form-data; boundary=x" } },
        5,
      ),
  },
  {
    name: "screening path of 7,000 letters",
    wire: () =>
      plain({
        method: "POST",
        path: `/api/twilio/voice/screen/${"y".repeat(7_000)}`,
        headers: unsigned,
        body: "a=1",
      }),
  },
  {
    name: "screening path of 7,000 digits",
    wire: () =>
      plain({
        method: "POST",
        path: `/api/twilio/voice/screen/${"1".repeat(7_000)}`,
        headers: unsigned,
        body: "a=1",
      }),
  },
  {
    name: "status path that is no id",
    wire: () => plain({ method: "POST", path: "/api/twilio/messages/status/%00%FF", headers: unsigned, body: "a=1" }),
  },
  { name: "signed text of 50,000 letters", wire: (target) => signed(target, { Body: "a ".repeat(25_000) }) },
  { name: "signed text of opt-out words", wire: (target) => signed(target, { Body: "please stop ".repeat(4_000) }) },
  {
    name: "signed text of odd characters",
    wire: (target) => signed(target, { Body: "\u0000\u202e\ud83d".repeat(500), From: "+15035550145" }),
  },
  { name: "signed text from nobody", wire: (target) => signed(target, { From: "9".repeat(20_000) }) },
  { name: "signed text to nobody", wire: (target) => signed(target, { To: "+12025550100" }) },
];
