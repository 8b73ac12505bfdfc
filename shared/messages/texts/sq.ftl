### What families and staff read, in Albanian (of "ju").
### Draft: not yet reviewed by a person who speaks the language.
###
### For whoever writes: the file en.ftl says more at its head. Messages whose name begins with "sms-" use only letters of
### GSM-7: "e" stands there for "ë" and "c" for "ç", as people write on the telephone. clock-time and how-to-meet go into an
### SMS too and therefore hold neither. "Your child" in the list of an e-mail stands alone or after a colon: it needs no
### other ending there.

## Parts of other messages

# Stands for the sender in every message when neither the school nor the district has a name.
sender-unknown = Shkolla juaj

# Joins the last of several first names to those before it, in the invitation SMS.
# $first: the names so far. $last: the last name.
# $sound (optional): "i" where the last name begins with that sound, else "other"; for languages that join by sound.
names-last = { $first } dhe { $last }

# Joins first names before the last, in the invitation SMS.
# $first: the names so far. $next: the next name.
names-next = { $first }, { $next }

# A day, in the staff digest.
# $month: 1 to 12. $day: day of the month. $year: four digits.
day =
    { $day } { $month ->
        [1] janar
        [2] shkurt
        [3] mars
        [4] prill
        [5] maj
        [6] qershor
        [7] korrik
        [8] gusht
        [9] shtator
        [10] tetor
        [11] nëntor
       *[12] dhjetor
    } { $year }

# The name of this language, as its speakers write it.
language-name = Shqip

# A day with its weekday, on pages and in e-mails. As CLDR's pattern "EEEE, MMMM d".
# $weekday: 1 (Monday) to 7. $month: 1 to 12. $day: day of the month.
weekday-date =
    { $weekday ->
        [1] e hënë
        [2] e martë
        [3] e mërkurë
        [4] e enjte
        [5] e premte
        [6] e shtunë
       *[7] e diel
    }, { $day } { $month ->
        [1] janar
        [2] shkurt
        [3] mars
        [4] prill
        [5] maj
        [6] qershor
        [7] korrik
        [8] gusht
        [9] shtator
        [10] tetor
        [11] nëntor
       *[12] dhjetor
    }

# A day in few letters, in SMS.
# $weekday: 1 (Monday) to 7. $month: 1 to 12. $day: day of the month.
sms-date =
    { $weekday ->
        [1] hen
        [2] mar
        [3] mer
        [4] enj
        [5] pre
        [6] sht
       *[7] die
    }, { $day } { $month ->
        [1] jan
        [2] shk
        [3] mar
        [4] pri
        [5] maj
        [6] qer
        [7] korr
        [8] gush
        [9] sht
        [10] tet
        [11] nen
       *[12] dhj
    }

# A time of day, everywhere. As CLDR's pattern "jm", with a plain space.
# $hour: 0 to 23, as a number. $hour24: 00 to 23, two digits. $hour12: 1 to 12. $minute: two digits. $half: am or pm.
clock-time =
    { $half ->
        [am] { $hour12 }:{ $minute } e paradites
       *[pm] { $hour12 }:{ $minute } e pasdites
    }

# In which time zone times are given, on pages.
# $zone: which of the zones of the United States.
time-zone =
    { $zone ->
        [eastern] ora lindore
        [central] ora qendrore
        [mountain] ora malore
        [pacific] ora e Paqësorit
        [alaska] ora e Alaskës
        [hawaii] ora e Havait
        [atlantic] ora e Atlantikut
       *[other] ora lokale
    }

# A way to meet, in messages and on pages, inside a line.
# $mode: which way.
how-to-meet =
    { $mode ->
        [in_person] personalisht
        [phone] me telefon
       *[video] me video
    }

## The invitation SMS, to a guardian

# The whole SMS. One segment (160 letters) with usual names; the link takes some 55 of them.
# $children: how many children. $sender: the school, or the district where there are several schools.
# $who: the first names, or sms-who-child, or sms-who-children. $link: where to pick a time.
# The word STOP stays as it is in every language: the carrier understands only that.
sms-invitation =
    { $children ->
        [one] { $sender }: Takim shtese me mesuesin per { $who } (telefon, video ose ne shkolle): { $link } STOP per ndalim.
       *[other] { $sender }: Takime shtese me mesuesit per { $who } (telefon, video ose ne shkolle): { $link } STOP per ndalim.
    }

