import { sentences } from "./opt-out.cases";

/** Words that end it when they are the whole text: Twilio's own, and the same in the languages its callers write. */
const KEYWORDS = sentences(
  "stop | stopall | stop all | unsubscribe | cancel | end | quit | revoke | optout | opt out | opt-out | remove me | arret | arrêt | alto | parar | cancelar",
);

const fullWidth = (word: string) =>
  word.replace(/[a-z]/gi, (c) => String.fromCodePoint((c.codePointAt(0) ?? 0) + 0xfee0));
const decomposed = (word: string) => word.normalize("NFD");
const capital = (word: string) => word.slice(0, 1).toUpperCase() + word.slice(1);
const alternating = (word: string) => [...word].map((c, index) => (index % 2 ? c.toUpperCase() : c)).join("");

/** What thumbs, phones and keyboards do to a word without changing what is meant by it. */
const FORMS: Readonly<Record<string, (word: string) => string>> = {
  plain: (word) => word,
  shouted: (word) => word.toUpperCase(),
  capital,
  alternating,
  "full stop": (word) => `${capital(word)}.`,
  exclaimed: (word) => `${word.toUpperCase()}!!!`,
  dots: (word) => `${word}...`,
  asked: (word) => `${word}?`,
  comma: (word) => `${word},`,
  quoted: (word) => `"${word}"`,
  curly: (word) => `“${capital(word)}”`,
  "single quotes": (word) => `'${word}'`,
  apostrophes: (word) => `‘${word.toUpperCase()}’`,
  guillemets: (word) => `«${word}»`,
  brackets: (word) => `(${word})`,
  "square brackets": (word) => `[${word.toUpperCase()}]`,
  stars: (word) => `*${word}*`,
  dashes: (word) => `- ${word} -`,
  hash: (word) => `#${word}`,
  slash: (word) => `/${word}`,
  spaces: (word) => `   ${word}   `,
  newlines: (word) => `\n${word}\r\n`,
  "no-break space": (word) => `\u00a0${word}\u00a0`,
  "zero width": (word) => [...word].join("\u200b"),
  "byte order mark": (word) => `\ufeff${word}`,
  "soft hyphen": (word) => `${word.slice(0, 2)}\u00ad${word.slice(2)}`,
  "right to left mark": (word) => `${word}\u200f`,
  "full width": fullWidth,
  decomposed,
  hand: (word) => `${word} ✋`,
  praying: (word) => `${word} 🙏🏽`,
  angry: (word) => `😡${word}😡`,
  please: (word) => `${word} please`,
  "please first": (word) => `Please ${word}`,
  pls: (word) => `pls ${word}`,
  thanks: (word) => `${capital(word)}, thanks`,
  twice: (word) => `${word} ${word}`,
  "three lines": (word) => `${word}\n${word}\n${word}`,
  "held key": (word) => `${word}${word.slice(-1).repeat(3)}`,
};

const SPACED = [
  "s t o p",
  "S.T.O.P",
  "s-t-o-p",
  "S T O P !",
  "s_t_o_p",
  "u n s u b s c r i b e",
  "q u i t",
  "e n d",
  "c a n c e l",
];
const SLIPS = sentences(`
stpo | sotp | stp | srop | stol | stip | st0p | 5top | $top | stopp | sttop | tsop | stap | stahp | dtop | xtop
unsubcribe | unsubscibe | unsuscribe | unsubsribe | unsubscribed | unsubscribr | unsibscribe | unsubsrcibe | usubscribe
unsubscribe me | unsub | un subscribe | un-subscribe | cancle | canel | cancell | qiut | quitt | endd | optuot | opt  out
revok | opt_out | opt.out | Opt Out Please | stopplease | stopnow | stop all please | revoke consent | optmeout
`);

/** Every keyword in every form, each labelled by what was done to it. */
export const KEYWORD_FORMS: readonly { text: string; form: string }[] = [
  ...KEYWORDS.flatMap((word) => Object.entries(FORMS).map(([form, write]) => ({ text: write(word), form }))),
  ...SPACED.map((text) => ({ text, form: "spaced out" })),
  ...SLIPS.map((text) => ({ text, form: "slip" })),
];
