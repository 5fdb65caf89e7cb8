import {
  type Faults,
  REQUEST_EFFECTS,
  REST_OPERATIONS,
  type RequestFault,
  WEBHOOK_EFFECTS,
  WEBHOOK_KINDS,
  type WebhookFault,
} from "../faults";
import { amount, asInput, listOf, maybe, oneOf } from "./input";

/** @throws {ControlError} */
export function readFaults(body: unknown): Faults {
  const input = asInput(body, "The body");
  return {
    seed: maybe(input.seed, "seed", amount),
    webhooks: maybe(input.webhooks, "webhooks", (list, name) => listOf(list, name, readWebhookFault)),
    requests: maybe(input.requests, "requests", (list, name) => listOf(list, name, readRequestFault)),
    listLagMs: maybe(input.listLagMs, "listLagMs", amount),
  };
}

function readWebhookFault(value: unknown, name: string): WebhookFault {
  const input = asInput(value, name);
  return {
    effect: oneOf(input.effect, `${name}.effect`, WEBHOOK_EFFECTS),
    kinds: maybe(input.kinds, `${name}.kinds`, (list, path) =>
      listOf(list, path, (kind, at) => oneOf(kind, at, WEBHOOK_KINDS)),
    ),
    times: maybe(input.times, `${name}.times`, amount),
    minMs: maybe(input.minMs, `${name}.minMs`, amount),
    maxMs: maybe(input.maxMs, `${name}.maxMs`, amount),
    probability: maybe(input.probability, `${name}.probability`, amount),
    count: maybe(input.count, `${name}.count`, amount),
  };
}

function readRequestFault(value: unknown, name: string): RequestFault {
  const input = asInput(value, name);
  return {
    effect: oneOf(input.effect, `${name}.effect`, REQUEST_EFFECTS),
    operation: maybe(input.operation, `${name}.operation`, (given, path) => oneOf(given, path, REST_OPERATIONS)),
    code: maybe(input.code, `${name}.code`, amount),
    ms: maybe(input.ms, `${name}.ms`, amount),
    probability: maybe(input.probability, `${name}.probability`, amount),
    count: maybe(input.count, `${name}.count`, amount),
  };
}
