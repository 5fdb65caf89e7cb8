import { randomBytes } from "node:crypto";
import postgres from "postgres";
import { inject } from "vitest";
import { TEMPLATE } from "./template";

// Runs before the test file and what it imports, so that everything finds the file's own database.
const { superUrl, ownerUrl, appUrl } = inject("postgres");
const name = `test_${randomBytes(6).toString("hex")}`;
const sql = postgres(superUrl, { max: 1 });
await sql.unsafe(`create database ${name} template ${TEMPLATE} owner ringback_owner strategy file_copy`);
await sql.end();

process.env.DATABASE_OWNER_URL = withName(ownerUrl);
process.env.DATABASE_URL = withName(appUrl);

function withName(address: string): string {
  const url = new URL(address);
  url.pathname = `/${name}`;
  return url.href;
}
