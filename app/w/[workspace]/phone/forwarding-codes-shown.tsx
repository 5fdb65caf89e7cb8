import { CopyButton } from "@/app/ui/copy-button";
import { Tag } from "@/app/ui/tag";
import { TextLink } from "@/app/ui/text-link";
import { dialLink, type ForwardingCarrier, type ForwardingCode } from "@/lib/phone/forwarding-codes";
import { DialLink } from "./dial-link";

type Props = {
  carrier: ForwardingCarrier;
  /** How many codes of this carrier did not work. */
  attempt: number;
  line: { e164: string };
  href: (attempt: number) => string;
};

/** One way to switch forwarding on, big enough to dial from across the desk, and the next one when it fails. */
export function ForwardingCodes({ carrier, attempt, line, href }: Props) {
  const index = Math.min(Math.max(attempt, 0), carrier.codes.length - 1);
  const code = carrier.codes[index];
  if (!code) return null;
  const dialled = code.activate(line.e164);
  return (
    <section id="forwarding-code" aria-label="Forwarding code" className="scroll-mt-20 rounded-lg bg-desk p-4 md:p-5">
      <div className="flex flex-wrap items-center gap-2">
        <p className="grow font-semibold text-ink-2 text-sm">
          {dialled.length > 0 ? "On that phone, dial this and press call" : "Nothing to dial"}
        </p>
        <Tag>{confidenceWords[code.confidence]}</Tag>
      </div>
      <ol className="mt-1 grid gap-3">
        {dialled.map((digits) => (
          <li key={digits} className="flex flex-wrap items-center gap-x-4 gap-y-2">
            <BigCode digits={digits} e164={line.e164} long={dialled.some((one) => one.length > 14)} />
            <span className="flex gap-2">
              <CopyButton text={digits} label={dialled.length > 1 ? "Copy" : "Copy the code"} />
              <DialLink href={dialLink(digits)} />
            </span>
          </li>
        ))}
      </ol>
      <p className="mt-3 max-w-[60ch] text-ink-2">{code.note}</p>
      {code.deactivate.length > 0 ? <OffCodes codes={code.deactivate} /> : null}
      <p className="mt-1.5 flex flex-wrap items-center gap-x-4 text-control">
        {index < carrier.codes.length - 1 ? (
          <TextLink standalone scroll={false} href={href(index + 1)}>
            It didn't work
          </TextLink>
        ) : null}
        {index > 0 ? (
          <TextLink standalone scroll={false} href={href(0)}>
            Back to the first way
          </TextLink>
        ) : null}
        <span className="text-ink-3">Checked {carrier.lastChecked}</span>
      </p>
    </section>
  );
}

const confidenceWords: Record<ForwardingCode["confidence"], string> = {
  good: "Works for most",
  common: "Works on most lines",
  verify: "Sources disagree, so check it",
  unverified: "Not confirmed, so check it",
  portal: "In your provider's settings",
};

function OffCodes({ codes }: { codes: readonly string[] }) {
  return (
    <p className="mt-1.5 text-ink-2">
      To turn it off, dial{" "}
      {codes.map((code, index) => (
        <span key={code}>
          {index === 0 ? "" : index === codes.length - 1 ? " and " : ", "}
          <b className="whitespace-nowrap">{code}</b>
        </span>
      ))}
      .
    </p>
  );
}

/** The service code stands out from the number, which is spaced as people read it. */
function BigCode({ digits, e164, long }: { digits: string; e164: string; long: boolean }) {
  const [before, number, after] = split(digits, e164.replace("+", ""));
  return (
    <span
      className={`whitespace-nowrap font-bold font-display leading-[1.12] tracking-[-0.02em] ${long ? "text-[clamp(1.25rem,5.6vw,2rem)]" : "text-[clamp(1.625rem,9vw,2.8rem)]"}`}
    >
      <span className="text-pen-text">{before}</span>
      {before && number ? " " : ""}
      {number.replace(/^(1?)(\d{3})(\d{3})(\d{4})$/, (_, one, a, b, c) => [one, a, b, c].filter(Boolean).join(" "))}
      <span className="text-pen-text">{after}</span>
    </span>
  );
}

/** Ten digits stand right behind their code (`*71503…`); eleven stand behind a star of their own (`**61*1503…`). */
function split(digits: string, number: string): [string, string, string] {
  const part = digits.includes(`*${number}`) || digits === number ? number : number.slice(-10);
  const at = digits.indexOf(part);
  return at < 0 ? [digits, "", ""] : [digits.slice(0, at), part, digits.slice(at + part.length)];
}
