import type { Moments } from "./moments";
import { Story } from "./story";

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
