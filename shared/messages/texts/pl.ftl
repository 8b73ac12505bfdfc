### What families and staff read, in Polish (of "Państwo"; days and times as CLDR has them, 24 hours).
### Draft: not yet reviewed by a person who speaks the language.
###
### For whoever translates: the file en.ftl says more at its head. Names stand in the nominative, after a colon or a dash,
### since they cannot be inflected here. Messages whose name begins with "sms-" are written without Polish letters, as
### people do when texting (ą is a, ó is o, ż is z).

## Parts of other messages

# Stands for the sender in every message when neither the school nor the district has a name.
sender-unknown = Szkola Panstwa dziecka

# Joins the last of several first names to those before it, in the invitation SMS.
# $first: the names so far. $last: the last name.
# $sound (optional): "i" where the last name begins with that sound, else "other"; for languages that join by sound.
names-last = { $first } i { $last }

# Joins first names before the last, in the invitation SMS.
# $first: the names so far. $next: the next name.
names-next = { $first }, { $next }

# A day, in the staff digest.
# $month: 1 to 12. $day: day of the month. $year: four digits.
day =
    { $day } { $month ->
        [1] stycznia
        [2] lutego
        [3] marca
        [4] kwietnia
        [5] maja
        [6] czerwca
        [7] lipca
        [8] sierpnia
        [9] września
        [10] października
        [11] listopada
       *[12] grudnia
    } { $year }

# The name of this language, as its speakers write it.
language-name = Polski

# A day with its weekday, on pages and in e-mails. As CLDR's pattern "EEEE, MMMM d".
# $weekday: 1 (Monday) to 7. $month: 1 to 12. $day: day of the month.
weekday-date =
    { $weekday ->
        [1] poniedziałek
        [2] wtorek
        [3] środa
        [4] czwartek
        [5] piątek
        [6] sobota
       *[7] niedziela
    }, { $day } { $month ->
        [1] stycznia
        [2] lutego
        [3] marca
        [4] kwietnia
        [5] maja
        [6] czerwca
        [7] lipca
        [8] sierpnia
        [9] września
        [10] października
        [11] listopada
       *[12] grudnia
    }

# A day in few letters, in SMS.
# $weekday: 1 (Monday) to 7. $month: 1 to 12. $day: day of the month.
sms-date =
    { $weekday ->
        [1] pon
        [2] wt
        [3] sr
        [4] czw
        [5] pt
        [6] sob
       *[7] niedz
    }, { $day } { $month ->
        [1] sty
        [2] lut
        [3] mar
        [4] kwi
        [5] maj
        [6] cze
        [7] lip
        [8] sie
        [9] wrz
        [10] paz
        [11] lis
       *[12] gru
    }

# A time of day, everywhere. As CLDR's pattern "jm", with a plain space.
# $hour: 0 to 23, as a number. $hour24: 00 to 23, two digits. $hour12: 1 to 12. $minute: two digits. $half: am or pm.
clock-time = { $hour24 }:{ $minute }

# In which time zone times are given, on pages.
# $zone: which of the zones of the United States.
time-zone =
    { $zone ->
        [eastern] czas wschodni
        [central] czas centralny
        [mountain] czas górski
        [pacific] czas pacyficzny
        [alaska] czas Alaski
        [hawaii] czas hawajski
        [atlantic] czas atlantycki
       *[other] czas lokalny
    }

# A way to meet, in messages and on pages, inside a line.
# $mode: which way.
how-to-meet =
    { $mode ->
        [in_person] osobiście
        [phone] przez telefon
       *[video] wideorozmowa
    }

## The invitation SMS, to a guardian

# The whole SMS. One segment (160 letters) with usual names; the link takes some 55 of them.
# $children: how many children. $sender: the school, or the district where there are several schools.
# $who: the first names, or sms-who-child, or sms-who-children. $link: where to pick a time.
# The word STOP stays as it is in every language: the carrier understands only that.
sms-invitation =
    { $children ->
        [one] { $sender }: { $who } - dodatkowe spotkanie z nauczycielem (telefon, wideo, osobiscie): { $link } STOP=koniec SMS
        [few] { $sender }: { $who } - dodatkowe spotkania z nauczycielami (telefon, wideo, osobiscie): { $link } STOP=koniec SMS
        [many] { $sender }: { $who } - dodatkowe spotkania z nauczycielami (telefon, wideo, osobiscie): { $link } STOP=koniec SMS
       *[other] { $sender }: { $who } - dodatkowe spotkania z nauczycielami (telefon, wideo, osobiscie): { $link } STOP=koniec SMS
    }

