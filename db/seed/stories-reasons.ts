import type { TextingHours } from "@/db/schema/workspaces";
import type { Moments } from "./moments";
import { TEAM } from "./people";
import { type FactsPatch, Story } from "./story";

/** The first days, while things were being set up, and the plan and the settings that came and went since. */
export function settingUpStories({ day }: Moments): Story[] {
  const not = (e164: string, at: Date, facts: FactsPatch) => new Story(e164).missed(at, { facts });
  return [
    not("+15035550120", day(13, "8:20"), { line: { workspaceActive: false } }),
    not("+15035550121", day(13, "8:55"), { line: { hasPhones: false } }),
    not("+15035550122", day(13, "9:40"), { registration: "submitted" }),
    not("+15035550123", day(12, "8:15"), { line: { textBackOn: false } }),
    not("+15035550124", day(12, "15:50"), { plan: { plan: "free", callersThisMonth: 5 } }),
    not("+15035550125", day(10, "8:02"), { plan: { plan: "paused" } }),
    not("+15035550129", day(8, "13:26"), { line: { pausedUntil: day(8, "15:00"), pausedBy: TEAM.dana.name } }),
    not("+15035550130", day(7, "9:12"), { plan: { status: "past_due", graceEndsAt: day(8, "0:00") } }),
    not("+15035550132", day(5, "7:50"), { line: { mode: "forwarding", forwarding: "waiting" } }),
  ];
}

/** Callers no text could or should reach, each for another reason. */
export function notTextedStories({ day }: Moments): Story[] {
  return [
    new Story("+15035550134", { name: "Gordon Pike", need: "Called about an estimate" }).missed(day(12, "10:44"), {
      outcome: "voicemail",
    }),
    new Story("+15035550136").missed(day(6, "14:05:00")).missed(day(6, "14:05:02"), { secondLeg: true }),
    new Story("+15035550137", { name: "Abby Tran", need: "Clogged kitchen sink" }).missed(day(7, "18:20"), {
      outcome: "voice_ai",
      facts: { voice: { helped: true } },
    }),
    new Story("+15035550000")
      .missed(day(9, "10:12"), { caller: "withheld" })
      .missed(day(2, "15:03"), { caller: "withheld" }),
    new Story("+15035550001").missed(day(4, "14:41"), { caller: "not_a_phone" }),
    new Story("+18765550143").missed(day(6, "7:35")),
    new Story(TEAM.luis.phone).missed(day(4, "12:58"), { hungUpAfter: 6 }),
    new Story("+15035550190").missed(day(3, "10:25"), { spoofed: true }),
    new Story("+15035550151", { need: "Called three times, texted STOP" })
      .missed(day(4, "9:10"))
      .says(3, "STOP")
      .missed(day(3, "16:40"), { callsBack: true })
      .missed(day(1, "18:48")),
    new Story("+15035550184").missed(day(5, "16:12"), { pressed9: true }),
    new Story("+12125550155", { name: "Top Rank Marketing" })
      .missed(day(10, "11:15"))
      .says(1, "We can get Alder & Sons on page one of the search results!")
      .blocked(9, "dana")
      .lost(0.2, "dana", "Sales call")
      .missed(day(3, "8:40")),
    new Story("+15035550116", { personal: "Helen Whitfield, Dana's mother" }).missed(day(2, "12:30"), {
      callsBack: true,
    }),
    new Story("+15035550193").missed(day(1, "12:52")).missed(day(1, "13:31"), { callsBack: true }),
    new Story("+15035550147").missed(day(9, "13:40"), { late: 14 * 60 }),
  ];
}

/** A burst of callers, more than the limit of that day let through. */
export function burstStories({ day }: Moments): Story[] {
  const burst = (minute: number) => day(11, `13:${minute}`);
  return [
    new Story("+15035550194", { name: "Lena Ortiz", need: "No water since noon" })
      .missed(burst(10))
      .says(1, "No water at all on Salmon St??")
      .reply(5, "priya", "The city has a main break near you. It should be back by 5."),
    new Story("+15035550195").missed(burst(16)),
    new Story("+15035550196").missed(burst(24)),
    new Story("+15035550197").missed(burst(37), { facts: { limits: { hourlyCap: 3 } } }),
  ];
}

/** Texts that did not arrive, in every way a text can fail. */
export function undeliveredStories({ day }: Moments): Story[] {
  return [
    new Story("+15035550110").missed(day(6, "12:02"), { delivery: { undelivered: 30003 } }),
    new Story("+15035550111", { need: "Asked about a gas leak, call back" }).missed(day(3, "12:11"), {
      delivery: { undelivered: 30006 },
    }),
    new Story("+15035550112").missed(day(2, "9:44"), { delivery: { undelivered: 30007 } }),
    new Story("+15035550113").missed(day(2, "11:20"), { delivery: { refused: 21_614 } }),
    new Story("+15035550114", { attention: "We couldn't tell whether our text went out." }).missed(day(1, "10:06"), {
      delivery: "unconfirmed",
    }),
  ];
}

/**
 * Rang last night, when texts had to wait for the morning. It is still held whatever the hour is now: on that evening the
 * coming day was closed for a holiday, which has been taken out of the hours since.
 */
export function heldStory({ now, day, weekday }: Moments, hours: TextingHours): Story {
  const closedToday = now >= day(0, "7:30");
  const schedule = hours.map((spans, index) => (closedToday && index === weekday ? [] : spans));
  return new Story("+15035550186", { need: "Rang late about a burst hose" }).missed(day(1, "21:40"), {
    facts: { hours: { schedule, replyAnyHour: false } },
  });
}
