import { sentences } from "./opt-out.cases";

/**
 * Ordinary texts of callers, each round written and measured before the rules were changed for it; the first by
 * somebody who had never seen them. What the rules made of a round unseen is the only figure that says how they do on texts
 * to come.
 */
export const ORDINARY_ROUNDS = [
  {
    round: 1,
    written: "2026-11-22",
    unseen: { optOut: 0, doubtful: 1, of: 206 },
    texts: sentences(`
Can you stop by around 5 | could someone stop by this afternoon to look at the furnace
The toilet won't stop running | my faucet wont stop dripping | water will not stop coming in under the sink
alarm won't stop beeping | the sump pump doesn't stop | the heater stops after five minutes
it stopped working last night | The dryer stopped spinning | AC stopped cooling yesterday
stop by whenever you're free | I'll stop by the shop tomorrow | Please stop at the front gate and call me
Bus stop is right in front of the house | there's a stop sign at the corner, turn left there
need a door stop installed | the shutoff valve won't stop the water | does the water stop if I turn the main off
Can you end it at the wall | can the fence end at the driveway | the rear end of the van is dented
dead end street, last house on the left | by the end of the week if possible | any time before the end of the day
the far end of the basement is wet | At the end of the day I just need hot water | weekend works better for me
cancel my 3pm and make it 5 | I need to cancel my appointment for tomorrow
can we cancel thursday and do friday instead | Please cancel the appointment, my husband fixed it
If you have a cancellation I'd take it | cancel the order for the second tap | do you charge for cancelling
sorry I had to cancel last time | what is your cancellation policy | The thermostat quit on us
my water heater quit this morning | the fridge quit cooling | furnace keeps quitting
the disposal quit working, help | car quit on the highway near exit 12
I quit my job so I'm home all day, come anytime | removing a tree stump | can you remove an old boiler
how much to remove wallpaper | please remove the old carpet too | We need a wall removed
Can you take off the old shingles | take the door off its hinges | can you take me through the price
I want to take out the tub and put in a shower | my number is 555 0142, call me | you can text me at this number
text is fine | Don't call, just text | don't call before 9 please | please don't ring the bell, baby sleeping
don't text my wife, text me | do not come through the front, dog's loose | don't forget the ladder
no more than 500 dollars | no more hot water in the house | there is no more pressure upstairs | I have no heat
not interested in a new unit, just the repair | not interested in financing but do want the quote
I don't want a replacement just a fix | I don't want it to leak again | i dont want to wait until monday
do not need the inspection, only the repair | they put in the wrong size filter
I gave you the wrong address, it's 14 Elm | I gave you the wrong number, it is 555-0199
I wrote the wrong number for the unit, it's 4B | wrong day, I meant Wednesday | unplug it and it still hums
the subscription for the alarm is separate right | do you do maintenance subscriptions
how do I stop the water right now | how do I stop it from leaking till you get here | how can I turn off the gas
turn off the water at the street? | should I turn the breaker off | can you turn it off remotely
It's blocking the driveway | drain is blocked | blocked toilet in the upstairs bath | the block wall is cracking
I deleted your message by accident what did it say | delete the second item from the quote
erase the graffiti on my garage | Is this a robot | did someone call me from this number | what company is this
sorry I missed your text | I was driving, can you call back | In a meeting, will call you later | thanks
No thanks, we found someone | we're all set thank you | all good now | Never mind, fixed it myself
I already hired somebody else but thanks | help | HELP | help please water everywhere
I need help with a clogged drain | can you help me today | info | start tomorrow if you can | when can you start
can you start on monday | The car won't start | my mower wont start | engine starts then dies
to start with I need a quote | unstop the sink please | can you unstop a drain | need my toilet unstopped
yes start with the kitchen | please respond as soon as possible | reply when you get this
I'd like to leave a message for Tom | leave it at the back door | leave me a quote please
Just leave me a voicemail | get lost easily out here so follow the signs
Go away from the main road and take the second right | we are going away on Friday so before then
My alarm system sends spam alerts, can you fix it | are you on the list for the HOA | is there a waiting list
put me on your list for spring cleanup | add me to the schedule | Add me to the waitlist please
I'm on the list for the 10th, right? | do you have a list of prices | send me the list of parts
send me more pictures of your work | Please send no more than two guys | no more leaks since you came, thank you
the guy never showed up | I never got a call back | nobody contacted me | please contact me asap
Contact my landlord at 555-0111 | reported it to the city already | I will report back once I measure
do you have a permit | you have my permission to enter | you don't have to come today
do you need my consent for the tree on the boundary | please end the hose at the tap side
Quit claim deed question for the lawyer | my brakes won't stop the car properly | car makes a noise when I stop
it squeaks when stopping | full stop | nonstop leaking since this morning | the non stop noise is from the fan
stopcock is stuck | stopper in the tub is broken | we need to stop the mold from spreading
Please stop the leak soon, ceiling is coming down | want to stop the draft by the window
Stop the drip in the shower and replace the head | Can you do a stop end on the gutter
Need 3 end caps for the gutter | ok stop in anytime | stop over after work
is there a trip charge if you stop for 10 mins | Pit stop tire place said the axle is gone
Roof leaks at the end wall | how about the end of March | gates opt for the black ones
is there an option for white | can we opt for the cheaper one | what are my options | Opt for the 50 gallon one
I revoked the old contractor's permit, what next | cease fire rated door needed | The lights turn off by themselves
Can you take my number and call me after 6 | got your number from Steve next door
is this the right number for drain cleaning | What number should I call | the house number is 1180
apt number 3, buzz stop | my mom does not text so call her landline | she doesn't get texts, please call
I can't text while driving, call me | the alarm keeps texting me low battery
my thermostat keeps sending me messages | do you send reminders by text | I'm opting for the tankless
please cancel and refund the deposit | cancel monday pls | can I still cancel | Parar el agua como?
la llave no para de gotear | el baño no para | pueden parar por la casa mañana | fuite ne s'arrête pas
le robinet coule sans arrêt
`),
  },
  {
    round: 2,
    written: "2026-11-22",
    unseen: { optOut: 3, doubtful: 1, of: 251 },
    texts: sentences(`
Can you stop over this evening | stop by after lunch if you can | Would you be able to stop by my rental on 8th
the guy said he'd stop by but never did | Please stop by the office for the key | Stop at unit 5 first
stop in whenever | Is there a stop fee | rain won't stop coming through the skylight
My dishwasher will not stop filling | Garage door stops halfway | garage door won't stop going up
It keeps stopping and starting | fan stops then starts again | toilet keeps running how can i stop it
How do I stop a leaking pipe until you get here | how to stop water from the water heater
anything I can do to stop the smell | trying to stop the flooding, please hurry | I can't get it to stop
cant make it stop leaking | We can't stop the leak | please stop the water asap | Stop the leak please!!
PLEASE STOP THE LEAK | need someone to STOP this leak today | brake pedal goes to the floor and car barely stops
the brakes grind when I stop | stop light is out on the trailer | tail light and stop lamp | doorstop needs replaced
one-stop quote for roof and gutters | The bleeding has stopped but tooth still hurts | my tooth pain won't stop
He won't stop barking so call before you knock | cat stops using the litter box | Cancel my 10am tomorrow please
cancel the tuesday slot | Please cancel my cleaning for friday | Gotta cancel, kid is sick
Have to cancel our appointment, sorry | cancel the first job but keep the second
Can I cancel up to the day before? | I'd like to cancel and rebook | Cancel the estimate, we sold the house
hey need to cancel todays visit | cancelling my spot at 2, can I get 4 instead
Somebody cancelled on me, are you free | End unit townhouse, last on the left | end table leg broke
it's the end outlet on the kitchen wall | East end of town | can it end before the porch | My lease ends in June
weekends only please | end of next month | towards the end of the day is best
I'd like you to end the gutter at the corner | quit draining | washer quit mid cycle | the motor quit
engine quits when hot | Power quit in half the house | Lights quit working in the kitchen | it quits after ten min
I need a quote to remove popcorn ceiling | remove and replace the toilet | remove 3 bushes and a stump
please remove the debris as well | how much to remove a wall | remove tile in the bath
Could you remove the snow by 7 | Removal of asbestos? | do you haul off and remove the old unit
delete that last message, wrong photo | Can you take the old couch too | take off the trim first
take off work on Friday so that works | please take your shoes off | Take the left fork past the barn
Off the main road, blue mailbox | I need my nails taken off | take down the ceiling fan
lose power every time it rains | I lost your number, can you resend the quote | Lost my keys, locked out
I don't want to lose the slot | The number on the meter is 00234 | my cell number is different now: 555-0182
What's the number for the office | Wrong size, the tub is 60 inches | they sent the wrong filter
wrong color was used on the fence | something is wrong with my AC | whats wrong with it you think
I think the wrong breaker trips | You came to the wrong house yesterday | It was the wrong address on the invoice
Is this the right number for the plumber | I hope this is the right number | is this Dave's plumbing
Who am I talking to | Is this a real person | Are you there? | Did you call me | why did you call | You called me?
I missed a call from you | sorry I hung up, was at work | Sorry I had to go, phone died
can't talk now, text is better | I prefer text | text works better for me | text me when you're outside
message me when you're on the way | texting you photos now | sending you a text with pics | my wife will text you
don't call me I'm at work, text only | Please don't call, I'm in class | dont call the house line
don't come before noon | Please do not come Saturday | don't need it today | Don't send anyone until I confirm
do not send the bill to my old address | please don't send Gary again | Don't contact the tenant directly
do not contact my ex about the house | don't leave the gate open | do not leave the water on
I don't want the cheap one | we don't want to spend too much | I don't want to replace the whole roof
I don't want any mess | dont want tile, want vinyl | i do not need a new one, just repair | No need for a big job
no need to rush | no need to come today, tomorrow is fine | no thanks on the warranty
no thank you we decided to wait | nope | Nah we're good for now | We went with another company but thank you
found someone closer, thanks anyway | Got it fixed, thanks | All good | Not right now | maybe next month | not yet
not sure | not interested in the plan, only the tune up | Not interested in weekends | I'm interested
yes interested | Yep come on over | ok great | Ok thanks | sounds good | perfect | 😊 thanks | lol | help me out here
HELP basement flooding | I need some help moving a piano | can u help | Any help with financing?
info on pricing please | Can I get more info | start to finish how long | when does the job start
start on the north side | mower starts then quits | truck won't start, need a jump | Start at 9?
can the crew start early | reset it and it starts | unstop my kitchen sink | unstopping a tub
shower drain stopped up | Sink's all stopped up | toilet stopped up and overflowing | the sub floor is rotten
I have a subscription to the filters, can I add one | can i cancel the subscription plan for lawn care
cancel my membership at the gym lol jk need an oil change | cancel service at 14 Oak, we moved to 22 Elm
I want to change my service | is there an opt out for the warranty | we want to opt out of the extra coating
Can I opt for monthly billing | my consent form for the dentist is attached | I signed the consent, what's next
do you need permission from the HOA | permits needed? | report the leak to the city or you?
Reported to my insurance, claim 2231 | blocked sewer line | street is blocked, use the alley
truck blocking you in? no you can pull in | blocked gutter | spam ham lol my autocorrect, I meant spa heater
My spa heater died | mute button on the alarm broken | alarm panel keeps sending alerts
my doorbell won't stop sending me notifications | the security system keeps texting me | I got your text
got your message thanks | did you get my texts | I didn't get your text | I never got a text
didnt receive your message yesterday | My messages aren't going through | sorry for all the texts
sorry for so many messages | no more questions, thanks | no more than 2 hours right | no more openings this week?
There's no more gas | leave the invoice in the mailbox | leave the old unit outside | Leave it off for now
leave me a time and I'll be there | just leave the tree alone and trim the hedge | go away on vacation Friday
smell won't go away | The noise comes and goes away when hot | get lost trying to find you
we get lost on that road, send directions | off the list of things I wanted was the deck | can i get on your list
please put me on the cancellation list | put me down for thursday | sign me up for the spring special | sign me up
do I need to be home | my mom is deaf, she only texts | my tenant will be there, text him
this is my work phone, my cell is better | landline so please call | no soy de aquí, dónde están
mi baño no deja de gotear | cancelar mi cita del lunes | quiero parar la fuga | pueden quitar el árbol
el agua no para de salir | pas de chauffage depuis hier | arrêter la fuite svp | annuler mon rendez-vous de lundi
`),
  },
  {
    round: 3,
    written: "2026-11-22",
    unseen: { optOut: 0, doubtful: 2, of: 101 },
    texts: sentences(`
could you stop by the rental on Pine to look at a leak | stop by anytime before noon | He can stop by Saturday
sorry can't stop by today | Do your trucks stop in Gresham | water hammer when the washer stops
it drips and then stops for a while | the pump never stops | AC just stops mid day
I stopped the leak with tape for now | we stopped using that bathroom | need the squeaking to stop
want the drip to stop | how long till it stops smelling | don't stop at the red house, it's the blue one
Please cancel Friday's appointment | cancel it please, we got it working | cancel my order for the vanity
Can you cancel the second visit | Want to cancel the service call for today | we need to cancel, baby came early
cancelled the other company, you guys are hired | back end of the garage | end of the hallway on the left
Can the countertop end here | my shift ends at 6 | the compressor quit | it quit heating | dryer quit tumbling
I'd like the old tank removed | Remove and haul away the hot tub | could you remove a hornet nest
need wallpaper removed from 2 rooms | take the fence down please | pull my permit first | take 10 percent off?
Can you knock some off the price | drop off the part at the front desk | drop the price a bit and we have a deal
lost water pressure | Can I have your number for next time | what's a good number to reach the tech
the number you gave me doesn't work | reach me on this number | my other number is better for texts
I can text pictures if you want | do you guys text reminders | I got two texts from you
Got your message, works for me | I deleted the texts by mistake, what time again
I don't see the text with the quote | didn't get a text yet | no text came through | you didn't message me back
Never heard back from you | nobody texted me back | please text me back | Don't forget to text me the address
don't text my husband about the price it's a surprise | Don't call, text. I'm in a meeting
no calls please, text only | please no calls before 10 | I can't have anyone there before 9
I do not want a new furnace | we don't want the warranty | I don't want you to replace it unless needed
don't want to bother you on a weekend | sorry to bother you | hope I'm not bothering you
not interested in selling, just need it mowed | Is the $99 special still on | I'm interested in the tune up plan
Not what I wanted but ok | that's not what I asked for | I never agreed to this price
I didn't agree to pay for parking | never signed up for a plan but I'd like to | how do I sign up
I consent to the extraction | report says mold in the attic | I'll report it to my landlord
who do I complain to about the last visit | legal size window egress | police said the door lock must be changed
blocked drain again | tree is blocking the street | I'm going to block off Tuesday for you | wrong valve
the wrong door was delivered | had the wrong day in my calendar | leave it running? | leave a note if I'm out
alone with two kids so need it fixed fast | enough room for a ladder | that's enough gravel
I've had enough of this old boiler | done with the paint, when do you come back | I'm done at work at 4
necesito parar una fuga | quiero cancelar la cita | me equivoqué de día, es el martes
`),
  },
];
