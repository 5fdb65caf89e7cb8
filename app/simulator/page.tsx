import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { TextLink } from "@/app/ui/text-link";
import { findUser } from "@/lib/auth/require-workspace";
import { listWorkspaces } from "@/lib/workspaces/list-workspaces";
import { simulatorIsOpen } from "./is-open";
import { Simulator } from "./simulator";

export const metadata: Metadata = { title: "Simulator" };

export default async function SimulatorPage() {
  if (!simulatorIsOpen(await headers())) notFound();
  const user = await findUser();
  const [seat] = user ? await listWorkspaces(user.id) : [];
  const address = seat ? `/w/${seat.workspace.slug}/calls` : "/sign-in";
  return (
    <div className="flex h-dvh flex-col">
      <Bar />
      <main id="content" className="flex min-h-0 grow flex-col">
        <h1 className="sr-only">Simulator</h1>
        <Simulator
          app={
            <>
              {seat ? null : (
                <p className="shrink-0 border-line border-b bg-pen-tint px-4 py-2 text-control text-pen-text">
                  Sign in as <b>dana@alderandsons.example</b> with <b>ringback-demo</b> to watch the demo.
                </p>
              )}
              <iframe title="Your app" src={address} className="min-h-0 w-full grow border-0" />
            </>
          }
        />
      </main>
    </div>
  );
}

/** Striped like the tape around a building site: whoever looks at a screenshot knows that nothing here is real. */
function Bar() {
  return (
    <header className="shrink-0 bg-marker text-on-marker">
      <div
        aria-hidden
        className="h-2 bg-[repeating-linear-gradient(135deg,var(--color-on-marker)_0_10px,transparent_10px_20px)]"
      />
      <div className="flex items-center gap-4 px-4 py-2 font-semibold text-control">
        <p className="grow">Simulator. No real calls or texts.</p>
        <TextLink href="/simulator/mail" className="text-on-marker">
          Mailbox
        </TextLink>
      </div>
    </header>
  );
}