# The same where the names are long: without the ways to meet.
# $children: how many children. $sender, $who, $link: as in sms-invitation.
sms-invitation-short =
    { $children ->
        [one] { $sender }: Takim shtese me mesuesin per { $who }: { $link } STOP per ndalim.
       *[other] { $sender }: Takime shtese me mesuesit per { $who }: { $link } STOP per ndalim.
    }

# Stands for the first name in sms-invitation where it is unknown or does not fit.
sms-who-child = femijen tuaj

# Stands for the first names in sms-invitation where they do not fit.
sms-who-children = femijet tuaj

# Whom to call, in sms-answer.
# $phone: the school's telephone number as the school writes it.
sms-call-number = Telefononi { $phone }.

# Whom to call where the school's number is unknown, in sms-answer.
sms-call-school = Telefononi shkollen.

# Whom to call where the children are at several schools, in sms-answer.
sms-call-schools = Telefononi secilen shkolle.

## The invitation e-mail, to a guardian

# Subject of the e-mail. No child's name here.
# $sender: the school, or the district where there are several schools.
email-invitation-subject = { $sender }: ju takon një takim shtesë me mësuesin

# First line of the e-mail.
email-hello = Përshëndetje,

# What the conference is for, in the invitation e-mail.
# $children: how many children.
email-invitation-why =
    { $children ->
        [one] Disa fëmijë mësojnë online më shumë se tri javë rresht. Atëherë familjeve u takon një takim shtesë me mësuesin. Tani ju takon edhe juve. Mund të flisni me mësuesin. Pyeteni si po ecën fëmija juaj në mësime dhe çfarë mund ta ndihmojë.
       *[other] Disa fëmijë mësojnë online më shumë se tri javë rresht. Atëherë familjeve u takon një takim shtesë me mësuesin. Tani ju takon një takim për secilin fëmijë. Mund të flisni me mësuesit. Pyetini si po ecin fëmijët tuaj në mësime dhe çfarë mund t'i ndihmojë.
    }

# Heading above the list of children, in the invitation e-mail.
email-invitation-who = Për kë është takimi

# One child in the list, in the invitation e-mail.
# $name: the first name, or email-child-unknown. $school: the school. $phone: its telephone number.
email-child = { $name }: { $school }, telefoni { $phone }

# One child in the list whose school has no known number, in the invitation e-mail.
# $name: the first name, or email-child-unknown. $school: the school.
email-child-no-phone = { $name }: { $school }

# Stands for a first name that is unknown, in the list of the invitation e-mail.
email-child-unknown = Fëmija juaj

# Heading above how to meet, in the invitation e-mail.
email-invitation-how-heading = Si bëhet takimi

# The ways to meet, in the invitation e-mail.
email-invitation-how = Takimi mund të bëhet me telefon, me video ose personalisht. Zgjidhni ju.

# The interpreter, in the invitation e-mail.
email-invitation-interpreter = Mund të keni përkthyes. Është falas. Mjafton t'i thoni shkollës çfarë gjuhe flisni.

# Heading above how to answer, in the invitation e-mail.
email-invitation-answer-heading = Si të përgjigjeni

# The link to the page where families pick a time, in the invitation e-mail. The text of a button.
email-invitation-link = Zgjidhni ditën dhe orën

# How to answer without the link where there is one school with a number, in the invitation e-mail.
# $phone: the school's telephone number.
email-invitation-call-number = Ose telefononi shkollën në numrin { $phone }.

# How to answer without the link where the school's number is unknown, in the invitation e-mail.
email-invitation-call-school = Ose telefononi shkollën.

# How to answer without the link where the children are at several schools, in the invitation e-mail.
email-invitation-call-schools = Ose telefononi secilën shkollë.

# Last lines of every e-mail to a family: who sends it and how to stop.
# $sender: the school, or the district where there are several schools.
email-sender = Ky email vjen nga { $sender }. Për t'i ndalur këto emaile, hapni linkun dhe zgjidhni "Ndalni mesazhet ose emailet".

# Heading above the question whom to call, where it goes with an invitation e-mail.
email-invitation-contact-heading = Edhe një pyetje

# The question whom to call, where it goes with an invitation e-mail.
email-invitation-contact = Ndonjëherë shkolla nuk arrin ta gjejë familjen. Kujt mund t'i telefonojmë atëherë? Mund të na e thoni në të njëjtën faqe.

