import { Dialog, DialogClose } from "@/app/ui/dialog";
import { Status } from "@/app/ui/status";
import { SubmitButton } from "@/app/ui/submit-button";
import type { SignUpMode } from "@/db/enums";
import { env } from "@/lib/env";
import { formatDay } from "@/lib/format/time";
import type { Invitation } from "@/lib/operator/workspace-invitations";
import { ActionButton } from "../action-button";
import { cancelInvitationAction, copyLinkAction, resendAction } from "../actions";
import { LinkForm } from "../link-form";

const WHO_MAY_OPEN: Record<SignUpMode, string> = {
  invited: "Only people you invite can open a workspace.",
  open: "Anybody can open a workspace. People you invite need not sign up.",
};

type Times = { now: Date; timeZone: string };

/** Whom operators invited, and what became of it. */
export function InvitationList({ list, now, timeZone }: { list: Invitation[] } & Times) {
  return (
    <>
      <p className="mb-1 text-[0.84375rem] text-ink-3">{WHO_MAY_OPEN[env().SIGN_UP]}</p>
      {list.length === 0 ? <p className="py-2 text-ink-2">Nobody is invited at the moment.</p> : null}
      <ul>
        {list.map((one) => (
          <li
            key={one.id}
            className="flex min-h-[50px] flex-wrap items-center gap-x-2.5 gap-y-1 border-line border-t py-2 first:border-0"
          >
            <span className="min-w-40 grow basis-0">
              <span className="block truncate">{one.email}</span>
              <InvitationState invitation={one} now={now} timeZone={timeZone} />
            </span>
            <InvitationActions invitation={one} />
          </li>
        ))}
      </ul>
    </>
  );
}

function InvitationState({ invitation, now, timeZone }: { invitation: Invitation } & Times) {
  const { state, mail, expiresAt } = invitation;
  const ends = `ends ${formatDay(expiresAt, now, timeZone)}`;
  if (state === "accepted") return <Status family="answer">Joined</Status>;
  if (state === "cancelled") return <Quiet>Cancelled</Quiet>;
  if (state === "over") return <Quiet>Ended {formatDay(expiresAt, now, timeZone)}</Quiet>;
  switch (mail) {
    case "failed":
      return <Status family="stamp">Mail not sent</Status>;
    case "not_configured":
    case "copied":
      return <Quiet>Link to pass on, {ends}</Quiet>;
    case "waiting":
      return <Quiet>Mail on its way, {ends}</Quiet>;
    case "sent":
      return <Quiet>Sent, {ends}</Quiet>;
  }
}

function Quiet({ children }: { children: React.ReactNode }) {
  return <span className="block text-[0.84375rem] text-ink-3">{children}</span>;
}

function InvitationActions({ invitation: { id, email, state, mail } }: { invitation: Invitation }) {
  if (state === "accepted" || state === "cancelled") return null;
  return (
    <>
      {state === "over" || mail === "failed" ? (
        <ActionButton action={resendAction.bind(null, id)} label="Send again" about={email} />
      ) : null}
      <CopyLinkDialog id={id} email={email} />
      <ActionButton action={cancelInvitationAction.bind(null, id)} label="Cancel" about={email} variant="ghost" />
    </>
  );
}

function CopyLinkDialog({ id, email }: { id: string; email: string }) {
  return (
    <Dialog
      title={`A link for ${email}`}
      description="For sending by other means. It proves nothing about their address, and ends the link of a mail sent before."
      trigger={{ label: "Copy link", icon: "copy", size: "compact" }}
    >
      <LinkForm action={copyLinkAction.bind(null, id)}>
        <div className="flex flex-wrap justify-end gap-2">
          <DialogClose>Close</DialogClose>
          <SubmitButton pendingWords="Making">Make a link</SubmitButton>
        </div>
      </LinkForm>
    </Dialog>
  );
}
