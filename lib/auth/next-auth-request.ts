import { NextRequest } from "next/server";
import { env } from "@/lib/env";
import { readBody } from "@/lib/request-body";
import { googleKeys } from "./google";

/**
 * What next-auth answers here. Whatever else it knows is not there: `_log`, for one, would let anybody write into the
 * log. A new provider's addresses are added here.
 */
const ENDPOINTS: Record<"GET" | "POST", readonly string[]> = {
  GET: ["csrf"],
  POST: ["callback/credentials"],
};

/** There only where sign-in with Google is configured. */
const OF_GOOGLE: typeof ENDPOINTS = {
  GET: ["callback/google"],
  POST: ["signin/google"],
};

const plain = (status: number, words: string) => new Response(words, { status });

/**
 * The request as next-auth may see it, or the answer for one that it may not. next-auth takes any JSON for a form, and
 * breaks over values that are no text and over addresses that cannot be read.
 * @param action the path's segments after /api/auth
 */
export async function nextAuthRequest(
  request: NextRequest,
  action: readonly string[],
): Promise<NextRequest | Response> {
  const { method } = request;
  if (!(method === "GET" || method === "POST")) return plain(404, "Not found");
  const known = [...ENDPOINTS[method], ...(googleKeys() ? OF_GOOGLE[method] : [])];
  if (!known.includes(action.join("/"))) return plain(404, "Not found");
  const cookies = request.cookies.getAll().filter(({ name }) => name.endsWith("next-auth.callback-url"));
  const callbacks = [...request.nextUrl.searchParams.getAll("callbackUrl"), ...cookies.map(({ value }) => value)];
  if (!callbacks.every(isAddress)) return plain(400, "Bad request");
  if (method === "GET") return request;

  const body = await readBody(request);
  if (body === null) return plain(413, "Too long");
  const fields = readFields(body, request.headers.get("content-type") ?? "");
  if (!fields || !isAddress(fields.get("callbackUrl") ?? "/")) return plain(400, "Bad request");
  const headers = new Headers(request.headers);
  headers.delete("content-length");
  headers.set("content-type", "application/x-www-form-urlencoded");
  return new NextRequest(request.url, { method, headers, body: fields.toString() });
}

/** As next-auth itself judges, which answers anything else as a fault of ours. */
function isAddress(address: string): boolean {
  if (address.startsWith("/")) return URL.canParse(address, env().APP_URL);
  return /^https?:/i.test(address) && URL.canParse(address);
}

/** A form, or JSON of texts alone; null for anything else. */
function readFields(body: string, contentType: string): URLSearchParams | null {
  if (contentType.startsWith("application/x-www-form-urlencoded")) return new URLSearchParams(body);
  if (!contentType.startsWith("application/json")) return null;
  try {
    const read: unknown = JSON.parse(body);
    if (typeof read !== "object" || read === null || Array.isArray(read)) return null;
    const fields = Object.entries(read).map(([name, value]): [string, unknown] => [
      name,
      value === true ? "true" : value,
    ]);
    return fields.every(isText) ? new URLSearchParams(fields) : null;
  } catch {
    return null;
  }
}

function isText(field: [string, unknown]): field is [string, string] {
  return typeof field[1] === "string";
}
