import { AuthBar } from "@/app/(auth)/auth-bar";
import { AuthTitle } from "@/app/(auth)/auth-title";
import { ButtonLink } from "@/app/ui/button";

/** Why a link opens nothing, and the way on. */
export type LinkWords = { title: string; words: string; way?: { label: string; href: string } };

export const signInWay = { label: "Sign in", href: "/sign-in" };

export function LinkOver({ title, words, way = signInWay }: LinkWords) {
  return (
    <>
      <AuthTitle title={title}>{words}</AuthTitle>
      <AuthBar>
        <ButtonLink href={way.href} variant="primary" size="large" wide>
          {way.label}
        </ButtonLink>
      </AuthBar>
    </>
  );
}
