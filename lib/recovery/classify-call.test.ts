import { describe, expect, it } from "vitest";
import { type CallFacts, type Classified, classifyCall } from "./classify-call";

const ringing: CallFacts = {
  witness: "incoming",
  route: "miss",
  leg: "ringing",
  dial: null,
  accepted: false,
  screening: "press_1",
  machineAnswered: false,
  notice: "none",
  waited: false,
};

const missed: Classified = { is: "final", outcome: "missed" };
const answered: Classified = { is: "final", outcome: "answered" };
const failed: Classified = { is: "final", outcome: "failed" };
const open: Classified = { is: "open" };
const waiting: Classified = { is: "waiting" };

const rang = { route: "ring" } as const;
const nobody = { status: "no_answer", bridged: null } as const;
const picked = { status: "completed", bridged: true } as const;
const voicemail = { status: "completed", bridged: false } as const;
const unscreened = { ...rang, screening: "off" } as const;

const TABLE: [what: string, facts: Partial<CallFacts>, becomes: Classified][] = [
  ["a forwarded call is a miss as it comes", {}, missed],
  ["it stays open while its notice plays", { notice: "playing" }, open],
  ["it is missed when the notice is over", { witness: "notice", notice: "over", leg: "in_progress" }, missed],
  [
    "hung up during the notice: the 9 may still come",
    { witness: "status", notice: "playing", leg: "completed" },
    waiting,
  ],
  ["and does not for ever", { witness: "status", notice: "playing", leg: "completed", waited: true }, missed],
  ["the sweeper waits for no notice", { witness: "sweep", notice: "playing", leg: "completed" }, missed],
  ["the status alone decides a forwarded call", { witness: "status", leg: "completed" }, missed],
  ["one whose leg failed was missed all the same", { witness: "status", leg: "failed" }, missed],
  [
    "unscreened, and a machine picked up: the caller reached a voicemail",
    { ...unscreened, witness: "dialed", dial: picked, machineAnswered: true },
    { is: "final", outcome: "voicemail" },
  ],
  [
    "screened, no machine presses 1",
    { ...rang, witness: "dialed", dial: picked, accepted: true, machineAnswered: true },
    answered,
  ],
  ["a second leg is turned away", { route: "reject" }, missed],

  ["a ringing call is open", rang, open],
  ["nobody picked up", { ...rang, witness: "dialed", dial: nobody, leg: "in_progress" }, missed],
  ["busy is nobody", { ...rang, witness: "dialed", dial: { status: "busy", bridged: null } }, missed],
  ["the caller gave up while it rang", { ...rang, witness: "status", leg: "no_answer" }, missed],
  ["a leg canceled or busy is missed at once", { ...rang, witness: "status", leg: "canceled" }, missed],
  [
    "completed without the dial's action: it may be on its way",
    { ...rang, witness: "status", leg: "completed" },
    waiting,
  ],
  ["and if it is not, missed", { ...rang, witness: "status", leg: "completed", waited: true }, missed],
  ["failed without the dial's action: it may be on its way", { ...rang, witness: "status", leg: "failed" }, waiting],
  ["and if it is not, failed", { ...rang, witness: "status", leg: "failed", waited: true }, failed],
  ["failed after nobody picked up is missed", { ...rang, witness: "status", leg: "failed", dial: nobody }, missed],

  ["pressed 1 and talking is open", { ...rang, witness: "incoming", accepted: true, leg: "in_progress" }, open],
  ["pressed 1 and bridged is answered", { ...rang, witness: "dialed", accepted: true, dial: picked }, answered],
  [
    "pressed 1, Twilio silent about the bridge",
    { ...rang, accepted: true, dial: { ...picked, bridged: null } },
    answered,
  ],
  [
    "pressed 1 too late to be bridged is missed",
    { ...rang, witness: "dialed", accepted: true, dial: voicemail },
    missed,
  ],
  [
    "pressed 1, status first: the dial's action says more",
    { ...rang, witness: "status", accepted: true, leg: "completed" },
    waiting,
  ],
  ["and if it does not come, answered", { ...rang, accepted: true, leg: "completed", waited: true }, answered],
  [
    "pressed 1 for a caller who was never connected",
    { ...rang, accepted: true, leg: "no_answer", waited: true },
    missed,
  ],
  ["voicemail picked up: nobody pressed 1", { ...rang, witness: "dialed", dial: voicemail }, missed],
  ["completed and bridged, but nobody pressed 1", { ...rang, witness: "dialed", dial: picked }, missed],
  ["nobody picked up, and the notice plays", { ...rang, dial: nobody, notice: "playing", leg: "in_progress" }, open],
  [
    "hung up during that notice",
    { ...rang, dial: nobody, notice: "playing", leg: "completed", witness: "status" },
    waiting,
  ],
  ["that notice is over", { ...rang, dial: nobody, notice: "over", leg: "in_progress", witness: "notice" }, missed],

  ["unscreened: picked up", { ...unscreened, witness: "dialed", dial: picked }, answered],
  ["unscreened: nobody", { ...unscreened, witness: "dialed", dial: nobody }, missed],
  ["unscreened: not bridged", { ...unscreened, witness: "dialed", dial: voicemail }, missed],
  [
    "unscreened: completed, the dial's action may come",
    { ...unscreened, witness: "status", leg: "completed" },
    waiting,
  ],
  ["unscreened: completed and no action came", { ...unscreened, leg: "completed", waited: true }, answered],
  ["unscreened: completed after nobody picked up", { ...unscreened, leg: "completed", dial: nobody }, missed],
];

