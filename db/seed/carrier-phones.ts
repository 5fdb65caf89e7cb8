import { BUSINESS_LINE, NUMBER, TEAM } from "./people";

/** How long the line on the van rings before it forwards: shorter than in life, so that a demo does not drag. */
export const FORWARDS_AFTER_SECONDS = 6;

const PHONES: Record<string, unknown>[] = [
  {
    number: BUSINESS_LINE,
    label: "Alder & Sons, the number on the van",
    behaviour: "interactive",
    lineKind: "landline",
    forwarding: {
      to: NUMBER,
      on: ["no_answer", "busy", "unreachable"],
      afterSeconds: FORWARDS_AFTER_SECONDS,
      passForwardedFrom: "line",
    },
  },
  { number: TEAM.dana.phone, label: "Dana's mobile", behaviour: "interactive", lineKind: "mobile" },
  { number: TEAM.luis.phone, label: "Luis's mobile", behaviour: "interactive", lineKind: "mobile" },
  { number: "+15035550188", label: "Karen Boyd", behaviour: "rings_out", lineKind: "mobile" },
  { number: "+15035550211", label: "Maya Lindqvist", behaviour: "rings_out", lineKind: "mobile" },
  { number: "+15035550212", label: "Omar Haddad", behaviour: "rings_out", lineKind: "mobile" },
  { number: "+15035550164", label: "Tom Hauser", behaviour: "rings_out", lineKind: "landline" },
  { number: "+15035550177", behaviour: "rings_out", lineKind: "mobile" },
];

/** Describes the people of the demo to the local carrier. */
export async function describePhones(carrierUrl: string): Promise<void> {
  for (const phone of PHONES) {
    const response = await fetch(`${carrierUrl}/control/phones`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(phone),
    });
    if (!response.ok)
      throw new Error(`The local carrier did not take the phone ${phone.number}: ${await response.text()}`);
  }
}
