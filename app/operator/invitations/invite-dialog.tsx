"use client";

import { Dialog, DialogClose } from "@/app/ui/dialog";
import { SubmitButton } from "@/app/ui/submit-button";
import { TextInput } from "@/app/ui/text-input";
import { inviteAction } from "../actions";
import { LinkForm } from "../link-form";

/** Both "Invite" and "New workspace": a workspace is opened by whoever owns it. */
export function InviteDialog({ label }: { label: "Invite" | "New workspace" }) {
  return (
    <Dialog
      title="Invite somebody to open a workspace"
      description="They become its owner. The link works once, for three days."
      trigger={{ label, icon: "add", size: "compact" }}
    >
      <LinkForm action={inviteAction}>
        {({ ok, errors, values }) => (
          <>
            <TextInput
              key={ok ? "sent" : "asked"}
              label="Their email"
              name="email"
              type="email"
              autoComplete="off"
              defaultValue={ok ? "" : values?.email}
              error={errors?.email}
            />
            <div className="flex flex-wrap justify-end gap-2">
              <DialogClose>Close</DialogClose>
              <SubmitButton icon="send" pendingWords="Inviting">
                Invite
              </SubmitButton>
            </div>
          </>
        )}
      </LinkForm>
    </Dialog>
  );
}
