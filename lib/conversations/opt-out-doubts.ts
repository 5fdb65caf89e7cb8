/** Wording that may or may not be an opt-out, matched against plain lower-case words as `opt-out-wording` is. */

/** Anywhere: wanting us gone is one reading among others. Two of these in one text leave no other reading. */
export const REFUSING: readonly RegExp[] = [
  // The net under the certain list: a refusal and texting close together, in a form nobody foresaw.
  /(?<!\b(?:you|they|he|she|why|if) )\b(?:stop|quit|dont(?! forget| have| get)|never|no more|remove|end|cease|enough|tired of|sick of|prefer not|rather not)(?: \w+){0,6} (?:texts|texting|messages|messaging|sms|contacting|texted|contacted|(?:text|message|contact) (?:me|us|this number))\b/,
  /\b(?:this is|is this|you are|your|sounds like)(?: a| an)? (?:spam|scam|harassment)\b/,
  /\b(?:report|reporting|reported|will block|gonna block|block) (?:you|this|this number|your number|as spam|spam)\b/,
  /\btoo many (?:texts|messages)\b/,
  /\b(?:fuck you|screw you|shut up)\b/,
  /\bi (?:didnt|never|havent)(?: ever)? (?:sign up|signed up|subscribed?|ask(?:ed)? for this|agreed? to this)(?= \||$| stop| please)/,
  /\b(?:want|need|would like) (?:this|it|that|all (?:of )?this) to (?:stop|end)(?: \w+)?(?: \||$)/,
  /\b(?:texting|messaging)(?: me| us)? (?:is|isnt) (?:not )?(?:ok|okay|cool|right|fine|acceptable|illegal)\b/,
  /\b(?:texts|messages)(?: \w+){0,3} (?:nuts|crazy|insane|mad|annoying|ridiculous|excessive|out of hand|too much)\b/,
  /\b(?:attorney|lawyer|legal action|sue|suing|fcc|ftc)\b.{0,40}\b(?:if|unless|next time)\b/,
  /\b(?:shouldnt|should not|not supposed to|why am i|why do i keep|no reason) (?:to )?(?:be )?(?:getting|receiving|get|receive)(?: \w+){0,2} (?:texts|messages|these|this)\b|\bnot subscrib\w+/,
  /\b(?:hate|sick of|tired of|annoyed by|fed up with|over) (?:\w+ ){0,2}(?:texts|texting|messages|messaging)\b/,
  /\b(?:dont|not) use (?:this|my) (?:number|phone)\b|\bcount me out\b/,
];

/** Anywhere: whoever writes this wonders who we are, or is not the person we take them for. */
export const WONDERING: readonly RegExp[] = [
  /\b(?:how|where|who)(?: the \w+)? (?:did you|did they|you|gave you|gave)(?: guys)? (?:get |got |this |my )*(?:number|my info)\b/,
  /\b(?:dont|rather not|prefer not to|not) text (?:me )?\| ?(?:please )?(?:call|phone|email)\b/,
  /\bi (?:dont|cant|never|wont) (?:text|do text|do texts|read texts|like texting|use text)\b(?! (?:back|you|and|while|when|at|right now|now|during|til|till|until))/,
  /\bi (?:didnt|never|havent)(?: ever)? (?:call(?:ed)?|phone(?:d)?|contact(?:ed)?)(?: (?:you|this|anyone|anybody|for this|your company))/,
  /\bthere(?:s| is)? no \w+ here\b|\bnobody (?:here )?(?:by|named|with) that\b/,
  /\b(?:is this|do i have|did i (?:call|dial|text|get)|isnt|hope this isnt) (?:the |a )?wrong (?:number|person)\b/,
  /\b(?:called|dialed|rang|phoned)(?: \w+){0,2} (?:by|on) (?:mistake|accident)\b|\bmis ?dial\w*|\b(?:accidental(?:ly)?|mistakenly) (?:called|dialed|call|dial)\b|\b(?:pocket|butt) dial\w*/,
];

/** A whole clause that may or may not be one. */
export const WHOLE_CLAUSE_DOUBTFUL =
  /^(?:im (?:all )?done(?: (?:here|with this|with you|talking|texting))?|(?:im |we are |were )?(?:not|no longer|never|aint) interested(?: anymore)?|lose it|cancel (?:it|this|that|everything)|end it|enough(?: already| is enough)?|(?:ok|okay|yes|no|so|well) (?:quit|enough|end|cancel)|i quit|(?:you )?stop (?:bro|lol|that|it|doing that)|(?:make|made) (?:it|this|that|these|them) stop|mute (?:it|this|these|them)|(?:not interested )?(?:remove|delete)(?: (?:it|this))?|take it off|spam|scam|do not disturb|dont (?:bother|contact|reply|respond)|(?:i )?(?:dont|do not) want(?: (?:this|these|it))?(?: anymore)?|knock it off|cut it out|give it a rest|pass|unwanted|not a customer|no mas gracias|no gracias no mas|no me interesa|pas interesse)$/;
