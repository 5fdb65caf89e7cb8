/** Everything here is matched against plain lower-case words: no accents, apostrophes or punctuation. */

const words = (list: string) => list.trim().split(/\s+/);

/** Say nothing about what is asked for. */
export const POLITE_WORDS: ReadonlySet<string> = new Set(
  words(`please kindly just now immediately asap already thanks thank you thx ty hi hello hey sir maam man dude bro guys
    god damn fucking fkn ffs jesus right today por favor ya gracias porfavor svp sil vous te plait merci`),
);

/** Requests wrapped around a keyword; only words that cannot mean an appointment may stand inside one. */
export const POLITE_FRAMES =
  /^(?:(?:omg|seriously|honestly|literally|for (?:the )?(?:love of(?: (?!stop)\w+)?|(?!stop)\w+ sakes?)) )*(?:(?:i|we) )?(?:(?:said|want to|wanna|would like to|id like to|like to|wish to|need to|can|could|would|will|u|to|have to|choose to|reply|text) )+/;

/** Alone, or alone in a clause, an opt-out. */
export const STOP_KEYWORDS: ReadonlySet<string> = new Set(
  words(
    "stop stopall stopal stopallstopall unsubscribe unsub unsubscribeme optout optmeout revoke stoptext stoptexts stopnow nostop nopestop",
  ),
);

/** An opt-out as the whole message only, with nothing but politeness around it. */
export const LIGHT_KEYWORDS: ReadonlySet<string> = new Set(
  words(`cancel cancell cancle canel cancelall cancelled quit qiut quitt quti end endd endall stopend revokeall revoke
    revok evoke optuot remove removeme deleteme takemeoff nomore stopit stopthis stopthat stopplease nomas
    alto pare para parar paren parad parale basta yabasta detener detente detenganse cancelar cancela cancele baja
    dardebaja salir removal delete deleteall cease desist halt nomemolesten arret arreter arretez arrete desabonner desabonnement desinscrire stopper`),
);

/** Real words one slip away from "stop": a caller may well answer with one of them. */
export const NOT_TYPOS_OF_STOP: ReadonlySet<string> = new Set(
  words("shop step top sop stow slop strop stoop stomp stops atop swop stout story store soup stoup stopo"),
);

export const SPELLINGS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    stop: "stpo sotp tsop stopp sttop st0p stahp stap stoppp 5top $top stopping",
    text: "txt txtt tex texted_me",
    texts: "txts textes tets",
    texting: "txting textin texing txtin txtn txtng textng texitng texing",
    message: "msg mesage messege massage mssg mssge messsage",
    messages: "msgs mesages messeges massages mssgs messags mensages",
    messaging: "msging messging mesaging messageing",
    please: "pls plz plse pleas plss plese pleese",
    you: "u ya yall yous",
    your: "ur yr youre",
    dont: "dnt donot dontt dnot dint",
    wrong: "worng rong wring wrng worng",
    number: "numbr nubmer numer # nmbr num",
    remove: "remov remve rmove rmv rmve rem0ve",
    me: "mee",
    more: "mroe",
    sending: "sendin sendng",
    bothering: "botherin bothring",
    anymore: "anymor nomore_",
    from: "frm fom",
    "no more": "nomore nomoar",
    and: "n nd",
    optout: "opout optuot opttout",
  }).flatMap(([word, variants]) => words(variants).map((variant) => [variant, word] as const)),
);

const TEXTS =
  "(?:texts?|text messages?|texting|messages?|messaging|sms|alerts?|notifications?|spam|communications?|correspondence|promos?|promotions?|ads|advertisements?|marketing|solicitations?|emails?|reminders?|outreach|pings|follow ?ups?|auto ?repl(?:y|ies)|replies|responses|blasts?|robotexts?|junk|mensajes?|textos?|conversation|convo|chat|thread)";
const BOTHERING =
  "(?:texting|messaging|contacting|writing|bothering|spamming|harassing|soliciting|bugging|disturbing|pestering|annoying|blowing up|reaching out|following up|pinging|notifying|replying|responding|hitting (?:me|us|my)|calling|contact|text|message)";
const BOTHER =
  "(?:text|message|contact|sms|write|write to|bother|follow up with|ping|notify|hit up|hit (?:me|us) up|blow up|reply to|respond to|text back|reply or text|respond or text|spam|harass|solicit|reach out to|disturb|bug|call or text|text or call|call and text)";
