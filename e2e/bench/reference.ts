import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import postgres from "postgres";
import { numbered, REFERENCE_STATEMENTS, type Values } from "./reference-transaction";
import { BODY, FACTS, TRACE } from "./reference-values";
import type { Tenant } from "./tenants";

/**
 * The yardstick: a bare server that writes what a miss must write and does nothing else. No signature, no decision; one
 * prepared statement per step, over as many connections as the app has. Tenants come as JSON in TENANTS.
 */
const tenants = new Map((JSON.parse(process.env.TENANTS ?? "[]") as Tenant[]).map((tenant) => [tenant.number, tenant]));
const statements = REFERENCE_STATEMENTS.map(numbered);
const sql = postgres(process.env.DATABASE_URL ?? "", { max: Number(process.env.POOL), onnotice: () => {} });

const server = createServer((request, response) => {
  answer(request, response).catch((error: unknown) => {
    console.error(error);
    response.writeHead(503).end();
  });
});

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const params = new URLSearchParams(Buffer.concat(chunks).toString());
  const tenant = tenants.get(params.get("To") ?? "");
  if (!tenant) {
    response.writeHead(404).end();
    return;
  }
  await write(valuesOf(params, tenant));
  response.writeHead(200, { "content-type": "text/xml; charset=utf-8" });
  response.end('<?xml version="1.0" encoding="UTF-8"?><Response><Hangup/></Response>');
}

function valuesOf(params: URLSearchParams, tenant: Tenant): Values {
  return {
    workspace: tenant.workspaceId,
    number: tenant.numberId,
    lead: tenant.leadId,
    own: tenant.number,
    sid: params.get("CallSid"),
    caller: params.get("From"),
    forwarder: params.get("ForwardedFrom"),
    params: Object.fromEntries(params),
    trace: TRACE,
    facts: FACTS,
    body: BODY,
  };
}

async function write(values: Values): Promise<void> {
  await sql.begin(async (tx) => {
    for (const { text, names } of statements) {
      const given = names.map((name) => values[name] as string);
      const [row] = await tx.unsafe<Values[]>(text, given, { prepare: true });
      Object.assign(values, row);
    }
  });
}

server.listen(Number(process.env.PORT), "127.0.0.1");
process.once("SIGTERM", () => {
  server.close(async () => {
    await sql.end({ timeout: 5 });
    process.exit(0);
  });
  server.closeIdleConnections();
});
