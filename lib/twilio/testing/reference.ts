import { existsSync, readFileSync } from "node:fs";

const folder = new URL("../../../../shared/twilio/", import.meta.url);

/**
 * Twilio's published data, kept beside the project rather than in it. Tests that need it say in their title that they
 * were skipped where it is absent.
 */
export function reference(name: string): { absent: boolean; note: string; read: () => string } {
  const file = new URL(name, folder);
  const absent = !existsSync(file);
  return {
    absent,
    note: absent ? ` (skipped: reference data ${name} is not present beside the project)` : "",
    read: () => readFileSync(file, "utf8"),
  };
}
