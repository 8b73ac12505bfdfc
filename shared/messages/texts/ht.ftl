### What families and staff read, in Haitian Creole.
### Draft: not yet reviewed by a person who speaks the language.
###
### For whoever translates: the file en.ftl says more at its head. Messages whose name begins with "sms-" use only
### letters of GSM-7: à, è and ò are among them, but À, È and Ò are not, so begin no sentence there with one of these.

## Parts of other messages

# Stands for the sender in every message when neither the school nor the district has a name.
sender-unknown = Lekòl ou

# Joins the last of several first names to those before it, in the invitation SMS.
# $first: the names so far. $last: the last name.
# $sound (optional): "i" where the last name begins with that sound, else "other"; for languages that join by sound.
names-last = { $first } ak { $last }

# Joins first names before the last, in the invitation SMS.
# $first: the names so far. $next: the next name.
names-next = { $first }, { $next }

# A day, in the staff digest.
# $month: 1 to 12. $day: day of the month. $year: four digits.
day =
    { $day ->
        [1] premye
       *[other] { $day }
    } { $month ->
        [1] janvye
        [2] fevriye
        [3] mas
        [4] avril
        [5] me
        [6] jen
        [7] jiyè
        [8] out
        [9] septanm
        [10] oktòb
        [11] novanm
       *[12] desanm
    } { $year }

# The name of this language, as its speakers write it.
language-name = Kreyòl ayisyen

# A day with its weekday, on pages and in e-mails. As CLDR's pattern "EEEE, MMMM d".
# $weekday: 1 (Monday) to 7. $month: 1 to 12. $day: day of the month.
weekday-date =
    { $weekday ->
        [1] lendi
        [2] madi
        [3] mèkredi
        [4] jedi
        [5] vandredi
        [6] samdi
       *[7] dimanch
    } { $day ->
        [1] premye
       *[other] { $day }
    } { $month ->
        [1] janvye
        [2] fevriye
        [3] mas
        [4] avril
        [5] me
        [6] jen
        [7] jiyè
        [8] out
        [9] septanm
        [10] oktòb
        [11] novanm
       *[12] desanm
    }

# A day in few letters, in SMS.
# $weekday: 1 (Monday) to 7. $month: 1 to 12. $day: day of the month.
sms-date =
    { $weekday ->
        [1] len
        [2] mad
        [3] mèk
        [4] jed
        [5] van
        [6] sam
       *[7] dim
    } { $day } { $month ->
        [1] jan
        [2] fev
        [3] mas
        [4] avr
        [5] me
        [6] jen
        [7] jiy
        [8] out
        [9] sep
        [10] okt
        [11] nov
       *[12] des
    }

# A time of day, everywhere. As CLDR's pattern "jm", with a plain space.
# $hour: 0 to 23, as a number. $hour24: 00 to 23, two digits. $hour12: 1 to 12. $minute: two digits. $half: am or pm.
clock-time =
    { $half ->
        [am] { $hour12 }:{ $minute } AM
       *[pm] { $hour12 }:{ $minute } PM
    }

# In which time zone times are given, on pages.
# $zone: which of the zones of the United States.
time-zone =
    { $zone ->
        [eastern] lè Lès
        [central] lè Santral
        [mountain] lè Montay
        [pacific] lè Pasifik
        [alaska] lè Alaska
        [hawaii] lè Awayi
        [atlantic] lè Atlantik
       *[other] lè lokal
    }

# A way to meet, in messages and on pages, inside a line.
# $mode: which way.
how-to-meet =
    { $mode ->
        [in_person] an pèsòn
        [phone] nan telefòn
       *[video] pa videyo
    }

## The invitation SMS, to a guardian

# The whole SMS. One segment (160 letters) with usual names; the link takes some 55 of them.
# $children: how many children. $sender: the school, or the district where there are several schools.
# $who: the first names, or sms-who-child, or sms-who-children. $link: where to pick a time.
# The word STOP stays as it is in every language: the carrier understands only that.
sms-invitation =
    { $children ->
       *[other] { $sender }: Lòt konferans paran-pwofesè pou { $who }, pa telefòn, videyo oswa an pèsòn: { $link } STOP pou fini.
    }

