import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from "node:crypto";
import { type Hasher, inHashQueue } from "./hash-queue";

type Cost = { log2N: number; r: number; p: number };

/** 32 MB and about a quarter of a second on one core: OWASP's second choice for scrypt, the one that fits small servers. */
const COST: Cost = { log2N: 15, r: 8, p: 3 };
const SALT_BYTES = 16;
const KEY_BYTES = 32;

/** What an unknown address is compared with, so that the answer takes as long as for a known one. Nothing matches it. */
const NOBODY = format(COST, Buffer.alloc(SALT_BYTES), Buffer.alloc(KEY_BYTES));

/** Whoever comes by a link or an invitation: the link has been checked, so it is no stranger. */
const BY_LINK: Hasher = { network: "by link", isKnown: true };

/**
 * A hash that carries its own parameters, so that they can be raised without touching older ones.
 * @throws Busy when too many wait
 */
export async function hashPassword(password: string, hasher: Hasher = BY_LINK): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  return format(COST, salt, await inHashQueue(hasher, () => derive(password, salt, COST)));
}

/**
 * Compares in the same time whether there is a hash or not: `null` for an address nobody has.
 * @throws Busy when too many wait
 */
export async function passwordMatches(password: string, hash: string | null, hasher: Hasher): Promise<boolean> {
  const known = hash ? parse(hash) : undefined;
  const { cost, salt, key } = known ?? parseOwn(NOBODY);
  const derived = await inHashQueue(hasher, () => derive(password, salt, cost));
  const same = timingSafeEqual(derived, key);
  return same && known !== undefined;
}

function derive(password: string, salt: Buffer, { log2N, r, p }: Cost): Promise<Buffer> {
  const N = 2 ** log2N;
  const options: ScryptOptions = { N, r, p, maxmem: 256 * N * r };
  return new Promise((resolve, reject) => {
    // Two keyboards may spell the same letter differently.
    scrypt(password.normalize("NFKC"), salt, KEY_BYTES, options, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}

function format({ log2N, r, p }: Cost, salt: Buffer, key: Buffer): string {
  return ["scrypt", log2N, r, p, salt.toString("base64url"), key.toString("base64url")].join("$");
}

function parse(hash: string): { cost: Cost; salt: Buffer; key: Buffer } | undefined {
  const [kind, log2N, r, p, salt, key] = hash.split("$");
  if (kind !== "scrypt" || !salt || !key) return undefined;
  return {
    cost: { log2N: Number(log2N), r: Number(r), p: Number(p) },
    salt: Buffer.from(salt, "base64url"),
    key: Buffer.from(key, "base64url"),
  };
}

function parseOwn(hash: string) {
  const parsed = parse(hash);
  if (!parsed) throw new Error("The hash of nobody does not parse");
  return parsed;
}