const FILL =
  "(?: (?:with|all|of|the|this|these|those|that|your|my|any|further|future|automated|automatic|auto|stupid|constant|trying to|from|getting|receiving|incoming|group|more|annoying|damn|w|calls or|calls and|aux|les|los|con|out|it with))";
const ME = "(?:me|us|this (?:number|phone|cell)|my (?:number|phone|cell)|it|here)";
const LIMITED =
  "(?! (?:after|before|until|till|unless|while|during|on|at(?! (?:this|my|all|any))|the|when|between|past|tomorrow|today|tonight|so|yet|if|with|in|from the|that|about (?:the|that)))";

/** Phrases that hold the words of an opt-out and are none; blanked before anything else is looked for. */
export const SAFE: readonly RegExp[] = [
  /\breply stop to opt ?out(?: help for help)?\b/g,
  /\b(?:why|when|how come) (?:did |have |has )?(?:you|they|he|she) (?:all )?(?:stop|quit)\w* \w+/g,
  /\b(?:did|have|has|didnt|havent) (?:you|they|he|she) (?:all )?(?:stop|quit)\w*(?: \w+ing(?: me)?)?\b/g,
  /(?<!\b(?:you|they|if|guys) )\b(?:dont|never|cant|couldnt) (?:ever )?(?:stop|quit|unsubscribe|opt ?out|remove me|take me off)(?: \w+ing)?(?: me)?\b/g,
  /\b(?:didnt|never|not|dont) (?:mean|want|ask|asking|asked|intend|trying|wanting|said|say)(?: you)?(?: to)? (?:stop|unsubscribe|opt ?out|cancel|be removed)\b/g,
  /\b(?:stop|unsubscribe\w*|opt(?:ed)? ?out) (?:by|on|was an?) (?:mistake|accident|error)\b/g,
  /\b(?:accidentally|mistakenly) (?:\w+ )?(?:stop|unsubscribe\w*|opt(?:ed)? ?out)\b/g,
  /(?<!\b(?:you|they|u|guys|people) )\b(?:wont|doesnt|didnt|isnt|wouldnt|will not|cannot|never) (?:ever )?(?:stop|quit)\w*(?: \w+ing)?(?: me| us)?\b/g,
  /\b(?:stop|end|quit)(?: \w+)? (?:this|the|that|a|my|our|these|those|all|any|more)(?: \w+)? (?:leak|drip|flood|water|noise|flow|draft|smell|odou?r|mold|rust|bleed|pain|run|beep|ring|spread|damage|overflow|rot|rattl|squeak|alarm|fire|bug|ant|roach|mice|rat)\w*\b/g,
  /\b(?:is there|do you have|have) an? opt ?out\b/g,
  /\bnon ?stop\b/g,
  /\b(?:bus|train|truck|door|rest|pit|full|dead|angle|curb|shutoff|shut off|main|water|gas|supply|next|last|first|second|one|emergency|gravel|wheel|hard) stops?\b/g,
  /\bstop (?:by|in|over|at|off|past|sign|lights?|valve|cock|box|work|gap|start|watch|leak|payment|for|and (?:look|see|check|get|pick)|on (?:your|the|my) way|around|here|there|up)\b/g,
  /\b(?:gave|give|given|giving|wrote|write|put|typed|entered|left|sent|listed|has|had|saved|printed)(?: (?:you|him|her|them|it|down|in|the guy|me|as))* (?:the |my |a )?wrong (?:number|phone)\b/g,
  /\bwrong (?:number|phone number|phone) (?:of|on|in|for (?:the|my))\b/g,
  /(?<!\byou )\b(?:texted|messaged|wrote) the wrong (?:person|number|guy)\b/g,
  /\b(?:got|get|getting|received|saw|seen|see) no (?:more )?(?:texts?|messages?)\b/g,
  /\b(?:dont|didnt|not) (?:want|wanna|like)(?: to)? (?:miss|lose|delete|ignore) \w+(?: \w+)? (?:texts?|messages?)\b/g,
  /\bcancel(?:ing)? (?:the |my |our |a )?reminder (?:call|visit|service)\b/g,
  /\b(?:wait|waiting|guest|price|parts|punch|shopping|grocery|cancellation|bucket|wish|to do|todo|materials?|schedule|job) lists?\b/g,
  /\bspam (?:folder|filter|box)\b/g,
];

