import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { Ajv } from "ajv";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CALLER, callAndWait, startTestNetwork, type TestNetwork } from "../testing/test-network";

let network: TestNetwork;
beforeAll(async () => {
  network = await startTestNetwork();
  network.app.on("/voice", '<Response><Reject reason="busy"/></Response>');
  await callAndWait(network);
});
afterAll(() => network.close());

const file = resolve(process.cwd(), "../shared/twilio/openapi/twilio_api_v2010.json");
const schemas: Record<string, object> = existsSync(file)
  ? JSON.parse(readFileSync(file, "utf8")).components.schemas
  : {};
const hasSchemas = Object.keys(schemas).length > 0;

const ajv = new Ajv({ strict: false, validateFormats: false });
for (const [key, schema] of Object.entries(schemas)) ajv.addSchema(schema, `#/components/schemas/${key}`);

function problemsWith(name: string, value: unknown): unknown {
  const check = ajv.compile({ $ref: `#/components/schemas/${name}` });
  return check(value) ? null : check.errors;
}

const title = hasSchemas ? "Twilio's OpenAPI" : "Twilio's OpenAPI (skipped: reference data is not on this machine)";
describe.skipIf(!hasSchemas)(title, () => {
  it("describes our answers", async () => {
    const message = await network.rest("POST", "{AC}/Messages.json", { To: CALLER, From: network.number, Body: "Hi" });
    expect(problemsWith("api.v2010.account.message", message.body)).toBeNull();
    const calls = await network.rest("GET", "{AC}/Calls.json");
    expect(problemsWith("api.v2010.account.call", calls.body.calls[0])).toBeNull();
    const owned = await network.rest("GET", "{AC}/IncomingPhoneNumbers.json");
    expect(problemsWith("api.v2010.account.incoming_phone_number", owned.body.incoming_phone_numbers[0])).toBeNull();
    const account = await network.rest("GET", "{AC}.json");
    expect(problemsWith("api.v2010.account", account.body)).toBeNull();
    const balance = await network.rest("GET", "{AC}/Balance.json");
    expect(problemsWith("api.v2010.account.balance", balance.body)).toBeNull();
    const found = await network.rest("GET", "{AC}/AvailablePhoneNumbers/US/Local.json?AreaCode=541");
    expect(
      problemsWith(
        "api.v2010.account.available_phone_number_country.available_phone_number_local",
        found.body.available_phone_numbers[0],
      ),
    ).toBeNull();
  });
});

