import { isPhoneNumber } from "../geography/phone-number";
import type { Network } from "../network";
import { acceptMessage } from "../texts/accept-message";
import type { MessageRecord } from "../types";
import { listPage, timeFilter } from "./list-page";
import { notFound, RestError } from "./rest-error";
import { type RestContext, type RestRoute, rfc2822, webAddress } from "./rest-route";

const LONGEST_BODY = 1600;

export const messageRoutes: RestRoute[] = [
  {
    method: "POST",
    pattern: /^\/Messages\.json$/,
    operation: "message_create",
    handle: (context) => ({ status: 201, body: create(context) }),
  },
  {
    method: "GET",
    pattern: /^\/Messages\.json$/,
    operation: "message_list",
    handle: (context) => ({ status: 200, body: list(context) }),
  },
  {
    method: "GET",
    pattern: /^\/Messages\/([SM]M[0-9a-f]{32})\.json$/,
    operation: "message_read",
    handle: (context) => ({ status: 200, body: serialize(context.network, known(context)) }),
  },
  {
    method: "POST",
    pattern: /^\/Messages\/([SM]M[0-9a-f]{32})\.json$/,
    operation: "other",
    handle: (context) => {
      const message = known(context);
      if (context.form.get("Body") !== "")
        throw new RestError(400, 20001, "Only an empty Body, to redact it, is possible");
      message.body = "";
      context.network.state.changed();
      return { status: 200, body: serialize(context.network, message) };
    },
  },
  {
    method: "DELETE",
    pattern: /^\/Messages\/([SM]M[0-9a-f]{32})\.json$/,
    operation: "other",
    handle: (context) => {
      context.network.state.messages.remove(known(context).sid);
      context.network.state.changed();
      return { status: 204 };
    },
  },
  {
    method: "GET",
    pattern: /^\/Messages\/([SM]M[0-9a-f]{32})\/Media\.json$/,
    operation: "other",
    handle: (context) => ({ status: 200, body: mediaList(context) }),
  },
];

function create({ network, form }: RestContext) {
  const message = {
    to: form.get("To") ?? "",
    from: form.get("From") ?? "",
    body: form.get("Body") ?? "",
    mediaUrls: form.getAll("MediaUrl"),
    statusCallback: form.get("StatusCallback"),
    validityPeriod: form.has("ValidityPeriod") ? Number(form.get("ValidityPeriod")) : null,
    direction: "outbound-api" as const,
  };
  checkMessage(network, message);
  return serialize(network, acceptMessage(network, message));
}

interface Asked {
  to: string;
  from: string;
  body: string;
  mediaUrls: string[];
  statusCallback: string | null;
  validityPeriod: number | null;
}

/** @throws {RestError} as Twilio refuses, in its order */
function checkMessage(network: Network, message: Asked): void {
  const { to, from, body, mediaUrls, validityPeriod } = message;
  if (to === "") throw new RestError(400, 21604, "A 'To' phone number is required.");
  if (from === "") throw new RestError(400, 21603, "A 'From' phone number is required.");
  if (body === "" && mediaUrls.length === 0) throw new RestError(400, 21602, "Message body is required.");
  if (body.length > LONGEST_BODY) {
    throw new RestError(400, 21617, "The concatenated message body exceeds the 1600 character limit");
  }
  if (validityPeriod !== null && !(validityPeriod >= 1 && validityPeriod <= 36_000)) {
    throw new RestError(400, 21628, "The ValidityPeriod must be a whole number from 1 to 36000");
  }
  webAddress(message.statusCallback, 21609);
  if (!isPhoneNumber(to)) throw new RestError(400, 21211, `Invalid 'To' Phone Number: ${to.slice(0, 8)}XXXX`);
  if (!network.state.numbers.has(from)) {
    throw new RestError(
      400,
      21606,
      `The 'From' phone number provided (${from}) is not a valid message-capable Twilio phone number for this destination.`,
    );
  }
  if (to === from) throw new RestError(400, 21266, "'To' and 'From' number cannot be the same");
  if (network.state.hasOptedOut(to, from)) {
    throw new RestError(400, 21610, "Attempt to send to unsubscribed recipient");
  }
}

function list(context: RestContext) {
  const { network, query } = context;
  const to = query.get("To");
  const from = query.get("From");
  const sentWithin = timeFilter(query, "DateSent");
  const visibleUntil = Date.now() - network.faults.listLagMs;
  return listPage(context, {
    records: network.state.messages.newestFirst(),
    matches: (message) =>
      (!to || message.to === to) &&
      (!from || message.from === from) &&
      message.createdAt <= visibleUntil &&
      sentWithin(message.sentAt),
    name: "messages",
    serialize: (message) => serialize(network, message),
  });
}

function known({ network, captured, path }: RestContext): MessageRecord {
  const message = network.state.messages.get(captured[0] ?? "");
  if (!message) throw notFound(path);
  return message;
}

function mediaList(context: RestContext) {
  const { network } = context;
  const message = known(context);
  return listPage(context, {
    records: message.media,
    matches: () => true,
    name: "media_list",
    serialize: (media) => ({
      sid: media.sid,
      account_sid: network.accountSid,
      parent_sid: message.sid,
      content_type: media.contentType,
      date_created: rfc2822(message.createdAt),
      date_updated: rfc2822(message.createdAt),
      uri: `/2010-04-01/Accounts/${network.accountSid}/Messages/${message.sid}/Media/${media.sid}.json`,
    }),
  });
}

function serialize(network: Network, message: MessageRecord) {
  const uri = `/2010-04-01/Accounts/${network.accountSid}/Messages/${message.sid}`;
  return {
    account_sid: network.accountSid,
    api_version: "2010-04-01",
    body: message.body,
    date_created: rfc2822(message.createdAt),
    date_sent: rfc2822(message.sentAt),
    date_updated: rfc2822(message.updatedAt),
    direction: message.direction,
    error_code: message.errorCode,
    error_message: null,
    from: message.from,
    messaging_service_sid: null,
    num_media: String(message.media.length),
    num_segments: String(message.numSegments),
    price: null,
    price_unit: "USD",
    sid: message.sid,
    status: message.status,
    subresource_uris: { media: `${uri}/Media.json` },
    to: message.to,
    uri: `${uri}.json`,
  };
}