# The same where the names are long: without the ways to meet.
# $children: how many children. $sender, $who, $link: as in sms-invitation.
sms-invitation-short =
    { $children ->
       *[other] { $sender }: Lòt konferans paran-pwofesè pou { $who }: { $link } STOP pou fini.
    }

# Stands for the first name in sms-invitation where it is unknown or does not fit.
sms-who-child = pitit ou

# Stands for the first names in sms-invitation where they do not fit.
sms-who-children = pitit ou yo

# Whom to call, in sms-answer.
# $phone: the school's telephone number as the school writes it.
sms-call-number = Rele { $phone }.

# Whom to call where the school's number is unknown, in sms-answer.
sms-call-school = Tanpri rele lekòl la.

# Whom to call where the children are at several schools, in sms-answer.
sms-call-schools = Tanpri rele chak lekòl.

## The invitation e-mail, to a guardian

# Subject of the e-mail. No child's name here.
# $sender: the school, or the district where there are several schools.
email-invitation-subject = { $sender }: ou gen dwa a yon konferans paran-pwofesè anplis

# First line of the e-mail.
email-hello = Bonjou,

# What the conference is for, in the invitation e-mail.
# $children: how many children.
email-invitation-why =
    { $children ->
        [one] Gen timoun ki swiv kou sou entènèt pandan plis pase twa semèn youn dèyè lòt. Lè sa rive, fanmi yo gen dwa a yon konferans paran-pwofesè anplis. Kounye a, ou gen dwa a youn. Ou ka pale ak pwofesè a. Mande kijan pitit ou ap mache lekòl la ak kisa ki ka ede l.
       *[other] Gen timoun ki swiv kou sou entènèt pandan plis pase twa semèn youn dèyè lòt. Lè sa rive, fanmi yo gen dwa a yon konferans paran-pwofesè anplis. Kounye a, ou gen dwa a youn pou chak pitit ou. Ou ka pale ak pwofesè yo. Mande kijan pitit ou yo ap mache lekòl la ak kisa ki ka ede yo.
    }

# Heading above the list of children, in the invitation e-mail.
email-invitation-who = Pou kiyès li ye

# One child in the list, in the invitation e-mail.
# $name: the first name, or email-child-unknown. $school: the school. $phone: its telephone number.
email-child = { $name }: { $school }, telefòn { $phone }

# One child in the list whose school has no known number, in the invitation e-mail.
# $name: the first name, or email-child-unknown. $school: the school.
email-child-no-phone = { $name }: { $school }

# Stands for a first name that is unknown, in the list of the invitation e-mail.
email-child-unknown = Pitit ou

# Heading above how to meet, in the invitation e-mail.
email-invitation-how-heading = Kijan pou nou rankontre

# The ways to meet, in the invitation e-mail.
email-invitation-how = Nou ka rankontre nan telefòn, pa videyo oswa an pèsòn. Se ou ki chwazi.

# The interpreter, in the invitation e-mail.
email-invitation-interpreter = Ou ka gen yon entèprèt. Li gratis. Jis di lekòl la ki lang ou pale.

# Heading above how to answer, in the invitation e-mail.
email-invitation-answer-heading = Kijan pou reponn

# The link to the page where families pick a time, in the invitation e-mail. The text of a button.
email-invitation-link = Chwazi yon jou ak yon lè

# How to answer without the link where there is one school with a number, in the invitation e-mail.
# $phone: the school's telephone number.
email-invitation-call-number = Oswa rele lekòl la nan { $phone }.

# How to answer without the link where the school's number is unknown, in the invitation e-mail.
email-invitation-call-school = Oswa rele lekòl la.

# How to answer without the link where the children are at several schools, in the invitation e-mail.
email-invitation-call-schools = Oswa rele chak lekòl.

# Last lines of every e-mail to a family: who sends it and how to stop.
# $sender: the school, or the district where there are several schools.
email-sender = Imèl sa a soti nan { $sender }. Si ou pa vle resevwa imèl konsa ankò, louvri lyen an epi chwazi "Sispann resevwa mesaj oswa imèl".

# Heading above the question whom to call, where it goes with an invitation e-mail.
email-invitation-contact-heading = Yon lòt kesyon

# The question whom to call, where it goes with an invitation e-mail.
email-invitation-contact = Pafwa yon lekòl pa ka jwenn yon fanmi. Lè sa rive, kiyès nou ka rele? Ou ka di nou sa nan menm paj la.