# The same where the names are long: without the ways to meet.
# $children: how many children. $sender, $who, $link: as in sms-invitation.
sms-invitation-short =
    { $children ->
        [one] { $sender }: { $who } - dodatkowe spotkanie z nauczycielem: { $link } STOP=koniec SMS
        [few] { $sender }: { $who } - dodatkowe spotkania z nauczycielami: { $link } STOP=koniec SMS
        [many] { $sender }: { $who } - dodatkowe spotkania z nauczycielami: { $link } STOP=koniec SMS
       *[other] { $sender }: { $who } - dodatkowe spotkania z nauczycielami: { $link } STOP=koniec SMS
    }

# Stands for the first name in sms-invitation where it is unknown or does not fit.
sms-who-child = Panstwa dziecko

# Stands for the first names in sms-invitation where they do not fit.
sms-who-children = Panstwa dzieci

# Whom to call, in sms-answer.
# $phone: the school's telephone number as the school writes it.
sms-call-number = Prosze dzwonic: { $phone }.

# Whom to call where the school's number is unknown, in sms-answer.
sms-call-school = Prosze zadzwonic do szkoly.

# Whom to call where the children are at several schools, in sms-answer.
sms-call-schools = Prosze zadzwonic do kazdej szkoly.

## The invitation e-mail, to a guardian

# Subject of the e-mail. No child's name here.
# $sender: the school, or the district where there are several schools.
email-invitation-subject = { $sender }: przysługuje Państwu dodatkowe spotkanie z nauczycielem

# First line of the e-mail.
email-hello = Dzień dobry!

# What the conference is for, in the invitation e-mail.
# $children: how many children.
email-invitation-why =
    { $children ->
        [one] Niektóre dzieci uczą się zdalnie dłużej niż trzy tygodnie z rzędu. Ich rodzinom przysługuje wtedy dodatkowe spotkanie z nauczycielem. Teraz przysługuje ono Państwu. Mogą Państwo porozmawiać z nauczycielem. Warto zapytać, jak dziecko sobie radzi i co mogłoby mu pomóc.
        [few] Niektóre dzieci uczą się zdalnie dłużej niż trzy tygodnie z rzędu. Ich rodzinom przysługuje wtedy dodatkowe spotkanie z nauczycielem. Teraz przysługuje ono Państwu, osobno dla każdego dziecka. Mogą Państwo porozmawiać z nauczycielami. Warto zapytać, jak dzieci sobie radzą i co mogłoby im pomóc.
        [many] Niektóre dzieci uczą się zdalnie dłużej niż trzy tygodnie z rzędu. Ich rodzinom przysługuje wtedy dodatkowe spotkanie z nauczycielem. Teraz przysługuje ono Państwu, osobno dla każdego dziecka. Mogą Państwo porozmawiać z nauczycielami. Warto zapytać, jak dzieci sobie radzą i co mogłoby im pomóc.
       *[other] Niektóre dzieci uczą się zdalnie dłużej niż trzy tygodnie z rzędu. Ich rodzinom przysługuje wtedy dodatkowe spotkanie z nauczycielem. Teraz przysługuje ono Państwu, osobno dla każdego dziecka. Mogą Państwo porozmawiać z nauczycielami. Warto zapytać, jak dzieci sobie radzą i co mogłoby im pomóc.
    }

# Heading above the list of children, in the invitation e-mail.
email-invitation-who = Kogo dotyczy spotkanie

# One child in the list, in the invitation e-mail.
# $name: the first name, or email-child-unknown. $school: the school. $phone: its telephone number.
email-child = { $name }: { $school }, tel. { $phone }

# One child in the list whose school has no known number, in the invitation e-mail.
# $name: the first name, or email-child-unknown. $school: the school.
email-child-no-phone = { $name }: { $school }

# Stands for a first name that is unknown, in the list of the invitation e-mail.
email-child-unknown = Państwa dziecko

# Heading above how to meet, in the invitation e-mail.
email-invitation-how-heading = Jak możemy się spotkać

# The ways to meet, in the invitation e-mail.
email-invitation-how = Może to być rozmowa przez telefon, wideorozmowa lub spotkanie w szkole. Wybór należy do Państwa.

# The interpreter, in the invitation e-mail.
email-invitation-interpreter = Mogą Państwo poprosić o tłumacza. To nic nie kosztuje. Wystarczy powiedzieć w szkole, w jakim języku Państwo mówią.

# Heading above how to answer, in the invitation e-mail.
email-invitation-answer-heading = Jak umówić spotkanie

# The link to the page where families pick a time, in the invitation e-mail. The text of a button.
email-invitation-link = Wybierz dzień i godzinę

# How to answer without the link where there is one school with a number, in the invitation e-mail.
# $phone: the school's telephone number.
email-invitation-call-number = Można też zadzwonić do szkoły: { $phone }.

# How to answer without the link where the school's number is unknown, in the invitation e-mail.
email-invitation-call-school = Można też zadzwonić do szkoły.

