import { sentences } from "./opt-out.cases";

/**
 * Sentences that withdraw consent, each round written and measured before the rules were changed for it; the first by
 * somebody who had never seen them. What the rules made of a round unseen is the only figure that says how they do on texts
 * to come.
 */
export const OPT_OUT_ROUNDS = [
  {
    round: 1,
    written: "2026-11-22",
    unseen: { optOut: 148, doubtful: 8, of: 171 },
    texts: sentences(`
I don't want these texts anymore | please remove my number | pls quit texting this phone
don't send me any more messages | do not contact me at this number again | no more messages please
take my number off your list | take me off of whatever list this is | I never signed up for this, stop it
I did not agree to receive texts from you | who gave you my number? stop messaging me | please stop contacting me
STOP TEXTING ME!!! | Stop with the texts already | quit messaging me | you have the wrong number
wrong number, sorry | this is the wrong person | wrong # buddy | not me, wrong number
This isn't Dave, you've got the wrong number | I want to opt out | opt me out please | Opt out of all texts
I'd like to unsubscribe | unsubscribe me from this list | please unsubscribe this number | unsubscribe all
can you unsubscribe me thanks | how do I unsubscribe | how do i stop these messages
how do I get these texts to stop | how can I opt out of this | make it stop | make these messages stop
delete my info | erase my number please | please delete my phone number and don't text again
remove me from your texting list | remove this number from your contacts | take this number off
please don't text me | dont text me | don't text this number | Do Not Text Me Again. | Don't message me again
never text me again | text me again and I'll report you | I'm reporting this as spam | this is spam, stop
block this number from your list | I'm blocking you | I revoke consent to be texted
I withdraw my consent to receive messages | you do not have my permission to text me
you don't have permission to contact me | put me on your do not call list | add me to the do not contact list
add this number to your DNC list | I'm on the do not call registry | This number is on the national do not call list
stop calling and texting me | dont call or text | please no more calls or texts | not interested stop
not interested please remove | not interested, don't text me again | no thanks, stop texting
no thank you please take me off | STOP please | please STOP | Stop, thanks | Stop thx | yes stop | stop immediately
Stop it. | stop all messages | stop msg | stop msgs pls | Stop sms | STPO | stop! | *stop* | s.t.o.p. | Reply STOP
text stop | STOP to opt out | END texts | end these messages | please end this | Cancel texts
cancel these messages | cancel my subscription to these texts | Quit it with the messages | cease contact
discontinue messages | please discontinue texting this number | turn these notifications off
I don't want to be contacted | I do not wish to receive any further messages
I no longer want to receive texts from you | I would prefer not to get texts | I'd rather not receive text messages
kindly stop messaging this number | would you please stop texting | can you stop texting me
could you guys stop sending these | why do you keep texting me? stop | u need to stop texting me | stop txt
dnt txt me no more | don't txt me | don't hit me up again | F off and stop texting | get lost | stop harassing me
this is harassment, do not contact me | my attorney will hear about this if you text again
I have asked you before to stop texting | Already told you guys to stop | You texted the wrong guy
you've reached the wrong person, please remove | This is no longer Maria's number | No Steve here, wrong number
this number belongs to someone else now, take it off | new owner of this number, please remove it
I got this number last month, stop texting for Brenda | para de mandar mensajes | no me manden mensajes
número equivocado | arret | arrêtez de m'envoyer des messages | ne m'envoyez plus de textos
I called you by mistake, please don't text | Butt dial, no more texts pls
Called by accident. Remove my number please | Just a pocket dial, take me off your texts
Please stop these automated texts | no more automated messages | stop the robot texts
I don't text with bots. Stop. | Text messages cost me money please stop | I pay per text so stop
im driving stop texting me | Stop I found someone else | Found another plumber, please stop texting
all set stop texting | all good, no need to text me again | I'm good. You can stop texting now.
Not needed anymore please stop messages | lemme off this list | get me off this list
get my number out of your system | unenroll me | unregister this number | deactivate texts | mute these | I want out
I'm out, stop | Please do not reply to me anymore | please do not respond or text back | Take us off your list
We don't want your texts | my wife does not want to get these texts
my mother is 85 and does not text, please stop sending these to her | this is a landline do not text
this is a work phone, do not text it | Please stop 🛑 | stop ✋ | STOP STOP STOP | stop. stop. stop.
`),
  },
  {
    round: 2,
    written: "2026-11-22",
    unseen: { optOut: 190, doubtful: 3, of: 232 },
    texts: sentences(`
Hi, please take me out of your text system | I'm going to need you to stop the messages
This is getting annoying please stop | y'all need to quit it with these texts | I don't need any texts thanks
No need for texts, thanks | texts not wanted | Not wanting any texts | i do not want text messages from your company
do not want | don't want your messages | I didn't sign up for text messages | I never gave you permission to text me
never opted in to this | I never agreed to get texts from you people | Who is this? Stop texting me.
Who's this and why are you texting me? Stop | New phone, wrong person | You got the wrong Mike
I'm not the person you're looking for, please remove me | wrong person here, remove
Hey this isn't Linda, wrong number | Linda doesn't have this number anymore | This number has changed owners
this isn't the right number for her | this cell now belongs to my son, do not text it | You're texting a child, stop
my dad passed away, please stop texting his phone | the owner of this phone is deceased please remove from your list
please take my mother's number off your list | Please remove 503-555-0147 from your list
take 5035550147 off your texts | delete me from your database please | I want my number deleted
I want to be removed | I would like to be taken off of this | remove my contact information immediately
purge my data | forget you have this number | please lose this number | stop stop stop stop | STOP!!!!!!!!!!!
Stop ! | stop...please | Please for the love of god stop | for gods sake stop texting | Omg stop texting me
bruh stop texting me | yo stop texting this number | aye stop hitting my phone up | quit blowin up my phone
stop spaming me | stop texing | plz stop msging me | stop messagin me | pls rmv me | rmv my number
pls remove me frm ur list | unsubcribe me | unsuscribe please | opt my number out | Opt out now | opt. out
OPT OUT!!! | Optout please | We opt out of your messages | consider this my opt out | this is my request to opt out
Consider this notice to stop texting me | Per the TCPA, do not text me again | Under TCPA I revoke consent
I hereby revoke any consent | consent withdrawn | You no longer have my consent | I take back my permission to text
I am revoking permission for texts | Don't you dare text me again | Don't ever contact me
don't ever message this number again | do not send texts here | do not send any texts to this phone
Do not send me messages | Please don't send me texts | no texts to this number please | no text messages please
No SMS | please no texts | no texting | nomore texts | No more of these please | No further texts
no further contact please | no further messages needed | no more contact | I don't want any further contact
we do not wish to be contacted by text | My preference is no texts | Prefer not to be texted
I'd appreciate it if you stopped texting me | I would appreciate no more texts
it would be great if you stopped messaging | can you please not text me | could you not text this number
please avoid texting me | Please end all texts to this number | terminate messages | terminate all communications
Cancel all messages | cancel further texts | CANCEL ALL TEXTS | Cancel SMS | cancel the messages please
cancel these alerts | turn off text messages | Turn off notifications please | switch off these texts
disable texts | How do I turn these texts off? | how do I get off this list | How do I get off your texting list?
how do you stop these texts | How do I opt out? | what do I text to stop these messages
what do i reply to make this stop texting me | Whats the word to opt out | take me off pls | take me off.
Take us off | Take this number off please | Get my number off of there | scratch my number off your list
remove us from texting | removal please | Remove. Thanks. | REMOVE | delete | Delete my number. | quit texting
Quit contacting me | QUIT!! | end. | End please | End all | Revoke consent | cease | cease texting | desist
halt messages | leave us alone | Leave me be | leave my family alone | go away please
go to hell and stop texting me | Eff off | screw you stop texting | kick rocks, stop texting me
i'll call the police if you text me again | I'll report you to the FCC if you text again
Next text gets reported to the FTC | Blocked and reported | you've been blocked | blocking this number
I'm marking this as junk, stop texting | This is unwanted spam, remove me | Unsolicited. Remove me
unsolicited text, stop | I'm not a customer, don't text me | never heard of you, stop texting
I don't know you, stop messaging me | I dont know who you are but stop
Not a customer of yours please remove my number | Nope. Don't text me | nah stop | no stop texting
nope stop messaging | Ok thanks but please stop | Thanks I'm all set please stop the texts
Already hired someone. STOP | I went with another company. Please stop texting.
we fixed it ourselves so please stop messaging us | Job's done, no more texts needed
No longer need service, stop messages | no longer need you, opt out | I sold the house, please take me off the list
I moved, please stop texting | I don't live there anymore please remove my number
im not the homeowner stop texting me | I just rent here, remove me from texts
I only wanted to talk to a human, stop these texts | stop these auto texts | stop the automated replies
stop sending robot messages | I hate texting, take me off | texting bothers me please stop
I get charged for texts please stop | I don't have unlimited texting so please stop | These texts need to stop
the texts have to stop | these messages must stop | I want the messages to stop
I want this to stop, texting me is not ok | stop w the texts | stop it with the messaging
stop doing this texting thing | don't text again | Dont text anymore | dont message | Dont contact | don't bother me
dont bother texting me again | Don't reply to this, just remove me | please stop replying to me | stop replying
stop responding to me | stop reaching out | Please stop reaching out to me | stop following up | no more follow ups
no follow up texts please | no me envíe más mensajes | por favor no me mande mensajes | quítame de la lista
bórrame de su lista | deja de escribirme | dejen de mandarme mensajes | numero equivocado amigo
no soy esa persona, número equivocado | cancelar mensajes | ALTO por favor | ARRÊT | arretez svp
arrêtez les textos
`),
  },
  {
    round: 3,
    written: "2026-11-22",
    unseen: { optOut: 63, doubtful: 5, of: 90 },
    texts: sentences(`
Please discontinue all contact with this number | Get rid of my number | Stop pestering me with texts
I've had it with these messages, stop | These texts are driving me nuts, make them stop
I don't appreciate being texted, stop | why am I getting these? take me off | How many times do I have to say stop
for the third time STOP | I said no more texts | I told y'all stop texting me | Can I be taken off this list
Could you remove me please | would you mind not texting me | Mind not texting this number? thanks
I'm asking you nicely to stop texting | Just stop it with the texts ok | Text someone else | bother somebody else
go bother someone else | Nobody by that name at this number, please remove | u got the wrong # | sry wrong number
Wrong number!! Do not text again | This is not the Hendersons | sorry you have the wrong person
I'm not your customer, remove me | This number is for emergencies only, don't text it
This is a hospital line, stop texting | company phone, no texts | no soliciting | No solicitation texts
Don't solicit me | not interested in your texts | I have zero interest in these messages, stop | pls no txt
no txt pls | dont send me nothing else | quit sending me this stuff | stop sending this crap | stop sendin me msgs
stahp texting me | STOP TEXTING ME OR I WILL SUE | Stop or I'll report you | Last warning, stop texting me
I am reporting your number | I will be contacting my attorney if this continues | unsubscribe pls and ty
please unsubscribe me immediately | I'd like off this list | want off | let me off this list | please unlist me
drop my number | drop me from your list | remove all my info | remove my cell from your records | cancel my texts
cancel sms please | cancel notifications | please cancel all future messages | I no longer consent to texts
I never consented to this | no consent | consent is revoked effective immediately | I'm withdrawing permission
opt me out of everything | opted out | please opt out this number | how can i unsubscribe | what's the stop word
which word stops these messages | I want to stop getting these | I'd like to stop receiving texts
wish to stop receiving messages | we'd like to no longer receive texts | I shouldn't be getting these texts
not subscribing to this | quit it | stop!!! please!!! | pls stop now | STOP ok | stop already | Enough. Stop.
no mas textos | no mas mensajes por favor | por favor elimine mi número | ya no me escriban | Stop aux textos
cessez de me texter
`),
  },
];
