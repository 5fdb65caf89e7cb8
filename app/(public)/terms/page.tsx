import type { Metadata } from "next";
import { TextLink } from "@/app/ui/text-link";
import { Prose, ProseSection } from "../prose";

export const metadata: Metadata = { title: "Terms" };

export default function TermsPage() {
  return (
    <Prose
      title="Terms"
      lead="The software is free to use, change and pass on under the MIT license. These are the few things to agree on before you let it text people in your name."
    >
      <ProseSection title="The software">
        <p>
          Ringback comes as it is, without warranty, as the MIT license says. Whoever runs this installation offers it
          to you and may set terms of their own, prices among them.
        </p>
      </ProseSection>
      <ProseSection title="What you agree to">
        <ul>
          <li>Text only people who called your business, about that call, under your business’s true name.</li>
          <li>Leave the words that say how to stop in every first text, and respect every request to stop.</li>
          <li>Register your number for texting with the carriers where they require it, and say the truth in it.</li>
          <li>Do not use the automatic texts to advertise, and do not buy or import lists of people to text.</li>
          <li>Tell your callers how you use their numbers, where the law in your place asks for that.</li>
        </ul>
      </ProseSection>
      <ProseSection title="What Ringback refuses">
        <p>
          It does not text a number that opted out, is blocked, cannot get texts or lies outside the countries you text.
          It limits how many new callers are texted in an hour and in a day. These limits protect you from misuse of
          your number and of your money.
        </p>
      </ProseSection>
      <ProseSection title="Not for emergencies">
        <p>
          A text can be late or not arrive at all. Do not rely on Ringback where a missed call could put somebody in
          danger, and do not use it in place of an emergency line.
        </p>
      </ProseSection>
      <ProseSection title="Legal advice">
        <p>
          The defaults follow the rules as they are commonly understood, and they are not legal advice. What is kept,
          and for how long, stands under <TextLink href="/privacy">privacy</TextLink>.
        </p>
      </ProseSection>
    </Prose>
  );
}