# How to answer without the link where the children are at several schools, in the invitation e-mail.
email-invitation-call-schools = Można też zadzwonić do każdej ze szkół.

# Last lines of every e-mail to a family: who sends it and how to stop.
# $sender: the school, or the district where there are several schools.
email-sender = Nadawca tej wiadomości: { $sender }. Jeśli nie chcą Państwo więcej takich e-maili, proszę otworzyć link i wybrać „Wyłącz SMS-y lub e-maile”.

# Heading above the question whom to call, where it goes with an invitation e-mail.
email-invitation-contact-heading = Jeszcze jedno pytanie

# The question whom to call, where it goes with an invitation e-mail.
email-invitation-contact = Czasem szkoła nie może skontaktować się z rodziną. Do kogo możemy wtedy zadzwonić? Można to podać na tej samej stronie.

## The yearly question whom the school may call when it cannot reach the family, to a guardian

# The whole SMS. One segment (160 letters) with a sender of 16 letters and a link of 55. It does not say what the question is:
# somebody else may read it.
# $sender: the school, or the district where there are several schools. $link: the family's page.
sms-contact-request = { $sender }: W tym roku mamy do Panstwa jedno pytanie. Prosze odpowiedziec: { $link } STOP=koniec SMS

# Subject of the e-mail. No child's name here.
# $sender: the school, or the district where there are several schools.
email-contact-request-subject = { $sender }: do kogo możemy zadzwonić, gdy nie mamy z Państwem kontaktu?

# What is asked.
# $children: how many children.
email-contact-request-why =
    { $children ->
        [one] Czasem szkoła nie może skontaktować się z rodziną. Dzwoni wtedy do kogoś innego, żeby się dowiedzieć, czy wszystko w porządku. Do kogo możemy zadzwonić w sprawie Państwa dziecka?
        [few] Czasem szkoła nie może skontaktować się z rodziną. Dzwoni wtedy do kogoś innego, żeby się dowiedzieć, czy wszystko w porządku. Do kogo możemy zadzwonić w sprawie Państwa dzieci?
        [many] Czasem szkoła nie może skontaktować się z rodziną. Dzwoni wtedy do kogoś innego, żeby się dowiedzieć, czy wszystko w porządku. Do kogo możemy zadzwonić w sprawie Państwa dzieci?
       *[other] Czasem szkoła nie może skontaktować się z rodziną. Dzwoni wtedy do kogoś innego, żeby się dowiedzieć, czy wszystko w porządku. Do kogo możemy zadzwonić w sprawie Państwa dzieci?
    }

# Who that can be, and when they are called.
email-contact-request-who = Może to być ktoś z rodziny, sąsiadów lub znajomych. Nie może to być rodzic ani opiekun dziecka. Zadzwonimy do tej osoby tylko wtedy, gdy nie uda się skontaktować z Państwem.

# The link to the page. The text of a button.
email-contact-request-link = Podaj, do kogo możemy zadzwonić

## The SMS about a booked conference, to a guardian. No first name: the link shows for whom it is. One segment each, with
## a sender of 16 letters and a link of 51.

# A time was booked.
# $sender: the school. $date: as in sms-date. $time: as in clock-time. $mode: as in how-to-meet. $link: the family's page.
sms-confirmation = { $sender }: Umowione spotkanie z nauczycielem: { $date }, { $time }, { $mode }. Zmien/odwolaj: { $link }

# The day before, and on the morning of the day.
# $sender, $date, $time, $mode, $link: as in sms-confirmation.
sms-reminder = { $sender }: Przypominamy: spotkanie z nauczycielem { $date }, { $time }, { $mode }. Zmien/odwolaj: { $link }

# Another time was booked instead.
# $sender, $date, $time, $mode, $link: as in sms-confirmation.
sms-change = { $sender }: Nowy termin spotkania z nauczycielem: { $date }, { $time }, { $mode }. Zmien/odwolaj: { $link }

# The booked time was given up.
# $sender, $date, $time, $link: as in sms-confirmation.
sms-cancellation = { $sender }: Spotkanie z nauczycielem ({ $date }, { $time }) zostalo odwolane. Inny termin: { $link }

# A new link, asked for on the page of a link that no longer works.
# $sender: the district. $link: the family's page.
sms-new-link = { $sender }: Oto nowy link do spotkan z nauczycielami: { $link }

## The e-mails about a booked conference, to a guardian

# Subject where a time was booked.
# $sender: the school.
email-confirmation-subject = { $sender }: spotkanie jest umówione

# Subject of the reminder.
# $sender: the school.
email-reminder-subject = { $sender }: przypomnienie o spotkaniu

# Subject where another time was booked instead.
# $sender: the school.
email-change-subject = { $sender }: nowy termin spotkania

