/** The stamp on a slip that turned into a job. The one place where capitals are allowed. */
export function RubberStamp({ word, detail }: { word: string; detail: string }) {
  return (
    <p className="absolute top-[126px] max-[359px]:top-auto max-[359px]:-bottom-6 -right-3 -rotate-9 rounded-[10px] border-[3px] border-stamp-ink px-2.5 pt-1.5 pb-[7px] text-center font-display text-stamp-ink mix-blend-multiply md:top-[150px] md:-right-2 md:border-4 md:px-[15px] md:pt-2 md:pb-[9px]">
      <b className="block font-extrabold text-[24px] max-[359px]:text-[19px] uppercase leading-none tracking-[0.03em] md:text-[38px]">
        {word}
      </b>
      <span className="font-[650] text-xs md:text-[14.5px]">{detail}</span>
    </p>
  );
}