## The yearly question whom the school may call when it cannot reach the family, to a guardian

# The whole SMS. One segment (160 letters) with a sender of 16 letters and a link of 55. It does not say what the question is:
# somebody else may read it.
# $sender: the school, or the district where there are several schools. $link: the family's page.
sms-contact-request = { $sender }: Lekòl la gen yon kesyon pou ou ane sa a. Tanpri reponn isit la: { $link } STOP pou fini.

# Subject of the e-mail. No child's name here.
# $sender: the school, or the district where there are several schools.
email-contact-request-subject = { $sender }: kiyès nou ka rele si nou pa ka jwenn ou?

# What is asked.
# $children: how many children.
email-contact-request-why =
    { $children ->
        [one] Pafwa yon lekòl pa ka jwenn yon fanmi. Lè sa rive, li rele yon lòt moun pou l konnen si tout bagay anfòm. Kiyès nou ka rele pou pitit ou?
       *[other] Pafwa yon lekòl pa ka jwenn yon fanmi. Lè sa rive, li rele yon lòt moun pou l konnen si tout bagay anfòm. Kiyès nou ka rele pou pitit ou yo?
    }

# Who that can be, and when they are called.
email-contact-request-who = Ou ka bay non yon moun nan fanmi an, yon vwazen oswa yon zanmi. Pa bay non ni paran ni responsab timoun nan. N ap rele moun sa a sèlman si nou pa ka jwenn ou.

# The link to the page. The text of a button.
email-contact-request-link = Di nou kiyès nou ka rele

## The SMS about a booked conference, to a guardian. No first name: the link shows for whom it is. One segment each, with
## a sender of 16 letters and a link of 51.

# A time was booked.
# $sender: the school. $date: as in sms-date. $time: as in clock-time. $mode: as in how-to-meet. $link: the family's page.
sms-confirmation = { $sender }: Konferans paran-pwofesè a fikse: { $date }, { $time }, { $mode }. Chanje oswa anile: { $link }

# The day before, and on the morning of the day.
# $sender, $date, $time, $mode, $link: as in sms-confirmation.
sms-reminder = { $sender }: Sonje: konferans paran-pwofesè { $date }, { $time }, { $mode }. Chanje oswa anile: { $link }

# Another time was booked instead.
# $sender, $date, $time, $mode, $link: as in sms-confirmation.
sms-change = { $sender }: Nouvo lè: konferans paran-pwofesè { $date }, { $time }, { $mode }. Chanje oswa anile: { $link }

# The booked time was given up.
# $sender, $date, $time, $link: as in sms-confirmation.
sms-cancellation = { $sender }: Konferans paran-pwofesè a anile ({ $date }, { $time }). Chwazi yon lòt lè: { $link }

# A new link, asked for on the page of a link that no longer works.
# $sender: the district. $link: the family's page.
sms-new-link = { $sender }: Men nouvo lyen ou pou konferans paran-pwofesè yo: { $link }

## The e-mails about a booked conference, to a guardian

# Subject where a time was booked.
# $sender: the school.
email-confirmation-subject = { $sender }: konferans ou a fikse

# Subject of the reminder.
# $sender: the school.
email-reminder-subject = { $sender }: sonje konferans ou a

# Subject where another time was booked instead.
# $sender: the school.
email-change-subject = { $sender }: konferans ou a chanje lè

# Subject where the booked time was given up.
# $sender: the school.
email-cancellation-subject = { $sender }: konferans ou a anile

# Subject of the e-mail with a new link.
# $sender: the district.
email-new-link-subject = { $sender }: nouvo lyen ou

# First words where a time was booked.
email-confirmation-intro = Konferans paran-pwofesè ou a fikse.

# First words of the reminder.
email-reminder-intro = Konferans paran-pwofesè ou a pral fèt talè.

# First words where another time was booked instead.
email-change-intro = Konferans paran-pwofesè ou a gen yon nouvo lè.

# First words where the booked time was given up. email-when says which.
email-cancellation-intro = Konferans paran-pwofesè sa a anile.

# First words of the e-mail with a new link.
email-new-link-intro = Ou te mande yon nouvo lyen. Avèk li, ou ka chwazi, chanje oswa anile yon lè. Si se pa ou ki te mande l, ou pa bezwen fè anyen.