# Subject where the booked time was given up.
# $sender: the school.
email-cancellation-subject = { $sender }: spotkanie zostało odwołane

# Subject of the e-mail with a new link.
# $sender: the district.
email-new-link-subject = { $sender }: nowy link

# First words where a time was booked.
email-confirmation-intro = Spotkanie z nauczycielem jest umówione.

# First words of the reminder.
email-reminder-intro = Zbliża się spotkanie z nauczycielem.

# First words where another time was booked instead.
email-change-intro = Spotkanie z nauczycielem ma nowy termin.

# First words where the booked time was given up. email-when says which.
email-cancellation-intro = To spotkanie z nauczycielem zostało odwołane.

# First words of the e-mail with a new link.
email-new-link-intro = Oto nowy link, o który Państwo prosili. Można w nim wybrać, zmienić lub odwołać termin. Jeśli nie prosili Państwo o link, nie trzeba nic robić.

# For which child, in the list of the e-mail.
# $name: the first name, or email-child-unknown. $school: the school.
email-for = Dla kogo: { $name }, { $school }

# When, in the list of the e-mail.
# $date: as in weekday-date. $time: as in clock-time. $zone: as in time-zone.
email-when = { $date }, { $time } ({ $zone })

# How, in the list of the e-mail.
# $mode: as in how-to-meet.
email-how = Jak: { $mode }

# That an interpreter comes, in the list of the e-mail.
# $language: the language, as language-name.
email-interpreter = Z bezpłatnym tłumaczem, język: { $language }

# The link of the e-mail about a booked conference. The text of a button.
email-link-change = Zmień lub odwołaj

# The link of the e-mail about a cancelled conference. The text of a button.
email-link-again = Wybierz inny termin

# The link of the e-mail with a new link. The text of a button.
email-link-open = Otwórz moją stronę

# That the state's resource document comes with the e-mail about a booked conference.
email-document = W załączniku jest tekst o pomocy dla rodzin. Proszę przeczytać go przed spotkaniem.

# The name of the entry in the family's calendar. No child's name: others may see the calendar.
# $school: the school.
calendar-title = Spotkanie z nauczycielem, { $school }

## The answer to a family's text message, to whoever wrote it

# The whole SMS. One segment (160 letters) for a usual school. Sent at once, even at night; it says what there is for danger
# (911), for a crisis (988 takes calls and texts) and for food, housing and other help (211), and nothing about the family.
# $sender: the school, or the district where there is not one school.
# $call: one of sms-call-number, sms-call-numbers, sms-call-school, sms-call-schools.
sms-answer = { $sender }: Nikt tu nie dyzuruje. { $call } Zagrozenie: tel. 911. Kryzys: tel. lub SMS 988. Jedzenie, mieszkanie, inna pomoc: 211.

# How to reach several schools, in sms-answer.
# $schools: each school's name and telephone number, joined by names-next.
sms-call-numbers = Prosze dzwonic: { $schools }.

## The SMS to principals and their designees

# The whole SMS: the number of welfare checks that wait, and nothing else.
# $checks: how many.
sms-alert =
    { $checks ->
        [0] Confer: nie czeka zadne sprawdzenie sytuacji rodziny.
        [one] Confer: czeka { $checks } sprawdzenie sytuacji rodziny.
        [few] Confer: czekaja { $checks } sprawdzenia sytuacji rodziny.
        [many] Confer: czeka { $checks } sprawdzen sytuacji rodziny.
       *[other] Confer: czeka { $checks } sprawdzenia sytuacji rodziny.
    }

## The digest e-mail of a day, to one member of staff

# Subject of the digest.
# $count: how many notices it holds.
digest-subject =
    { $count ->
        [0] Confer: brak spraw do załatwienia
        [one] Confer: { $count } sprawa do załatwienia
        [few] Confer: { $count } sprawy do załatwienia
        [many] Confer: { $count } spraw do załatwienia
       *[other] Confer: { $count } sprawy do załatwienia
    }

# First line of the digest. It holds the system's own numbers only, never a name.
digest-intro = Oto nowe sprawy w Confer. Nie ma tu imion dzieci: żeby sprawdzić, o kogo chodzi, proszę otworzyć Confer.

# One notice in the digest.
# $day: the day it happened, as in day. $student: the student's id. $conference: the conference's id.
digest-line = { $day }: uczeń { $student }, spotkanie { $conference }

# One notice that is about a student and no conference, in the digest and in the urgent e-mail.
# $day: the day it happened, as in day. $student: the student's id.
digest-line-student = { $day }: uczeń { $student }

# Last line of the digest and of the urgent e-mail: who sends it.
# $district: the district.
digest-sender = Nadawca tej wiadomości: { $district }. Dostają ją osoby, które pracują z tymi uczniami.

