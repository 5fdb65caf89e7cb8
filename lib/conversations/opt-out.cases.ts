/** Labelled texts: one sentence between bars or line ends. */
export function sentences(list: string): string[] {
  return list
    .split(/[|\n]/)
    .map((sentence) => sentence.trim())
    .filter(Boolean);
}

/** Ways to write a keyword, all of them opt-outs. */
export const KEYWORD_VARIANTS = sentences(`
STOP | stop | Stop | sToP | Stop! | STOP!!! | stop. | STOP. | "STOP" | “Stop” | 'stop' | ‘STOP’ | (stop) | *STOP*
stop please | please stop | Please stop. | pls stop | plz stop | STOP PLEASE | STOP, please | stop now | just stop
stop stop stop | STOP STOP | stop thanks | Stop, thank you | s t o p | S T O P | s.t.o.p | S-T-O-P | sto p | st op
stopp | stoppp | STOOOOP | stpo | sotp | stp | sttop | st0p | srop | stol | tsop | stip | STOP🛑 | 🛑 | 🛑🛑🛑 | ⛔ | 🚫
🛑 please | stop 🙏 | STOP ALL | stop all | stopall | StopAll | STOPALL! | unsubscribe | Unsubscribe! | UNSUBSCRIBE.
unsubscribe me | unsubscribe please | please unsubscribe | unsubcribe | unsuscribe | unsubscibe | unsubsribe
un subscribe | unsub | u n s u b s c r i b e | opt out | OPT OUT | Opt-out | opt-out | optout | opt out please
opting out | opt me out | Opt Out! | "opt out" | cancel | Cancel. | CANCEL! | cancel please | please cancel | cancle
end | END. | End! | end please | quit | Quit! | QUIT. | please quit | revoke | Revoke. | REVOKE! | revoke consent
remove | remove me | Remove me please | REMOVE ME!! | delete me | take me off | no more | wrong number
Wrong number | wrong # | WRONG NUMBER!! | worng number | alto | Alto! | parar | ¡Parar! | pare | para | basta
cancelar | ALTO | baja | arrêt | ARRET | arrêter | arrêtez | Arrêtez ! | désabonner | stop svp | stop por favor
ＳＴＯＰ | stop it | stop this | stop texting | STOP TEXTING | stop msgs | stop texts | stop messages | Stop... | stop?
I want to stop | can you stop | i said stop | Stop!! | leave me alone | unsubscribed
ok stop | okay stop
`);

