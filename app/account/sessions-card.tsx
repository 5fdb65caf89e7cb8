import { Button } from "@/app/ui/button";
import { Card } from "@/app/ui/card";
import { Status } from "@/app/ui/status";
import { SubmitButton } from "@/app/ui/submit-button";
import type { ListedSession } from "@/lib/auth/list-sessions";
import { formatWaiting } from "@/lib/format/time";
import { endSessionAction, signOut, signOutEverywhere } from "./actions";

/** Where the person is signed in, each with its end. */
export function SessionsCard({ sessions, currentId }: { sessions: ListedSession[]; currentId: string }) {
  return (
    <Card id="sessions" title="Where you are signed in">
      <ul className="mb-4 flex flex-col divide-y divide-line">
        {sessions.map((session) => (
          <li key={session.id} className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3">
            <div className="min-w-0 grow">
              <p className="font-semibold">{session.browser}</p>
              <p className="break-words text-ink-3 text-sm">
                {session.network === "" ? "" : `${session.network} · `}last seen {formatWaiting(session.seenMsAgo)} ago
              </p>
            </div>
            {session.id === currentId ? (
              <Status family="answer" icon="done">
                This device
              </Status>
            ) : (
              <form action={endSessionAction.bind(null, session.id)}>
                <Button type="submit" variant="secondary" size="compact" aria-label={`End ${session.browser}`}>
                  End
                </Button>
              </form>
            )}
          </li>
        ))}
      </ul>
      <p className="mb-4 max-w-[65ch] text-ink-2">
        A device that isn't used for 30 days is signed out by itself. Don't know one of these? End it and change your
        password.
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
  );
}