# For which child, in the list of the e-mail.
# $name: the first name, or email-child-unknown. $school: the school.
email-for = Pou { $name }, { $school }

# When, in the list of the e-mail.
# $date: as in weekday-date. $time: as in clock-time. $zone: as in time-zone.
email-when = { $date }, { $time } ({ $zone })

# How, in the list of the e-mail.
# $mode: as in how-to-meet.
email-how = Kijan: { $mode }

# That an interpreter comes, in the list of the e-mail.
# $language: the language, as language-name.
email-interpreter = Avèk yon entèprèt gratis: { $language }

# The link of the e-mail about a booked conference. The text of a button.
email-link-change = Chanje oswa anile

# The link of the e-mail about a cancelled conference. The text of a button.
email-link-again = Chwazi yon lòt lè

# The link of the e-mail with a new link. The text of a button.
email-link-open = Louvri paj mwen

# That the state's resource document comes with the e-mail about a booked conference.
email-document = Nou tache yon dokiman sou èd pou fanmi yo nan imèl sa a. Tanpri li l anvan konferans lan.

# The name of the entry in the family's calendar. No child's name: others may see the calendar.
# $school: the school.
calendar-title = Konferans paran-pwofesè, { $school }

## The answer to a family's text message, to whoever wrote it

# The whole SMS. One segment (160 letters) for a usual school. Sent at once, even at night; it says what there is for danger
# (911), for a crisis (988 takes calls and texts) and for food, housing and other help (211), and nothing about the family.
# $sender: the school, or the district where there is not one school.
# $call: one of sms-call-number, sms-call-numbers, sms-call-school, sms-call-schools.
sms-answer = { $sender }: Pèsonn pa reponn nan nimewo sa a. { $call } Danje: rele 911. Kriz: rele oswa voye tèks bay 988. Manje, lojman, lòt èd: 211.

# How to reach several schools, in sms-answer.
# $schools: each school's name and telephone number, joined by names-next.
sms-call-numbers = Rele { $schools }.

## The SMS to principals and their designees

# The whole SMS: the number of welfare checks that wait, and nothing else.
# $checks: how many.
sms-alert =
    { $checks ->
        [0] Confer: pa gen verifikasyon byennèt k ap tann.
       *[other] Confer: { $checks } verifikasyon byennèt ap tann ou.
    }

## The digest e-mail of a day, to one member of staff

# Subject of the digest.
# $count: how many notices it holds.
digest-subject =
    { $count ->
        [0] Confer: pa gen anyen pou fè
       *[other] Confer: { $count } bagay pou fè
    }

# First line of the digest. It holds the system's own numbers only, never a name.
digest-intro = Men sa ki nouvo pou ou nan Confer. Pa gen non okenn timoun isit la: louvri Confer pou wè kiyès li ye.

# One notice in the digest.
# $day: the day it happened, as in day. $student: the student's id. $conference: the conference's id.
digest-line = { $day }: elèv { $student }, konferans { $conference }

# One notice that is about a student and no conference, in the digest and in the urgent e-mail.
# $day: the day it happened, as in day. $student: the student's id.
digest-line-student = { $day }: elèv { $student }

# Last line of the digest and of the urgent e-mail: who sends it.
# $district: the district.
digest-sender = Imèl sa a soti nan { $district }. Ou resevwa li paske ou travay ak elèv sa yo.

# Heading of the digest's notices that a welfare check is waiting.
digest-welfare-check = Verifikasyon byennèt
# What to do about them.
digest-welfare-check-do = Pèsonn pa t ka jwenn fanmi an: tanpri louvri tach la, rele kontak ijans lan epi ekri si elèv la ak fanmi an ansante epi an sekirite.

# Heading of the digest's notices that only a person can reach the family.
digest-reach-family = Tanpri kontakte fanmi an
# What to do about them.
digest-reach-family-do = Mesaj otomatik pa ka rive jwenn fanmi sa yo, oswa se pa sa yo bezwen: tanpri rele yo epi fikse yon lè ak yo.

# Heading of the digest's notices that two attempts to reach the family failed.
digest-two-attempts-failed = De tantativ pa mache
# What to do about them.
digest-two-attempts-failed-do = Fanmi an pa reponn de fwa: tanpri rele yo ou menm, epi anrejistre apèl la oswa ekri ke ou te pale ak yo.