## The yearly question whom the school may call when it cannot reach the family, to a guardian

# The whole SMS. One segment (160 letters) with a sender of 16 letters and a link of 55. It does not say what the question is:
# somebody else may read it.
# $sender: the school, or the district where there are several schools. $link: the family's page.
sms-contact-request = { $sender }: Kete vit kemi nje pyetje per ju. Ju lutemi pergjigjuni ketu: { $link } STOP per ndalim.

# Subject of the e-mail. No child's name here.
# $sender: the school, or the district where there are several schools.
email-contact-request-subject = { $sender }: kujt mund t'i telefonojmë nëse nuk ju gjejmë?

# What is asked.
# $children: how many children.
email-contact-request-why =
    { $children ->
        [one] Ndonjëherë shkolla nuk arrin ta gjejë familjen. Atëherë i telefonon dikujt tjetër për të mësuar nëse gjithçka është në rregull. Kujt mund t'i telefonojmë për fëmijën tuaj?
       *[other] Ndonjëherë shkolla nuk arrin ta gjejë familjen. Atëherë i telefonon dikujt tjetër për të mësuar nëse gjithçka është në rregull. Kujt mund t'i telefonojmë për fëmijët tuaj?
    }

# Who that can be, and when they are called.
email-contact-request-who = Mund të jetë një i afërm, një fqinj ose një mik. Nuk duhet të jetë prind ose kujdestar i fëmijës. Këtij personi i telefonojmë vetëm nëse nuk ju gjejmë ju.

# The link to the page. The text of a button.
email-contact-request-link = Na tregoni kujt t'i telefonojmë

## The SMS about a booked conference, to a guardian. No first name: the link shows for whom it is. One segment each, with
## a sender of 16 letters and a link of 51.

# A time was booked.
# $sender: the school. $date: as in sms-date. $time: as in clock-time. $mode: as in how-to-meet. $link: the family's page.
sms-confirmation = { $sender }: Caktuar: takim me mesuesin { $date }, { $time }, { $mode }. Ndryshim/anulim: { $link }

# The day before, and on the morning of the day.
# $sender, $date, $time, $mode, $link: as in sms-confirmation.
sms-reminder = { $sender }: Kujtese: takim me mesuesin { $date }, { $time }, { $mode }. Ndryshim/anulim: { $link }

# Another time was booked instead.
# $sender, $date, $time, $mode, $link: as in sms-confirmation.
sms-change = { $sender }: Ore e re: takim me mesuesin { $date }, { $time }, { $mode }. Ndryshim/anulim { $link }

# The booked time was given up.
# $sender, $date, $time, $link: as in sms-confirmation.
sms-cancellation = { $sender }: Takimi me mesuesin ({ $date }, { $time }) u anulua. Zgjidhni ore tjeter: { $link }

# A new link, asked for on the page of a link that no longer works.
# $sender: the district. $link: the family's page.
sms-new-link = { $sender }: Ja linku juaj i ri per takimet me mesuesit: { $link }

## The e-mails about a booked conference, to a guardian

# Subject where a time was booked.
# $sender: the school.
email-confirmation-subject = { $sender }: takimi juaj u caktua

# Subject of the reminder.
# $sender: the school.
email-reminder-subject = { $sender }: kujtesë për takimin tuaj

# Subject where another time was booked instead.
# $sender: the school.
email-change-subject = { $sender }: takimi juaj ka orë të re

# Subject where the booked time was given up.
# $sender: the school.
email-cancellation-subject = { $sender }: takimi juaj u anulua

# Subject of the e-mail with a new link.
# $sender: the district.
email-new-link-subject = { $sender }: linku juaj i ri

# First words where a time was booked.
email-confirmation-intro = Takimi juaj me mësuesin u caktua.

# First words of the reminder.
email-reminder-intro = Takimi juaj me mësuesin është së shpejti.

# First words where another time was booked instead.
email-change-intro = Takimi juaj me mësuesin ka orë të re.

# First words where the booked time was given up. email-when says which.
email-cancellation-intro = Ky takim me mësuesin u anulua.

# First words of the e-mail with a new link.
email-new-link-intro = Ju kërkuat një link të ri. Me të mund ta zgjidhni, ta ndryshoni ose ta anuloni orën e takimit. Nëse nuk e kërkuat ju, nuk keni pse të bëni gjë.

