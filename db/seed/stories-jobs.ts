import type { Moments } from "./moments";
import type { Who } from "./people";
import { Story } from "./story";

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
  return jobs.map(({ e164, name, need, cents, called, says, we: [who, words], agrees, day: when, done }) =>
    new Story(e164, { name, need, cents, assignee: who })
      .missed(called)
      .says(3, says)
      .reply(7, who, words)
      .says(9, agrees)
      .booked(4, who, { cents, day: when })
      .reply(1, who, done),
  );
}

/** Prices that were named and not answered yet, a regular among them. */
export function quotedStories({ day, ago }: Moments): Story[] {
  return [
    new Story("+15035550102", {
      name: "Maple Court HOA",
      need: "Replace main shutoff, 6 units",
      address: "910 SW Maple Ct, Portland, OR 97219",
      assignee: "dana",
    })
      .missed(day(6, "10:31"))
      .says(5, "We need the main shutoff replaced for six units. Who can come and quote?")
      .reply(12, "dana", "I can. Is tomorrow at 9 all right?")
      .says(8, "Yes, ask for the manager")
      .reply(2, "dana", "Will do.")
      .quoted(day(2, "15:20"), "dana", 420_000)
      .reply(day(2, "15:21"), "dana", "The quote is in your email. We'd need the water off for half a day.")
      .answered(ago(95), "luis", 252),
    new Story("+15035550160", { name: "Grant Liu", need: "Tankless water heater", assignee: "luis" })
      .missed(day(9, "11:05"))
      .says(6, "Thinking about going tankless. 3 bathrooms, gas")
      .reply(10, "luis", "We put those in. I'll work out a price and send it today.")
      .quoted(day(7, "16:10"), "luis", 360_000)
      .reply(day(7, "16:11"), "luis", "Sent it to your email, Grant. Questions welcome."),
    new Story("+15035550165", { name: "Della Frost", need: "Repipe upstairs bath", assignee: "dana" })
      .missed(day(4, "12:05"))
      .says(3, "Our upstairs pipes are galvanized and the water is brown")
      .reply(14, "dana", "Then they should be replaced. I can measure on Tuesday.")
      .says(5, "ok Tuesday")
      .quoted(day(1, "15:40"), "dana", 162_000)
      .reply(day(1, "15:41"), "dana", "Measured and worked out, Della. The quote is in your email."),
    new Story("+15035550168", { name: "St. Ives Bakery", need: "Grease trap, monthly", assignee: "priya" })
      .missed(day(5, "13:10"))
      .says(2, "Do you service grease traps? We need somebody every month")
      .reply(9, "priya", "We do. How big is it, and where does it sit?")
      .says(20, "50 gallons, behind the building")
      .quoted(day(1, "11:00"), "priya", 45_000)
      .reply(day(1, "11:01"), "priya", "We'd come on the first Monday of the month, before you open. OK?"),
  ];
}

/** Conversations that go on, without a price. */
export function talkingStories({ day }: Moments): Story[] {
  return [
    new Story("+15035550162", {
      name: "Nadia Osei",
      need: "Low pressure, second floor",
      cents: 25_000,
      assignee: "priya",
    })
      .missed(day(1, "12:15"))
      .says(4, "Low water pressure upstairs since the street works")
      .reply(11, "priya", "Could you unscrew one faucet tip and look for grit?")
      .says(25, "Lots of sand in it")
      .reply(6, "priya", "Then it's the lines. Would Monday suit for a flush?"),
    new Story("+15035550108", { name: "Dale Whitcomb", need: "Water softener", assignee: "dana" })
      .missed(day(10, "13:22"))
      .says(2, "Call me about a softener when you can")
      .answered(day(9, "8:05"), "dana", 110)
      .reply(day(9, "8:20"), "dana", "Good talking, Dale. I'll ask the supplier and let you know."),
    new Story("+15035550171", { name: "Priscilla Ng", need: "Bathtub drain" })
      .says(day(3, "19:12"), "Hi, a neighbor gave me your number. Our tub doesn't drain any more")
      .reply(13, "priya", "We can help with that. Is it only the tub, or the sink as well?"),
    new Story("+15035550174", {
      name: "Carl Jensen",
      need: "Asked at the counter about a bidet",
      cents: 38_000,
      assignee: "dana",
    })
      .addedByHand(day(7, "14:30"), "dana")
      .note(2, "dana", "Wants to think it over, ring him next week."),
  ];
}

/** Leads that went elsewhere. */
export function lostStories({ day }: Moments): Story[] {
  return [
    new Story("+15035550176", { name: "Ray Kowalski", need: "Water heater", cents: 160_000, assignee: "luis" })
      .missed(day(12, "12:31"))
      .says(14, "Water heater died, need one today")
      .reply(35, "luis", "We could come at 6 tonight.")
      .says(3, "Found someone for 3pm, thanks")
      .reply(4, "luis", "Glad you found somebody. Good luck, Ray.")
      .lost(1, "luis", "Found somebody faster"),
    new Story("+15035550178", { name: "Beth Nakamura", need: "Laundry hookup", cents: 48_000, assignee: "dana" })
      .missed(day(11, "9:15"))
      .says(5, "How much to move a washer hookup 6 feet?")
      .reply(20, "dana", "That needs a look first. Roughly half a day of work.")
      .lost(day(8, "17:00"), "dana", "Too expensive"),
    new Story("+15035550180", { name: "Oak & Iron Gym", need: "Urinal repair", assignee: "priya" })
      .missed(day(8, "12:22"))
      .says(8, "Wall urinal keeps flushing")
      .reply(9, "priya", "It's the sensor, most likely. Which make is it?")
      .lost(day(4, "10:00"), "priya", "Landlord takes care of it"),
    new Story("+15035550182")
      .missed(day(7, "11:55"))
      .says(2, "Sorry wrong number")
      .lost(6, "priya", "Wrong number")
      .reply(1, "priya", "No harm done."),
    new Story("+15035550183", { name: "Vince Mora", need: "Asked which valve to buy" })
      .missed(day(3, "13:32"))
      .says(2, "Which shutoff fits a 1/2 inch copper?")
      .reply(16, "luis", "A quarter-turn, compression. Any store has them.")
      .lost(1, "luis", "Wanted advice only"),
  ];
}