# Heading of the digest's notices that a welfare check is waiting.
digest-welfare-check = Sprawdzenie sytuacji rodziny
# What to do about them.
digest-welfare-check-do = Nikomu nie udało się skontaktować z rodziną: proszę otworzyć zadanie, zadzwonić do osoby do kontaktu w nagłych wypadkach i zapisać, czy uczeń i rodzina są zdrowi i bezpieczni.

# Heading of the digest's notices that only a person can reach the family.
digest-reach-family = Proszę skontaktować się z rodziną
# What to do about them.
digest-reach-family-do = Automatyczne wiadomości nie docierają do tych rodzin albo nie są tym, czego potrzebują: proszę do nich zadzwonić i uzgodnić termin.

# Heading of the digest's notices that two attempts to reach the family failed.
digest-two-attempts-failed = Dwie nieudane próby kontaktu
# What to do about them.
digest-two-attempts-failed-do = Rodzina dwa razy nie odpowiedziała: proszę zadzwonić osobiście i odnotować w Confer telefon lub rozmowę z rodziną.

# Heading of the digest's notices that the family was reached for another child.
digest-sibling-reached = Jest kontakt z rodziną w sprawie innego dziecka
# What to do about them.
digest-sibling-reached-do = Rodzina odpowiedziała w sprawie brata lub siostry: proszę zapytać ją także o to spotkanie.

# Heading of the digest's notices that an agreed time was cancelled.
digest-cancelled = Odwołane
# What to do about them.
digest-cancelled-do = Uzgodniony termin został odwołany: proszę usunąć go z kalendarza; zapytamy rodzinę ponownie.

# Heading of the digest's notices that a booked time is free again.
digest-slot-released = Termin znowu wolny
# What to do about them.
digest-slot-released-do = Uczeń ma innego nauczyciela lub zmienił szkołę: proszę usunąć to spotkanie z kalendarza.

# Heading of the digest's notices that a time was agreed.
digest-scheduled = Umówione
# What to do about them.
digest-scheduled-do = Termin został uzgodniony: proszę sprawdzić go w Confer i zarezerwować ten czas.

# Heading of the digest's notices that the family does not want the conference.
digest-declined = Rezygnacja ze spotkania
# What to do about them.
digest-declined-do = Rodzina nie chce tego spotkania: proszę więcej o nie nie pytać, ale umówić termin, jeśli rodzina zmieni zdanie.

# Heading of the digest's notices that a welfare check was withdrawn.
digest-check-withdrawn = Sprawdzenie sytuacji rodziny wycofane
# What to do about them.
digest-check-withdrawn-do = To sprawdzenie nie jest już potrzebne: proszę nie dzwonić do osoby do kontaktu w nagłych wypadkach.

# Heading of the digest's notices that a family wrote a text message.
digest-family-wrote = Rodzina odpisała
# What to do about them.
digest-family-wrote-do = Rodzina napisała SMS własnymi słowami: proszę otworzyć Confer, przeczytać go i oddzwonić do rodziny.

# Heading of the digest's notices that a family's text message reads as danger.
digest-urgent-reply = SMS może oznaczać niebezpieczeństwo
# What to do about them.
digest-urgent-reply-do = Proszę od razu otworzyć Confer, przeczytać SMS i to potwierdzić. Jeśli komuś grozi niebezpieczeństwo, proszę dzwonić pod 911.

## The urgent messages to principals and their designees: a family's text message reads as danger. Never a word of it.

# The whole SMS: no student, no school.
sms-urgent = Confer: SMS od rodziny moze oznaczac niebezpieczenstwo. Prosze od razu otworzyc Confer. Jesli komus cos grozi, prosze dzwonic pod 911.

# Subject of the urgent e-mail.
urgent-subject = Confer: pilne, SMS od rodziny może oznaczać niebezpieczeństwo

# What to do, in the urgent e-mail.
urgent-do = Rodzina wysłała SMS, który może oznaczać niebezpieczeństwo. Proszę od razu otworzyć Confer i go przeczytać. Jeśli komuś grozi niebezpieczeństwo, proszę dzwonić pod 911.

# Heading above the list of students (digest-line-student), in the urgent e-mail.
urgent-students = Uczniowie

# Heading above urgent-paused, in the urgent e-mail.
urgent-next = Co dzieje się teraz

# What Confer does by itself, in the urgent e-mail.
urgent-paused = Automatyczne wiadomości do rodzin uczniów z tej listy są wstrzymane. Zostaną wznowione, gdy ktoś potwierdzi w Confer, że przeczytał SMS. Wykryła go lista słów, która może się mylić. Treść wiadomości od rodziny jest tylko w Confer.

## The family's pages: parts of every page

# Name of the pages, in the title of the window. No child's name.
page-name = Spotkanie z nauczycielem

# The link to the step before.
page-back = Wstecz

