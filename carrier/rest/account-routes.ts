import { type RestContext, type RestRoute, rfc2822 } from "./rest-route";

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
        status: "active",
        type: "Full",
        date_created: rfc2822(OPENED),
        date_updated: rfc2822(OPENED),
        uri: path,
      },
    }),
  },
];
