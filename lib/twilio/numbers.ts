import { z } from "zod";
import { listPages } from "./list-pages";
import { type Answer, request } from "./request";
import { string, stringOrNull } from "./rest-fields";
import type { NumberUrls } from "./webhook-urls";

export type Capabilities = { voice: boolean; sms: boolean; mms: boolean };

export type AvailableNumber = {
  e164: string;
  city: string | null;
  region: string | null;
  capabilities: Capabilities;
};

/** A number the account owns, and what Twilio has configured on it. */
export type CarrierNumber = {
  sid: string;
  e164: string;
  name: string;
  urls: NumberUrls;
  /** A TwiML application or a SIP trunk on the number makes Twilio ignore its addresses. */
  controlledElsewhere: boolean;
  capabilities: Capabilities;
};

const ACCOUNT = "/2010-04-01/Accounts/{account}";
const OWNED = `${ACCOUNT}/IncomingPhoneNumbers`;

const flag = z.boolean().nullish();
// Owned numbers spell these in lower case, numbers on offer spell two of them in capitals.
const capabilities = z
  .looseObject({ voice: flag, sms: flag, mms: flag, SMS: flag, MMS: flag })
  .nullish()
  .transform(
    (can): Capabilities => ({
      voice: can?.voice ?? false,
      sms: can?.sms ?? can?.SMS ?? false,
      mms: can?.mms ?? can?.MMS ?? false,
    }),
  );

const offered = z
  .looseObject({ phone_number: z.string().min(1), locality: stringOrNull, region: stringOrNull, capabilities })
  .transform(
    (sent): AvailableNumber => ({
      e164: sent.phone_number,
      city: sent.locality,
      region: sent.region,
      capabilities: sent.capabilities,
    }),
  );

const owned = z
  .looseObject({
    sid: z.string().min(1),
    phone_number: z.string().min(1),
    friendly_name: string,
    voice_url: string,
    voice_fallback_url: string,
    status_callback: string,
    sms_url: string,
    sms_fallback_url: string,
    voice_application_sid: string,
    sms_application_sid: string,
    trunk_sid: string,
    capabilities,
  })
  .transform(
    (sent): CarrierNumber => ({
      sid: sent.sid,
      e164: sent.phone_number,
      name: sent.friendly_name,
      urls: {
        voiceUrl: sent.voice_url,
        voiceFallbackUrl: sent.voice_fallback_url,
        statusCallback: sent.status_callback,
        smsUrl: sent.sms_url,
        smsFallbackUrl: sent.sms_fallback_url,
      },
      controlledElsewhere: Boolean(sent.voice_application_sid || sent.sms_application_sid || sent.trunk_sid),
      capabilities: sent.capabilities,
    }),
  );

/** Local numbers on offer that can both ring and text. */
export async function searchNumbers(wish: {
  areaCode?: string;
  city?: string;
  country: string;
}): Promise<Answer<{ numbers: AvailableNumber[] }>> {
  const answer = await request({
    method: "GET",
    path: `${ACCOUNT}/AvailablePhoneNumbers/${encodeURIComponent(wish.country)}/Local.json`,
    query: {
      AreaCode: wish.areaCode || undefined,
      InLocality: wish.city || undefined,
      SmsEnabled: "true",
      VoiceEnabled: "true",
      PageSize: "20",
    },
    repeatable: true,
    schema: z.looseObject({ available_phone_numbers: z.array(offered) }),
  });
  return answer.ok ? { ok: true, numbers: answer.data.available_phone_numbers } : answer;
}

/** Buys and wires in one step, so that no number of ours is ever without its addresses. */
export async function buyNumber(order: { e164: string; urls: NumberUrls }): Promise<Answer<{ number: CarrierNumber }>> {
  const form = { PhoneNumber: order.e164, ...wiringForm(order.urls) };
  const answer = await request({ method: "POST", path: `${OWNED}.json`, form, repeatable: false, schema: owned });
  return answer.ok ? { ok: true, number: answer.data } : answer;
}

/** Points the number's addresses at us and takes it away from any TwiML application or SIP trunk. */
export async function updateNumber(sid: string, urls: NumberUrls): Promise<Answer<{ number: CarrierNumber }>> {
  const form = { ...wiringForm(urls), VoiceApplicationSid: "", SmsApplicationSid: "", TrunkSid: "" };
  const answer = await request({ method: "POST", path: pathOf(sid), form, repeatable: true, schema: owned });
  return answer.ok ? { ok: true, number: answer.data } : answer;
}

export async function readNumber(sid: string): Promise<Answer<{ number: CarrierNumber }>> {
  const answer = await request({ method: "GET", path: pathOf(sid), repeatable: true, schema: owned });
  return answer.ok ? { ok: true, number: answer.data } : answer;
}

export async function listNumbers(): Promise<Answer<{ numbers: CarrierNumber[] }>> {
  const answer = await listPages({
    path: `${OWNED}.json`,
    query: { PageSize: "200" },
    key: "incoming_phone_numbers",
    item: owned,
    goOn: () => true,
  });
  return answer.ok ? { ok: true, numbers: answer.items } : answer;
}

/** Gives the number back. One that is already gone counts as released, so that a lost answer can be repeated. */
export async function releaseNumber(sid: string): Promise<Answer<object>> {
  const answer = await request({ method: "DELETE", path: pathOf(sid), repeatable: true, schema: z.unknown() });
  return answer.ok || answer.code === 20404 ? { ok: true } : answer;
}

function pathOf(sid: string): string {
  return `${OWNED}/${encodeURIComponent(sid)}.json`;
}

function wiringForm(urls: NumberUrls): Record<string, string> {
  return {
    VoiceUrl: urls.voiceUrl,
    VoiceMethod: "POST",
    VoiceFallbackUrl: urls.voiceFallbackUrl,
    VoiceFallbackMethod: "POST",
    StatusCallback: urls.statusCallback,
    StatusCallbackMethod: "POST",
    SmsUrl: urls.smsUrl,
    SmsMethod: "POST",
    SmsFallbackUrl: urls.smsFallbackUrl,
    SmsFallbackMethod: "POST",
  };
}
