import { sentences } from "./opt-out.cases";

/** What callers of plumbers, dentists, salons and garages write. Nothing here is an opt-out. */
export const ORDINARY_TEXTS = sentences(`
stop by at 5 | Can you stop by tomorrow? | Could you stop by around 3 pm | Please stop by the house
you can stop in anytime | the toilet won't stop running | Toilet wont stop running!!
The faucet won't stop dripping | can you stop the leak | How do I stop the water? | Please help me stop the leak
it won't stop leaking | the alarm won't stop beeping | it doesn't stop | My nose won't stop bleeding
please don't stop | Don't stop texting, this is easier | cancel my appointment for Tuesday
I need to cancel my appointment | Please cancel my 3 o'clock | can I cancel tomorrow's visit
I need to cancel and reschedule | Do you have a cancellation fee? | the end of the week | by the end of the day
end of driveway | end of the month works | It's at the end of the street | bus stop | I'm at the bus stop
near the bus stop on 5th | nonstop | It has been dripping nonstop | non-stop noise from the furnace | stop valve
the stop valve is broken | shutoff stop is leaking | angle stop under the sink leaks | quit working | my heater quit
my heater quit working last night | The furnace quit on us | AC quit, need someone today | take me off hold
You put me on hold, please take me off hold | Can you take me off the schedule for Friday
Please remove me from the Tuesday schedule | take me off the waitlist | take me off the waiting list
Remove the old water heater | Can you remove a tree stump | Please remove the tub | delete the appointment
wrong part was delivered | You sent the wrong invoice | I gave you the wrong number, it's 503-555-0142
Sorry I wrote the wrong number down, my cell is 503 555 0100 | the invoice has the wrong number on it
wrong number of tiles were delivered | don't call before 8am please | please don't call after 9
don't text while driving | If you don't text me back I'll call | why don't you text me the address
Why did you stop texting me? | did you stop texting? | You never texted me back
I don't have texting on this phone so call | no | No thanks | no thank you | Yes | yes please | ok | Thanks!
thank you so much | My basement is flooding | need a plumber asap | Do you do drain cleaning?
How much for a water heater? | Is 4pm ok? | no rush | No hot water | No water at all | no more hot water
there's no more hot water | no heat since last night | I need help | help me please, pipe burst
Can you help with a clogged drain? | more info please | What info do you need? | start of next week is good
can you start Monday? | When can you start | leave me a voicemail | leave the key under the mat
leave it alone for now | I'll be alone at home | go away for the weekend on Friday, so Thursday is best
will the smell go away? | We are done with the painting | I'm done at work at 5 | I'm done at 4 so any time after
done | All set for tomorrow then | Not interested in the expensive one, but the basic model works
I'm not interested in a repair, I want a replacement | How do I stop the running toilet
the water stops when I turn the valve | it stops and starts | Truck is at the stop sign
There is a stop sign right before our house | make a quick stop on the way | we can stop at the shop
I'll stop over later | it finally stopped | It stopped working | The dishwasher stopped draining | stopped up sink
stop up | toilet is stopped up | I have a stopped drain | can you stop the smell in the basement
what would it cost to stop the draft | Don't forget my number is 555-0142 | I lost your number
my number is 503-555-0142 | Remove my braces? How long does it take | I quit smoking, when can I get a cleaning
opt for the cheaper one | I'd opt out of the extended warranty | can I opt out of the maintenance plan
what options do I have | I don't want any more leaks | I don't want to wait any more
I don't need a text, a call is fine | don't worry about it | Don't send Mike please, he was late
do not send anyone today | please don't send a bill yet | I got no message from you | Did you get my message?
Send me a text when you are close | text me when you get here | Text me the price | I never got your text
message me on this number | This is the right number | Is this Alder & Sons? | Who is this? | sorry missed your text
Please call me | call me back | I'd rather you call me | End unit, building B | dead end street
the end piece broke off | weekend is better | cancel the second visit but keep Monday
The last plumber quit halfway | never mind, found it | nvm | Para mañana por favor | es para mi mamá
el baño no para de gotear | ¿pueden parar la fuga? | quiero cancelar mi cita | Cancelar mi cita del martes
no me llamaron | El techo es alto | necesito un plomero | no tengo agua caliente | la ducha no para
Bonjour, mon évier est bouché | pouvez-vous arrêter la fuite | l'arrêt de bus | je n'ai plus d'eau chaude
Il ne marche plus
Liked “Alder & Sons: sorry we missed your call. What can we help with? Reply STOP to opt out, HELP for help.”
Loved "Alder & Sons: sorry we missed your call. Reply STOP to opt out" | 👍 | 👍🏽 great | 😂 | 👋
What does "Reply STOP to opt out" mean? | I can't stop coughing, is the doctor in? | My dog won't stop scratching
can the dentist stop the pain | the bleeding hasn't stopped | Do you have to stop the water to fix it?
do we need to stop using the sink? | should I stop using the toilet | I want to stop paying so much for gas
one stop shop? | Shop | step | top floor | Hi, my kitchen sink is backed up and water won't stop coming up
How can I get the water to stop until you get here? | I shut off the stop but it still drips
The main stop is stuck | Can you guys stop over this afternoon to look at it?
If you could stop in before noon that'd be great | I'll be home all day so just stop by whenever
Please have him stop at the gate first | You'll have to stop at the front desk
We stopped by your shop but it was closed | My furnace keeps stopping and starting | The garage door stops halfway
fridge stopped cooling | Our AC stopped blowing cold air | need someone to stop this leak NOW
Water is pouring out I can't get it to stop | its leaking and i cant stop it
Please stop the water before it ruins the floor | Can I stop the flow somewhere? | put a stop to the mice please
I'd like to cancel my cleaning on Thursday | We have to cancel today, kid is sick | please cancel our appointment
Cancel Friday, can we do Monday instead? | can i cancel | I need to cancel. | what's your cancellation policy
Sorry need to cancel my haircut at 2 | can we move my appointment to end of June
at the end of my rope with this toilet | The rear end of the house | Is Friday the end date?
the tail end of the pipe | My dishwasher quit mid cycle | pump quit last night | the water heater just quit
The starter quit on my car | what time do you quit today? | Do you guys quit at 5? | Remove and replace the disposal
I want to remove a wall | how much to remove a wisdom tooth | can you remove the mold
Please remove my stitches next week | take off the old shingles | take the door off the hinges
Take me off the calendar for tomorrow please | I got taken off the schedule?
can you take us off Thursday and put us on Friday | drop me off a quote | leave the invoice in my mailbox
leave me a message if I miss you | I don't want the cheap parts | I don't want to wait until Monday
I dont want another contractor telling me it's fine | I don't want to bother you but any update?
sorry to bother you again | Don't want to be a bother | I'm not interested in financing
we're not interested in the maintenance plan but yes to the repair | No more than $500 please
no more leaks after your fix, thank you! | no more appointments this week? | there is no more pressure in the shower
No message was left | I didn't get a text | I'm getting no texts from the tech | Did the messages go through?
Why haven't you texted me back? | you never contacted me about the quote | I don't get texts at work so call
Don't contact my tenant, contact me | Don't call the office number, use this one | please do not call, text only
Don't call me, text me | Text is better, don't call | Do not ring the doorbell, baby sleeping
do not enter through the back | don't send the same tech please | Please don't cancel my appointment | don't cancel
never mind the earlier message | Never had this problem before | Wrong size part | the wrong color was painted
You quoted the wrong address | I think you have the wrong address, it's 412 not 421
My number changed, it's 503-555-0188 now | my wife's number is 503-555-0101
is this the right number for Alder & Sons? | What's the number for the office? | Is this a real person?
are you a bot | who am I texting with | hi it's Karen from last week | I am alone and can't lift it
Leave the old one, don't haul it away | He left me alone with the mess lol | How long until someone gets here?
Does the warranty end in June? | End result looks great, thanks | All done? Great | I'm done with work at 4
Done deal | We're done for the season | ok stop by then | Great, see you then | Yes, start Monday
Please start with the bathroom | start time? | Can you help my mom, she has no heat | HELP pipe burst in the garage
I need info on pricing | more information about implants | The enough water comes out | Is that enough time?
enough for two rooms | Our alarm company says it will report it | report says water damage | I have a block drain
The drain is blocked | We live on this block | can you send me a text reminder the day before | remind me tomorrow
turn off the water? | do I need to turn off the gas? | How do I turn off the alarm | Which way do I turn the shutoff
can you give me consent forms ahead of time? | I give permission to enter
What subscription plans do you have for lawn care? | Cancel my lawn service for July | can you unblock a sewer
Is the stop work order lifted? | Stop sign at the corner, then left | non stop barking lol gate is broken
My teeth won't stop hurting | I can't stop the bleeding from the extraction | pain has not stopped since Tuesday
Should I stop taking the antibiotics? | do i stop eating before the appointment?
When should I stop feeding the dog before surgery | Can I quit wearing the retainer | para el lunes está bien
¿para cuándo pueden venir? | mi calentador paró de funcionar | no me llegó el mensaje | no me mandaron la factura
¿me pueden llamar más tarde? | necesito cancelar la cita de mañana | el agua no para | no quiero esperar más
alto, son dos pisos y el techo es muy alto | plus d'eau chaude depuis hier | le chauffage s'est arrêté
je veux annuler mon rendez-vous | pouvez-vous arrêter l'eau | on ne peut plus ouvrir la porte
Emphasized “We can stop by at 5” | Laughed at “stop texting me lol” | ok 👍 | thx! | K | 2 | ?
The water in my basement just won't stop | Could your tech stop by the office to pick up the key
Happy for you to stop in any day | I'd like you to stop by | do you need me to stop the dishwasher
Please stop at unit 4 first | will the warranty stop if I cancel | I want to stop the drip before the weekend
I need this leak to stop | Make the noise stop please lol | My kid won't stop crying, tooth pain
the smoke detector stops when I hit it | can you make the squeaking stop
My hair stylist quit, who else do you have? | I quit my job so mornings work now | Is there an end cap included?
let's end at 5 | End of story, great work | I'll have to cancel, sorry | Cancel if it rains please
please cancel the order for the part | if you can't make it just cancel | remove the tree but leave the stump
Could you remove wallpaper | how do I remove my name from the title? | Take 20 off the price?
Take me off the list for Tuesday's cancellations? | Add me to your list please | put me on the list
Can I get on the waiting list | what's on the parts list | I texted the wrong number before, sorry, this is Dana
called you twice, no answer | I have the right number then | Is 555-0142 the wrong number for billing?
The address is wrong, number 12 not 21 | I don't want to text, can you call? | I hate texting, call me
Don't text my husband, he doesn't know yet, text me | please text me instead of calling
no calls please, texts only | No need to call, text is fine | no need to text me the address, I have it
you don't have to text me when you arrive, just knock | Don't send anyone before 10
don't send the estimate to my old email | I never received your message | didn't get your text yesterday
I don't have a contact number for him | I don't want contact paper on the shelves | we don't need any more quotes
not interested in a new unit, only the repair | I'm done with the paperwork
I'm done waiting, can you come today or not? | I give up on this drain | Leave me a quote please
leave the gate open | Is your texting line open on weekends? | Can you text my wife at 503-555-0111
I get too much voicemail so text | emails go to my spam folder | I signed up for the maintenance plan
consent form attached | Do I need permission from the city? | turn off valve | the main shut off is stuck
drop the price a bit? | cut the tree messages me tomorrow | kill the wasps please
Is there a way to stop getting these ants? | how can I stop these mice | no more mice please!
no further leaks so far | no contact with the neighbor yet | Nobody answered my messages
¿puede venir a parar el agua? | mi mamá no quiere esperar más | no es mi casa, es de mi hermana
el número es correcto | arrêt du chauffage | on ne veut plus attendre | water won't stop, help
stop by whenever you want | Could you ask him to stop at the hardware store first | does the flow stop on its own?
My tire shop closed so I need new brakes | The drill quit so I stopped | we end our lease in May
cancel the Thursday one, keep Saturday | need to cancel bc of work | Can you remove rust stains?
remove the number plate bolts | not sure I have the right number | I typed my number wrong, it's 0142
Please text my daughter | please message me when done | can I text you a picture | I'll text you photos in a sec
contact me at this number any time | leave a text if late | no texts came from your guy so I left
Are these texts automated? | I'm on your mailing list already | Don't bother with the second coat
don't bother calling the landlord | don't contact the insurance yet | dont forget to text me
I don't want to talk on the phone, text me | I want a text when you're done | Stop the presses, you guys were great
the stopper in the tub is broken | drain stopper replacement | stopped raining so roofers can come
Quitting time is 5 for me | I need 2 stops: garage and kitchen | the doorstop is missing
how many texts will I get? | need it to end before noon | Please don't end the appointment early
unlist price? what's the list price | Lost my list of questions, sorry
Hi I need a quote for gutter cleaning | the drip wont stop and its getting worse | Are you able to stop by after 6?
We need to stop the mold from spreading | tub stopper is stuck | Our boiler quit this morning
I have to cancel my 10am | Can I cancel the second coat of paint | end of the hall, unit 4
what does the end product look like | can you remove the old carpet | Please take me off speaker lol
take off the bumper and repaint | I got the number from a friend
My number is wrong in your system, it ends with 43 | is the number on your truck still right?
I don't want to pay a trip fee | don't want it to flood again | please don't be late
Don't text, I'm deaf in one ear but calls work? jk text is best | I never heard back about my message
Please contact my property manager | contact me whenever | no worries | no problem, take your time
no sms apps on this phone | I'm out of town until Friday | I'm all done with my braces, when is retainer check
finish the job please | not interested in the upgrade thanks | who do I contact about billing
leave the porch light on | alone in the house, need the lock fixed | my phone died, sorry for the late message
Thanks for the quick text! | I can text pictures of the damage | help with garbage disposal
info on whitening please | start whenever | ¿cuánto cuesta destapar el baño?
`);