# For which child, in the list of the e-mail.
# $name: the first name, or email-child-unknown. $school: the school.
email-for = Për kë: { $name }, { $school }

# When, in the list of the e-mail.
# $date: as in weekday-date. $time: as in clock-time. $zone: as in time-zone.
email-when = { $date }, { $time } ({ $zone })

# How, in the list of the e-mail.
# $mode: as in how-to-meet.
email-how = Si: { $mode }

# That an interpreter comes, in the list of the e-mail.
# $language: the language, as language-name.
email-interpreter = Me përkthyes falas: { $language }

# The link of the e-mail about a booked conference. The text of a button.
email-link-change = Ndryshoni ose anuloni

# The link of the e-mail about a cancelled conference. The text of a button.
email-link-again = Zgjidhni një orë tjetër

# The link of the e-mail with a new link. The text of a button.
email-link-open = Hapni faqen tuaj

# That the state's resource document comes with the e-mail about a booked conference.
email-document = Këtij emaili i kemi bashkëngjitur një tekst me ndihmë për familjet. Ju lutemi lexojeni para takimit.

# The name of the entry in the family's calendar. No child's name: others may see the calendar.
# $school: the school.
calendar-title = Takim me mësuesin, { $school }

## The answer to a family's text message, to whoever wrote it

# The whole SMS. One segment (160 letters) for a usual school. Sent at once, even at night; it says what there is for danger
# (911), for a crisis (988 takes calls and texts) and for food, housing and other help (211), and nothing about the family.
# $sender: the school, or the district where there is not one school.
# $call: one of sms-call-number, sms-call-numbers, sms-call-school, sms-call-schools.
sms-answer = { $sender }: Askush s'i lexon keto mesazhe. { $call } Rrezik: 911. Krize: telefon ose mesazh 988. Ushqim, strehim etj.: 211.

# How to reach several schools, in sms-answer.
# $schools: each school's name and telephone number, joined by names-next.
sms-call-numbers = Telefononi { $schools }.

## The SMS to principals and their designees

# The whole SMS: the number of welfare checks that wait, and nothing else.
# $checks: how many.
sms-alert =
    { $checks ->
        [0] Confer: asnje telefonate mireqenieje ne pritje.
        [one] Confer: { $checks } telefonate mireqenieje ju pret.
       *[other] Confer: { $checks } telefonata mireqenieje ju presin.
    }

## The digest e-mail of a day, to one member of staff

# Subject of the digest.
# $count: how many notices it holds.
digest-subject =
    { $count ->
        [0] Confer: asnjë detyrë
        [one] Confer: { $count } detyrë për t'u kryer
       *[other] Confer: { $count } detyra për t'u kryer
    }

# First line of the digest. It holds the system's own numbers only, never a name.
digest-intro = Ja çfarë ka të re për ju në Confer. Këtu nuk përmendet emri i asnjë fëmije: hapni Confer për të parë për kë është fjala.

# One notice in the digest.
# $day: the day it happened, as in day. $student: the student's id. $conference: the conference's id.
digest-line = { $day }: nxënësi { $student }, takimi { $conference }

# One notice that is about a student and no conference, in the digest and in the urgent e-mail.
# $day: the day it happened, as in day. $student: the student's id.
digest-line-student = { $day }: nxënësi { $student }

# Last line of the digest and of the urgent e-mail: who sends it.
# $district: the district.
digest-sender = Ky email vjen nga { $district }. E merrni sepse punoni me këta nxënës.

# Heading of the digest's notices that a welfare check is waiting.
digest-welfare-check = Telefonatë mirëqenieje
# What to do about them.
digest-welfare-check-do = Askush nuk arriti ta kontaktojë familjen: ju lutemi hapni detyrën, telefononi kontaktin e urgjencës dhe shënoni nëse nxënësi dhe familja janë mirë me shëndet dhe të sigurt.

# Heading of the digest's notices that only a person can reach the family.
digest-reach-family = Ju lutemi kontaktoni familjen
# What to do about them.
digest-reach-family-do = Mesazhet automatike nuk arrijnë te këto familje ose nuk janë ajo që u duhet: ju lutemi telefononi familjet dhe caktoni një orë me to.

# Heading of the digest's notices that two attempts to reach the family failed.
digest-two-attempts-failed = Dy përpjekje pa sukses
# What to do about them.
digest-two-attempts-failed-do = Familja nuk është përgjigjur dy herë: ju lutemi telefononi vetë familjen dhe shënoni telefonatën ose që folët me ta.

