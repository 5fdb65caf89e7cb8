import type { Moments } from "./moments";
import { Story } from "./story";

/** Who rang in the last three hours: those who wait for a reply, and those nobody could text. */
export function todaysStories({ ago, day }: Moments): Story[] {
  return [
    new Story("+15035550188", {
      name: "Karen Boyd",
      need: "Leaking water heater, wants today",
      address: "1418 SE Alder Ct, Portland, OR 97214",
      cents: 185_000,
      assignee: "luis",
      urgent: true,
    })
      .missed(ago(26))
      .says(ago(24), "Water heater is leaking in the garage. Can someone come today??")
      .reply(
        ago(21),
        "luis",
        "Sorry to hear that, Karen. If you can, shut the cold water valve above the tank. What's the address?",
      )
      .says(ago(14.4), "Ok it's shut. 1418 SE Alder Ct")
      .says(ago(13.8), "It's leaking onto the garage floor. How soon?")
      .note(ago(8), "luis", "I'm 20 min away after the Hawthorne job. Can go there next."),
    new Story("+15035550177", { need: "Drain cleaning, asking the price", cents: 22_000 })
      .missed(ago(44))
      .says(ago(38.3), "Do you do drain cleaning? About how much"),
    new Story("+15035550170", {
      name: "Rosewood Dental",
      need: "Yearly backflow test",
      address: "3340 SE Hawthorne Blvd, Portland, OR 97214",
      cents: 32_500,
      assignee: "priya",
      attention: "They asked for a quote in writing.",
    })
      .missed(ago(75))
      .says(ago(72), "Hi, we need our yearly backflow test done at the office on Hawthorne.")
      .reply(
        ago(69),
        "priya",
        "Happy to. We do those before 9 on weekdays, so your patients aren't disturbed. Would that suit?",
      )
      .says(ago(65.4), "We'd need that quote in writing for our office manager."),
    new Story("+15035550119", {
      name: "Jin Park",
      need: "Garbage disposal jammed",
      address: "2207 NE Couch St, Portland, OR 97232",
      cents: 26_500,
      assignee: "luis",
    })
      .missed(ago(58))
      .says(ago(56), "Garbage disposal is jammed and humming")
      .reply(ago(51), "luis", "Switch it off at the wall, please. We can look on Thursday. Morning or afternoon?")
      .missed(ago(48), { callsBack: true, hungUpAfter: 9 })
      .says(ago(46), "Sorry, called by mistake. Morning. 2207 NE Couch St")
      .reply(ago(30.4), "priya", "Thursday between 9 and 11 it is. Luis will text when he's on his way."),
    new Story("+15035550126", {
      name: "Sofia Reyes",
      need: "Warm wet spot on the slab",
      address: "4815 N Albina Ave, Portland, OR 97217",
      cents: 140_000,
      assignee: "dana",
    })
      .missed(day(2, "10:20"))
      .says(4, "There's a warm wet spot on our kitchen floor, it's on a slab")
      .reply(6, "dana", "That sounds like a hot water line. Is the water meter moving with everything off?")
      .says(11, "Yes, slowly")
      .reply(5, "dana", "Then we should find the leak first. We'll bring the listening gear and call you with a time.")
      .missed(ago(12.3), { callsBack: true }),
    new Story("+19715550133").missed(ago(150)).missed(ago(134.6), { callsBack: true }),
    new Story("+15035550164", {
      name: "Tom Hauser",
      need: "Running toilet",
      cents: 24_000,
      assignee: "dana",
      lineType: "landline",
    })
      .missed(ago(170))
      .note(40, "dana", "Rang him back, no answer. His wife says the upstairs toilet runs all night."),
    new Story("+13605550117", { lineType: "mobile" })
      .missed(day(1, "17:05"))
      .missed(ago(111), { callsBack: true })
      .textedAnyway(ago(0.05), "priya"),
  ];
}
