import { Card } from "@/app/ui/card";
import { Status } from "@/app/ui/status";
import { ProveAddressForm } from "./prove-address-form";

/** Whether mail reaches the person: only a proved address can sign in by link or with Google. */
export function AddressCard({ email, isProved }: { email: string; isProved: boolean }) {
  return (
    <Card id="address" title="Email">
      <p className="mb-3 break-words text-ink-2">{email}</p>
      {isProved ? (
        <Status family="answer" icon="done" wrap>
          Proved. You can sign in with a link by mail.
        </Status>
      ) : (
        <>
          <p className="mb-4 max-w-[65ch] text-ink-2">
            Nobody has shown yet that mail reaches this address. Prove it to sign in with a link by mail.
          </p>
          <ProveAddressForm />
        </>
      )}
    </Card>
  );
}