# Heading of the digest's notices that the family was reached for another child.
digest-sibling-reached = Familja u kontaktua për një fëmijë tjetër
# What to do about them.
digest-sibling-reached-do = Familja u përgjigj për një vëlla ose motër: ju lutemi pyeteni edhe për këtë takim.

# Heading of the digest's notices that an agreed time was cancelled.
digest-cancelled = Anuluar
# What to do about them.
digest-cancelled-do = Ora e caktuar u anulua: ju lutemi hiqeni nga kalendari juaj; familja do të pyetet përsëri.

# Heading of the digest's notices that a booked time is free again.
digest-slot-released = Ora është përsëri e lirë
# What to do about them.
digest-slot-released-do = Nxënësi kaloi te një mësues tjetër ose në një shkollë tjetër: ju lutemi hiqni këtë takim nga kalendari juaj.

# Heading of the digest's notices that a time was agreed.
digest-scheduled = Caktuar
# What to do about them.
digest-scheduled-do = U caktua një orë: ju lutemi shiheni në Confer dhe mbajeni të lirë.

# Heading of the digest's notices that the family does not want the conference.
digest-declined = Refuzuar
# What to do about them.
digest-declined-do = Familja nuk e do këtë takim: ju lutemi mos e pyesni më, por caktoni një orë nëse ndërron mendje.

# Heading of the digest's notices that a welfare check was withdrawn.
digest-check-withdrawn = Telefonata e mirëqenies u tërhoq
# What to do about them.
digest-check-withdrawn-do = Kjo telefonatë nuk nevojitet më: ju lutemi mos e telefononi kontaktin e urgjencës.

# Heading of the digest's notices that a family wrote a text message.
digest-family-wrote = Një familje u përgjigj me shkrim
# What to do about them.
digest-family-wrote-do = Familja dërgoi një mesazh me fjalët e veta: ju lutemi hapni Confer për ta lexuar dhe telefononi familjen.

# Heading of the digest's notices that a family's text message reads as danger.
digest-urgent-reply = Një mesazh tregon rrezik
# What to do about them.
digest-urgent-reply-do = Ju lutemi hapni Confer tani, lexojeni dhe konfirmoni që e lexuat. Nëse dikush është në rrezik, telefononi 911.

## The urgent messages to principals and their designees: a family's text message reads as danger. Never a word of it.

# The whole SMS: no student, no school.
sms-urgent = Confer: mesazhi i nje familjeje tregon rrezik. Hapni Confer tani. Nese dikush eshte ne rrezik, telefononi 911.

# Subject of the urgent e-mail.
urgent-subject = Confer: urgjent, mesazhi i një familjeje tregon rrezik

# What to do, in the urgent e-mail.
urgent-do = Një familje dërgoi një mesazh që tregon rrezik. Ju lutemi hapni Confer tani dhe lexojeni. Nëse dikush është në rrezik, telefononi 911.

# Heading above the list of students (digest-line-student), in the urgent e-mail.
urgent-students = Nxënësit

# Heading above urgent-paused, in the urgent e-mail.
urgent-next = Çfarë ndodh tani

# What Confer does by itself, in the urgent e-mail.
urgent-paused = Për secilin nxënës këtu, mesazhet automatike te familja janë ndërprerë. Ato vazhdojnë kur dikush konfirmon në Confer që e lexoi mesazhin. Mesazhin e gjeti një listë fjalësh, që mund të gabojë: ajo që shkroi familja gjendet vetëm në Confer.

## The family's pages: parts of every page

# Name of the pages, in the title of the window. No child's name.
page-name = Takim me mësuesin

# The link to the step before.
page-back = Prapa

# The button to the next step.
page-continue = Vazhdoni

# The link to the first page.
page-start = Faqja e parë

# Heading above what is wrong with an entry.
page-problem = Ka një problem

# Heading above the other ways, at the foot of the page.
page-more = Diçka tjetër?

# The link: no time suits.
page-more-none = Asnjë nga këto orë nuk na përshtatet

# The link: the family would rather be called.
page-more-call = Ju lutem më telefononi

# The link: the family does not want the conference.
page-more-decline = Nuk e duam këtë takim

# The link: the reader is not the child's parent.
page-more-not-mine = Nuk jam prind i këtij fëmije