# Heading of the digest's notices that the family was reached for another child.
digest-sibling-reached = Fanmi an reponn pou yon lòt timoun
# What to do about them.
digest-sibling-reached-do = Fanmi an reponn pou yon frè oswa yon sè: tanpri mande yo pou konferans sa a tou.

# Heading of the digest's notices that an agreed time was cancelled.
digest-cancelled = Anile
# What to do about them.
digest-cancelled-do = Lè sa a anile: tanpri retire l nan kalandriye ou; n ap mande fanmi an ankò.

# Heading of the digest's notices that a booked time is free again.
digest-slot-released = Lè a lib ankò
# What to do about them.
digest-slot-released-do = Elèv la gen yon lòt pwofesè oswa yon lòt lekòl kounye a: tanpri retire konferans sa a nan kalandriye ou.

# Heading of the digest's notices that a time was agreed.
digest-scheduled = Fikse
# What to do about them.
digest-scheduled-do = Gen yon lè ki fikse: tanpri gade l nan Confer epi kenbe lè sa a lib.

# Heading of the digest's notices that the family does not want the conference.
digest-declined = Refize
# What to do about them.
digest-declined-do = Fanmi an pa vle konferans sa a: tanpri pa mande yo ankò, men fikse yon lè si yo chanje lide.

# Heading of the digest's notices that a welfare check was withdrawn.
digest-check-withdrawn = Verifikasyon byennèt la anile
# What to do about them.
digest-check-withdrawn-do = Verifikasyon sa a pa nesesè ankò: tanpri pa rele kontak ijans lan.

# Heading of the digest's notices that a family wrote a text message.
digest-family-wrote = Yon fanmi ekri yon repons
# What to do about them.
digest-family-wrote-do = Fanmi an voye yon mesaj tèks ak pwòp mo pa yo: tanpri louvri Confer pou li l, epi rele yo.

# Heading of the digest's notices that a family's text message reads as danger.
digest-urgent-reply = Yon mesaj tèks sanble pale de yon danje
# What to do about them.
digest-urgent-reply-do = Tanpri louvri Confer kounye a, li mesaj la epi konfime ou li l. Si yon moun an danje, rele 911.

## The urgent messages to principals and their designees: a family's text message reads as danger. Never a word of it.

# The whole SMS: no student, no school.
sms-urgent = Confer: mesaj yon fanmi sanble pale de yon danje. Louvri Confer kounye a. Si yon moun an danje, rele 911.

# Subject of the urgent e-mail.
urgent-subject = Confer: ijan, mesaj yon fanmi sanble pale de yon danje

# What to do, in the urgent e-mail.
urgent-do = Yon fanmi voye yon mesaj tèks ki sanble pale de yon danje. Tanpri louvri Confer kounye a epi li l. Si yon moun an danje, rele 911.

# Heading above the list of students (digest-line-student), in the urgent e-mail.
urgent-students = Elèv

# Heading above urgent-paused, in the urgent e-mail.
urgent-next = Kisa k ap pase kounye a

# What Confer does by itself, in the urgent e-mail.
urgent-paused = Pou chak elèv nan lis sa a, mesaj otomatik pou fanmi an kanpe pou kounye a. Y ap rekòmanse lè yon moun konfime nan Confer ke li li mesaj tèks la. Se yon lis mo ki jwenn mesaj la, epi li ka twonpe l: sa fanmi an ekri a se nan Confer sèlman li ye.

## The family's pages: parts of every page

# Name of the pages, in the title of the window. No child's name.
page-name = Konferans paran-pwofesè

# The link to the step before.
page-back = Retounen

# The button to the next step.
page-continue = Kontinye

# The link to the first page.
page-start = Premye paj

# Heading above what is wrong with an entry.
page-problem = Gen yon pwoblèm

# Heading above the other ways, at the foot of the page.
page-more = Ou bezwen lòt bagay?

# The link: no time suits.
page-more-none = Okenn nan lè sa yo pa bon pou nou

# The link: the family would rather be called.
page-more-call = Tanpri rele m

# The link: the family does not want the conference.
page-more-decline = Nou pa vle konferans sa a

# The link: the reader is not the child's parent.
page-more-not-mine = Mwen pa ni paran ni responsab timoun sa a