const source = (patterns: readonly string[]) => patterns.map((pattern) => new RegExp(pattern));

/** Anywhere in a message. */
export const OPT_OUT: readonly RegExp[] = source([
  `\\b(?:stop|quit|cease|discontinue|halt|end|terminate|refrain|desist|kill|knock off|lay off|cut|drop)${FILL}{0,4} (?:${BOTHERING}|${TEXTS})\\b`,
  `\\b(?:stop|quit|cease|discontinue)(?: \\w+)? sending (?:(?:me|us|my \\w+|any|all|these|those|your|the|more|so many|automated|this number|out|such) )*(?:${TEXTS}|stuff|crap|shit|bs|things|this|these|them|it)\\b`,
  "\\b(?:stop|quit|cease)(?: \\w+)? sending (?:me|us)(?: anything)?(?: anymore| please)?(?: \\||$)",
  `\\b(?:no|not any|without any) (?:more|further|additional|future)(?: (?:of|the|these|those|your|automated|text|sms))* (?:${TEXTS}|contact)\\b`,
  "\\bno (?:more )?(?:calls?|phone calls?)(?: or| and)?(?: no)? (?:texts?|messages?)\\b",
  `(?<!\\b(?:you|they|he|she|we|i|if|people|guys|why) )\\b(?:dont|never|not to|stop trying to)(?: (?:please|ever|even|you ever|you dare|want you to|want anyone to|need you to|you))? ${BOTHER}(?: or call| or text)?(?: ${ME}\\b${LIMITED}|(?: anymore| again| ever| back)| ?(?:\\||$))`,
  `\\b(?:want|need|asked|told|like|asking|telling|request\\w*)(?: that)? (?:you )?(?:to )?(?:not|never)(?: to)? ${BOTHER}\\b`,
  `\\b(?:dont|never|not to)(?: (?:please|ever|you ever))? call(?: or text)? (?:${ME} )?(?:again|anymore|any more|ever)\\b`,
  `(?:\\b(?:i|we|they|she|he|my \\w+|nobody(?: here)?|no one(?: here)?) (?:really |would )?|^|\\| )(?:dont|no longer|didnt|never|not|wouldnt|doesnt)(?: really| ever| even)? (?:want|wish|care|like|agreed?|consent(?:ed)?|ask(?:ed)?|sign(?:ed)? up|opt(?:ed)? in|need|requested?|subscribed?)(?: (?!texting)\\w+){0,5} (?:texts|text messages?|messages|sms|texted|contacted|messaged|hear from (?:you|this)|hearing from (?:you|this)|text me|message me|contact me|texting me|messaging me|contacting me|communications?|solicitations?)\\b`,
  `\\b(?:dont|no longer|not|rather not|stop) (?:want|wish|care|like)(?: to)? (?:receive|get|receiving|getting|be receiving)(?: (?:any|more|these|your|further|future|the|automated|your stupid))* (?:${TEXTS}|these|this|anything)\\b`,
  "\\b(?:dont|no longer|not|never) (?:want|wish|care|like|need)(?: to| you to)? (?:be (?:texted|contacted|messaged|bothered)|text me|contact me|message me|hear from)\\b",
  `\\b(?:remove|removed|take|taken|delete|deleted|drop|get|scrub|erase|unlist|pull|strike|cross|wipe|purge|kick|block)(?: (?:me|us|my|this|our|the|name|number|phone|cell|info|information|contact|details?|and))* (?:off|from|out of|of)(?: (?:of|your|the|this|that|these|all|any|text|texting|contact|contacts|call|calling|mailing|marketing|sms|message|messaging|phone|customer|spam|future|automated|auto|distribution))* (?:list|lists|database|system|records|contacts?|distribution|texts|messages|texting|messaging|communications?|group text|group chat|thread|directory|files?|thing|chain|service|program|subscription)\\b(?! for)`,
  "(?<!\\b(?:dont|didnt|not|never|you|i) )\\b(?:remove|delete|lose|forget|erase|scrub|wipe|purge|discard|trash|unsave|drop|ditch|dump|toss|burn|throw away|get rid of) (?:all )?(?:of )?(?:my|this|our) (?:number|phone number|cell|cell number|contact|contact info|info|information|details|name and number|name)(?! (?:on|from the (?:truck|sign|invoice|schedule)))\\b",
  "\\bopt(?:ing|ed|s)?(?: me| us| this number| my number)? ?out\\b(?! (?:of|for|on) (?:the|my|our|that|a|having|doing|getting)\\b(?! (?:text|texts|messages|messaging|sms|list|texting|alerts)))",
  "\\b(?:unsubscribe|unsub)\\w*\\b",
  "\\bleave (?:me|us|my \\w+) (?:the (?:hell|fuck|heck) |tf )?alone\\b",
  "(?<!\\b(?:is|was|isnt|if|hope|do i|did i|if i|i) (?:this |have |call |dial |text |get |got |it )?(?:the |a )?)\\b(?:wrong|incorrect) (?:number|phone number|person)\\b(?! (?:of|on|in|was|came|showed|arrived|for))",
  "\\b(?:this is|its|thats|im|you(?:ve)? (?:have|had|got|are|texted|messaged|contacted|called|reached)|you are (?:texting|messaging|contacting)|called|dialed|reached) (?:the |a )?(?:wrong|incorrect) (?:number|person|guy|dude|phone|lady|woman|man|gal|girl|one|house|family|place|business|people|contact)\\b(?! (?:of|on|in|was|came|for))",
  "\\b(?:new owner of|just got|recently got|was (?:given|assigned)) (?:this|the) (?:number|phone)\\b|\\b(?:number|phone)(?: now)? belongs? to (?:some(?:one|body) else|me now|another)\\b|\\b(?:number|phone) (?:was |has been |got |been )?reassigned\\b",
  "\\b(?:doesnt|dont|no longer) (?:have|has|own|owns) this (?:number|phone)\\b|\\b(?:doesnt|no longer) uses? this (?:number|phone)\\b|\\bnumber (?:is )?no longer (?:for|belongs?|his|hers)\\b",
  "\\b(?:remove|take|get|drop|delete|pull|removed|taken)\\b.{1,40}\\b(?:from|off|out of|of)\\b.{0,25}\\blists?\\b(?! for)|\\boff (?:of )?(?:the|this|your|all|any|whatever)(?: \\w+)? lists?\\b(?! for| of)",
  "\\btake (?:me|us|my name|my number|my phone number|this number|my phone) off(?: please| thanks| thank you| asap| now)*(?: \\||$)",
  "\\b(?:to|me) be (?:removed|taken off|unlisted|deleted)(?: please| asap| immediately)*(?: \\||$)",
  "\\b(?:consent|permission) (?:is |has been |was )?(?:revoked|withdrawn|denied)\\b",
  "\\b(?:dont|never|stop)(?: \\w+)? us(?:e|ing) (?:this|my) (?:number|phone|cell)(?: again| anymore| ever)(?: \\||$)",
  "\\bno need to (?:text|message|contact)(?: me| us)?(?: \\||$| anymore| again| any)|\\b(?:dont|not) (?:need|have) to (?:text|message|keep texting|contact)(?: me| us)? (?:anymore|again|any more)\\b",
  `\\b${TEXTS} (?:have|need|must|has|needs)(?: to)? (?:stop|end)\\b`,
  "\\b(?:unenroll|disenroll|unregister|deregister|exclude|suppress|blacklist|unlist|cancel) (?:me|my number|this number)\\b",
  "\\b(?:stop|quit)(?: \\w+)? sending(?: \\w+)? to (?:this|my) (?:number|phone|cell)\\b|\\bleave (?:me|us) (?:be|in peace)\\b|\\bleave my phone alone\\b",
  "\\bno (?:env|mand|escrib|llam|contact|molest)\\w* mas\\b|\\bno quiero que (?:me|nos) (?:escrib|mand|env|llam|contact|molest|texte)\\w*|\\bno es (?:mi|el|su) numero\\b",
  "\\b(?:not|isnt|no longer) (?:the right (?:number|person)|(?:his|her|their|\\w+s) (?:number|phone)(?: anymore)?)\\b(?! (?:on|in))",
  "\\b(?:revok\\w+|withdraw\\w*|rescind\\w*|pull\\w*) (?:my |all |any |prior |previous )*(?:consent|permission|authorization)\\b",
  "\\b(?:dont|didnt|not|never|no)(?: \\w+){0,3} (?:consent|permission|authorization|authorize|authorized)(?: \\w+){0,3} (?:texts?|contact\\w*|messages?|texting|texted|communications?)\\b",
  "\\b(?:dont|not|no|never|no longer)(?: \\w+){0,2} my (?:consent|permission)\\b|\\b(?:take back|took back|taking back|cancel\\w*) my (?:consent|permission)\\b",
  "\\b(?:didnt|never|havent|not)(?: ever)? (?:opt(?:ed)? in|sign(?:ed)? up|subscribed?|register(?:ed)?|agreed?|consent(?:ed)?)(?: to| for)? (?:this|these|that|any of this|anything|it)(?: stop| please| from you)*(?: \\||$)",
  "\\b(?:dont|not|no|never) consent\\b|\\b(?:dont|do not|never)(?: \\w+)? (?:have|had|gave|give|given)(?: you)? my (?:consent|permission)(?: \\||$)",
  `\\b(?:not|arent|isnt) (?:allowed|authorized|permitted) to ${BOTHER}\\b|\\bno (?:right|business) (?:to )?(?:${BOTHERING})\\b`,
  "\\b(?:dont|do not|no|donot) (?:call|text|contact|disturb|sms|text or call|call or text)(?:ing)? (?:list|registry|register)\\b|\\bdnc(?: list)?\\b",
  `\\b(?:cancel\\w*|disable|deactivate|mute)(?: (?:all|these|the|my|this|your|any|future|further|text|sms|message|from|me))* (?:${TEXTS}|subscription)\\b(?! plan)`,
  `\\b(?:turn|shut|switch|cut)(?:ing)? (?:off )?(?:all |the |these |this |your |my |those )*${TEXTS}(?: off)?\\b`,
  `\\benough(?: already)?(?: with| of)?(?: the| these| your| all)* ${TEXTS}\\b`,
  "\\b(?:stop|quit|end|cease)(?: \\w+){0,3} (?:texting|messaging|texts|text messages|messages|sms)\\b",
  `(?<!\\b(?:you|they|he|she|we|i|if|why) )\\b(?:dont|never) send(?: \\w+){0,4} (?:texts|text messages|messages|sms)\\b${LIMITED}`,
  "\\b(?:dont|not|no longer|never|shouldnt)(?: \\w+){0,4} on (?:your|this|any|the) (?:\\w+ )?lists?\\b(?! for)",
  "\\b(?:unwanted|unsolicited) (?:texts?|messages?|sms)\\b|\\b(?:texts?|messages?) (?:are|is) (?:unwanted|unsolicited|not (?:wanted|welcome))\\b",
  "\\b(?:text|message|contact|call) (?:me|us) (?:no more|nomore|never again)\\b|\\bget me out of (?:this|here|your)\\b",
  "\\b(?:dont|do not|never)(?: \\w+)? (?:text|message|contact)(?: \\w+){0,2} (?:again|anymore|any more|any longer|ever again|no more)\\b",
  "\\b(?:stop|quit)(?: ever)? (?!charging|billing|invoicing|giving|making|asking|selling|costing|hurting|bothering me (?:if|when))\\w+ing (?:with |to |at )?(?:me|us|this number|my phone)\\b(?! to)",
  "\\bstop sending (?:me|us) (?!to|the|bills?|invoices?|mail|someone|people|that|a|an)\\w+(?: \\||$)",
  `\\b(?:prefer|rather|like|want|wish|asked?|asking)(?: \\w+)? not (?:to )?(?:be|receive|get|receiving|getting)(?: \\w+){0,3} (?:${TEXTS}|contacted|texted|messaged)\\b|\\bprefer no (?:${TEXTS}|contact)\\b`,
  "(?<!\\b(?:you|they|he|she|we|i|if|why) )\\b(?:dont|never)(?: ever)? send (?:me |us )?(?:a |another |any )?(?:text|message) (?:again|ever|anymore)\\b",
  `\\bnot interested in (?:receiving |getting )?(?:\\w+ )?${TEXTS}\\b|\\bno (?:texts|texting|messages|sms) (?:to|on|at) (?:this|my)\\b`,
  "\\b(?:ask|asked|want|like|asking|request\\w*|wish) to be (?:removed|taken off|unlisted)\\b(?! (?:from|off) (?:the|my))|\\bno longer my (?:number|phone)\\b",
  "(?<!\\b(?:you|they|he|she|we|i|if|why) )\\b(?:dont|never) send (?:me |us )?(?:any )?(?:more|anymore)(?: please)?(?: \\||$)",
  "\\b(?:stop|quit|end) (?:with )?(?:this|these|the|your|all this) (?:nonsense|crap|shit|bs|bullshit|garbage|harassment|madness|foolishness|junk)\\b",
  "\\bcease and desist\\b",
  `(?:^|\\| |\\b(?:is|for|want|prefer|request|please|thanks|but|so|and|ok) )no (?:(?:need for|more|of|the|further|future|other|text|sms|automated|unwanted|follow up) )*(?:${TEXTS}|contact)(?: (?:please|thanks|thank you|anymore|needed|necessary|required|to (?:me|us|this \\w+|my \\w+)|from (?:you|anyone)|here|ever|again|whatsoever))*(?: \\||$)`,
  "\\b(?:how many times|for the \\w+ time|the last time|last warning|once again)\\b.{0,30}\\bstop(?: \\||$)|^stop or (?:i|ill|im|we|well|else)\\b",
  "(?<!\\b(?:you|they|he|she|are|is|was|were|why|if) )\\bnot (?:texting|messaging|contacting|bothering) (?:me|us|this (?:number|phone)|my (?:number|phone))\\b",
  "(?:^|\\| |\\b(?:go|please|just|and) )(?:text|bother|message|contact|spam|bug|harass|pester) (?:someone|somebody|anyone|anybody) else\\b|\\bno (?:soliciting|solicitations?|solicitors?)\\b",
  "(?<!\\b(?:you|they|he|she|we|i|if|why) )\\b(?:dont|never) send (?:me |us )?(?:nothing|anything|any|no) ?(?:else|more)?(?: please)?(?: \\||$)",
  "\\b(?:stop|opt ?out|unsubscribe|quit) (?:word|keyword|code|command|button|option)\\b",
  `\\b(?:which|what|how)\\b.{0,40}\\b(?:stops?|ends?|cancels?|turns? off)${FILL}{0,3} ${TEXTS}\\b`,
  `\\b(?:stop|quit|no longer|rather not|prefer not to) (?:be )?(?:getting|receiving|receive|get)(?: (?:any|more|all|of|the|these|your|further|future))* (?:${TEXTS}|these|this|them|anything)(?: please| anymore| from you)*(?: \\||$)`,
  "^no more(?: of)? (?:these|this|of this|those)(?: please| thanks)*$",
  `\\b(?:dont|not|no longer|never) (?:want|wanting|need|wish|like)(?: \\w+)? (?:any|further|more|your|future)(?: \\w+){0,2} (?:${TEXTS}|contact|replies)\\b(?! (?:list|number|info|name|from my|from the))`,
  `(?<!\\b(?:did|do|have|if|did he|did they|did she|why did|is|was|or) (?:you |they |he |she )?)(?<!\\b(?:you|they|he|she) (?:did|do|have|could|would|will) )\\bnot ${BOTHER} (?:me|us|this (?:number|phone|cell|line)|my (?:number|phone|cell))\\b${LIMITED}`,
  "\\b(?:avoid|stay away from|hold off on|no longer be|give up) (?:texting|messaging|contacting)\\b",
  `\\b(?:preference|request|prefer|wish)(?: is| for)? (?:no|not|zero)(?: \\w+){0,2} (?:${TEXTS}|contact|contacted)\\b`,
  `\\b(?:${TEXTS}|contact|texting(?: me| us)?)(?: (?:are|is|were|was))? (?:not|un|never|isnt|arent) ?(?:wanted|welcome|needed|necessary|required|appreciated|allowed|authorized)\\b`,
  "\\b(?:my|this|our) (?:number|name|info|information|contact|contact info|details|data)(?: to be| be| gets?)? (?:deleted|removed|erased|taken off|off your|off the list|wiped)\\b",
  "(?<!\\b(?:dont|didnt|not|never|you|i) )\\b(?:delete|erase|purge|wipe|forget|destroy) (?:you (?:have|had|got|ever had|know) )?(?:my|this|our|any|all)(?: \\w+)? (?:number|data|info|information|details|records)(?: please| now| you have)*(?: \\||$)",
  "\\b(?:take|get|pull|remove|drop|keep) (?:me|us|my number|this number|my name|my phone)(?: the \\w+)? (?:off|out|from)(?: of)? (?:there|here|this|that|it|these|your (?:\\w+ )?(?:texts?|system|service|app|thing|phone|contacts|records))\\b",
  "\\b(?:dont|never)(?: (?!mind|like)\\w+){0,2} (?:texting|messaging|contacting)(?: me| us| this number)?(?: again| anymore)?(?: \\||$)",
  "\\b(?:number|phone) (?:has |just |recently )*(?:changed|switched) (?:owners?|hands)\\b|\\b(?:texted|texting|messaged|messaging) (?:the )?wrong \\w+(?: \\||$)",
  "\\bblocked and reported\\b|\\breported and blocked\\b|\\b(?:youve been|you have been|you are|youre|consider yourself|your number is|you will be|youll be) (?:blocked|reported)\\b|\\b(?:text|message)(?: \\w+){0,3} (?:reported|fcc|ftc|lawyer|attorney|police)\\b",
  // A threat and texting in one breath.
  "\\b(?:text|message|contact|write|texts|messages)\\w*(?: \\w+){0,2} (?:again|one more time|more|keep coming|continue)\\b.{0,30}\\b(?:report|sue|block|lawyer|attorney|legal|police|cops|fcc|ftc|bbb|complain\\w*|complaint|court)\\w*",
  "\\b(?:report|su(?:e|ing)|block|lawyer|attorney|legal|police|cops|fcc|ftc|bbb|complain|complaint|court)\\w*\\b.{0,50}\\b(?:if|next time|when|unless)(?: \\w+){0,5} (?:text|message|contact|write|texting|messaging)\\b(?! you)",
  "\\b(?:report|reporting|reported|mark|marking|marked|flag|flagging)(?: \\w+){0,3} (?:as|for)(?: a)? (?:spam|spamming|junk|harassment|scam)\\b",
  "\\bblock(?:ing|ed)? (?:you|this number|your number|ur number|all of you)\\b(?! in\\b)(?! (?:from|on) the)",
  `\\b(?:make|want|need|get|like)(?: (?:all|of|the|these|those|this|your|my|stupid|automated))* ${TEXTS}(?: to)? (?:stop|end)\\b`,
  "\\b(?:remove|delete|unlist) (?:me|us)(?: please| thanks| thank you| now| asap)*(?: \\||$)",
  `(?<!\\b(?:you|they|he|she|we|i|if|people|guys|why) )\\b(?:dont|never|not to)(?: (?:please|ever|you ever))? send(?: (?:me|us|out|any|anymore|more|these|those|this|your|further|another))+ (?:${TEXTS}|stuff|crap|things|anything)\\b${LIMITED}`,
  "\\b(?:dont|never)(?: please| ever)? send anything (?:else|more)\\b",
  `\\b(?:if|wish|rather|once|unless) you (?:would )?(?:stopped|stop|quit)${FILL}{0,3} (?:${BOTHERING}|${TEXTS})\\b`,
  `\\b(?:rather|prefer|appreciate it if|wish)(?: that)? you(?: would)? (?:not|didnt|dont|wouldnt|never) ${BOTHER}\\b`,
  `\\b(?:please|pls|(?:asked|told|asking|telling|begged|begging)(?: \\w+)? (?:you|u)(?: \\w+){0,2} to|want you to|need you to|like you to|wish you would|begging you|have you to|so|but|not interested|no thanks?|no thank you|nope?|nah|yes|yeah|yep|ok|okay|k|hey|look|um|seriously|im good|were good|all (?:set|good|done)|never ?mind|already|again) stop(?: (?:this|now|please|already|everything|immediately|asap|doing this|all of this|all this|thank you|thanks))*(?: \\||$)`,
  "(?:^|\\| )stop (?:i|im|ive|we|weve|were|this is|you have|youre|not|no|wrong|already|never|dont|who|found|hired|leave) (?!(?:am |are )?(?:see|here|outside|there|at|in|on|near))\\w+",
  "\\b(?:i said|i told you|i already said|already told you(?: guys| all| people)?|i keep saying|i replied|i texted|i already texted|i already replied) (?:to )?stop\\b(?! (?:by|the|at|in))",
  `\\b(?:dejen?|deja|dejar|paren?|para|parar|pare|ces[ea]n?|basta) (?:ya )?de (?:\\w+ ){0,2}?(?:mandar|enviar|escribir|textear|molestar|contactar|llamar|mensaj)\\w*`,
  "\\bno (?:me|nos) (?:vuelvan? a )?(?:escrib|mand|env[ií]|llam|contact|molest|texte|mensaje|mandar|escribir)(?:[aeio]n?|[ae]s|[ei]en?|[ei]es|ar|ir|ear|oles|u?es|uen?)?(?:me)?(?: (?:mas|nunca|otra vez|ya))*(?: (?:mensajes?|textos?|nada|sms|esto|a este numero|por favor|please|porfavor))*(?: \\||$)",
  "\\bno (?:mas|quiero|deseo|recibir)(?: \\w+){0,3} (?:mensajes?|textos?|sms|notificaciones)\\b",
  "\\b(?:quit|elimin|borr|sac|remuev|remov|dar|dej|den)\\w*(?: \\w+){0,4} (?:lista|baja|base de datos)\\b|\\b(?:borr|elimin|quit)\\w* (?:mi|este|el) numero\\b",
  "\\bnumero (?:equivocado|incorrecto)\\b|\\bequivoc\\w+ de (?:numero|persona)\\b|\\b(?:dejen?me|deje[ns]? ?me|dejame) en paz\\b|\\bdesuscri\\w+|\\bdarme de baja\\b",
  "\\b(?:arret|cess)\\w* (?:de |d)(?:\\w+ ){0,2}?(?:m ?envoy|m ?ecri|me (?:text|contact|deranger|ecri|harcel|envoy|message)|envoy|text|contact)\\w*",
  "\\b(?:arret|cess)\\w* (?:les|ces|vos|avec) (?:messages|textos|sms)\\b",
  "\\bne (?:me |nous |m ?)(?:text|contact|ecri|envoy|appel|derang|messag|harcel|sollicit)\\w*(?: \\w+){0,2} (?:plus|jamais)\\b|\\bne plus (?:me |m|recevoir|etre)\\w*|\\bplus (?:de|aucun) (?:messages?|textos?|sms)\\b|\\b(?:retir|enlev|supprim|desabonn|desinscri)\\w* ?(?:moi|mon numero|me)\\b",
  "\\b(?:mauvais|faux) numero\\b|\\btromp\\w+ de (?:numero|personne)\\b|\\blaissez? ?moi (?:tranquille|en paix)\\b|\\bje (?:ne )?veux plus\\b|\\bje (?:veux |souhaite )?(?:me |m ?)?(?:desabonn|desinscri)\\w+",
]);

