import { SlipScene } from "@/app/(public)/slip-scene";
import { trades } from "@/app/(public)/trades";

/** What Ringback is for, beside the form. Decoration: the landing page says the same in words. */
export function SlipPanel() {
  const [plumber] = trades;
  if (!plumber) return null;
  return (
    <div aria-hidden className="sticky top-0 h-dvh overflow-hidden bg-night px-10 pt-[108px] max-lg:hidden">
      <div className="relative mx-auto max-w-[560px]">
        <SlipScene
          trade={plumber}
          slipClass="mx-auto max-w-[468px] -rotate-[2.4deg]"
          threadClass="-mt-2 max-w-[440px] text-ink"
          metaClass="text-on-night-3"
        />
      </div>
    </div>
  );
}