# The link: no more text messages or e-mails.
page-more-stop = Sispann resevwa mesaj oswa imèl

# The link to the choice of language. It stands beside "Language / Idioma", which stays as it is.
page-more-language = Yon lòt lang

# Heading above where to turn for help.
page-help = Èd

# Where to turn in danger, crisis or need. The numbers stay as they are.
page-help-danger = Ou an danje? Rele 911. Ou nan yon kriz? Rele oswa voye yon mesaj tèks bay 988. Ou bezwen manje, lojman oswa lòt èd? Rele 211.

# That nobody is there to answer.
page-help-nobody = Paj sa a otomatik. Pèsonn p ap li l kounye a.

## The family's pages: the first page

# Heading.
page-home-title = Pale ak pwofesè pitit ou a

# What the conference is for.
page-home-why = Timoun ki swiv kou sou entènèt pandan plis pase twa semèn gen yon konferans paran-pwofesè anplis. Se ou ki chwazi kilè ak kijan.

# Question above the children, where there are several.
page-home-which = Pou ki timoun?

# The button beside a child whose conference has no time yet.
# $name: the child's first name.
page-home-pick = Chwazi yon lè pou { $name }

# The child's line where a time is booked.
# $date: as in weekday-date. $time: as in clock-time. $mode: as in how-to-meet.
page-home-booked = Fikse: { $date }, { $time }, { $mode }

# The link beside a child whose time is booked.
# $name: the child's first name.
page-home-see = Gade oswa chanje lè a pou { $name }

# The child's line where the family said no.
page-home-declined = Ou te di ou pa vle konferans sa a. Ou ka toujou chwazi yon lè.

# The child's line where the family wants to be called.
page-home-call = Pwofesè a ap rele w. Ou ka chwazi yon lè isit la tou.

# Where nothing is due for any child.
page-home-nothing = Ou pa bezwen fè anyen kounye a. Lè gen yon bagay, n ap ekri w.

# What comes next where nobody has answered twice. Kind, without reproach.
page-home-next = Si paj sa a pa mache pou ou, pa gen pwoblèm: yon moun nan lekòl la ap rele w.

## The family's pages: day and time

# Heading.
page-time-title = Chwazi yon jou ak yon lè

# With whom, and in which time zone.
# $teacher: the teacher's name. $zone: as in time-zone.
page-time-with = Avèk { $teacher }. Tout lè yo se { $zone }.

# In which time zone, where the teacher's name is not known.
# $zone: as in time-zone.
page-time-zone = Tout lè yo se { $zone }.

# Heading above the times that lie close to another child's conference.
# $name: the other child's first name. $date: as in weekday-date. $time: as in clock-time.
page-time-near = Toupre konferans { $name } ({ $date }, { $time })

# The link to later days.
page-time-later = Jou ki vin apre

# The link to earlier days.
page-time-earlier = Jou ki vin anvan

# Where there is no free time.
page-time-none = Pa gen lè lib isit la kounye a. Mande pou yo rele w, epi pwofesè a ap jwenn yon lè avèk ou.

# What is wrong: no time was chosen.
page-time-missing = Chwazi yon lè.

# What is wrong: somebody else was faster.
page-time-taken = Yon lòt moun fèk pran lè sa a. Tanpri chwazi yon lòt.

## The family's pages: how to meet

# Heading.
page-how-title = Kijan ou vle rankontre ak pwofesè a?

# One way to meet.
# $school: the school.
page-how-in-person = An pèsòn, nan { $school }

# One way to meet.
page-how-phone = Nan telefòn. Pwofesè a ap rele w.

# One way to meet.
page-how-video = Pa videyo. W ap resevwa yon lyen.

# What is wrong: nothing was chosen.
page-how-missing = Chwazi kijan ou vle rankontre.

## The family's pages: the interpreter

# Heading.
page-interpreter-title = Èske ou vle yon entèprèt?

# What that is.
page-interpreter-hint = Yon entèprèt pale lang ou, epi li ede w pale ak pwofesè a. Li gratis.

# One answer.
# $language: the language, as language-name.
page-interpreter-yes = Wi, tanpri: { $language }

# One answer.
page-interpreter-no = Non, mèsi

# What is wrong: nothing was chosen.
page-interpreter-missing = Di si ou vle yon entèprèt.

## The family's pages: check and book

# Heading.
page-check-title = Verifye epi pran lè a