# The link: no more text messages or e-mails.
page-more-stop = Ndalni mesazhet ose emailet

# The link to the choice of language. It stands beside "Language / Idioma", which stays as it is.
page-more-language = Gjuhë tjetër

# Heading above where to turn for help.
page-help = Ndihmë

# Where to turn in danger, crisis or need. The numbers stay as they are.
page-help-danger = Jeni në rrezik? Telefononi 911. Jeni në krizë? Telefononi ose dërgoni mesazh te 988. Keni nevojë për ushqim, strehim ose ndihmë tjetër? Telefononi 211.

# That nobody is there to answer.
page-help-nobody = Askush nga shkolla nuk e ndjek këtë faqe.

## The family's pages: the first page

# Heading.
page-home-title = Flisni me mësuesin e fëmijës suaj

# What the conference is for.
page-home-why = Fëmijët që mësojnë online më shumë se tri javë kanë edhe një takim me mësuesin. Ju zgjidhni kur dhe si.

# Question above the children, where there are several.
page-home-which = Cili fëmijë?

# The button beside a child whose conference has no time yet.
# $name: the child's first name.
page-home-pick = Zgjidhni një orë për { $name }

# The child's line where a time is booked.
# $date: as in weekday-date. $time: as in clock-time. $mode: as in how-to-meet.
page-home-booked = Caktuar: { $date }, { $time }, { $mode }

# The link beside a child whose time is booked.
# $name: the child's first name.
page-home-see = Shihni ose ndryshoni orën për { $name }

# The child's line where the family said no. Not who: it may have been the other household.
page-home-declined = Ju thatë se nuk e doni këtë takim. Ende mund të zgjidhni një orë.

# The child's line where the family wants to be called.
page-home-call = Mësuesi do t'ju telefonojë. Mund të zgjidhni edhe një orë këtu.

# Where nothing is due for any child.
page-home-nothing = Tani nuk keni asgjë për të bërë. Kur të ketë diçka, ju shkruajmë.

# What comes next where nobody has answered twice. Kind, without reproach.
page-home-next = Nëse kjo faqe nuk ju përshtatet, s'ka problem: dikush nga shkolla do t'ju telefonojë.

## The family's pages: day and time

# Heading.
page-time-title = Zgjidhni ditën dhe orën

# With whom, and in which time zone.
# $teacher: the teacher's name. $zone: as in time-zone.
page-time-with = Me { $teacher }. Zona kohore: { $zone }.

# In which time zone, where the teacher's name is not known.
# $zone: as in time-zone.
page-time-zone = Zona kohore: { $zone }.

# Heading above the times that lie close to another child's conference.
# $name: the other child's first name. $date: as in weekday-date. $time: as in clock-time.
page-time-near = Afër takimit për { $name } ({ $date }, { $time })

# The link to later days.
page-time-later = Ditët e mëvonshme

# The link to earlier days.
page-time-earlier = Ditët e mëparshme

# Where there is no free time.
page-time-none = Tani nuk ka orë të lira këtu. Kërkoni t'ju telefonojnë dhe mësuesi do të gjejë një orë bashkë me ju.

# What is wrong: no time was chosen.
page-time-missing = Zgjidhni një orë.

# What is wrong: somebody else was faster.
page-time-taken = Dikush tjetër sapo e zuri këtë orë. Ju lutemi zgjidhni një tjetër.

## The family's pages: how to meet

# Heading.
page-how-title = Si doni të takoheni?

# One way to meet.
# $school: the school.
page-how-in-person = Personalisht, në { $school }

# One way to meet.
page-how-phone = Me telefon. Mësuesi ju telefonon.

# One way to meet.
page-how-video = Me video. Ju vjen një link.

# What is wrong: nothing was chosen.
page-how-missing = Zgjidhni si doni të takoheni.

## The family's pages: the interpreter

# Heading.
page-interpreter-title = A doni përkthyes?

# What that is.
page-interpreter-hint = Përkthyesi flet gjuhën tuaj dhe ju ndihmon të flisni me mësuesin. Është falas.

# One answer.
# $language: the language, as language-name.
page-interpreter-yes = Po, ju lutem: { $language }

# One answer.
page-interpreter-no = Jo, faleminderit

# What is wrong: nothing was chosen.
page-interpreter-missing = Na tregoni nëse doni përkthyes.

## The family's pages: check and book

