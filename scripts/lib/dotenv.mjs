import fs from "node:fs";
import { inProject } from "./project.mjs";

/** Reads .env into the environment; what the environment has already, even empty, wins. */
export function loadDotenv(file = inProject(".env")) {
  if (!fs.existsSync(file)) return;
  for (const [name, value] of Object.entries(parseDotenv(fs.readFileSync(file, "utf8")))) process.env[name] ??= value;
}

/** @param {string} text lines of NAME=value, with # comments and optional quotes */
export function parseDotenv(text) {
  const found = {};
  for (const line of text.split(/\r?\n/)) {
    const [, name, raw] = /^\s*(?:export\s+)?([A-Za-z_]\w*)\s*=\s*(.*)$/.exec(line) ?? [];
    if (name) found[name] = withoutQuotes(raw);
  }
  return found;
}

function withoutQuotes(raw) {
  const quoted = /^(["'])(.*?)\1\s*(?:#.*)?$/.exec(raw);
  return quoted
    ? quoted[2]
    : raw
        .replace(/\s+#.*$/, "")
        .replace(/^#.*$/, "")
        .trim();
}