# The button to the next step.
page-continue = Dalej

# The link to the first page.
page-start = Strona początkowa

# Heading above what is wrong with an entry.
page-problem = Coś wymaga poprawy

# Heading above the other ways, at the foot of the page.
page-more = Coś innego?

# The link: no time suits.
page-more-none = Żaden z tych terminów nam nie pasuje

# The link: the family would rather be called.
page-more-call = Proszę do mnie zadzwonić

# The link: the family does not want the conference.
page-more-decline = Nie chcemy tego spotkania

# The link: the reader is not the child's parent.
page-more-not-mine = Nie jestem rodzicem ani opiekunem tego dziecka

# The link: no more text messages or e-mails.
page-more-stop = Wyłącz SMS-y lub e-maile

# The link to the choice of language. It stands beside "Language / Idioma", which stays as it is.
page-more-language = Inny język

# Heading above where to turn for help.
page-help = Pomoc

# Where to turn in danger, crisis or need. The numbers stay as they are.
page-help-danger = Niebezpieczeństwo? Proszę dzwonić pod 911. Kryzys psychiczny? Proszę zadzwonić lub wysłać SMS pod 988. Potrzeba jedzenia, mieszkania lub innej pomocy? Proszę zadzwonić pod 211.

# That nobody is there to answer.
page-help-nobody = Ta strona działa automatycznie. Nikt w szkole nad nią nie czuwa.

## The family's pages: the first page

# Heading.
page-home-title = Rozmowa z nauczycielem Państwa dziecka

# What the conference is for.
page-home-why = Rodziny dzieci, które uczą się zdalnie dłużej niż trzy tygodnie, mają jedno dodatkowe spotkanie z nauczycielem. Państwo wybierają, kiedy i jak.

# Question above the children, where there are several.
page-home-which = Które dziecko?

# The button beside a child whose conference has no time yet.
# $name: the child's first name.
page-home-pick = Wybierz termin – { $name }

# The child's line where a time is booked.
# $date: as in weekday-date. $time: as in clock-time. $mode: as in how-to-meet.
page-home-booked = Umówione: { $date }, { $time }, { $mode }

# The link beside a child whose time is booked.
# $name: the child's first name.
page-home-see = Zobacz lub zmień termin – { $name }

# The child's line where the family said no. Not who: it may have been the other household.
page-home-declined = Spotkanie nie jest planowane. Nadal można wybrać termin.

# The child's line where the family wants to be called.
page-home-call = Nauczyciel zadzwoni. Można też wybrać termin tutaj.

# Where nothing is due for any child.
page-home-nothing = Teraz nie trzeba nic robić. Gdy coś się pojawi, napiszemy.

# What comes next where nobody has answered twice. Kind, without reproach.
page-home-next = Jeśli trudno Państwu skorzystać z tej strony, nic nie szkodzi: ktoś ze szkoły do Państwa zadzwoni.

## The family's pages: day and time

# Heading.
page-time-title = Dzień i godzina spotkania

# With whom, and in which time zone.
# $teacher: the teacher's name. $zone: as in time-zone.
page-time-with = Nauczyciel: { $teacher }. Godziny: { $zone }.

# In which time zone, where the teacher's name is not known.
# $zone: as in time-zone.
page-time-zone = Godziny: { $zone }.

# Heading above the times that lie close to another child's conference.
# $name: the other child's first name. $date: as in weekday-date. $time: as in clock-time.
page-time-near = Blisko innego spotkania – { $name } ({ $date }, { $time })

# The link to later days.
page-time-later = Późniejsze dni

# The link to earlier days.
page-time-earlier = Wcześniejsze dni

# Where there is no free time.
page-time-none = Teraz nie ma tu wolnych terminów. Mogą Państwo poprosić o telefon. Nauczyciel znajdzie z Państwem termin.

# What is wrong: no time was chosen.
page-time-missing = Proszę wybrać godzinę.

# What is wrong: somebody else was faster.
page-time-taken = Ktoś właśnie zajął ten termin. Proszę wybrać inny.

## The family's pages: how to meet

# Heading.
page-how-title = Jak chcą się Państwo spotkać?

# One way to meet.
# $school: the school.
page-how-in-person = Osobiście w szkole: { $school }

# One way to meet.
page-how-phone = Przez telefon. Nauczyciel do Państwa zadzwoni.

# One way to meet.
page-how-video = Wideorozmowa. Dostaną Państwo link.

# What is wrong: nothing was chosen.
page-how-missing = Proszę wybrać, jak chcą się Państwo spotkać.

## The family's pages: the interpreter

# Heading.
page-interpreter-title = Czy chcą Państwo skorzystać z tłumacza?

# What that is.
page-interpreter-hint = Tłumacz mówi w Państwa języku i pomaga w rozmowie z nauczycielem. To nic nie kosztuje.

