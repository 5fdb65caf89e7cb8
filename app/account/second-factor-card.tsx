import { Card } from "@/app/ui/card";
import { Status } from "@/app/ui/status";
import type { SecondFactor } from "@/lib/auth/second-factor";
import { plural } from "@/lib/format/count";
import { QrCode } from "./qr-code";
import { ConfirmCodesForm, NewRecoveryCodesForm, RemoveCodesForm, StartCodesForm } from "./second-factor-forms";

const SUMMARY =
  "list-item min-h-6 cursor-pointer font-[550] text-pen-text underline decoration-pen-text/35 underline-offset-[3px] max-md:min-h-11";

/** The code that is asked for after every way of signing in. */
export function SecondFactorCard({ factor }: { factor: SecondFactor }) {
  return (
    <Card
      id="codes"
      title="Code at sign-in"
      aside={
        factor.state === "on" ? (
          <Status family="answer" icon="done">
            On
          </Status>
        ) : null
      }
    >
      <CardBody factor={factor} />
    </Card>
  );
}

function CardBody({ factor }: { factor: SecondFactor }) {
  if (factor.state === "off") {
    return (
      <>
        <p className="mb-4 max-w-[65ch] text-ink-2">
          With a code from an app on your phone, a stolen password opens nothing. Owners of a workspace and whoever runs
          this installation should turn it on.
        </p>
        <StartCodesForm />
      </>
    );
  }
  if (factor.state === "started") {
    return (
      <>
        <p className="mb-4 max-w-[65ch] text-ink-2">
          Scan this with your authenticator app, or type the key into it. Then enter the code it shows.
        </p>
        <QrCode text={factor.address} label="QR code for your authenticator app" />
        <p className="mt-3 mb-4 break-words text-ink-2">
          Key: <code className="text-ink">{factor.secret.replace(/(.{4})(?=.)/g, "$1 ")}</code>
        </p>
        <ConfirmCodesForm />
      </>
    );
  }
  return (
    <>
      <p className="mb-4 max-w-[65ch] text-ink-2">
        Every sign-in asks for a code from your app. You have {plural(factor.codesLeft, "recovery code")} left for the
        day you have no phone.
      </p>
      <div className="flex flex-col gap-3">
        <details>
          <summary className={SUMMARY}>New recovery codes</summary>
          <div className="mt-3">
            <NewRecoveryCodesForm />
          </div>
        </details>
        <details>
          <summary className={SUMMARY}>Turn codes off</summary>
          <div className="mt-3">
            <RemoveCodesForm />
          </div>
        </details>
      </div>
    </>
  );
}
