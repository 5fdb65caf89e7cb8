import { type Load, type Measured, sendMisses } from "./miss-load";

export type FromLoad = { is: "measuring" } | { is: "done"; measured: Measured } | { is: "failed"; why: string };

/** The load's own process: makes one load after the other, as its parent asks. */
process.on("message", (load: Load) => {
  sendMisses(load, () => tell({ is: "measuring" })).then(
    (measured) => tell({ is: "done", measured }),
    (error: unknown) => tell({ is: "failed", why: String(error) }),
  );
});
process.once("disconnect", () => process.exit(0));

function tell(word: FromLoad): void {
  process.send?.(word);
}
