const RULES = [
  [
    "Missed",
    "different callers nobody answered in this month. Blocked numbers, your own people and your own numbers are left out; a caller who hides their number counts once a call.",
  ],
  ["Texted", "of these, the callers whose text the carrier took."],
  ["Replied", "of the texted, the callers who wrote back. Texting STOP is no reply."],
  ["Booked", "of the missed, the callers whose lead somebody moved to Booked after the call."],
  ["The money", "adds up the amounts people entered for those bookings. Nothing is estimated."],
  ["How often", "at every look. In a month with 500 missed callers or more, once a minute."],
] as const;

export function HowCounted() {
  return (
    <details className="group max-w-[60ch] open:basis-full">
      <summary className="inline-flex min-h-6 items-center font-[550] text-pen-text underline decoration-pen-text/35 underline-offset-[3px] hover:decoration-pen-text max-md:min-h-11">
        How this is counted
      </summary>
      <dl className="mt-2 grid gap-1.5">
        {RULES.map(([term, rule]) => (
          <div key={term}>
            <dt className="inline font-[650] text-ink">{term}: </dt>
            <dd className="inline">{rule}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