describe("classifyCall", () => {
  it.each(TABLE)("%s", (_, facts, becomes) => {
    expect(classifyCall({ ...ringing, ...facts })).toEqual(becomes);
  });
});

type Known = Partial<CallFacts>;

/** Tells a call's witnesses in one order; when all have spoken and nothing is final, the wait is over. */
function end(start: CallFacts, witnesses: readonly Known[]): Classified {
  let known = start;
  for (const witness of witnesses) {
    known = { ...known, ...witness };
    const classified = classifyCall(known);
    if (classified.is === "final") return classified;
  }
  return classifyCall({ ...known, waited: true });
}

function* ordersOf<T>(list: readonly T[]): Generator<T[]> {
  if (list.length <= 1) yield [...list];
  for (const [index, first] of list.entries()) {
    for (const rest of ordersOf(list.filter((_, other) => other !== index))) yield [first, ...rest];
  }
}

describe("any order of the same witnesses", () => {
  const dials = [
    nobody,
    picked,
    voicemail,
    { status: "completed", bridged: null },
    { status: "canceled", bridged: null },
  ];
  const legs = ["completed", "failed"] as const;
  const worlds = dials.flatMap((dial) =>
    legs.flatMap((leg) =>
      ([true, false] as const).flatMap((accepted) =>
        (["press_1", "off"] as const).map((screening) => ({
          dial: dial as CallFacts["dial"],
          leg,
          accepted,
          screening,
        })),
      ),
    ),
  );

  it.each(worlds)("ends the same for $dial, $leg, accepted $accepted, screening $screening", (world) => {
    const { dial, leg, accepted, screening } = world;
    // Twilio asks for the key press and waits for the answer, so it is always known before the end.
    const start: CallFacts = { ...ringing, route: "ring", accepted, screening };
    const witnesses: Known[] = [
      { witness: "dialed", dial },
      { witness: "status", leg },
    ];
    const ends = [...ordersOf(witnesses)].map((order) => end(start, order));
    expect(new Set(ends.map((one) => JSON.stringify(one))).size).toBe(1);
  });

  it("ends missed for a notice, however its end and the hanging up come", () => {
    const witnesses: Known[] = [
      { witness: "notice", notice: "over" },
      { witness: "status", leg: "completed" },
    ];
    for (const order of ordersOf(witnesses)) expect(end({ ...ringing, notice: "playing" }, order)).toEqual(missed);
  });
});
