import { cn } from "@/app/ui/cn";

const moments = [
  {
    at: "11:08:00",
    title: "Karen calls",
    words: "Your phone rings like it always does. You’re on your back under a sink.",
  },
  { at: "11:08:24", title: "It rings out", words: "Your carrier passes the missed call to Ringback.", node: "missed" },
  { at: "11:08:30", title: "She gets your text", words: "Your words, your business name, from your Ringback number." },
  {
    at: "11:10",
    title: "She says what’s wrong",
    words: "Her answer opens beside the call it came from, on your phone and at your desk.",
  },
  {
    at: "11:34",
    title: "You reply “12:30 OK?”",
    words: "One tap books it and puts $1,850 on the board.",
    node: "booked",
  },
] as const;

const nodes = {
  missed: "before:border-night-slip before:bg-night-slip",
  booked: "before:border-night-answer before:bg-night-answer",
};

/** One call from ringing to booked, on the dark band. */
export function Timeline() {
  return (
    <section id="how-it-works" className="bg-night text-on-night">
      <div className="mx-auto max-w-[1232px] px-4 py-16 md:pt-24 md:pb-26">
        <h2 className="text-headline tracking-[-0.035em] md:text-display">From ringing out to booked, before lunch.</h2>
        <ol className="mt-10 grid grid-cols-1 md:mt-13 md:grid-cols-5 md:gap-6">
          {moments.map((moment) => (
            <li
              key={moment.at}
              className={cn(
                "relative border-night-line pb-8 pl-7 before:absolute before:size-3.5 before:rounded-full before:border-3 before:border-on-night-3 before:bg-night last:pb-0 max-md:border-l-2 max-md:before:top-0 max-md:before:-left-2 max-md:last:border-transparent md:border-t-2 md:pt-[18px] md:pb-0 md:pl-0 md:before:-top-2 md:before:left-0",
                "node" in moment && nodes[moment.node],
              )}
            >
              <p className="font-[650] text-base text-on-night-3 leading-none">{moment.at}</p>
              <h3 className="mt-2 mb-1.5 font-bold text-[1.1875rem] leading-[1.2] tracking-[-0.015em]">
                {moment.title}
              </h3>
              <p className="text-base text-on-night-2">{moment.words}</p>
            </li>
          ))}
        </ol>
      </div>
    </section>
  );
}