# Heading.
page-check-title = Kontrolloni dhe caktoni orën

# Names of the lines.
page-check-child = Fëmija
# Name of a line.
page-check-when = Kur
# Name of a line.
page-check-how = Si
# Name of a line.
page-check-interpreter = Përkthyesi

# The link to change a line.
page-check-change = Ndryshoni

# Question where the teacher is to call.
page-check-number = Në cilin numër t'ju telefonojë mësuesi?

# The number that the school has.
# $digits: its last two digits.
page-check-number-known = Numri që mbaron me { $digits }

# Another number, with a field to enter it.
page-check-number-other = Numër tjetër:

# What is wrong with the number.
page-check-number-wrong = Shkruani një numër telefoni me dhjetë shifra, për shembull 860 555 0123.

# The button that books.
page-check-book = Caktoni këtë orë

## The family's pages: a booked conference

# Heading right after booking, and whenever the page is opened again.
page-done-title = Takimi juaj u caktua

# Heading above what comes next.
page-done-next = Çfarë vjen tani

# That messages come.
page-done-messages = Ju vjen një mesazh me ditën dhe orën. Ju kujtojmë edhe para takimit.

# For a conference in person.
# $school: the school.
page-done-in-person = Ejani në { $school }. Pyesni për mësuesin në zyrën e shkollës.

# For a conference by phone.
# $digits: the last two digits of the number.
page-done-phone = Mësuesi ju telefonon në numrin që mbaron me { $digits }.

# For a conference by phone where no number is known.
page-done-phone-unknown = Mësuesi ju telefonon.

# For a conference by video where the link is known. The text of a link.
page-done-video = Hapni videotelefonatën në atë orë

# For a conference by video where the link is not known yet.
page-done-video-later = Mësuesi jua dërgon linkun para takimit.

# For a conference with an interpreter.
page-done-interpreter = Do të ketë përkthyes. Është falas.

# The link to the file for the family's calendar.
page-done-calendar = Vendoseni në kalendarin tuaj

# The link to another time.
page-done-change = Ndryshoni orën

# The link to giving up the time.
page-done-cancel = Anuloni takimin

# The link to booking for another child.
# $name: the other child's first name.
page-done-other = Tani zgjidhni një orë për { $name }

# Where the page that was sent is older than what stands.
page-stale = Diçka ka ndryshuar që kur e hapët faqen. Tani është kështu.

## The family's pages: other answers. Each has a question, what it means, the button, and what is said after.

# The question.
page-cancel-title = Ta anulojmë këtë takim?
# What it means.
page-cancel-hint = Mësuesi njoftohet dhe ora lirohet për të tjerët. Mund të zgjidhni një orë tjetër.
# The button.
page-cancel-yes = Po, anulojeni
# The link back.
page-cancel-no = Jo, lëreni
# Heading after it.
page-cancelled-title = Takimi juaj u anulua
# What comes next.
page-cancelled-hint = Mund të zgjidhni një orë tjetër tani ose më vonë.

# The question.
page-decline-title = Nuk e doni këtë takim?
# What it means.
page-decline-hint = S'ka problem. Mësuesi njoftohet. Nëse ndërroni mendje, hapeni përsëri linkun tuaj.
# The button.
page-decline-yes = Nuk e duam
# Heading after it.
page-declined-title = Faleminderit. Mësuesi u njoftua.
# What comes next.
page-declined-hint = Nëse ndërroni mendje, hapeni përsëri linkun tuaj.

# The question.
page-call-title = A doni t'ju telefonojë mësuesi?
# What it means.
page-call-hint = Mësuesi ju telefonon për të gjetur një orë që ju përshtatet.
# The button.
page-call-yes = Ju lutem më telefononi
# Heading after it.
page-called-title = Mësuesi do t'ju telefonojë
# What comes next.
page-called-hint = Ende mund të zgjidhni një orë këtu.

# The question.
page-not-mine-title = Nuk jeni prind i këtij fëmije?
# What it means.
page-not-mine-hint = Atëherë nuk ju shkruajmë më dhe ky link nuk punon më. Ju lutemi na e thoni vetëm nëse është vërtet kështu.
# The button.
page-not-mine-yes = Nuk jam prind i fëmijës
# Heading after it.
page-not-mine-done = Faleminderit që na treguat
# What comes next.
page-not-mine-done-hint = Nuk ju shkruajmë më. Mund ta mbyllni këtë faqe.

