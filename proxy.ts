import { type NextRequest, NextResponse } from "next/server";
import { PAGE_HEADER } from "@/lib/auth/page-header";
import { env, isProduction } from "@/lib/env";

/**
 * Whatever may be a page, however its address ends. On the webhooks it would cost a quarter of their throughput, built
 * files need none of it, and callers' media have a stricter policy.
 */
export const config = { matcher: ["/((?!api/|_next/static/|w/[^/]+/media/).*)"] };

/**
 * Gives pages their policy, where the front door gives every answer the other headers; and decides nothing: who may see a
 * page is asked where its data is read.
 */
export function proxy(request: NextRequest): NextResponse {
  const https = env().APP_URL.startsWith("https:");
  const policy = contentSecurityPolicy({ nonce: crypto.randomUUID().replaceAll("-", ""), https });
  // Next reads the nonce out of the request's own policy and puts it on every script it writes.
  const headers = new Headers(request.headers);
  headers.set("content-security-policy", policy);
  headers.set(PAGE_HEADER, request.nextUrl.pathname + request.nextUrl.search);

  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
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
