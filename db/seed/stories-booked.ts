import type { Moments } from "./moments";
import type { Who } from "./people";
import { Story } from "./story";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

type Job = {
  e164: string;
  name: string;
  need: string;
  cents: number;
  called: Date;
  says: string;
  we: [Who, string];
  /** What they answer, and the appointment with what we say to it. */
  agrees: string;
  day: Date;
  done: string;
};

/** Calls that became work. */
export function bookedStories({ day }: Moments): Story[] {
  const jobs: Job[] = [
    {
      e164: "+15035550139",
      name: "Amelia Brandt",
      need: "Bathroom rough-in",
      cents: 190_000,
      called: day(8, "11:31"),
      says: "Looking for a plumber for a bathroom rough-in, upstairs addition",
      we: ["dana", "We do those. Do you have drawings we could see?"],
      agrees: "Yes, the permit set. Can you start next week?",
      day: day(-6, "8:00"),
      done: "We can. See you then, bring the drawings.",
    },
    {
      e164: "+15035550173",
      name: "Bill Tran",
      need: "Kitchen faucet",
      cents: 31_000,
      called: day(4, "12:12"),
      says: "Kitchen faucet drips, I bought a new one already",
      we: ["luis", "Good, then it's about an hour. Friday at 8?"],
      agrees: "Friday works",
      day: day(-2, "8:00"),
      done: "Booked. Please clear the cabinet below the sink.",
    },
    {
      e164: "+15035550161",
      name: "Hollis Dental",
      need: "Sump pump",
      cents: 98_000,
      called: day(7, "8:05"),
      says: "Sump pump in our basement stopped, water is rising slowly",
      we: ["luis", "We can replace it. Is there power at the outlet next to it?"],
      agrees: "Yes there is. Wednesday would be best, we close at 1",
      day: day(-1, "13:30"),
      done: "Wednesday 1:30 it is.",
    },
    {
      e164: "+15035550127",
      name: "Ruth Abernathy",
      need: "Hose bib leak",
      cents: 19_000,
      called: day(5, "11:42"),
      says: "The outdoor tap won't shut off all the way",
      we: ["luis", "That's a quick one. We're on your side of the river on Thursday at 10."],
      agrees: "Thursday at 10 is fine thank you",
      day: day(-3, "10:00"),
      done: "See you then.",
    },
    {
      e164: "+15035550144",
      name: "Cole Jimenez",
      need: "Toilet install",
      cents: 42_000,
      called: day(11, "12:20"),
      says: "Need a toilet swapped, got it from the store already",
      we: ["dana", "We can do tomorrow at 4."],
      agrees: "perfect",
      day: day(10, "16:00"),
      done: "Booked for tomorrow at 4.",
    },
    {
      e164: "+15035550128",
      name: "Marisol Vega",
      need: "Shower valve",
      cents: 27_500,
      called: day(12, "10:08"),
      says: "Shower only runs cold now",
      we: ["luis", "Sounds like the mixing valve. We could look on the way home today, around 5."],
      agrees: "Yes please!!",
      day: day(12, "17:00"),
      done: "See you around 5.",
    },
    {
      e164: "+15035550131",
      name: "Owen Fitch",
      need: "Gas line for a range",
      cents: 54_000,
      called: day(10, "9:33"),
      says: "Do you run gas lines? Moving our range to the other wall",
      we: ["dana", "We do, with the permit. Could you send a photo of where it is now?"],
      agrees: "Just emailed it. Any day next week",
      day: day(3, "9:00"),
      done: "Got it, thanks. You're booked.",
    },
    {
      e164: "+15035550135",
      name: "Pine Street Yoga",
      need: "Two slow drains",
      cents: 36_000,
      called: day(9, "12:47"),
      says: "Both changing room drains are slow",
      we: ["priya", "We can clear them between classes. When is the studio empty?"],
      agrees: "Between 1 and 3 every day",
      day: day(8, "13:00"),
      done: "Then tomorrow at 1.",
    },
    {
      e164: "+15035550146",
      name: "Harriet Blum",
      need: "Replace shut-off valve",
      cents: 18_000,
      called: day(6, "8:51"),
      says: "The valve under my sink is stuck. I'm 82 and can't turn it",
      we: ["dana", "Don't force it, Harriet. We'll come by and change it. Is the morning all right?"],
      agrees: "Mornings are fine dear",
      day: day(5, "9:30"),
      done: "Luis will be there at 9:30.",
    },
    {
      e164: "+15035550152",
      name: "Deshawn Carter",
      need: "Main line camera",
      cents: 46_500,
      called: day(3, "11:18"),
      says: "Buying a house on Mississippi, need the sewer line scoped before Friday",
      we: ["luis", "We can do that. Does the seller have a cleanout outside?"],
      agrees: "Yes by the driveway",
      day: day(-1, "9:00"),
      done: "Booked. You get the video the same day.",
    },
    {
      e164: "+15035550157",
      name: "Elena Petrova",
      need: "Dishwasher and filter hookup",
      cents: 62_000,
      called: day(2, "12:36"),
      says: "New kitchen, need dishwasher and water filter connected",
      we: ["priya", "Congratulations. Are the cabinets in already?"],
      agrees: "They come tomorrow. Early next week?",
      day: day(-5, "10:30"),
      done: "Early next week it is.",
    },
    {
      e164: "+15035550159",
      name: "Tim Larsen",
      need: "Frozen pipe check",
      cents: 24_000,
      called: day(13, "11:02"),
      says: "One of our pipes froze last winter, want it looked at before it happens again",
      we: ["dana", "Good idea. We can look this week."],
      agrees: "Any afternoon",
      day: day(9, "14:00"),
      done: "You're down for 2 in the afternoon.",
    },
  ];
  return jobs.map(({ e164, name, need, cents, called, says, we: [who, words], agrees, day: when, done }, index) => {
    const story = new Story(e164, { name, need, cents, assignee: who })
      .missed(called)
      .says(3, says)
      .reply(7, who, words)
      .says(9, agrees)
      .booked(4, who, { cents, day: when })
      .reply(1, who, done);
    const nextDay = new Date(called.getTime() + 22 * HOUR + index * 7 * MINUTE);
    // Two of three ring once more about the details, on the number that texted them, and somebody is there.
    return index % 3 === 0 ? story : story.answered(nextDay, who === "dana" ? "dana" : "luis", 40 + index * 23);
  });
}
