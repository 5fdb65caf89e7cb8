import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { AuthTitle } from "@/app/(auth)/auth-title";
import { TextLink } from "@/app/ui/text-link";
import { currentSessionId, findUser } from "@/lib/auth/require-workspace";
import { safeNext } from "@/lib/auth/safe-next";
import { findHalfSession } from "@/lib/auth/show-code";
import { CodeForm } from "./code-form";

export const metadata: Metadata = { title: "Enter your code" };

type Query = Record<string, string | string[] | undefined>;

export default async function CodePage({ searchParams }: { searchParams: Promise<Query> }) {
  const next = safeNext((await searchParams).next);
  if (await findUser()) redirect(next);
  const sessionId = await currentSessionId();
  if (!(sessionId && (await findHalfSession(sessionId)))) redirect(`/sign-in?next=${encodeURIComponent(next)}`);
  return (
    <>
      <AuthTitle title="Enter your code">Your account asks for a code from your app at every sign-in.</AuthTitle>
      <CodeForm next={next} />
      <p className="mt-5">
        <TextLink href="/sign-in?other=1" standalone>
          Sign in as somebody else
        </TextLink>
      </p>
    </>
  );
}
