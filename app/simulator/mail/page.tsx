import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { EmptyState } from "@/app/ui/empty-state";
import { PageHeader } from "@/app/ui/page-header";
import { TextLink } from "@/app/ui/text-link";
import { Time } from "@/app/ui/time";
import { listMail, MAIL_SHOWN } from "@/lib/email/list-mail";
import { simulatorIsOpen } from "../is-open";

export const metadata: Metadata = { title: "Mailbox" };

const at = new Intl.DateTimeFormat("en-US", { dateStyle: "medium", timeStyle: "long", timeZone: "UTC" });

export default async function MailboxPage() {
  // Whoever can read this can reset anybody's password: it stands only where the telephone network is a local one.
  if (!simulatorIsOpen(await headers())) notFound();
  const mail = await listMail();
  return (
    <div className="min-h-dvh bg-surface">
      <p className="bg-marker-tint px-4 py-2.5 font-[550] text-control text-marker-text md:px-7">
        Simulator. No real calls, texts or mail.
      </p>
      <main id="content" className="mx-auto w-full max-w-[760px] pb-16">
        <PageHeader title="Mailbox" lead={`What Ringback has mailed, to anybody. The newest ${MAIL_SHOWN} are here.`} />
        {mail.length === 0 ? (
          <EmptyState icon="mail" title="No mail yet.">
            <p>Sign up or ask for a new password to see one here.</p>
          </EmptyState>
        ) : (
          <ol className="flex flex-col gap-3 px-4 md:px-7">
            {mail.map(({ id, to, subject, text, createdAt }) => (
              <li key={id} className="rounded-lg border border-line p-4 md:px-[22px] md:py-5">
                <h2 className="text-section">{subject}</h2>
                <p className="mb-3 text-ink-3 text-sm">
                  To {to},{" "}
                  <Time at={createdAt} title={at.format(createdAt)}>
                    {at.format(createdAt)}
                  </Time>
                </p>
                <p className="wrap-anywhere whitespace-pre-line text-ink-2">{withLinks(text)}</p>
              </li>
            ))}
          </ol>
        )}
      </main>
    </div>
  );
}

function withLinks(text: string) {
  return text.split(/(https?:\/\/\S+)/).map((part, i) =>
    i % 2 === 1 ? (
      <TextLink key={part} href={part} prefetch={false}>
        {part}
      </TextLink>
    ) : (
      part
    ),
  );
}