# One answer.
# $language: the language, as language-name.
page-interpreter-yes = Tak, poproszę. Język: { $language }

# One answer.
page-interpreter-no = Nie, dziękuję

# What is wrong: nothing was chosen.
page-interpreter-missing = Proszę zaznaczyć, czy potrzebny jest tłumacz.

## The family's pages: check and book

# Heading.
page-check-title = Proszę sprawdzić i potwierdzić

# Names of the lines.
page-check-child = Dziecko
# Name of a line.
page-check-when = Kiedy
# Name of a line.
page-check-how = Jak
# Name of a line.
page-check-interpreter = Tłumacz

# The link to change a line.
page-check-change = Zmień

# Question where the teacher is to call.
page-check-number = Na jaki numer nauczyciel ma zadzwonić?

# The number that the school has.
# $digits: its last two digits.
page-check-number-known = Na numer, który kończy się na { $digits }

# Another number, with a field to enter it.
page-check-number-other = Inny numer:

# What is wrong with the number.
page-check-number-wrong = Proszę wpisać numer telefonu, dziesięć cyfr, np. 860 555 0123.

# The button that books.
page-check-book = Umów ten termin

## The family's pages: a booked conference

# Heading right after booking, and whenever the page is opened again.
page-done-title = Spotkanie jest umówione

# Heading above what comes next.
page-done-next = Co dalej

# That messages come.
page-done-messages = Dostaną Państwo wiadomość z dniem i godziną. Przed spotkaniem przypomnimy o nim.

# For a conference in person.
# $school: the school.
page-done-in-person = Proszę przyjść do szkoły: { $school }. O nauczyciela proszę zapytać w sekretariacie.

# For a conference by phone.
# $digits: the last two digits of the number.
page-done-phone = Nauczyciel zadzwoni na numer, który kończy się na { $digits }.

# For a conference by phone where no number is known.
page-done-phone-unknown = Nauczyciel do Państwa zadzwoni.

# For a conference by video where the link is known. The text of a link.
page-done-video = O tej godzinie proszę tu otworzyć wideorozmowę

# For a conference by video where the link is not known yet.
page-done-video-later = Nauczyciel wyśle Państwu link przed spotkaniem.

# For a conference with an interpreter.
page-done-interpreter = Na spotkaniu będzie tłumacz. To nic nie kosztuje.

# The link to the file for the family's calendar.
page-done-calendar = Dodaj do mojego kalendarza

# The link to another time.
page-done-change = Zmień termin

# The link to giving up the time.
page-done-cancel = Odwołaj spotkanie

# The link to booking for another child.
# $name: the other child's first name.
page-done-other = Teraz wybierz termin – { $name }

# Where the page that was sent is older than what stands.
page-stale = Od otwarcia strony coś się zmieniło. Oto aktualny stan.

## The family's pages: other answers. Each has a question, what it means, the button, and what is said after.

# The question.
page-cancel-title = Odwołać to spotkanie?
# What it means.
page-cancel-hint = Nauczyciel dostanie wiadomość, a termin będzie wolny dla innych. Mogą Państwo wybrać inny termin.
# The button.
page-cancel-yes = Tak, odwołaj
# The link back.
page-cancel-no = Nie, zostaw
# Heading after it.
page-cancelled-title = Spotkanie zostało odwołane
# What comes next.
page-cancelled-hint = Mogą Państwo wybrać inny termin teraz lub później.

# The question.
page-decline-title = Nie chcą Państwo tego spotkania?
# What it means.
page-decline-hint = W porządku. Nauczyciel dostanie wiadomość. Jeśli zmienią Państwo zdanie, proszę znowu otworzyć swój link.
# The button.
page-decline-yes = Nie chcemy spotkania
# Heading after it.
page-declined-title = Dziękujemy. Nauczyciel dostanie wiadomość.
# What comes next.
page-declined-hint = Jeśli zmienią Państwo zdanie, proszę znowu otworzyć swój link.

# The question.
page-call-title = Czy nauczyciel ma do Państwa zadzwonić?
# What it means.
page-call-hint = Nauczyciel zadzwoni, żeby znaleźć dogodny dla Państwa termin.
# The button.
page-call-yes = Proszę do mnie zadzwonić
# Heading after it.
page-called-title = Nauczyciel do Państwa zadzwoni
# What comes next.
page-called-hint = Nadal mogą Państwo wybrać termin tutaj.

# The question.
page-not-mine-title = Nie są Państwo rodzicami ani opiekunami tego dziecka?
# What it means.
page-not-mine-hint = Wtedy przestaniemy do Państwa pisać, a ten link przestanie działać. Proszę to potwierdzić tylko wtedy, gdy tak jest.
# The button.
page-not-mine-yes = Nie jestem rodzicem ani opiekunem
# Heading after it.
page-not-mine-done = Dziękujemy za informację
# What comes next.
page-not-mine-done-hint = Nie będziemy już do Państwa pisać. Można zamknąć tę stronę.

