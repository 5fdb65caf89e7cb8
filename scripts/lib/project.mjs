import path from "node:path";
import { fileURLToPath } from "node:url";

export const projectRoot = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");

/** What this machine keeps for the project: database, secrets, the carrier's memory. Never committed. */
export const stateFolder = path.join(projectRoot, ".ringback");

/** @param {string} name a file or folder of the project, for people to read */
export const inProject = (name) => path.join(projectRoot, name);
