import { once } from "node:events";
import http, { type IncomingMessage, type Server } from "node:http";
import net, { type AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { PEER_HEADER } from "@/lib/auth/client-network";
import { MOST_BODY_BYTES } from "@/lib/request-body";
import { putFrontDoorBefore } from "./front-door";
import { securityHeaders } from "./security-headers";

vi.stubEnv("DATABASE_URL", "postgres://nowhere/nothing");

type Handled = { method?: string; headers: IncomingMessage["headers"]; body: string };

let server: Server;
let port: number;
let handled: Handled[];
let answerHeaders: Record<string, string>;

beforeEach(async () => {
  handled = [];
  answerHeaders = {};
  vi.spyOn(process.stdout, "write").mockReturnValue(true);
  server = http.createServer(async (request, response) => {
    const parts: Uint8Array[] = [];
    for await (const part of request) parts.push(part);
    handled.push({ method: request.method, headers: request.headers, body: Buffer.concat(parts).toString() });
    response.writeHead(200, { "content-type": "text/plain", ...answerHeaders });
    response.end("handled");
  });
  putFrontDoorBefore(server);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  port = (server.address() as AddressInfo).port;
});

afterEach(async () => {
  vi.restoreAllMocks();
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
});

/** One connection, byte for byte; `heard` is all that came, `ended` is over when the other side has closed. */
async function connect() {
  const socket = net.connect({ port, host: "127.0.0.1", allowHalfOpen: true });
  socket.on("error", () => {});
  let heard = "";
  socket.on("data", (data) => {
    heard += data;
  });
  const ended = new Promise<void>((resolve) => socket.once("end", resolve));
  await once(socket, "connect");
  return { socket, ended, heard: () => heard, answered: () => expect.poll(() => heard).toContain("\r\n\r\n") };
}

/** The same again and again, as fast as it is taken. */
function writeOn(socket: net.Socket, part: Buffer): void {
  while (!socket.destroyed) {
    if (!socket.write(part)) return void socket.once("drain", () => writeOn(socket, part));
  }
}

const head = (lines: string[]) => `${lines.join("\r\n")}\r\n\r\n`;
const FORM = ["POST /sign-in HTTP/1.1", "host: ringback.test", "content-type: text/plain"];

async function ask(lines: string[], body = ""): Promise<string> {
  const { socket, heard, ended } = await connect();
  socket.write(head([...lines, "connection: close"]) + body);
  await ended;
  socket.destroy();
  return heard();
}

describe("a body announced too long", () => {
  it("is answered at once, unread, and the connection closed", async () => {
    const { socket, heard, ended } = await connect();
    socket.write(head([...FORM, "content-length: 1048577"]));
    await ended;
    expect(heard()).toMatch(/^HTTP\/1\.1 413 .*\r\n/);
    expect(heard()).toMatch(/connection: close/i);
    expect(handled).toEqual([]);
    socket.destroy();
  });

  it("is answered to a sender who goes on writing, and next to nothing of it is read", async () => {
    const taken = once(server, "connection");
    const { socket, heard, ended } = await connect();
    const [wire] = (await taken) as [net.Socket];
    socket.write(head([...FORM, `content-length: ${200 * 1024 * 1024}`]));
    writeOn(socket, Buffer.alloc(64 * 1024, "a"));
    await ended;
    expect(heard()).toMatch(/^HTTP\/1\.1 413 /);
    expect(handled).toEqual([]);
    expect(wire.bytesRead).toBeLessThan(1024 * 1024);
    socket.destroy();
  });

  it("is refused before it is asked to come", async () => {
    const { socket, heard, ended } = await connect();
    socket.write(head([...FORM, "content-length: 1048577", "expect: 100-continue"]));
    await ended;
    expect(heard()).toMatch(/^HTTP\/1\.1 413 /);
    socket.destroy();
  });
});

describe("a body of unknown length", () => {
  const CHUNKED = [...FORM, "transfer-encoding: chunked"];
  const chunk = (text: string) => `${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n`;

  it("comes to the handler whole, however it is cut", async () => {
    const { socket, heard, answered } = await connect();
    socket.write(head(CHUNKED) + chunk("one "));
    await sleep(20);
    expect(handled).toEqual([]);
    socket.write(`${chunk("two ")}${chunk("ü".repeat(100_000))}`);
    socket.write("0\r\n\r\n");
    await answered();
    expect(handled).toMatchObject([{ method: "POST", body: `one two ${"ü".repeat(100_000)}` }]);
    // And the connection serves on.
    socket.write(head(["GET /next HTTP/1.1", "host: ringback.test", "connection: close"]));
    await expect.poll(() => heard().match(/handled/g)?.length).toBe(2);
    socket.destroy();
  });

  it("that is empty comes as well", async () => {
    expect(await ask(CHUNKED, "0\r\n\r\n")).toContain("handled");
    expect(handled).toMatchObject([{ body: "" }]);
  });

  it("is cut at the limit and answered, and the handler never hears of it", async () => {
    const { socket, heard, ended } = await connect();
    socket.write(head(CHUNKED));
    writeOn(socket, Buffer.from(chunk("a".repeat(64 * 1024))));
    await ended;
    expect(heard()).toMatch(/^HTTP\/1\.1 413 /);
    expect(handled).toEqual([]);
    socket.destroy();
  });

  it("of exactly the limit passes, and one byte more does not", async () => {
    const api = ["POST /api/x HTTP/1.1", "host: ringback.test", "transfer-encoding: chunked"];
    expect(await ask(api, `${chunk("a".repeat(MOST_BODY_BYTES))}0\r\n\r\n`)).toMatch(/ 200 /);
    expect(await ask(api, `${chunk("a".repeat(MOST_BODY_BYTES))}${chunk("a")}0\r\n\r\n`)).toMatch(/ 413 /);
    expect(handled).toHaveLength(1);
  });

  it("whose sender goes away is nobody's request", async () => {
    const { socket } = await connect();
    socket.write(head(CHUNKED) + chunk("half"));
    await sleep(20);
    socket.destroy();
    expect(await ask(["GET / HTTP/1.1", "host: ringback.test"])).toContain("handled");
    expect(handled).toMatchObject([{ method: "GET" }]);
  });
});

describe("a webhook", () => {
  it.each([
    ["without a signature", ["content-type: application/x-www-form-urlencoded"]],
    ["of another type", ["x-twilio-signature: x", "content-type: multipart/form-data; boundary=x"]],
  ])("%s is refused before its body comes, and told in the log", async (_, lines) => {
    for (const body of ["content-length: 1000", "transfer-encoding: chunked"]) {
      const { socket, heard, ended } = await connect();
      socket.write(head(["POST /api/twilio/voice/incoming HTTP/1.1", "host: ringback.test", ...lines, body]));
      await ended;
      expect(heard()).toMatch(/^HTTP\/1\.1 403 /);
      socket.destroy();
    }
    expect(handled).toEqual([]);
    expect(process.stdout.write).toHaveBeenCalledWith(expect.stringContaining("webhook.refused"));
  });
});

describe("what the handler sees", () => {
  it("is the socket's own address, whatever the client wrote", async () => {
    await ask(["GET / HTTP/1.1", "host: ringback.test", `${PEER_HEADER}: 203.0.113.9`, `${PEER_HEADER}: 203.0.113.9`]);
    expect(handled[0]?.headers[PEER_HEADER]).toBe("127.0.0.1");
  });

  it("is the public host, whatever a proxy or a client wrote", async () => {
    const forged = ["x-forwarded-host: evil.example", "x-forwarded-proto: http", "origin: https://ringback.test"];
    await ask(["POST /sign-in HTTP/1.1", "host: 127.0.0.1:3000", ...forged, "content-length: 0"]);
    await ask(["GET / HTTP/1.1", "host: evil.example", "x-forwarded-host: evil.example"]);
    const seen = { host: "ringback.test", "x-forwarded-proto": "https" };
    expect(handled).toMatchObject([{ headers: seen }, { headers: seen }]);
    for (const { headers } of handled) expect(headers).not.toHaveProperty("x-forwarded-host");
  });

  it("is the name a form stands on, where that is another of this installation", async () => {
    const own = ["host: 192.168.1.5:3000", "origin: http://192.168.1.5:3000", "content-length: 0"];
    await ask(["POST /sign-in HTTP/1.1", ...own]);
    expect(handled).toMatchObject([{ headers: { host: "192.168.1.5:3000" } }]);
  });

  it("is no form of another site", async () => {
    const lines = ["POST /sign-in HTTP/1.1", "host: 127.0.0.1:3000", "origin: https://evil.example"];
    expect(await ask([...lines, "x-forwarded-host: evil.example", "content-length: 0"])).toMatch(/^HTTP\/1\.1 403 /);
    expect(handled).toEqual([]);
  });
});

describe("every answer", () => {
  const headersOf = async (lines: string[]) => {
    const [heads = ""] = (await ask(lines)).split("\r\n\r\n");
    const pairs = heads
      .split("\r\n")
      .slice(1)
      .map((line) => line.split(/: (.*)/).slice(0, 2) as [string, string]);
    return Object.fromEntries(pairs.map(([name, value]) => [name.toLowerCase(), value]));
  };
  const EVERYWHERE = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "strict-origin-when-cross-origin",
    "permissions-policy": expect.stringContaining("camera=()"),
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "strict-transport-security": expect.stringMatching(/^max-age=\d{7,}; includeSubDomains$/),
  };

  it.each([
    ["GET / HTTP/1.1"],
    ["GET /api/health HTTP/1.1"],
    ["GET /robots.txt HTTP/1.1"],
    ["GET /w/%FF HTTP/1.1"],
    ["DELETE / HTTP/1.1"],
    [`GET /${"a".repeat(9_000)} HTTP/1.1`],
  ])("to %s has the security headers, and a policy that allows nothing", async (line) => {
    expect(await headersOf([line, "host: ringback.test"])).toMatchObject({
      ...EVERYWHERE,
      "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
    });
  });

  it("keeps what its handler said otherwise", async () => {
    answerHeaders = { "content-security-policy": "sandbox; default-src 'none'", "referrer-policy": "no-referrer" };
    expect(await headersOf(["GET / HTTP/1.1", "host: ringback.test"])).toMatchObject({
      ...EVERYWHERE,
      ...answerHeaders,
    });
  });

  it("says nothing of TLS where there is none", () => {
    expect(securityHeaders("http://localhost:3000")).not.toHaveProperty("strict-transport-security");
  });
});

it("keeps a connection that asked wrongly without a body", async () => {
  const { socket, heard } = await connect();
  socket.write(head(["DELETE / HTTP/1.1", "host: ringback.test"]));
  await expect.poll(heard).toContain("not used here");
  socket.write(head(["GET / HTTP/1.1", "host: ringback.test"]));
  await expect.poll(heard).toContain("handled");
  socket.destroy();
});

it("answers a HEAD without a body of its own", async () => {
  const answer = await ask(["HEAD /%FF HTTP/1.1", "host: ringback.test"]);
  expect(answer).toMatch(/^HTTP\/1\.1 400 /);
  expect(answer).toMatch(/\r\n\r\n$/);
});
