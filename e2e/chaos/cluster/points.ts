/** Moments in a process's life at which dying hurts most, known from its wires alone. */
export const DATABASE_POINTS = ["before-commit", "committed-unanswered", "claimed", "claim-unanswered"] as const;
export const CARRIER_POINTS = ["request-unsent", "request-sent", "accepted-untold"] as const;
/** A worker has made its last check and waits for the commit's answer, after which it writes its request. */
export const LAST_CHECK = "last-check-committing";
/** A web has locked a caller's slot and written all it had to, and the answer to that is on its way: its commit comes next. */
export const SLOT_IN_HAND = "slot-in-hand";
export type Point =
  | (typeof DATABASE_POINTS)[number]
  | (typeof CARRIER_POINTS)[number]
  | typeof LAST_CHECK
  | typeof SLOT_IN_HAND;

/** What is waited for on the wires of one process. */
export class Points {
  #armed: { point: Point; fire: () => void } | undefined;

  /**
   * Waits for the point, once.
   * @param atOnce done before what has passed the wire goes on
   * @returns whether it came in time
   */
  await(point: Point, withinMs: number, atOnce: () => void = () => {}): Promise<boolean> {
    return new Promise((resolve) => {
      const settle = (came: boolean) => {
        clearTimeout(timer);
        this.#armed = undefined;
        resolve(came);
      };
      const timer = setTimeout(settle, withinMs, false);
      const fire = () => {
        atOnce();
        settle(true);
      };
      this.#armed = { point, fire };
    });
  }

  isArmed(point: Point): boolean {
    return this.#armed?.point === point;
  }

  /** Says that the point is reached now. @returns whether somebody had waited for it */
  reach(point: Point): boolean {
    if (!this.isArmed(point)) return false;
    this.#armed?.fire();
    return true;
  }
}
