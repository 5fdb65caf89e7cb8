import type { Metadata } from "next";
import { cookies } from "next/headers";
import { Card } from "@/app/ui/card";
import { PageHeader } from "@/app/ui/page-header";
import { SubmitButton } from "@/app/ui/submit-button";
import { TextLink } from "@/app/ui/text-link";
import { requireUser } from "@/lib/auth/require-workspace";
import { signOut, signOutEverywhere } from "./actions";
import { PasswordForm } from "./password-form";
import { ThemeForm } from "./theme-form";

export const metadata: Metadata = { title: "Your account" };

export default async function AccountPage() {
  const user = await requireUser();
  const theme = (await cookies()).get("theme")?.value;
  return (
    <div className="min-h-dvh bg-surface">
      <main id="content" className="mx-auto w-full max-w-[640px] pb-16">
        <PageHeader
          before={
            <TextLink href="/w" standalone>
              Back to your workspace
            </TextLink>
          }
          title="Your account"
          lead={`${user.name}, ${user.email}`}
        />
        <div className="flex flex-col gap-4 px-4 md:px-7">
          <Card title="Password">
            <PasswordForm email={user.email} />
          </Card>
          <Card title="Look">
            <ThemeForm current={theme === "light" || theme === "dark" ? theme : "device"} />
          </Card>
          <Card title="Signed in">
            <p className="mb-4 max-w-[65ch] text-ink-2">
              Signing out everywhere ends this session and those on your other devices, at once.
            </p>
            <div className="flex flex-wrap gap-2">
              <form action={signOut}>
                <SubmitButton variant="secondary" icon="signOut" pendingWords="Signing out">
                  Sign out
                </SubmitButton>
              </form>
              <form action={signOutEverywhere}>
                <SubmitButton variant="secondary" pendingWords="Signing out">
                  Sign out everywhere
                </SubmitButton>
              </form>
            </div>
          </Card>
        </div>
      </main>
    </div>
  );
}
