import type { Moments } from "./moments";
import type { Random } from "./random";
import { Story } from "./story";

const ASKS = [
  "Toilet won't stop running, can you take a look this week?",
  "Do you install water softeners?",
  "Drip under the kitchen sink",
  "Need a quote for two outdoor taps",
] as const;
const ANSWERS = [
  "We can. What's the address, and is the morning all right?",
  "We do. Could you send us a photo of where it would go?",
  "Put a bucket under it for now. We have time the day after tomorrow.",
] as const;
const HOURS = [8, 9, 10, 11, 11, 12, 12, 12, 13, 14, 16, 17] as const;

/** People without a name yet, spread over the days as a plumber's calls are: most around noon, few on Sundays. */
export function otherStories({ day }: Moments, random: Random): Story[] {
  const stories: Story[] = [];
  for (const daysAgo of [12, 10, 9, 8, 6, 5, 3]) {
    const noon = day(daysAgo, "12:00");
    if (noon.getUTCDay() === 0) continue;
    const clock = `${random.pick(HOURS)}:${String(random.between(0, 59)).padStart(2, "0")}`;
    const story = new Story(`+1971555${String(4100 + daysAgo * 7)}`).missed(
      day(daysAgo, clock),
      random.between(1, 4) === 1 ? { hungUpAfter: random.between(6, 15) } : {},
    );
    if (random.between(1, 5) > 2)
      story.says(random.between(2, 15), random.pick(ASKS)).reply(12, "priya", random.pick(ANSWERS));
    stories.push(story);
  }
  return stories;
}
