import crypto from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { stateFolder } from "./project.mjs";

/** What an installation on this machine needs and nobody should have to think up; made once, then kept. */
export function localSecrets() {
  const file = path.join(stateFolder, "secrets.json");
  if (fs.existsSync(file)) return JSON.parse(fs.readFileSync(file, "utf8"));
  const secrets = newSecrets();
  fs.mkdirSync(stateFolder, { recursive: true, mode: 0o755 });
  fs.writeFileSync(file, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  return secrets;
}

export function newSecrets() {
  return {
    NEXTAUTH_SECRET: crypto.randomBytes(32).toString("base64url"),
    TWILIO_ACCOUNT_SID: `AC${crypto.randomBytes(16).toString("hex")}`,
    TWILIO_AUTH_TOKEN: crypto.randomBytes(16).toString("hex"),
  };
}
