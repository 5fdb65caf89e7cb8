import { ActionForm } from "@/app/ui/action-form";
import { Banner } from "@/app/ui/banner";
import { SubmitButton } from "@/app/ui/submit-button";
import { startSendingAction } from "./actions";

/** The loudest thing that can be true of an installation: it looks alive and texts nobody. */
export function SendingStopped() {
  return (
    <div className="px-4 pt-4 md:px-7">
      <Banner
        family="stamp"
        icon="stopped"
        action={
          <ActionForm action={startSendingAction}>
            <SubmitButton variant="danger" icon="send" pendingWords="Starting">
              Start sending
            </SubmitButton>
          </ActionForm>
        }
      >
        Nothing is being sent: this database was restored from a backup. What had been queued before waits as
        unconfirmed. Start sending once no other copy of this installation runs.
      </Banner>
    </div>
  );
}
