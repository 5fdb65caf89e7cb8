import { createHmac, randomBytes } from "node:crypto";
import postgres from "postgres";
import type { Answer, Client } from "./client";

/** What is wrong, or nothing. */
type Check = (client: Client) => Promise<string | null>;

const KIB = 1024;
const MOST_ATTEMPTS = 10;
const NUMBER = "+15035550142";
const PEOPLE = { email: "dana@alderandsons.example", password: "ringback-demo" };

/** In this order: events and addresses need the session. */
export function checks(): [string, Check][] {
  let cookie = "";
  const signIn: Check = async (client) => {
    const form = new FormData();
    const page = await client.ask({ path: "/sign-in" });
    for (const [, field = "", value = ""] of page.text.matchAll(
      /<input type="hidden" name="([^"]+)"(?: value="([^"]*)")?/g,
    ))
      form.set(field, value.replaceAll("&quot;", '"').replaceAll("&amp;", "&"));
    for (const [field, value] of Object.entries(PEOPLE)) form.set(field, value);
    const request = new Request("http://form", { method: "POST", body: form });
    const answer = await client.ask({
      ...{ method: "POST", path: "/sign-in", body: Buffer.from(await request.arrayBuffer()) },
      headers: {
        "content-type": request.headers.get("content-type") ?? "",
        origin: client.origin,
        "x-forwarded-for": "198.51.100.66",
      },
    });
    const given = answer.headers["set-cookie"] ?? [];
    const session = given.find((one) => one.startsWith("__Host-next-auth.session-token="));
    cookie = given.map((one) => one.split(";")[0]).join("; ");
    return answer.status === 303 && session?.includes("Secure") ? null : `${answer.status}, cookies ${given.length}`;
  };

  const addresses: Check = async () => {
    const [session] = await inDatabase((sql) => sql`select network from sessions order by created_at desc limit 1`);
    return session?.network === "127.0.0.1" ? null : `the session's network is ${session?.network}`;
  };

  const events: Check = async (client) => {
    let arrived: (heard: string) => void = () => {};
    const change = new Promise<string>((resolve) => {
      arrived = (heard) => /event: change\n/.test(heard) && resolve(heard);
    });
    const stop = await client.listen({ path: "/api/events", headers: { cookie } }, (heard) => arrived(heard));
    const { status } = await text(client);
    // A stream that is collected on the way would end this with the proxy's time-out.
    const came = await Promise.race([
      change,
      new Promise<null>((resolve) => setTimeout(resolve, 20_000, null).unref()),
    ]);
    stop();
    return status === 200 && came ? null : `the text answered ${status}, the event ${came ? "came" : "did not come"}`;
  };

  return [
    ["speaks HTTP/2", async ({ protocol }) => (protocol === "h2" ? null : `it speaks ${protocol}`)],
    ["signs in", signIn],
    ["tells the socket's address, not the one a client invents", addresses],
    ["takes a signed webhook", async (client) => expected(await text(client), 200)],
    [
      "takes one that Twilio signed without the port",
      async (client) => expected(await text(client, { port: false }), 200),
    ],
    ["takes no forged one", async (client) => expected(await text(client, { token: "forged" }), 403)],
    ["lets an event through at once", events],
    ["cuts a webhook at 64 KiB", async (client) => expected(await text(client, { padding: 65 * KIB }), 413)],
    ["cuts a form at 1 MiB", async (client) => expected(await longForm(client, 1025 * KIB), 413)],
    ["takes a form that is shorter", async (client) => expected(await longForm(client, 900 * KIB), 200)],
  ];
}

const expected = ({ status }: { status: number }, wanted: number) =>
  status === wanted ? null : `it answered ${status}`;

type Wishes = { port?: boolean; token?: string; padding?: number };

/** A text to the demo's number, as Twilio sends and signs it; asked again when we are too busy, as Twilio does. */
async function text(client: Client, wishes: Wishes = {}): Promise<Answer> {
  const { port = true, token = process.env.TWILIO_AUTH_TOKEN ?? "", padding = 0 } = wishes;
  const path = "/api/twilio/messages/incoming";
  const sid = `SM${randomBytes(16).toString("hex")}`;
  const form: Record<string, string> = {
    ...{ AccountSid: process.env.TWILIO_ACCOUNT_SID ?? "", ApiVersion: "2010-04-01", MessageSid: sid, SmsSid: sid },
    ...{ From: `+1971555${String(1_000 + Math.floor(Math.random() * 9_000))}`, To: NUMBER, Body: "Are you there?" },
    ...{ NumMedia: "0", NumSegments: "1", SmsMessageSid: sid, SmsStatus: "received" },
    ...(padding ? { Padding: "x".repeat(padding) } : {}),
  };
  const origin = port ? client.origin : client.origin.replace(/:\d+$/, "");
  const words = Object.keys(form)
    .sort()
    .map((name) => name + form[name])
    .join("");
  const headers = {
    "content-type": "application/x-www-form-urlencoded",
    "x-twilio-signature": createHmac("sha1", token)
      .update(origin + path + words)
      .digest("base64"),
  };
  for (let attempt = 1; ; attempt++) {
    const answer = await client.ask({ method: "POST", path, body: new URLSearchParams(form).toString(), headers });
    if (answer.status !== 503 || attempt === MOST_ATTEMPTS) return answer;
  }
}

function longForm(client: Client, bytes: number) {
  return client.ask({
    ...{ method: "POST", path: "/sign-in", body: "x".repeat(bytes) },
    headers: { "content-type": "text/plain", origin: client.origin },
  });
}

async function inDatabase(read: (sql: postgres.Sql) => Promise<postgres.Row[]>): Promise<postgres.Row[]> {
  const sql = postgres(process.env.DATABASE_SUPER_URL ?? "", { max: 1, onnotice: () => {} });
  try {
    return await read(sql);
  } finally {
    await sql.end();
  }
}