# Names of the lines.
page-check-child = Timoun
# Name of a line.
page-check-when = Kilè
# Name of a line.
page-check-how = Kijan
# Name of a line.
page-check-interpreter = Entèprèt

# The link to change a line.
page-check-change = Chanje

# Question where the teacher is to call.
page-check-number = Nan ki nimewo pwofesè a dwe rele w?

# The number that the school has.
# $digits: its last two digits.
page-check-number-known = Nimewo ki fini ak { $digits }

# Another number, with a field to enter it.
page-check-number-other = Yon lòt nimewo:

# What is wrong with the number.
page-check-number-wrong = Ekri yon nimewo telefòn ki gen dis chif, tankou 860 555 0123.

# The button that books.
page-check-book = Pran lè sa a

## The family's pages: a booked conference

# Heading right after booking, and whenever the page is opened again.
page-done-title = Konferans ou a fikse

# Heading above what comes next.
page-done-next = Kisa k ap pase apre

# That messages come.
page-done-messages = W ap resevwa yon mesaj ak jou a ak lè a. N ap fè w sonje anvan.

# For a conference in person.
# $school: the school.
page-done-in-person = Vini nan { $school }. Nan biwo a, mande pou pwofesè a.

# For a conference by phone.
# $digits: the last two digits of the number.
page-done-phone = Pwofesè a ap rele w nan nimewo ki fini ak { $digits }.

# For a conference by phone where no number is known.
page-done-phone-unknown = Pwofesè a ap rele w.

# For a conference by video where the link is known. The text of a link.
page-done-video = Lè lè a rive, louvri apèl videyo a isit la

# For a conference by video where the link is not known yet.
page-done-video-later = Pwofesè a ap voye lyen an ba ou anvan konferans lan.

# For a conference with an interpreter.
page-done-interpreter = Yon entèprèt ap la. Li gratis.

# The link to the file for the family's calendar.
page-done-calendar = Mete l nan kalandriye mwen

# The link to another time.
page-done-change = Chanje lè a

# The link to giving up the time.
page-done-cancel = Anile konferans lan

# The link to booking for another child.
# $name: the other child's first name.
page-done-other = Kounye a, chwazi yon lè pou { $name }

# Where the page that was sent is older than what stands.
page-stale = Gen yon bagay ki chanje depi ou te louvri paj la. Men kijan sa ye kounye a.

## The family's pages: other answers. Each has a question, what it means, the button, and what is said after.

# The question.
page-cancel-title = Anile konferans sa a?
# What it means.
page-cancel-hint = N ap avize pwofesè a, epi lè a ap lib pou lòt moun. Ou ka chwazi yon lòt lè.
# The button.
page-cancel-yes = Wi, anile l
# The link back.
page-cancel-no = Non, kenbe l
# Heading after it.
page-cancelled-title = Konferans ou a anile
# What comes next.
page-cancelled-hint = Ou ka chwazi yon lòt lè kounye a oswa pita.

# The question.
page-decline-title = Ou pa vle konferans sa a?
# What it means.
page-decline-hint = Pa gen pwoblèm. N ap avize pwofesè a. Si ou chanje lide, louvri lyen ou an ankò.
# The button.
page-decline-yes = Nou pa vle l
# Heading after it.
page-declined-title = Mèsi. Nou avize pwofesè a.
# What comes next.
page-declined-hint = Si ou chanje lide, louvri lyen ou an ankò.

# The question.
page-call-title = Èske ou vle pwofesè a rele w?
# What it means.
page-call-hint = Pwofesè a ap rele w pou jwenn yon lè ki bon pou ou.
# The button.
page-call-yes = Tanpri rele m
# Heading after it.
page-called-title = Pwofesè a ap rele w
# What comes next.
page-called-hint = Ou ka toujou chwazi yon lè isit la.

# The question.
page-not-mine-title = Èske se vre ou pa ni paran ni responsab timoun sa a?
# What it means.
page-not-mine-hint = Si se sa, n ap sispann ekri w, epi lyen sa a p ap mache ankò. Tanpri di nou sa sèlman si se vre.
# The button.
page-not-mine-yes = Mwen pa ni paran ni responsab li
# Heading after it.
page-not-mine-done = Mèsi dèske ou di nou sa
# What comes next.
page-not-mine-done-hint = Nou p ap ekri w ankò. Ou ka fèmen paj sa a.

