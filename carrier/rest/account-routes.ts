import { type RestContext, type RestRoute, rfc2822 } from "./rest-route";

/** Those a test or a demo asks about; Twilio lists every country there is. */
const KNOWN_COUNTRIES = ["US", "CA", "MX", "GB", "AU", "JM"];
const OPENED = Date.UTC(2024, 0, 2);

export const accountRoutes: RestRoute[] = [
  {
    method: "GET",
    pattern: /^\.json$/,
    operation: "other",
    handle: ({ network, path }: RestContext) => ({
      status: 200,
      body: {
        sid: network.accountSid,
        owner_account_sid: network.accountSid,
        friendly_name: "Local carrier",
        status: network.settings.accountStatus,
        type: "Full",
        date_created: rfc2822(OPENED),
        date_updated: rfc2822(OPENED),
        uri: path,
      },
    }),
  },
  {
    method: "GET",
    pattern: /^\/Balance\.json$/,
    operation: "other",
    handle: ({ network }: RestContext) => ({
      status: 200,
      body: { account_sid: network.accountSid, balance: network.settings.balance, currency: "USD" },
    }),
  },
  {
    // Of another host of Twilio's, accounts.twilio.com.
    method: "GET",
    pattern: /^\/v1\/Messaging\/GeoPermissions$/,
    operation: "other",
    handle: ({ network }: RestContext) => ({
      status: 200,
      body: {
        permissions: KNOWN_COUNTRIES.map((code) => ({
          country_code: code,
          type: "country",
          enabled: network.settings.textingCountries.includes(code),
          error_code: 0,
          error_messages: [],
        })),
      },
    }),
  },
];