/** A whole clause that is an opt-out once politeness is gone. */
export const WHOLE_CLAUSE_OPT_OUT =
  /^(?:(?:sorry |i think |this is |its |hi |yes |no |um |uh |maybe )*(?:the |a )?(?:wrong|incorrect) (?:number|person|phone number)(?: (?:sorry|buddy|pal|friend|lady|here))?|(?:sorry )?(?:remove|delete|unlist|drop) (?:me|us)|take (?:me|us|this number|my number) off|no (?:texts?|texting|messages|messaging|sms|contact|more (?:texts?|texting|please)?|spam)|stop (?:this|these|those|all|everything|them|with this|all this|now|bot)|(?:fuck|piss|screw|bugger|f|eff|sod|naff|jog|back the fuck|get the fuck) off|kick rocks|stop (?:ok|okay|k|alright|yall|dammit|damn it)|(?:i |id |we |wed )?(?:want|like) (?:off|out)|gtfo|get lost|go away|buzz off|bug off|back off|beat it|take a hike|(?:dont|never) (?:text|message|contact)|i want out|(?:take|get) me off this(?: (?:list|thing|text|texts))?|quit (?:it|this)|end (?:texts?|this|service)|stop (?:to|2) (?:end|cancel|unsubscribe|quit)|no me (?:escriban?|molesten?|manden?|llamen? mas))$/;