# The question.
page-stop-title = Kisa ou vle sispann resevwa?
# What it means.
page-stop-hint = Si ou fè sa, nou p ap ka fè w sonje konferans lan. Lyen ou an ap toujou mache.
# One choice.
page-stop-texts = Mesaj tèks
# One choice.
page-stop-emails = Imèl
# The button.
page-stop-yes = Sispann yo
# What is wrong: nothing was chosen.
page-stop-missing = Chwazi kisa ou vle sispann resevwa.
# Heading after it.
page-stopped-title = Ou p ap resevwa yo ankò

# The question.
page-language-title = Nan ki lang?
# What it means.
page-language-hint = N ap ekri w nan lang sa a tou.

## The family's pages: the emergency contact

# The question.
page-contact-title = Kiyès nou ka rele si nou pa ka jwenn ou?
# What it is for.
page-contact-hint = Bay non yon granmoun ki konnen kote ou ye. Pa mete tèt ou, ni lòt paran timoun nan. Lekòl la ap rele moun sa a sèlman si li pa ka jwenn ou.
# A field.
page-contact-name = Non
# A field.
page-contact-relation = Kisa moun sa a ye pou timoun nan? (tankou matant oswa vwazen)
# A field.
page-contact-phone = Nimewo telefòn
# A field.
page-contact-language = Lang moun sa a pale
# The button.
page-contact-save = Anrejistre
# The link on without an answer.
page-contact-skip = Pa kounye a
# What is wrong.
page-contact-name-missing = Ekri yon non.
# What is wrong.
page-contact-relation-missing = Ekri kisa moun sa a ye pou timoun nan.
# What is wrong.
page-contact-guardian = Nimewo sa a se pou yon paran. Bay yon lòt moun.
# Heading after it.
page-contact-saved = Mèsi. Nou anrejistre kontak la.
# The link where there is none yet.
# $name: the child's first name.
page-contact-add = Ajoute yon moun nou ka rele pou { $name }
# That there is one.
# $count: how many.
page-contact-known = Lekòl la gen { $count } moun li ka rele si li pa ka jwenn ou.

## The family's pages: a link that does not work

# Heading.
page-expired-title = Lyen sa a pa mache ankò
# What to do.
page-expired-hint = Ekri nimewo selilè ou oswa adrès imèl ou. Si lekòl la genyen l, n ap voye yon nouvo lyen ba ou.
# The field.
page-expired-field = Nimewo selilè oswa adrès imèl
# The button.
page-expired-send = Voye yon nouvo lyen ban mwen
# What is wrong.
page-expired-wrong = Ekri yon nimewo telefòn ki gen dis chif, oswa yon adrès imèl.
# Heading after it.
page-sent-title = Gade mesaj ou yo
# What comes next.
page-sent-hint = Si lekòl la gen nimewo sa a oswa adrès sa a, yon nouvo lyen deja nan wout. Si ou pa resevwa anyen, rele lekòl la.

# Heading where somebody sent too many forms.
page-busy-title = Tanpri tann kèk minit
# What to do.
page-busy-hint = Yo eseye twòp fwa. Ou pa pèdi anyen. Eseye ankò nan dis minit, oswa rele lekòl la.

# Heading where something is broken.
page-broken-title = Sa pa mache
# What to do.
page-broken-hint = Se pa fòt ou. Tanpri eseye ankò nan kèk minit, oswa rele lekòl la.

## The family's pages: the state's resource document, below the button that books and on the page of a booked conference

# Heading, and the link to it above the button. The document's own title comes below it.
page-document-heading = Tanpri li sa a anvan konferans lan

# Where the text is not the state's own in this language: a person translated it.
page-document-translated = Eta a pa t ekri tèks sa a nan lang ou. Distri lekòl ou a fè tradui l. W ap jwenn tèks orijinal Eta a pi ba.

# Where the text is not the state's own in this language: a machine translated it.
page-document-machine = Se yon òdinatè ki tradui tèks sa a. Li ka gen erè. W ap jwenn tèks orijinal Eta a pi ba.

# Where there is no text in this language. The state's own text comes below, in another language.
page-document-other = Eta a pa t ekri tèks sa a nan lang ou. Lekòl la ka ede w li l.