describe("the REST API", () => {
  it("wants the account's credentials", async () => {
    const path = `${network.carrier.url}/2010-04-01/Accounts/AC00000000000000000000000000000001/Messages.json`;
    for (const authorization of ["", "Basic eDp5", "Bearer x"]) {
      const response = await fetch(path, { headers: { authorization } });
      expect(response.status).toBe(401);
      expect(await response.json()).toMatchObject({ code: 20003, status: 401 });
    }
  });

  it("says what is not there", async () => {
    const gone = await network.rest("GET", `{AC}/Messages/SM${"0".repeat(32)}.json`);
    expect(gone).toMatchObject({ status: 404, body: { code: 20404 } });
  });

  it("finds numbers by area code, town and pattern, always the same", async () => {
    const search = async (query: string) =>
      (await network.rest("GET", `{AC}/AvailablePhoneNumbers/${query}`)).body.available_phone_numbers;
    const first = await search("US/Local.json?AreaCode=206&PageSize=5");
    expect(first).toHaveLength(5);
    expect(first[0]).toMatchObject({ locality: "Seattle", region: "WA", iso_country: "US" });
    expect(await search("US/Local.json?AreaCode=206&PageSize=5")).toEqual(first);
    expect((await search("US/Local.json?InLocality=austin"))[0]?.phone_number).toMatch(/^\+1512555/);
    expect((await search("US/Local.json?AreaCode=701"))[0]).toMatchObject({ region: "ND", locality: null });
    expect((await search("CA/Local.json?AreaCode=416"))[0]?.locality).toBe("Toronto");
    expect(await search("US/Local.json?AreaCode=416")).toEqual([]);
    for (const { phone_number } of await search("US/Local.json?AreaCode=303&Contains=55511")) {
      expect(phone_number).toContain("55511");
    }
  });

  it("sells a number once, changes it and takes it back", async () => {
    const wanted = { PhoneNumber: "+16175554242", FriendlyName: "Front desk", VoiceUrl: "https://app.test/v#rc=2" };
    const bought = await network.rest("POST", "{AC}/IncomingPhoneNumbers.json", wanted);
    expect(bought).toMatchObject({ status: 201, body: { friendly_name: "Front desk", voice_url: wanted.VoiceUrl } });
    const again = await network.rest("POST", "{AC}/IncomingPhoneNumbers.json", wanted);
    expect(again).toMatchObject({ status: 400, body: { code: 21422 } });
    const path = `{AC}/IncomingPhoneNumbers/${bought.body.sid}.json`;
    const changed = await network.rest("POST", path, { SmsUrl: "https://app.test/s", SmsMethod: "GET" });
    expect(changed.body).toMatchObject({
      sms_url: "https://app.test/s",
      sms_method: "GET",
      voice_url: wanted.VoiceUrl,
    });
    expect((await network.rest("POST", path, { VoiceUrl: "not a url" })).status).toBe(400);
    expect((await network.rest("DELETE", path)).status).toBe(204);
    expect((await network.rest("GET", path)).status).toBe(404);
  });

  it("pages through lists, newest first, undisturbed by newcomers", async () => {
    const recipients = ["+12125550101", "+12125550102", "+12125550103", "+12125550104", "+12125550105"];
    const send = (To: string) => network.rest("POST", "{AC}/Messages.json", { To, From: network.number, Body: "page" });
    for (const to of recipients) await send(to);
    const seen: string[] = [];
    let next: string | null = `{AC}/Messages.json?From=${encodeURIComponent(network.number)}&PageSize=2`;
    while (next) {
      const { body } = await network.rest("GET", next);
      seen.push(...body.messages.map(({ to }) => to));
      next = body.next_page_uri;
      if (seen.length === 2) await send("+12125550106");
    }
    expect(seen.slice(0, 5)).toEqual([...recipients].reverse());
  });

  it("tells how the account stands, as it is set", async () => {
    expect((await network.rest("GET", "{AC}.json")).body).toMatchObject({ status: "active" });
    network.carrier.setSettings({ accountStatus: "suspended", balance: "-0.05", textingCountries: ["CA"] });
    expect((await network.rest("GET", "{AC}.json")).body).toMatchObject({ status: "suspended" });
    expect((await network.rest("GET", "{AC}/Balance.json")).body).toMatchObject({ balance: "-0.05", currency: "USD" });
    const { permissions } = (await network.rest("GET", "/v1/Messaging/GeoPermissions")).body;
    const enabled = (permissions as { country_code: string; enabled: boolean }[]).filter((one) => one.enabled);
    expect(enabled).toMatchObject([{ country_code: "CA", type: "country" }]);
  });

  it("filters by time", async () => {
    const count = async (filter: string) => (await network.rest("GET", `{AC}/Calls.json?${filter}`)).body.calls.length;
    const hour = 3_600_000;
    expect(await count(`StartTime%3E=${new Date(Date.now() - hour).toISOString()}`)).toBe(1);
    expect(await count(`StartTime%3E=${new Date(Date.now() + hour).toISOString()}`)).toBe(0);
    expect(await count(`StartTime=${new Date().toISOString().slice(0, 10)}`)).toBe(1);
    expect(await count(`StartTime%3C=${new Date(Date.now() - hour).toISOString()}`)).toBe(0);
  });

  it("tells a phone's kind of line", async () => {
    network.carrier.setPhone({ number: CALLER, lineKind: "landline" });
    const path = `/v2/PhoneNumbers/${encodeURIComponent(CALLER)}?Fields=line_type_intelligence`;
    expect((await network.rest("GET", path)).body).toMatchObject({
      valid: true,
      line_type_intelligence: { type: "landline" },
    });
  });
});
