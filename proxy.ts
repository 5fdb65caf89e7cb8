import { type NextRequest, NextResponse } from "next/server";
import { PAGE_HEADER } from "@/lib/auth/page-header";
import { env, isProduction } from "@/lib/env";

const TWO_YEARS_SECONDS = 2 * 365 * 24 * 60 * 60;

/** Pages only: on the webhooks it would cost a quarter of their throughput, and files need none of it. */
export const config = { matcher: ["/((?!api/|_next/|.*\\.(?:svg|png|ico|webmanifest|txt|xml)$).*)"] };

/** Sets headers and decides nothing: who may see a page is asked where its data is read. */
export function proxy(request: NextRequest): NextResponse {
  const https = env().APP_URL.startsWith("https:");
  const policy = contentSecurityPolicy({ nonce: crypto.randomUUID().replaceAll("-", ""), https });
  // Next reads the nonce out of the request's own policy and puts it on every script it writes.
  const headers = new Headers(request.headers);
  headers.set("content-security-policy", policy);
  headers.set(PAGE_HEADER, request.nextUrl.pathname + request.nextUrl.search);

  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  if (https) response.headers.set("strict-transport-security", `max-age=${TWO_YEARS_SECONDS}`);
  return response;
}

function contentSecurityPolicy({ nonce, https }: { nonce: string; https: boolean }): string {
  // React rebuilds the server's stack traces with eval, in development alone.
  const scripts = ["'self'", `'nonce-${nonce}'`, "'strict-dynamic'", ...(isProduction ? [] : ["'unsafe-eval'"])];
  return [
    "default-src 'self'",
    `script-src ${scripts.join(" ")}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "media-src 'self' blob:",
    "connect-src 'self'",
    "frame-src 'self'",
    "frame-ancestors 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "object-src 'none'",
    ...(https ? ["upgrade-insecure-requests"] : []),
  ].join("; ");
}
