import { LEDGER_KINDS } from "../ledger";
import type { Control } from "./control";
import { ControlError } from "./control-error";
import { asInput, listOf, maybe, oneOf, phoneNumber } from "./input";
import { keys, readCall, readText } from "./read-call";
import { readFaults } from "./read-faults";
import { readPhone } from "./read-phone";

interface ControlContext {
  control: Control;
  /** What the path names: a phone or a call. */
  name: string;
  query: URLSearchParams;
  body: unknown;
}

interface ControlRoute {
  method: "GET" | "POST";
  pattern: RegExp;
  status?: number;
  handle: (context: ControlContext) => unknown;
}

const MOST_ENTRIES = 10_000;

export const controlRoutes: ControlRoute[] = [
  { method: "GET", pattern: /^\/control\/health$/, handle: ({ control }) => control.health() },
  {
    method: "POST",
    pattern: /^\/control\/reset$/,
    handle: ({ control, body }) => {
      control.reset({ keepNumbers: asInput(body, "The body").keepNumbers === true });
      return { ok: true };
    },
  },
  { method: "GET", pattern: /^\/control\/faults$/, handle: ({ control }) => control.faults() },
  {
    method: "POST",
    pattern: /^\/control\/faults$/,
    handle: ({ control, body }) => {
      control.setFaults(readFaults(body));
      return control.faults();
    },
  },
  { method: "GET", pattern: /^\/control\/settings$/, handle: ({ control }) => control.settings() },
  { method: "POST", pattern: /^\/control\/settings$/, handle: changeSettings },
  { method: "GET", pattern: /^\/control\/numbers$/, handle: ({ control }) => ({ numbers: control.numbers() }) },
  { method: "GET", pattern: /^\/control\/phones$/, handle: ({ control }) => ({ phones: control.phones() }) },
  { method: "POST", pattern: /^\/control\/phones$/, handle: ({ control, body }) => control.setPhone(readPhone(body)) },
  {
    method: "GET",
    pattern: /^\/control\/phones\/([^/]+)$/,
    handle: ({ control, name }) => control.phone(phoneNumber(name, "The path's last part")),
  },
  {
    method: "POST",
    pattern: /^\/control\/calls$/,
    status: 201,
    handle: ({ control, body }) => control.placeCall(readCall(body)),
  },
  { method: "GET", pattern: /^\/control\/calls$/, handle: ({ control }) => ({ calls: control.liveCalls() }) },
  { method: "GET", pattern: /^\/control\/calls\/(\w+)$/, handle: ({ control, name }) => control.call(name) },
  { method: "POST", pattern: /^\/control\/calls\/(\w+)\/answer$/, handle: ({ control, name }) => control.answer(name) },
  {
    method: "POST",
    pattern: /^\/control\/calls\/(\w+)\/decline$/,
    handle: ({ control, name }) => control.decline(name),
  },
  { method: "POST", pattern: /^\/control\/calls\/(\w+)\/hangup$/, handle: ({ control, name }) => control.hangUp(name) },
  {
    method: "POST",
    pattern: /^\/control\/calls\/(\w+)\/press$/,
    handle: ({ control, name, body }) => control.press(name, keys(asInput(body, "The body").digits)),
  },
  {
    method: "POST",
    pattern: /^\/control\/texts$/,
    status: 201,
    handle: ({ control, body }) => ({ messageSid: control.sendText(readText(body)) }),
  },
  { method: "GET", pattern: /^\/control\/ledger$/, handle: readLedger },
];

function changeSettings({ control, body }: ControlContext) {
  const input = asInput(body, "The body");
  const abandon = maybe(input.dialActionOnAbandon, "dialActionOnAbandon", (value, name) =>
    oneOf(value, name, ["canceled", "no-answer", "none"] as const),
  );
  const others = maybe(input.hangUpOthers, "hangUpOthers", (value, name) =>
    oneOf(value, name, ["on_bridge", "on_pick_up"] as const),
  );
  const status = maybe(input.accountStatus, "accountStatus", (value, name) =>
    oneOf(value, name, ["active", "suspended", "closed"] as const),
  );
  const balance = maybe(input.balance, "balance", dollars);
  const countries = maybe(input.textingCountries, "textingCountries", (value, name) => listOf(value, name, country));
  control.setSettings({
    ...(abandon ? { dialActionOnAbandon: abandon } : {}),
    ...(others ? { hangUpOthers: others } : {}),
    ...(status ? { accountStatus: status } : {}),
    ...(balance ? { balance } : {}),
    ...(countries ? { textingCountries: countries } : {}),
  });
  return control.settings();
}

function dollars(value: unknown, name: string): string {
  if (typeof value === "string" && /^-?\d{1,9}\.\d{2}$/.test(value)) return value;
  throw new ControlError(400, `${name} must be dollars and cents, such as "41.20".`);
}

function country(value: unknown, name: string): string {
  if (typeof value === "string" && /^[A-Z]{2}$/.test(value)) return value;
  throw new ControlError(400, `${name} must be a country such as US.`);
}

function readLedger({ control, query }: ControlContext) {
  const kinds = query
    .get("kind")
    ?.split(",")
    .map((kind) => oneOf(kind, "kind", LEDGER_KINDS));
  const entries = control.ledger({
    after: Number(query.get("after") ?? 0) || 0,
    kinds,
    limit: Math.min(MOST_ENTRIES, Number(query.get("limit") ?? MOST_ENTRIES) || MOST_ENTRIES),
  });
  return { entries, lastId: control.health().lastLedgerId };
}
