import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { authOptions } from "@/lib/auth/auth-options";
import { nextAuthRequest } from "@/lib/auth/next-auth-request";

type Context = { params: Promise<{ nextauth: string[] }> };

async function handle(request: NextRequest, context: Context): Promise<Response> {
  const allowed = await nextAuthRequest(request, (await context.params).nextauth);
  if (allowed instanceof Response) return allowed;
  // Not at module level: the environment is not there while the app is being built.
  return NextAuth(allowed, context, authOptions(request.headers));
}

export { handle as GET, handle as POST };
