import { areaCode } from "../geography/area-codes";
import { availableNumbers, isForSale } from "../geography/available-numbers";
import { isPhoneNumber, nationalFormat } from "../geography/phone-number";
import type { Network } from "../network";
import { newSid } from "../sid";
import type { NumberRecord } from "../types";
import { listPage } from "./list-page";
import { isTaken } from "./number-search-routes";
import { notFound, RestError } from "./rest-error";
import { httpMethod, type RestContext, type RestRoute, rfc2822, webAddress } from "./rest-route";

export const numberRoutes: RestRoute[] = [
  {
    method: "POST",
    pattern: /^\/IncomingPhoneNumbers(?:\/Local)?\.json$/,
    operation: "number_buy",
    handle: (context) => ({ status: 201, body: buy(context) }),
  },
  {
    method: "GET",
    pattern: /^\/IncomingPhoneNumbers\.json$/,
    operation: "other",
    handle: (context) => ({ status: 200, body: list(context) }),
  },
  {
    method: "GET",
    pattern: /^\/IncomingPhoneNumbers\/(PN[0-9a-f]{32})\.json$/,
    operation: "other",
    handle: (context) => ({ status: 200, body: serialize(context.network, owned(context)) }),
  },
  {
    method: "POST",
    pattern: /^\/IncomingPhoneNumbers\/(PN[0-9a-f]{32})\.json$/,
    operation: "number_change",
    handle: (context) => {
      const number = owned(context);
      Object.assign(number, settingsFrom(context.form, number), { updatedAt: Date.now() });
      note(context.network, "number_updated", number);
      return { status: 200, body: serialize(context.network, number) };
    },
  },
  {
    method: "DELETE",
    pattern: /^\/IncomingPhoneNumbers\/(PN[0-9a-f]{32})\.json$/,
    operation: "number_change",
    handle: (context) => {
      const number = owned(context);
      context.network.state.numbers.delete(number.phoneNumber);
      note(context.network, "number_released", number);
      return { status: 204 };
    },
  },
];

function buy({ network, form }: RestContext) {
  const phoneNumber = chooseNumber(network, form);
  const now = Date.now();
  const blank: NumberRecord = {
    sid: newSid("PN"),
    phoneNumber,
    friendlyName: nationalFormat(phoneNumber),
    voiceUrl: "",
    voiceMethod: "POST",
    voiceFallbackUrl: "",
    voiceFallbackMethod: "POST",
    statusCallback: "",
    statusCallbackMethod: "POST",
    smsUrl: "",
    smsMethod: "POST",
    smsFallbackUrl: "",
    smsFallbackMethod: "POST",
    createdAt: now,
    updatedAt: now,
  };
  const number = { ...blank, ...settingsFrom(form, blank) };
  network.state.numbers.set(phoneNumber, number);
  note(network, "number_bought", number);
  return serialize(network, number);
}

function chooseNumber(network: Network, form: URLSearchParams): string {
  const asked = form.get("PhoneNumber");
  if (asked) {
    if (!isPhoneNumber(asked)) throw new RestError(400, 21421, `PhoneNumber is invalid: ${asked}`);
    if (isForSale(asked) && !isTaken(network, asked)) return asked;
    throw new RestError(400, 21422, `PhoneNumber is not available: ${asked}`);
  }
  const code = form.get("AreaCode");
  if (!code) throw new RestError(400, 21452, "PhoneNumber or AreaCode is required");
  const [found] = availableNumbers({
    country: areaCode(code)?.country ?? "US",
    areaCode: code,
    limit: 1,
    isTaken: (number) => isTaken(network, number),
  });
  if (found) return found;
  throw new RestError(400, 21452, `No phone numbers found in area code ${code}`);
}

/** What a create or an update says; what it does not say stays. */
function settingsFrom(form: URLSearchParams, now: NumberRecord): Partial<NumberRecord> {
  const address = (name: string, current: string) => (form.has(name) ? webAddress(form.get(name)) : current);
  return {
    friendlyName: form.get("FriendlyName") ?? now.friendlyName,
    voiceUrl: address("VoiceUrl", now.voiceUrl),
    voiceMethod: httpMethod(form.get("VoiceMethod"), now.voiceMethod),
    voiceFallbackUrl: address("VoiceFallbackUrl", now.voiceFallbackUrl),
    voiceFallbackMethod: httpMethod(form.get("VoiceFallbackMethod"), now.voiceFallbackMethod),
    statusCallback: address("StatusCallback", now.statusCallback),
    statusCallbackMethod: httpMethod(form.get("StatusCallbackMethod"), now.statusCallbackMethod),
    smsUrl: address("SmsUrl", now.smsUrl),
    smsMethod: httpMethod(form.get("SmsMethod"), now.smsMethod),
    smsFallbackUrl: address("SmsFallbackUrl", now.smsFallbackUrl),
    smsFallbackMethod: httpMethod(form.get("SmsFallbackMethod"), now.smsFallbackMethod),
  };
}

function owned({ network, captured, path }: RestContext): NumberRecord {
  const number = [...network.state.numbers.values()].find((candidate) => candidate.sid === captured[0]);
  if (!number) throw notFound(path);
  return number;
}

function list(context: RestContext) {
  const { network, query } = context;
  const wanted = query.get("PhoneNumber");
  const name = query.get("FriendlyName");
  return listPage(context, {
    records: [...network.state.numbers.values()].reverse(),
    matches: (number) => (!wanted || number.phoneNumber.includes(wanted)) && (!name || number.friendlyName === name),
    name: "incoming_phone_numbers",
    serialize: (number) => serialize(network, number),
  });
}

function serialize(network: Network, number: NumberRecord) {
  return {
    sid: number.sid,
    account_sid: network.accountSid,
    friendly_name: number.friendlyName,
    phone_number: number.phoneNumber,
    voice_url: number.voiceUrl,
    voice_method: number.voiceMethod,
    voice_fallback_url: number.voiceFallbackUrl,
    voice_fallback_method: number.voiceFallbackMethod,
    status_callback: number.statusCallback,
    status_callback_method: number.statusCallbackMethod,
    voice_caller_id_lookup: false,
    voice_application_sid: null,
    voice_receive_mode: "voice",
    date_created: rfc2822(number.createdAt),
    date_updated: rfc2822(number.updatedAt),
    sms_url: number.smsUrl,
    sms_method: number.smsMethod,
    sms_fallback_url: number.smsFallbackUrl,
    sms_fallback_method: number.smsFallbackMethod,
    sms_application_sid: null,
    capabilities: { voice: true, sms: true, mms: true, fax: false },
    beta: false,
    address_requirements: "none",
    address_sid: null,
    bundle_sid: null,
    identity_sid: null,
    trunk_sid: null,
    emergency_status: "Active",
    emergency_address_sid: null,
    emergency_address_status: "unregistered",
    origin: "twilio",
    status: "in-use",
    api_version: "2010-04-01",
    uri: `/2010-04-01/Accounts/${network.accountSid}/IncomingPhoneNumbers/${number.sid}.json`,
  };
}

function note(network: Network, kind: "number_bought" | "number_updated" | "number_released", number: NumberRecord) {
  network.state.changed();
  network.ledger.write(kind, { numberSid: number.sid, phoneNumber: number.phoneNumber });
}
