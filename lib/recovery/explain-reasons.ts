import type { Reason } from "../../db/enums";
import { OUR_SIDE } from "./explain-our-side";
import { THEIR_SIDE } from "./explain-their-side";
import type { ReasonWords } from "./explain-words";

/** Why a caller was not texted, in words, reason by reason. A new reason does not compile until it has some. */
export const REASON_WORDS: Record<Reason, ReasonWords> = { ...OUR_SIDE, ...THEIR_SIDE };
