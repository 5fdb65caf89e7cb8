import { execFileSync, spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { checks } from "./checks";
import { Client } from "./client";
import { type Place, PROXIES, type Program } from "./proxy-files";

/**
 * Asks the app at APP_URL through each proxy that is named, started here before the web on PORT. Reads PROXY_FOLDER,
 * DATABASE_SUPER_URL and the environment of the app.
 */
async function main(names: string[]): Promise<number> {
  const { hostname, port } = new URL(variable("APP_URL"));
  const certified = certify(hostname, variable("PROXY_FOLDER"));
  const place = (folder: string): Place => {
    const own = path.join(variable("PROXY_FOLDER"), folder);
    fs.mkdirSync(own);
    return { name: hostname, port: Number(port), webPort: Number(variable("PORT")), ...certified, folder: own };
  };
  let failed = 0;
  for (const name of ["caddy", "nginx"] as const) {
    if (names.includes(name)) failed += await through(name, PROXIES[name](place(name)), certified.certificate);
    else console.log(`  ${name} is not installed here: skipped`);
  }
  return failed;
}

async function through(name: string, program: Program, certificate: string): Promise<number> {
  const child = spawn(program.command, program.args, { env: program.env, stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  child.stderr.on("data", (part) => {
    said += part;
  });
  let failed = 0;
  try {
    const client = await connected(fs.readFileSync(certificate)).catch((error: unknown) => {
      throw new Error(`${name} did not answer:\n${said}`, { cause: error });
    });
    for (const [what, check] of checks()) {
      const wrong = await check(client).catch((error: unknown) => String(error));
      console.log(`  ${wrong ? "FAIL" : "ok  "} ${name}: ${what}${wrong ? `: ${wrong}` : ""}`);
      if (wrong) failed += 1;
    }
    client.close();
  } finally {
    child.kill("SIGTERM");
    if (child.exitCode === null) await new Promise((resolve) => child.once("exit", resolve));
  }
  return failed;
}

async function connected(certificate: Buffer): Promise<Client> {
  for (const end = Date.now() + 15_000; ; await sleep(100)) {
    const client = new Client(variable("APP_URL"), certificate);
    try {
      const { status } = await client.ask({ path: "/api/health" });
      if (status === 200) return client;
      throw new Error(`/api/health answered ${status}`);
    } catch (error) {
      client.close();
      if (Date.now() > end) throw error;
    }
  }
}

function certify(name: string, folder: string): { certificate: string; key: string } {
  const [certificate, key] = [path.join(folder, "certificate.pem"), path.join(folder, "key.pem")];
  const names = ["-subj", `/CN=${name}`, "-addext", `subjectAltName=DNS:${name}`];
  const kind = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"];
  execFileSync("openssl", ["req", "-x509", ...kind, ...names, "-keyout", key, "-out", certificate], {
    stdio: "ignore",
  });
  return { certificate, key };
}

function variable(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`Set ${name}`);
  return value;
}

process.exitCode = (await main(process.argv.slice(2))) > 0 ? 1 : 0;
