import type { Metadata } from "next";
import { Prose, ProseSection } from "../prose";

export const metadata: Metadata = { title: "Privacy" };

export default function PrivacyPage() {
  return (
    <Prose
      title="Privacy"
      lead="Ringback is open source and runs on the server of whoever installed it. That operator holds the data and answers for it. This page says what the software keeps, where, and for how long."
    >
      <ProseSection title="What is stored">
        <ul>
          <li>
            <strong>People with an account:</strong> name, email address, a scrambled form of the password, and the
            sessions they are signed in with.
          </li>
          <li>
            <strong>Calls:</strong> the caller’s number, when they called, how long it rang, how the call ended, and
            whether it was forwarded, with the notices Twilio sent about it. Calls are not recorded.
          </li>
          <li>
            <strong>Texts:</strong> every text sent and received, with its delivery state and any picture that came with
            it.
          </li>
          <li>
            <strong>Leads:</strong> what the business writes down about a caller: name, stage, amount, notes.
          </li>
          <li>
            <strong>Decisions:</strong> for every missed call, what was checked and why a text did or did not go out,
            and what notice the caller heard before it.
          </li>
          <li>
            <strong>Opt-outs:</strong> that a number asked for no more texts, and when.
          </li>
        </ul>
      </ProseSection>
      <ProseSection title="Where it is stored">
        <p>
          In one Postgres database that the operator chooses. Calls and texts travel through Twilio under the operator’s
          own account, so Twilio sees and keeps them under its own terms. Password-reset mail goes through the
          operator’s mail server. Nothing is sent to the authors of Ringback, and the pages load no analytics, no
          advertising and no fonts from elsewhere.
        </p>
      </ProseSection>
      <ProseSection title="For how long">
        <p>
          Calls, texts and leads are kept until the operator or the business deletes them. An opt-out is kept for good,
          because forgetting it would start the texts again. Sessions end when you sign out.
        </p>
      </ProseSection>
      <ProseSection title="Cookies">
        <p>
          One keeps you signed in, one protects the sign-in form, and one remembers light or dark. There are no others.
        </p>
      </ProseSection>
      <ProseSection title="If a business texted you">
        <p>
          You called it, and nobody could pick up. Reply STOP and no more texts come from that business; reply START to
          allow them again. To see or delete what it keeps about you, ask the business you called: it has the means to
          do both.
        </p>
      </ProseSection>
    </Prose>
  );
}
