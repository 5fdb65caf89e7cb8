import type { PhoneCall } from "./wire";

/** What somebody on a call hears, as text. */
export function Heard({ call, most }: { call: PhoneCall; most: number }) {
  const lines = call.heard.filter(({ text, kind }) => text !== "" && kind !== "ringing").slice(-most);
  if (lines.length === 0) return null;
  return (
    <ul className="flex flex-col gap-1 rounded-md bg-sunken px-3 py-2 text-control">
      {lines.map((line) => (
        <li key={`${line.at} ${line.text}`}>{line.kind === "said" ? `“${line.text}”` : line.text}</li>
      ))}
    </ul>
  );
}
