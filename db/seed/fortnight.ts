import { Book, type Rows, type Setting } from "./book";
import { momentsAround } from "./moments";
import { play } from "./play";
import { strayText } from "./play-text";
import { seededRandom } from "./random";
import { bookedStories } from "./stories-booked";
import { lostStories, quotedStories, talkingStories } from "./stories-jobs";
import { otherStories } from "./stories-others";
import { burstStories, heldStory, notTextedStories, settingUpStories, undeliveredStories } from "./stories-reasons";
import { todaysStories } from "./stories-today";

const SEED = 5_550_142;

/** A plumber's fortnight up to now. Decided by the real rules; the same moment always gives the same rows. */
export function tellFortnight(setting: Setting, now: Date): Rows {
  const moments = momentsAround(now);
  const random = seededRandom(SEED);
  const book = new Book(setting, moments, random);
  play(book, [
    ...todaysStories(moments),
    ...bookedStories(moments),
    ...quotedStories(moments),
    ...talkingStories(moments),
    ...lostStories(moments),
    ...settingUpStories(moments),
    ...notTextedStories(moments),
    ...burstStories(moments),
    ...undeliveredStories(moments),
    heldStory(moments, setting.settings.textingHours),
    ...otherStories(moments, random),
  ]);
  strayText(book, {
    from: "72975",
    at: moments.day(2, "9:02"),
    text: "Your verification code is 418 902. Don't share it.",
  });
  return book.rows;
}