/** Sentences that withdraw consent. */
export const OPT_OUTS = sentences(`
please stop texting me | Please stop texting this number. | stop texting me!! | Stop sending me texts
stop sending me these messages please | Don't text me again | don’t text me again | Do not text me anymore.
do not contact me | Please do not contact me again | Never text me again | no more texts | No more texts please
No more messages. | I don't want any more texts | I don't want texts from you
I do not want to receive these messages | I no longer wish to receive texts | I don't wish to be contacted
please remove me from your list | Remove me from your list | take me off your list | Take me off this list please
Take my number off your list | remove my number | Please delete my number | delete my number from your system
lose my number | Leave me alone | leave us alone please | You have the wrong number | you got the wrong number
Sorry, wrong number | I think you have the wrong number | Wrong person | wrong number, I didn't call a plumber
Sorry I called the wrong number | I dialed the wrong number | This is the wrong number.
you've got the wrong person | I'd like to opt out | I want to opt out of these texts | how do I opt out
Please opt me out of texts | opt out of all messages | How do I unsubscribe from this? | unsubscribe from all
I would like to unsubscribe | I revoke my consent | I withdraw my consent to be texted | I do not consent to texts
You do not have permission to text me | Put me on your do not call list | add me to your do not text list
Quit texting me | quit messaging me please | quit bothering me | stop bothering me | Stop harassing me
stop spamming me | STOP CONTACTING ME | cease and desist | cease all communication | Discontinue these messages
Please discontinue texting | end these texts | end all messages | cancel these texts | cancel text messages
Cancel my subscription | turn off these texts | turn these texts off | Please make these texts stop
Can you stop texting me please | could you please stop messaging this number | I asked you to stop
I told you to stop texting me | Not interested, stop texting | Not interested. Stop.
not interested please remove me | I already texted STOP | I said STOP texting me
if you don't stop texting me I will report you | Why won't you stop texting me | I never signed up for these texts
I didn't ask for these messages | I don't want to hear from you | i dont want ur texts | dont txt me | dont msg me
plz stop txting me | stop txting | stop texing me | no txts | No texts | no texting please | no more txts plz
Please don't text | Please do not text me. | pls dont text this number | don't message me | don't contact me anymore
Don't ever text me again | do NOT send me any more messages | I don't want you to text me
I'd rather you not text me | I want these texts to stop | Get me off this list | get my number off your list
take me off this text thing | Please take me off your texting list | scrub my number from your database
forget my number | enough with the texts | Enough texts already | fuck off | go away | Stop calling and texting me
stop calling me | Do not call or text me | Dont call me again | you are texting the wrong number
this isn't Karen's number anymore | This is no longer Mike's number | Hi, I think this is the wrong number
STOP sending texts to this number | ok please stop texting | Thanks but stop texting me | got it fixed, stop texting
We already hired someone. Please stop texting. | I found someone else, take me off your list
I'm all set, please stop messaging | no thanks, remove me | No thanks. Unsubscribe.
Please unsubscribe me from your messages | I am revoking permission to text me | I don't like getting texts from you
stop with the messages | stop these automated messages | Stop your automated texts | No more of these texts
please stop this | Please stop these | no me escriban | no me escriban más | No me manden mensajes
no me mande más mensajes por favor | para de mandarme mensajes | paren de mandarme textos | dejen de escribirme
deja de molestarme | No quiero más mensajes | no más mensajes | no quiero recibir mensajes | Quítenme de la lista
bórrenme de su lista | Número equivocado | se equivocó de número | déjenme en paz | no me contacten
No me llamen más | quiero darme de baja | por favor no me molesten | arrêtez de m'écrire
Arrêtez de m'envoyer des messages | arrête de me texter | ne me contactez plus | Ne m'écrivez plus SVP
ne plus me contacter | plus de messages svp | retirez-moi de votre liste | mauvais numéro
vous vous trompez de numéro | laissez-moi tranquille | je ne veux plus recevoir de messages | supprimez mon numéro
Hi can you please take me off of whatever list this is | I have asked multiple times to be removed from this list
who is this?? stop texting me | yall need to stop texting me fr
Please remove this phone number from your contact list. | I'm not the person you are looking for, wrong number
wrong number dude | Nope wrong number | u got the wrong number | This isn't John. Wrong number.
you have a wrong number | Please be advised you have the wrong number | not the right number
No more messages thank you | please no more texts, we found another plumber
We went with another company. Please do not contact us further.
I do not want any further communication from your company | I don't want to receive texts from you guys anymore
I don't want text messages | don't want your texts | I did not sign up for text messages
I did not give you permission to text me | never gave consent to text me | I never agreed to receive texts
Please stop sending text messages to my phone | stop sending me stuff | stop blowing up my phone
quit blowing up my phone | quit sending me these | Quit texting my phone | stop with the texts already
kindly stop messaging me | Kindly remove me from your messaging list | Would you please stop texting
can u stop texting me | can you guys stop messaging me pls | I need you to stop texting me
I want you to stop contacting me | Please opt me out. | I am opting out | I choose to opt out | opt-out please
OPT OUT NOW | I'd like to be removed | I want to be taken off your list | take us off your text list
Take my name off | remove my name and number please | please erase my number | delete me from your system
Delete my contact info | unsubscribe my number | UNSUBSCRIBE ME NOW | i want to unsubscribe | Unsubscribe all
unsubscribing | do not text | Do not message this number again | DO NOT TEXT ME | DONT TEXT ME
dont ever contact me again | never contact me again | don't send me texts | dont send anymore texts
Don't send any more messages to this phone | please don't contact me any more
Please don't message me anymore, I'm good | don't text or call me | No calls no texts | no more calls or texts
Leave me the hell alone | just leave me alone | plz leave me alone | stop harassing me or I'll call the police
This is harassment stop texting me | STOP SPAMMING | stop spam | stop the spam | stop this spam | end communication
End all communication | end text messages | END TEXTS | cancel all texts | cancel messages | cancel future messages
cancel subscription | revoke my permission | I hereby revoke consent to receive text messages | consent revoked
remove from list | off the list please | take off list | please stop, thanks | Stop please, I'm driving
STOP.  I am not a customer | stop, not interested | No stop | NO. STOP. | Seriously, stop. | omg stop texting
Stop it!! | Ok you can stop texting now | You can stop texting me now, all fixed
It's fixed now so please stop texting | We're good now, you can stop the messages | please stop bothering my husband
stop contacting this phone | I'm going to block you if you don't stop texting | Reported. Stop texting me.
Turn off notifications | Turn off text messages please | Please discontinue sending me messages
please cease all texts | please refrain from texting me | I don't wish to receive any more messages
not interested, please take me off your list | lose this number | please don't use this number again
This number is on the do not call registry, stop | put me on the do not contact list
this is my work phone please don't text it | my number is no longer for Karen
Karen doesn't have this number anymore | I don't know any Luis. Wrong number | NO ME TEXTEEN MAS
ya no me manden mensajes | no me mandes mas textos | no envíen más mensajes | deje de enviarme mensajes
deja de mandarme textos porfa | por favor paren | Por favor, elimine mi número | quiten mi número de su lista
tiene el número equivocado | no es mi número, está equivocado | ya no me escriba | no me interesa, no me escriban
no quiero que me escriban | veuillez arrêter de m'envoyer des textos | ne m'envoyez plus de messages
cessez de me contacter | stop les messages | désabonnez-moi | je me désabonne | enlevez mon numéro de votre liste
Hey I keep getting these texts, can you take me off | Please take me off your contact list, thank you
I'm asking nicely, stop texting | For the last time stop texting me | Would appreciate it if you stopped texting me
I'd appreciate no more messages | Don't bother me again | Stop it with these messages
Please quit sending messages to me | stop sendin me texts | STOP TXTING ME | y'all stop messaging me
Do not reply to me, do not text me | no longer want to get these | I don't want any messages from your company
Please do not send me anything else | Please don't send anything else | don't send me anything
I no longer need your service, please remove me | Please remove me from all future communications
Remove my phone number from your records | Delete this number | delete this number please
please take this number off your list | You've reached the wrong number, please remove it | Incorrect number
I am not Mike, you have the wrong person | This isn't the person you're trying to reach. Stop.
Opt me out of everything | Opt out of text messages please | please opt this number out | I opt out | Opt-out of sms
I would like to stop receiving texts | I want to stop getting these messages | how can I stop these texts
How do I make these texts stop | how do i get off this list | Is there a way to stop getting these texts?
Please cancel all further messages | No further contact please | No further messages are needed
no more text messages | No more texting please! | I revoke any consent to be contacted | Consent withdrawn
you're not allowed to text me | I didn't agree to this, stop texting me | You don't have my consent
Do not call this number again | unsubscribe!!!! | UNSUBCRIBE ME | Unsubscribe me from this list please
leave me ALONE!!! | Leave us be | Get lost | STOP!!!!!!! | stoppppp | Stop ✋ | 🛑 stop | stop 2 end | Stop to opt out
please STOP the texts | stop texting this phone its my kids | no me mande mensajes | no quiero recibir sus mensajes
deje de mandar mensajes | pare de escribirme | ya no quiero mensajes | por favor no me escriba más
arrêtez les messages | je ne veux plus de textos | STOP merci | I'm begging you to stop texting
Could you stop with the text messages please? | My number should not be on your list, remove it
Stop messaging, I'm not interested | No longer interested, please stop contacting me
Please end all text messages to this number | don't text this phone ever again | Please leave me alone already
Do me a favor and stop texting me | I said no. Don't contact me again.
We don't need you, please don't text us anymore | Unsubscribe from texts | please remove from text list
You keep texting the wrong number | Sorry you have the wrong number | Hola, número equivocado
No me manden más textos | please stop these text messages | Please stop w/ the texts
I am opting out of all messages | stop sending me msgs pls | this number opts out | quit it with the texts
Please take this number out of your system | I don't want any further texts from Alder & Sons
I do not wish to receive sms | I don't want to be on this list | no thank you, stop | Stop, wrong number
NOT INTERESTED REMOVE ME FROM LIST | unsubscribe, not a customer | Revoke my consent please
Please delete my phone number from your database | Do not send text messages to me
never mind, please stop texting, found a plumber | Your texts are unwanted, stop | s t o p texting
dont text me nomore | I do not want to be texted | pls no more msgs | I really don't want these text messages
Okay that's enough, stop texting me | Please stop communicating with me | Do not ever send me a message again
We do not want your messages | Take this phone off your texting list | Remove this cell from your list thanks
I need to be taken off this list | Please refrain from contacting me in the future
This is a landline/business phone, stop texting it | No longer a customer, unsubscribe | hey wrong # here
Text me no more | These messages need to stop | cancel all messages please | opt-me-out | Please quit contacting us
I'd prefer not to receive texts | I prefer not to be contacted by text | prefer no texts | stop stop stop texting
Stop sending me garbage | don't want to be contacted | do not disturb me | no me textees | basta de mensajes
STOP SOLICITING | Please remove my info | Not the right person, remove me | Ok stop messaging me now thanks
pls dont send me any texts | You need to quit texting me | Remove this number from your texting program
stop chatting with me | I would rather not get these texts | I'm not interested in receiving your messages
Stop emailing and texting me | quit contacting this number | Please unsubscribe this phone
delete my info from your records | I don't recall signing up, unsubscribe me
This isn't my number anymore, wrong person | take my cell off your call list | No texts to this number please
Stop. Texting. Me. | do not message | cancel text alerts | No mas textos por favor | quítame de tu lista
stop bugging me | hey quit it with these messages | I want off this list | never text this number
please honor my request to opt out | you guys have the wrong phone number
Can I please be taken off of this text list | Not sure who this is but stop texting me | I'd like the texts to stop
Please stop the automated messages | I asked to be removed already | Don't contact this number
We are not interested please don't text again | quit spamming my phone | delete my number pls | sorry wrong number!
you texted the wrong number | Wrong number bud | No longer my number | please unsubscribe this number from your list
opt me out now | OPT-OUT ALL | I do not consent to receiving text messages | I revoke permission
Stop all communication | No more contact | never message me | leave me alone!! | Stop texting my mom
please don't send any more | remove me from ur contacts | Unsubcribe please
I do not want text messages from this number | stop this nonsense | Take me off please | I want no more texts
ya no me textee | no me vuelvan a escribir | alto por favor | ne me textez plus | Do not text. Do not call.
please lose my number | I am requesting that you stop texting | this is your last warning stop messaging me
get me off your list | stop the messages!!!
`);

/** Not clear enough to act on, too close to let a machine go on. */
export const DOUBTFUL_TEXTS = sentences(`
I'm done | not interested | spam | how did you get my number | who gave you my number | this is spam
I didn't call you | I never called you | I'm going to report you | I don't text, please call | fuck you
enough already | is this the wrong number? | cancel it | I don't want this | I do not want these | enough
can you stop that? | too many texts | Do not use this number | There is no Karen here
cancel that, make it 5 | Don't text me before 8
`);