# The question.
page-stop-title = Które wiadomości wyłączyć?
# What it means.
page-stop-hint = Nie będziemy mogli wtedy przypomnieć o spotkaniu. Link nadal będzie działać.
# One choice.
page-stop-texts = SMS-y
# One choice.
page-stop-emails = E-maile
# The button.
page-stop-yes = Wyłącz
# What is wrong: nothing was chosen.
page-stop-missing = Proszę wybrać, co wyłączyć.
# Heading after it.
page-stopped-title = Wiadomości są wyłączone

# The question.
page-language-title = W jakim języku?
# What it means.
page-language-hint = W tym języku będziemy też do Państwa pisać.

## The family's pages: the emergency contact

# The question.
page-contact-title = Do kogo możemy zadzwonić, jeśli nie uda nam się skontaktować z Państwem?
# What it is for.
page-contact-hint = Proszę podać osobę dorosłą, która wie, jak się z Państwem skontaktować. Nie siebie i nie drugiego rodzica. Szkoła zadzwoni do tej osoby tylko wtedy, gdy nie uda się skontaktować z Państwem.
# A field.
page-contact-name = Imię i nazwisko
# A field.
page-contact-relation = Kim ta osoba jest dla dziecka? (np. ciocia, sąsiad)
# A field.
page-contact-phone = Numer telefonu
# A field.
page-contact-language = Język, w którym mówi ta osoba
# The button.
page-contact-save = Zapisz
# The link on without an answer.
page-contact-skip = Nie teraz
# What is wrong.
page-contact-name-missing = Proszę wpisać imię i nazwisko.
# What is wrong.
page-contact-relation-missing = Proszę wpisać, kim ta osoba jest dla dziecka.
# What is wrong.
page-contact-guardian = To numer rodzica lub opiekuna. Proszę podać kogoś innego.
# Heading after it.
page-contact-saved = Dziękujemy. Zapisaliśmy te dane.
# The link where there is none yet.
# $name: the child's first name.
page-contact-add = Dodaj osobę, do której możemy zadzwonić – { $name }
# That there is one.
# $count: how many.
page-contact-known =
    { $count ->
        [one] Szkoła ma zapisaną { $count } osobę do kontaktu.
        [few] Szkoła ma zapisane { $count } osoby do kontaktu.
        [many] Szkoła ma zapisanych { $count } osób do kontaktu.
       *[other] Szkoła ma zapisane { $count } osoby do kontaktu.
    }

## The family's pages: a link that does not work

# Heading.
page-expired-title = Ten link już nie działa
# What to do.
page-expired-hint = Proszę wpisać numer telefonu komórkowego lub adres e-mail. Jeśli szkoła go ma, wyślemy nowy link.
# The field.
page-expired-field = Numer komórki lub adres e-mail
# The button.
page-expired-send = Wyślij mi nowy link
# What is wrong.
page-expired-wrong = Proszę wpisać numer telefonu (dziesięć cyfr) lub adres e-mail.
# Heading after it.
page-sent-title = Proszę sprawdzić wiadomości
# What comes next.
page-sent-hint = Jeśli szkoła ma ten numer lub adres, nowy link jest już w drodze. Jeśli nie przyjdzie, proszę zadzwonić do szkoły.

# Heading where somebody sent too many forms.
page-busy-title = Proszę poczekać kilka minut
# What to do.
page-busy-hint = Było za dużo prób. Nic nie przepadło. Proszę spróbować za dziesięć minut lub zadzwonić do szkoły.

# Heading where something is broken.
page-broken-title = Nie udało się
# What to do.
page-broken-hint = To nie Państwa wina. Proszę spróbować za kilka minut lub zadzwonić do szkoły.

## The family's pages: the state's resource document, below the button that books and on the page of a booked conference

# Heading, and the link to it above the button. The document's own title comes below it.
page-document-heading = Proszę przeczytać to przed spotkaniem

# Where the text is not the state's own in this language: a person translated it.
page-document-translated = Władze stanu nie napisały tego tekstu w Państwa języku. Tłumaczenie zlecił okręg szkolny. Oryginalny tekst władz stanu jest niżej.

# Where the text is not the state's own in this language: a machine translated it.
page-document-machine = Ten tekst przetłumaczył komputer. Mogą w nim być błędy. Oryginalny tekst władz stanu jest niżej.

# Where there is no text in this language. The state's own text comes below, in another language.
page-document-other = Władze stanu nie napisały tego tekstu w Państwa języku. Szkoła może pomóc Państwu w przeczytaniu.
