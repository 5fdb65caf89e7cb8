import type { LineType, Stage } from "@/db/enums";
import type { Facts } from "@/lib/recovery/facts";
import type { Who } from "./people";

/** What was different from today when a call was decided: a pause, another plan, a setting that has changed since. */
export type FactsPatch = {
  [Group in Exclude<keyof Facts, "now" | "heldUntil" | "registration">]?: Partial<NonNullable<Facts[Group]>>;
} & { registration?: Facts["registration"] };

export type Delivery =
  | "delivered"
  | "unconfirmed"
  /** The carrier took it and then could not deliver it. */
  | { undelivered: number }
  /** The carrier did not take it. */
  | { refused: number };

export type MissedCall = {
  facts?: FactsPatch;
  delivery?: Delivery;
  /** Seconds it rang before they gave up; the notice is not played then. */
  hungUpAfter?: number;
  /** They called back the number that texted them, which rings the phones first. */
  callsBack?: boolean;
  /** Seconds between the end of the call and the news of it. */
  late?: number;
  outcome?: "missed" | "voicemail" | "voice_ai";
  pressed9?: boolean;
  /** It came around again while this caller's last call was still open. */
  secondLeg?: boolean;
  caller?: "withheld" | "not_a_phone";
  spoofed?: boolean;
};

export type Scene = { at: Date } & (
  | ({ kind: "missed" } & MissedCall)
  | { kind: "answered"; by: Who; seconds: number }
  | { kind: "says"; text: string }
  | { kind: "reply"; by: Who; text: string }
  | { kind: "note"; by: Who; text: string }
  | { kind: "move"; by: Who; to: Stage; cents?: number; day?: Date; reason?: string }
  | { kind: "block"; by: Who }
  | { kind: "added"; by: Who }
  /** "Text them anyway", pressed a moment ago: the text is on its way. */
  | { kind: "texts_anyway"; by: Who }
);

export type Caller = {
  name?: string;
  need?: string;
  address?: string;
  cents?: number;
  assignee?: Who;
  urgent?: boolean;
  attention?: string;
  lineType?: LineType;
  personal?: string;
};

const MINUTE = 60_000;

/** One caller's fortnight. Whatever is not given a moment of its own comes some minutes after what came before. */
export class Story {
  readonly scenes: Scene[] = [];
  private last = new Date(0);

  constructor(
    readonly e164: string,
    readonly caller: Caller = {},
  ) {}

  missed(at: Date, call: MissedCall = {}): this {
    return this.add({ kind: "missed", at, ...call });
  }

  answered(at: Date, by: Who, seconds: number): this {
    return this.add({ kind: "answered", at, by, seconds });
  }

  says(when: number | Date, text: string): this {
    return this.add({ kind: "says", at: this.moment(when), text });
  }

  reply(when: number | Date, by: Who, text: string): this {
    return this.add({ kind: "reply", at: this.moment(when), by, text });
  }

  note(when: number | Date, by: Who, text: string): this {
    return this.add({ kind: "note", at: this.moment(when), by, text });
  }

  quoted(when: number | Date, by: Who, cents: number): this {
    return this.add({ kind: "move", at: this.moment(when), by, to: "quoted", cents });
  }

  booked(when: number | Date, by: Who, job: { cents: number; day: Date }): this {
    return this.add({ kind: "move", at: this.moment(when), by, to: "booked", ...job });
  }

  lost(when: number | Date, by: Who, reason: string): this {
    return this.add({ kind: "move", at: this.moment(when), by, to: "lost", reason });
  }

  blocked(when: number | Date, by: Who): this {
    return this.add({ kind: "block", at: this.moment(when), by });
  }

  addedByHand(at: Date, by: Who): this {
    return this.add({ kind: "added", at, by });
  }

  textedAnyway(at: Date, by: Who): this {
    return this.add({ kind: "texts_anyway", at, by });
  }

  private moment(when: number | Date): Date {
    return when instanceof Date ? when : new Date(this.last.getTime() + when * MINUTE);
  }

  private add(scene: Scene): this {
    this.scenes.push(scene);
    this.last = scene.at;
    return this;
  }
}
