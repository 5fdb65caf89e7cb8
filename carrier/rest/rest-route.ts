import type { RestOperation } from "../faults";
import type { Network } from "../network";
import type { HttpMethod } from "../types";
import { RestError } from "./rest-error";

export interface RestContext {
  network: Network;
  /** The path without its query, for error texts and page addresses. */
  path: string;
  /** What the path's pattern caught, in order. */
  captured: string[];
  query: URLSearchParams;
  form: URLSearchParams;
}

export interface RestAnswer {
  status: number;
  body?: unknown;
}

export interface RestRoute {
  method: "GET" | "POST" | "DELETE";
  /** Matched against what follows `/2010-04-01/Accounts/{sid}`, or against the whole path where that is not its start. */
  pattern: RegExp;
  operation: RestOperation;
  handle: (context: RestContext) => RestAnswer;
}

export function rfc2822(milliseconds: number | null): string | null {
  return milliseconds === null ? null : new Date(milliseconds).toUTCString().replace("GMT", "+0000");
}

/** @throws {RestError} for anything but GET or POST */
export function httpMethod(value: string | null, otherwise: HttpMethod): HttpMethod {
  if (value === null || value === "") return otherwise;
  const method = value.toUpperCase();
  if (method === "GET" || method === "POST") return method;
  throw new RestError(400, 21403, `${value} is not a valid HTTP method`);
}

/** @throws {RestError} unless it is empty or an http(s) address whose host has no underscore */
export function webAddress(value: string | null, code = 21402): string {
  if (value === null || value === "") return "";
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (url && /^https?:$/.test(url.protocol) && !url.hostname.includes("_")) return value;
  throw new RestError(400, code, `Invalid URL format: ${value}`);
}