# The question.
page-stop-title = Cilat mesazhe doni të ndalni?
# What it means.
page-stop-hint = Atëherë nuk mund t'ju kujtojmë. Linku juaj punon si më parë.
# One choice.
page-stop-texts = Mesazhet në telefon
# One choice.
page-stop-emails = Emailet
# The button.
page-stop-yes = Ndalini
# What is wrong: nothing was chosen.
page-stop-missing = Zgjidhni çfarë doni të ndalni.
# Heading after it.
page-stopped-title = U ndalën

# The question.
page-language-title = Cila gjuhë?
# What it means.
page-language-hint = Edhe mesazhet ju vijnë në këtë gjuhë.

## The family's pages: the emergency contact

# The question.
page-contact-title = Kujt mund t'i telefonojmë nëse nuk ju gjejmë?
# What it is for.
page-contact-hint = Shkruani një të rritur që e di ku jeni. Jo veten dhe jo prindin tjetër të fëmijës. Shkolla i telefonon këtij personi vetëm nëse nuk ju gjen ju.
# A field.
page-contact-name = Emri
# A field.
page-contact-relation = Kush është ky person për fëmijën? (për shembull teze ose fqinj)
# A field.
page-contact-phone = Numri i telefonit
# A field.
page-contact-language = Gjuha që flet ky person
# The button.
page-contact-save = Ruani
# The link on without an answer.
page-contact-skip = Jo tani
# What is wrong.
page-contact-name-missing = Shkruani një emër.
# What is wrong.
page-contact-relation-missing = Shkruani kush është ky person për fëmijën.
# What is wrong.
page-contact-guardian = Ky është numri i një prindi. Shkruani dikë tjetër.
# Heading after it.
page-contact-saved = Faleminderit. E ruajtëm emrin dhe numrin.
# The link where there is none yet.
# $name: the child's first name.
page-contact-add = Shtoni dikë që mund t'i telefonojmë për { $name }
# That there is one.
# $count: how many.
page-contact-known =
    { $count ->
        [one] Shkolla ka { $count } person për t'i telefonuar nëse nuk ju gjen.
       *[other] Shkolla ka { $count } persona për t'u telefonuar nëse nuk ju gjen.
    }

## The family's pages: a link that does not work

# Heading.
page-expired-title = Ky link nuk punon më
# What to do.
page-expired-hint = Shkruani numrin e celularit ose adresën tuaj të emailit. Nëse shkolla e ka, ju dërgojmë një link të ri.
# The field.
page-expired-field = Numri i celularit ose adresa e emailit
# The button.
page-expired-send = Më dërgoni një link të ri
# What is wrong.
page-expired-wrong = Shkruani një numër telefoni me dhjetë shifra ose një adresë emaili.
# Heading after it.
page-sent-title = Shihni mesazhet tuaja
# What comes next.
page-sent-hint = Nëse shkolla e ka atë numër ose atë adresë, linku i ri po vjen. Nëse nuk vjen, telefononi shkollën.

# Heading where somebody sent too many forms.
page-busy-title = Ju lutemi prisni disa minuta
# What to do.
page-busy-hint = Pati tepër përpjekje. Asgjë nuk humbi. Provoni përsëri pas dhjetë minutash ose telefononi shkollën.

# Heading where something is broken.
page-broken-title = Nuk funksionoi
# What to do.
page-broken-hint = Nuk është faji juaj. Ju lutemi provoni përsëri pas disa minutash ose telefononi shkollën.

## The family's pages: the state's resource document, below the button that books and on the page of a booked conference

# Heading, and the link to it above the button. The document's own title comes below it.
page-document-heading = Ju lutemi lexojeni këtë para takimit

# Where the text is not the state's own in this language: a person translated it.
page-document-translated = Shteti nuk e ka shkruar këtë tekst në gjuhën tuaj. Përkthimin e porositi distrikti juaj shkollor. Teksti origjinal i shtetit është më poshtë.

# Where the text is not the state's own in this language: a machine translated it.
page-document-machine = Këtë tekst e përktheu kompjuteri. Mund të ketë gabime. Teksti origjinal i shtetit është më poshtë.

# Where there is no text in this language. The state's own text comes below, in another language.
page-document-other = Shteti nuk e ka shkruar këtë tekst në gjuhën tuaj. Shkolla mund t'ju ndihmojë ta lexoni.
