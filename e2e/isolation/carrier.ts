/** A number of the account, and where a picture is that somebody sent to it. */
export type BoughtNumber = { e164: string; sid: string; pictureUrl: string };

type Account = { url: string; sid: string; token: string };

/** The telephone company on this machine, asked as its customer. */
export function openCarrier({ url, sid, token }: Account) {
  const request = async (path: string, method: "GET" | "POST" | "DELETE", form?: Record<string, string>) => {
    const response = await fetch(`${url}/2010-04-01/Accounts/${sid}/${path}`, {
      method,
      headers: { authorization: `Basic ${btoa(`${sid}:${token}`)}` },
      ...(form ? { body: new URLSearchParams(form) } : {}),
    });
    if (!response.ok) throw new Error(`The carrier answered ${response.status} to ${path}: ${await response.text()}`);
    return response;
  };

  const ask = async (path: string, form?: Record<string, string>): Promise<Record<string, unknown>> => {
    const response = await request(path, form ? "POST" : "GET", form);
    return (await response.json()) as Record<string, unknown>;
  };

  /** Free numbers, none of which was handed out before. */
  const handedOut = new Set<string>();
  const findNumber = async (): Promise<string> => {
    const { available_phone_numbers: found } = await ask(
      "AvailablePhoneNumbers/US/Local.json?AreaCode=503&PageSize=100",
    );
    const numbers = (found as { phone_number: string }[]).map(({ phone_number: number }) => number);
    const free = numbers.find((number) => !handedOut.has(number));
    if (!free) throw new Error("The carrier has no number left");
    handedOut.add(free);
    return free;
  };

  /** A text with a picture, which the carrier keeps from then on. @returns where the picture is */
  const sendPicture = async (from: string, to: string): Promise<string> => {
    const body = JSON.stringify({ from, to, body: "", mediaCount: 1 });
    const headers = { "content-type": "application/json" };
    const sent = await fetch(`${url}/control/texts`, { method: "POST", headers, body });
    const { messageSid } = (await sent.json()) as { messageSid?: string };
    const { media_list: media } = await ask(`Messages/${messageSid}/Media.json`);
    const [picture] = media as { sid: string }[];
    if (!picture) throw new Error("The carrier kept no picture");
    return `${url}/2010-04-01/Accounts/${sid}/Messages/${messageSid}/Media/${picture.sid}`;
  };

  /** @param name what the account calls it, and a list of its numbers shows */
  const buyNumber = async (name?: string): Promise<BoughtNumber> => {
    const e164 = await findNumber();
    const bought = await ask("IncomingPhoneNumbers.json", {
      PhoneNumber: e164,
      ...(name ? { FriendlyName: name } : {}),
    });
    return { e164, sid: String(bought.sid), pictureUrl: await sendPicture(await findNumber(), e164) };
  };

  const releaseNumber = ({ sid: number }: BoughtNumber) => request(`IncomingPhoneNumbers/${number}.json`, "DELETE");

  return { findNumber, buyNumber, releaseNumber };
}

export type Carrier = ReturnType<typeof openCarrier>;
