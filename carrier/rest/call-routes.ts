import { startOutboundCall } from "../calls/outbound-call";
import { isPhoneNumber, nationalFormat } from "../geography/phone-number";
import type { Network } from "../network";
import { readEvents } from "../twiml/dial-plan";
import { methodOf } from "../twiml/next";
import type { FirstTwiml } from "../twiml/run-call";
import type { CallRecord } from "../types";
import { listPage, timeFilter } from "./list-page";
import { notFound, RestError } from "./rest-error";
import { type RestContext, type RestRoute, rfc2822, webAddress } from "./rest-route";

export const callRoutes: RestRoute[] = [
  {
    method: "POST",
    pattern: /^\/Calls\.json$/,
    operation: "call_create",
    handle: (context) => ({ status: 201, body: create(context) }),
  },
  {
    method: "GET",
    pattern: /^\/Calls\.json$/,
    operation: "call_list",
    handle: (context) => ({ status: 200, body: list(context) }),
  },
  {
    method: "GET",
    pattern: /^\/Calls\/(CA[0-9a-f]{32})\.json$/,
    operation: "call_read",
    handle: (context) => ({ status: 200, body: serialize(context.network, known(context)) }),
  },
  {
    method: "POST",
    pattern: /^\/Calls\/(CA[0-9a-f]{32})\.json$/,
    operation: "other",
    handle: (context) => ({ status: 200, body: update(context) }),
  },
];

function create({ network, form }: RestContext) {
  const to = form.get("To") ?? "";
  const from = form.get("From") ?? "";
  if (to === "") throw new RestError(400, 21201, "No 'To' number is specified");
  if (from === "") throw new RestError(400, 21213, "No 'From' number is specified");
  if (!isPhoneNumber(to)) throw new RestError(400, 21217, `Phone number ${to} does not appear to be valid`);
  if (!network.state.numbers.has(from)) {
    throw new RestError(400, 21210, `The source phone number provided, ${from}, is not yet verified for your account.`);
  }
  const timeout = Number(form.get("Timeout") ?? 60);
  const statusUrl = webAddress(form.get("StatusCallback"), 21609);
  const live = startOutboundCall(network, {
    from,
    to,
    timeoutSeconds: Number.isInteger(timeout) && timeout >= 1 ? Math.min(600, timeout) : 60,
    twiml: firstTwiml(form),
    statusCallback: statusUrl
      ? {
          kind: "call_status",
          url: statusUrl,
          method: methodOf(form.get("StatusCallbackMethod") ?? undefined),
          events: readEvents(
            form.has("StatusCallbackEvent") ? form.getAll("StatusCallbackEvent").join(" ") : undefined,
          ),
        }
      : undefined,
  });
  return serialize(network, live.record);
}

function firstTwiml(form: URLSearchParams): FirstTwiml {
  const url = webAddress(form.get("Url"), 21205);
  if (url) return { kind: "voice", url, method: methodOf(form.get("Method") ?? undefined), extra: {} };
  const document = form.get("Twiml");
  if (document) return { document };
  throw new RestError(400, 21205, "Url parameter is required.");
}

function list(context: RestContext) {
  const { network, query } = context;
  const equals = (name: string) => {
    const wanted = query.get(name);
    return (value: string | null) => !wanted || wanted === value;
  };
  const [to, from, parent, status] = [equals("To"), equals("From"), equals("ParentCallSid"), equals("Status")];
  const startedWithin = timeFilter(query, "StartTime");
  const endedWithin = timeFilter(query, "EndTime");
  const visibleUntil = Date.now() - network.faults.listLagMs;
  return listPage(context, {
    records: network.state.calls.newestFirst(),
    matches: (call) =>
      to(call.to) &&
      from(call.from) &&
      parent(call.parentCallSid) &&
      status(shownStatus(call)) &&
      call.createdAt <= visibleUntil &&
      startedWithin(call.startedAt) &&
      endedWithin(call.endedAt),
    name: "calls",
    serialize: (call) => serialize(network, call),
  });
}

function update(context: RestContext) {
  const call = known(context);
  const status = context.form.get("Status");
  if (status !== "completed" && status !== "canceled") {
    throw new RestError(400, 21218, "Only Status=completed and Status=canceled are possible here");
  }
  const live = context.network.calls.live.get(call.sid);
  if (!live) throw new RestError(400, 21220, "Call is not in-progress. Cannot redirect.");
  live.finish(call.answeredAt === null ? "canceled" : "completed");
  return serialize(context.network, call);
}

function known({ network, captured, path }: RestContext): CallRecord {
  const call = network.state.calls.get(captured[0] ?? "");
  if (!call) throw notFound(path);
  return call;
}

/** The resource knows no `initiated`; only callbacks do. */
function shownStatus(call: CallRecord): string {
  return call.status === "initiated" ? "queued" : call.status;
}

function serialize(network: Network, call: CallRecord) {
  const uri = `/2010-04-01/Accounts/${network.accountSid}/Calls/${call.sid}`;
  return {
    sid: call.sid,
    date_created: rfc2822(call.createdAt),
    date_updated: rfc2822(call.updatedAt),
    parent_call_sid: call.parentCallSid,
    account_sid: network.accountSid,
    to: call.to,
    to_formatted: nationalFormat(call.to),
    from: call.from,
    from_formatted: nationalFormat(call.from),
    phone_number_sid: call.phoneNumberSid,
    status: shownStatus(call),
    start_time: rfc2822(call.startedAt),
    end_time: rfc2822(call.endedAt),
    duration: call.durationSeconds === null ? null : String(call.durationSeconds),
    price: null,
    price_unit: "USD",
    direction: call.direction,
    answered_by: null,
    annotation: null,
    api_version: "2010-04-01",
    forwarded_from: call.forwardedFrom,
    group_sid: null,
    caller_name: null,
    queue_time: "0",
    trunk_sid: null,
    uri: `${uri}.json`,
    subresource_uris: { recordings: `${uri}/Recordings.json`, notifications: `${uri}/Notifications.json` },
  };
}
