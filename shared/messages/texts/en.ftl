### What families and staff read, in English. The project's first language: a message missing elsewhere is taken from here.
###
### For whoever writes: reading grade 6 or lower; a family's message never holds a surname, nor a word on health or
### earlier attempts; an SMS none on whom to call or whether all is well. Messages whose name begins with "sms-" use only letters of GSM-7
### (a-z, A-Z, digits, plain punctuation and à ä å æ é è ì ñ ò ö ø ù ü ß ¡ ¿), and must stay as short as they are.

## Parts of other messages

# Stands for the sender in every message when neither the school nor the district has a name.
sender-unknown = Your school

# Joins the last of several first names to those before it, in the invitation SMS.
# $first: the names so far. $last: the last name.
# $sound (optional): "i" where the last name begins with that sound, else "other"; for languages that join by sound.
names-last = { $first } and { $last }

# Joins first names before the last, in the invitation SMS.
# $first: the names so far. $next: the next name.
names-next = { $first }, { $next }

# A day, in the staff digest.
# $month: 1 to 12. $day: day of the month. $year: four digits.
day =
    { $month ->
        [1] January
        [2] February
        [3] March
        [4] April
        [5] May
        [6] June
        [7] July
        [8] August
        [9] September
        [10] October
        [11] November
       *[12] December
    } { $day }, { $year }

# The name of this language, as its speakers write it.
language-name = English

# A day with its weekday, on pages and in e-mails. As CLDR's pattern "EEEE, MMMM d".
# $weekday: 1 (Monday) to 7. $month: 1 to 12. $day: day of the month.
weekday-date =
    { $weekday ->
        [1] Monday
        [2] Tuesday
        [3] Wednesday
        [4] Thursday
        [5] Friday
        [6] Saturday
       *[7] Sunday
    }, { $month ->
        [1] January
        [2] February
        [3] March
        [4] April
        [5] May
        [6] June
        [7] July
        [8] August
        [9] September
        [10] October
        [11] November
       *[12] December
    } { $day }

# A day in few letters, in SMS.
# $weekday: 1 (Monday) to 7. $month: 1 to 12. $day: day of the month.
sms-date =
    { $weekday ->
        [1] Mon
        [2] Tue
        [3] Wed
        [4] Thu
        [5] Fri
        [6] Sat
       *[7] Sun
    }, { $month ->
        [1] Jan
        [2] Feb
        [3] Mar
        [4] Apr
        [5] May
        [6] Jun
        [7] Jul
        [8] Aug
        [9] Sep
        [10] Oct
        [11] Nov
       *[12] Dec
    } { $day }

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
        [eastern] Eastern Time
        [central] Central Time
        [mountain] Mountain Time
        [pacific] Pacific Time
        [alaska] Alaska Time
        [hawaii] Hawaii Time
        [atlantic] Atlantic Time
       *[other] local time
    }

# A way to meet, in messages and on pages, inside a line.
# $mode: which way.
how-to-meet =
    { $mode ->
        [in_person] in person
        [phone] by phone
       *[video] by video
    }

## The invitation SMS, to a guardian

# The whole SMS. One segment (160 letters) with usual names; the link takes some 55 of them.
# $children: how many children. $sender: the school, or the district where there are several schools.
# $who: the first names, or sms-who-child, or sms-who-children. $link: where to pick a time.
# The word STOP stays as it is in every language: the carrier understands only that.
sms-invitation =
    { $children ->
        [one] { $sender }: Extra parent-teacher conference for { $who }, by phone, video or in person: { $link } STOP to end.
       *[other] { $sender }: Extra parent-teacher conferences for { $who }, by phone, video or in person: { $link } STOP to end.
    }

# The same where the names are long: without the ways to meet.
# $children: how many children. $sender, $who, $link: as in sms-invitation.
sms-invitation-short =
    { $children ->
        [one] { $sender }: Extra parent-teacher conference for { $who }: { $link } STOP to end.
       *[other] { $sender }: Extra parent-teacher conferences for { $who }: { $link } STOP to end.
    }

# Stands for the first name in sms-invitation where it is unknown or does not fit.
sms-who-child = your child

# Stands for the first names in sms-invitation where they do not fit.
sms-who-children = your children

# Whom to call, in sms-answer.
# $phone: the school's telephone number as the school writes it.
sms-call-number = Call { $phone }.

# Whom to call where the school's number is unknown, in sms-answer.
sms-call-school = Please call the school.

# Whom to call where the children are at several schools, in sms-answer.
sms-call-schools = Please call each school.

## The invitation e-mail, to a guardian

# Subject of the e-mail. No child's name here.
# $sender: the school, or the district where there are several schools.
email-invitation-subject = { $sender }: you are due an extra parent-teacher conference

# First line of the e-mail.
email-hello = Hello,

# What the conference is for, in the invitation e-mail.
# $children: how many children.
email-invitation-why =
    { $children ->
        [one] Some children learn online for more than three weeks in a row. Their families are then due an extra parent-teacher conference. Now you are due one. You can talk with the teacher. Ask how your child is doing and what could help.
       *[other] Some children learn online for more than three weeks in a row. Their families are then due an extra parent-teacher conference. Now you are due one for each child. You can talk with the teachers. Ask how your children are doing and what could help.
    }

# Heading above the list of children, in the invitation e-mail.
email-invitation-who = Who it is for

# One child in the list, in the invitation e-mail.
# $name: the first name, or email-child-unknown. $school: the school. $phone: its telephone number.
email-child = { $name }: { $school }, phone { $phone }

# One child in the list whose school has no known number, in the invitation e-mail.
# $name: the first name, or email-child-unknown. $school: the school.
email-child-no-phone = { $name }: { $school }

# Stands for a first name that is unknown, in the list of the invitation e-mail.
email-child-unknown = Your child

# Heading above how to meet, in the invitation e-mail.
email-invitation-how-heading = How to meet

# The ways to meet, in the invitation e-mail.
email-invitation-how = You can meet by phone, by video or in person. You choose.

# The interpreter, in the invitation e-mail.
email-invitation-interpreter = You can have an interpreter. It is free. Just tell the school what language you speak.

# Heading above how to answer, in the invitation e-mail.
email-invitation-answer-heading = How to answer

# The link to the page where families pick a time, in the invitation e-mail. The text of a button.
email-invitation-link = Pick a day and time

# How to answer without the link where there is one school with a number, in the invitation e-mail.
# $phone: the school's telephone number.
email-invitation-call-number = Or call the school at { $phone }.

# How to answer without the link where the school's number is unknown, in the invitation e-mail.
email-invitation-call-school = Or call the school.

# How to answer without the link where the children are at several schools, in the invitation e-mail.
email-invitation-call-schools = Or call each school.

# Last lines of every e-mail to a family: who sends it and how to stop.
# $sender: the school, or the district where there are several schools.
email-sender = This e-mail is from { $sender }. To stop these e-mails, open the link and choose "Stop texts or e-mails".

# Heading above the question whom to call, where it goes with an invitation e-mail.
email-invitation-contact-heading = One more question

# The question whom to call, where it goes with an invitation e-mail.
email-invitation-contact = Sometimes a school cannot reach a family. Whom can we call then? You can tell us on the same page.

## The yearly question whom the school may call when it cannot reach the family, to a guardian

# The whole SMS. One segment (160 letters) with a sender of 16 letters and a link of 55. It does not say what the question is:
# somebody else may read it.
# $sender: the school, or the district where there are several schools. $link: the family's page.
sms-contact-request = { $sender }: The school has one question for you this year. Please answer here: { $link } STOP to end.

# Subject of the e-mail. No child's name here.
# $sender: the school, or the district where there are several schools.
email-contact-request-subject = { $sender }: whom can we call for your family?

# What is asked.
# $children: how many children.
email-contact-request-why =
    { $children ->
        [one] Sometimes a school cannot reach a family. Then it calls someone else to learn if all is well. Whom can we call for your child?
       *[other] Sometimes a school cannot reach a family. Then it calls someone else to learn if all is well. Whom can we call for your children?
    }

# Who that can be, and when they are called.
email-contact-request-who = It can be a family member, a neighbor or a friend. It must not be a parent or guardian of the child. We call them only if we cannot reach you.

# The link to the page. The text of a button.
email-contact-request-link = Tell us whom to call

## The SMS about a booked conference, to a guardian. No first name: the link shows for whom it is. One segment each, with
## a sender of 16 letters and a link of 51.

# A time was booked.
# $sender: the school. $date: as in sms-date. $time: as in clock-time. $mode: as in how-to-meet. $link: the family's page.
sms-confirmation = { $sender }: Parent-teacher conference booked: { $date }, { $time }, { $mode }. Change or cancel: { $link }

# The day before, and on the morning of the day.
# $sender, $date, $time, $mode, $link: as in sms-confirmation.
sms-reminder = { $sender }: Reminder: parent-teacher conference { $date }, { $time }, { $mode }. Change or cancel: { $link }

# Another time was booked instead.
# $sender, $date, $time, $mode, $link: as in sms-confirmation.
sms-change = { $sender }: Parent-teacher conference moved to { $date }, { $time }, { $mode }. Change or cancel: { $link }

# The booked time was given up.
# $sender, $date, $time, $link: as in sms-confirmation.
sms-cancellation = { $sender }: Parent-teacher conference on { $date }, { $time } is cancelled. Pick another time: { $link }

# A new link, asked for on the page of a link that no longer works.
# $sender: the district. $link: the family's page.
sms-new-link = { $sender }: Here is your new link for parent-teacher conferences: { $link }

## The e-mails about a booked conference, to a guardian

# Subject where a time was booked.
# $sender: the school.
email-confirmation-subject = { $sender }: your conference is booked

# Subject of the reminder.
# $sender: the school.
email-reminder-subject = { $sender }: reminder of your conference

# Subject where another time was booked instead.
# $sender: the school.
email-change-subject = { $sender }: your conference has moved

# Subject where the booked time was given up.
# $sender: the school.
email-cancellation-subject = { $sender }: your conference is cancelled

# Subject of the e-mail with a new link.
# $sender: the district.
email-new-link-subject = { $sender }: your new link

# First words where a time was booked.
email-confirmation-intro = Your parent-teacher conference is booked.

# First words of the reminder.
email-reminder-intro = Your parent-teacher conference is soon.

# First words where another time was booked instead.
email-change-intro = Your parent-teacher conference has a new time.

# First words where the booked time was given up. email-when says which.
email-cancellation-intro = This parent-teacher conference is cancelled.

# First words of the e-mail with a new link.
email-new-link-intro = You asked for a new link. With it you can pick, change or cancel a time. If you did not ask, you need do nothing.

# For which child, in the list of the e-mail.
# $name: the first name, or email-child-unknown. $school: the school.
email-for = For { $name }, { $school }

# When, in the list of the e-mail.
# $date: as in weekday-date. $time: as in clock-time. $zone: as in time-zone.
email-when = { $date }, { $time } ({ $zone })

# How, in the list of the e-mail.
# $mode: as in how-to-meet.
email-how = How: { $mode }

# That an interpreter comes, in the list of the e-mail.
# $language: the language, as language-name.
email-interpreter = With a free interpreter: { $language }

# The link of the e-mail about a booked conference. The text of a button.
email-link-change = Change or cancel

# The link of the e-mail about a cancelled conference. The text of a button.
email-link-again = Pick another time

# The link of the e-mail with a new link. The text of a button.
email-link-open = Open my page

# That the state's resource document comes with the e-mail about a booked conference.
email-document = A page with help for families is attached. Please read it before you meet.

# The name of the entry in the family's calendar. No child's name: others may see the calendar.
# $school: the school.
calendar-title = Parent-teacher conference, { $school }

## The answer to a family's text message, to whoever wrote it

# The whole SMS. One segment (160 letters) for a usual school. Sent at once, even at night; it says what there is for danger
# (911), for a crisis (988 takes calls and texts) and for food, housing and other help (211), and nothing about the family.
# $sender: the school, or the district where there is not one school.
# $call: one of sms-call-number, sms-call-numbers, sms-call-school, sms-call-schools.
sms-answer = { $sender }: Nobody watches this number. { $call } Danger: call 911. Crisis: call or text 988. Food, housing, more: 211.

# How to reach several schools, in sms-answer.
# $schools: each school's name and telephone number, joined by names-next.
sms-call-numbers = Call { $schools }.

## The SMS to principals and their designees

# The whole SMS: the number of welfare checks that wait, and nothing else.
# $checks: how many.
sms-alert =
    { $checks ->
        [0] Confer: no welfare check is waiting.
        [one] Confer: { $checks } welfare check is waiting for you.
       *[other] Confer: { $checks } welfare checks are waiting for you.
    }

## The digest e-mail of a day, to one member of staff

# Subject of the digest.
# $count: how many notices it holds.
digest-subject =
    { $count ->
        [0] Confer: nothing to do
        [one] Confer: { $count } thing to do
       *[other] Confer: { $count } things to do
    }

# First line of the digest. It holds the system's own numbers only, never a name.
digest-intro = Here is what is new for you in Confer. No child is named here: open Confer to see who it is.

# One notice in the digest.
# $day: the day it happened, as in day. $student: the student's id. $conference: the conference's id.
digest-line = { $day }: student { $student }, conference { $conference }

# One notice that is about a student and no conference, in the digest and in the urgent e-mail.
# $day: the day it happened, as in day. $student: the student's id.
digest-line-student = { $day }: student { $student }

# Last line of the digest and of the urgent e-mail: who sends it.
# $district: the district.
digest-sender = This e-mail is from { $district }. You get it because you work with these students.

# Heading of the digest's notices that a welfare check is waiting.
digest-welfare-check = Welfare check
# What to do about them.
digest-welfare-check-do = Nobody could reach the family: please open the task, call the emergency contact and write down whether student and family are healthy and safe.

# Heading of the digest's notices that only a person can reach the family.
digest-reach-family = Please reach the family
# What to do about them.
digest-reach-family-do = Automatic messages cannot reach these families or are not what they need: please call them and agree on a time.

# Heading of the digest's notices that two attempts to reach the family failed.
digest-two-attempts-failed = Two attempts failed
# What to do about them.
digest-two-attempts-failed-do = The family has not answered twice: please call them yourself, and record the call or that you spoke with them.

# Heading of the digest's notices that the family was reached for another child.
digest-sibling-reached = Family reached for another child
# What to do about them.
digest-sibling-reached-do = The family answered about a brother or sister: please ask them about this conference too.

# Heading of the digest's notices that an agreed time was cancelled.
digest-cancelled = Cancelled
# What to do about them.
digest-cancelled-do = The time was given up: please take it off your calendar; the family will be asked again.

# Heading of the digest's notices that a booked time is free again.
digest-slot-released = Time free again
# What to do about them.
digest-slot-released-do = The student moved to another teacher or school: please take this conference off your calendar.

# Heading of the digest's notices that a time was agreed.
digest-scheduled = Scheduled
# What to do about them.
digest-scheduled-do = A time was agreed: please look it up in Confer and keep it free.

# Heading of the digest's notices that the family does not want the conference.
digest-declined = Declined
# What to do about them.
digest-declined-do = The family does not want this conference: please do not ask them again, but book a time if they change their mind.

# Heading of the digest's notices that a welfare check was withdrawn.
digest-check-withdrawn = Welfare check withdrawn
# What to do about them.
digest-check-withdrawn-do = This check is no longer needed: please do not call the emergency contact.

# Heading of the digest's notices that a family wrote a text message.
digest-family-wrote = A family wrote back
# What to do about them.
digest-family-wrote-do = The family sent a text message in its own words: please open Confer to read it, and call them back.

# Heading of the digest's notices that a family's text message reads as danger.
digest-urgent-reply = A text message reads as danger
# What to do about them.
digest-urgent-reply-do = Please open Confer now, read it and acknowledge it. If somebody is in danger, call 911.

## The urgent messages to principals and their designees: a family's text message reads as danger. Never a word of it.

# The whole SMS: no student, no school.
sms-urgent = Confer: a family's text message reads as danger. Open Confer now. If somebody is in danger, call 911.

# Subject of the urgent e-mail.
urgent-subject = Confer: urgent, a family's text message reads as danger

# What to do, in the urgent e-mail.
urgent-do = A family sent a text message that reads as danger. Please open Confer now and read it. If somebody is in danger, call 911.

# Heading above the list of students (digest-line-student), in the urgent e-mail.
urgent-students = Students

# Heading above urgent-paused, in the urgent e-mail.
urgent-next = What happens now

# What Confer does by itself, in the urgent e-mail.
urgent-paused = For each student here, automatic messages to the family are paused. They go on when somebody acknowledges the text message in Confer. A list of words found it, and may be wrong: what the family wrote is in Confer only.

## The family's pages: parts of every page

# Name of the pages, in the title of the window. No child's name.
page-name = Parent-teacher conference

# The link to the step before.
page-back = Back

# The button to the next step.
page-continue = Continue

# The link to the first page.
page-start = Start page

# Heading above what is wrong with an entry.
page-problem = There is a problem

# Heading above the other ways, at the foot of the page.
page-more = Something else?

# The link: no time suits.
page-more-none = None of these times works for us

# The link: the family would rather be called.
page-more-call = Please call me

# The link: the family does not want the conference.
page-more-decline = We do not want this conference

# The link: the reader is not the child's parent.
page-more-not-mine = I am not this child's parent or guardian

# The link: no more text messages or e-mails.
page-more-stop = Stop texts or e-mails

# The link to the choice of language. It stands beside "Language / Idioma", which stays as it is.
page-more-language = Another language

# Heading above where to turn for help.
page-help = Help

# Where to turn in danger, crisis or need. The numbers stay as they are.
page-help-danger = In danger? Call 911. In a crisis? Call or text 988. Need food, housing or other help? Call 211.

# That nobody is there to answer.
page-help-nobody = This page is automatic. Nobody at the school is watching it.

## The family's pages: the first page

# Heading.
page-home-title = Talk with your child's teacher

# What the conference is for.
page-home-why = Children who learn online for more than three weeks get one more parent-teacher conference. You choose when and how.

# Question above the children, where there are several.
page-home-which = Which child?

# The button beside a child whose conference has no time yet.
# $name: the child's first name.
page-home-pick = Pick a time for { $name }

# The child's line where a time is booked.
# $date: as in weekday-date. $time: as in clock-time. $mode: as in how-to-meet.
page-home-booked = Booked: { $date }, { $time }, { $mode }

# The link beside a child whose time is booked.
# $name: the child's first name.
page-home-see = See or change the time for { $name }

# The child's line where the family said no. Not who: it may have been the other household.
page-home-declined = No conference is planned. You can still pick a time.

# The child's line where the family wants to be called.
page-home-call = The teacher will call. You can also pick a time here.

# Where nothing is due for any child.
page-home-nothing = There is nothing to do now. When there is, we write to you.

# What comes next where nobody has answered twice. Kind, without reproach.
page-home-next = If this page does not work for you, that is fine: someone from the school will call you.

## The family's pages: day and time

# Heading.
page-time-title = Pick a day and time

# With whom, and in which time zone.
# $teacher: the teacher's name. $zone: as in time-zone.
page-time-with = With { $teacher }. Times are { $zone }.

# In which time zone, where the teacher's name is not known.
# $zone: as in time-zone.
page-time-zone = Times are { $zone }.

# Heading above the times that lie close to another child's conference.
# $name: the other child's first name. $date: as in weekday-date. $time: as in clock-time.
page-time-near = Close to { $name }'s conference ({ $date }, { $time })

# The link to later days.
page-time-later = Later days

# The link to earlier days.
page-time-earlier = Earlier days

# Where there is no free time.
page-time-none = There is no free time here now. Ask for a call, and the teacher finds a time with you.

# What is wrong: no time was chosen.
page-time-missing = Pick a time.

# What is wrong: somebody else was faster.
page-time-taken = Someone else just took that time. Please pick another one.

## The family's pages: how to meet

# Heading.
page-how-title = How do you want to meet?

# One way to meet.
# $school: the school.
page-how-in-person = In person, at { $school }

# One way to meet.
page-how-phone = By phone. The teacher calls you.

# One way to meet.
page-how-video = By video. You get a link.

# What is wrong: nothing was chosen.
page-how-missing = Pick how you want to meet.

## The family's pages: the interpreter

# Heading.
page-interpreter-title = Do you want an interpreter?

# What that is.
page-interpreter-hint = An interpreter speaks your language and helps you talk with the teacher. It is free.

# One answer.
# $language: the language, as language-name.
page-interpreter-yes = Yes, please: { $language }

# One answer.
page-interpreter-no = No, thank you

# What is wrong: nothing was chosen.
page-interpreter-missing = Say if you want an interpreter.

## The family's pages: check and book

# Heading.
page-check-title = Check and book

# Names of the lines.
page-check-child = Child
# Name of a line.
page-check-when = When
# Name of a line.
page-check-how = How
# Name of a line.
page-check-interpreter = Interpreter

# The link to change a line.
page-check-change = Change

# Question where the teacher is to call.
page-check-number = Which number should the teacher call?

# The number that the school has.
# $digits: its last two digits.
page-check-number-known = The number that ends in { $digits }

# Another number, with a field to enter it.
page-check-number-other = Another number:

# What is wrong with the number.
page-check-number-wrong = Enter a phone number with ten digits, such as 860 555 0123.

# The button that books.
page-check-book = Book this time

## The family's pages: a booked conference

# Heading right after booking, and whenever the page is opened again.
page-done-title = Your conference is booked

# Heading above what comes next.
page-done-next = What happens next

# That messages come.
page-done-messages = You get a message with the day and time. We remind you before.

# For a conference in person.
# $school: the school.
page-done-in-person = Come to { $school }. Ask at the office for the teacher.

# For a conference by phone.
# $digits: the last two digits of the number.
page-done-phone = The teacher calls you at the number that ends in { $digits }.

# For a conference by phone where no number is known.
page-done-phone-unknown = The teacher calls you.

# For a conference by video where the link is known. The text of a link.
page-done-video = At that time, open the video call here

# For a conference by video where the link is not known yet.
page-done-video-later = The teacher sends you the link before the conference.

# For a conference with an interpreter.
page-done-interpreter = An interpreter will be there. It is free.

# The link to the file for the family's calendar.
page-done-calendar = Put it in my calendar

# The link to another time.
page-done-change = Change the time

# The link to giving up the time.
page-done-cancel = Cancel the conference

# The link to booking for another child.
# $name: the other child's first name.
page-done-other = Now pick a time for { $name }

# Where the page that was sent is older than what stands.
page-stale = This has changed since you opened the page. Here is how it stands now.

## The family's pages: other answers. Each has a question, what it means, the button, and what is said after.

# The question.
page-cancel-title = Cancel this conference?
# What it means.
page-cancel-hint = The teacher is told, and the time is free for others. You can pick another time.
# The button.
page-cancel-yes = Yes, cancel it
# The link back.
page-cancel-no = No, keep it
# Heading after it.
page-cancelled-title = Your conference is cancelled
# What comes next.
page-cancelled-hint = You can pick another time now or later.

# The question.
page-decline-title = You do not want this conference?
# What it means.
page-decline-hint = That is fine. The teacher is told. If you change your mind, open your link again.
# The button.
page-decline-yes = We do not want it
# Heading after it.
page-declined-title = Thank you. The teacher is told.
# What comes next.
page-declined-hint = If you change your mind, open your link again.

# The question.
page-call-title = Shall the teacher call you?
# What it means.
page-call-hint = The teacher calls you to find a time that works for you.
# The button.
page-call-yes = Please call me
# Heading after it.
page-called-title = The teacher will call you
# What comes next.
page-called-hint = You can still pick a time here.

# The question.
page-not-mine-title = Are you not this child's parent or guardian?
# What it means.
page-not-mine-hint = Then we stop writing to you, and this link stops working. Please tell us only if it is so.
# The button.
page-not-mine-yes = I am not the parent or guardian
# Heading after it.
page-not-mine-done = Thank you for telling us
# What comes next.
page-not-mine-done-hint = We do not write to you any more. You can close this page.

# The question.
page-stop-title = Which messages shall stop?
# What it means.
page-stop-hint = Then we cannot remind you. Your link still works.
# One choice.
page-stop-texts = Text messages
# One choice.
page-stop-emails = E-mails
# The button.
page-stop-yes = Stop them
# What is wrong: nothing was chosen.
page-stop-missing = Pick what shall stop.
# Heading after it.
page-stopped-title = They are stopped

# The question.
page-language-title = Which language?
# What it means.
page-language-hint = We also write to you in this language.

## The family's pages: the emergency contact

# The question.
page-contact-title = Whom can we call if we cannot reach you?
# What it is for.
page-contact-hint = Name a grown-up who knows how to reach you. Not you, and not the child's other parent. The school calls this person only if we cannot reach you.
# A field.
page-contact-name = Name
# A field.
page-contact-relation = Who is this to the child? (such as aunt or neighbor)
# A field.
page-contact-phone = Phone number
# A field.
page-contact-language = Language this person speaks
# The button.
page-contact-save = Save
# The link on without an answer.
page-contact-skip = Not now
# What is wrong.
page-contact-name-missing = Enter a name.
# What is wrong.
page-contact-relation-missing = Enter who this is to the child.
# What is wrong.
page-contact-guardian = This is a parent's or guardian's own number. Name someone else.
# Heading after it.
page-contact-saved = Thank you. We saved the contact.
# The link where there is none yet.
# $name: the child's first name.
page-contact-add = Add someone we can call for { $name }
# That there is one.
# $count: how many.
page-contact-known =
    { $count ->
        [one] The school has { $count } person to call for you.
       *[other] The school has { $count } people to call for you.
    }

## The family's pages: a link that does not work

# Heading.
page-expired-title = This link does not work any more
# What to do.
page-expired-hint = Enter your mobile number or e-mail address. If the school has it, we send you a new link.
# The field.
page-expired-field = Mobile number or e-mail address
# The button.
page-expired-send = Send me a new link
# What is wrong.
page-expired-wrong = Enter a phone number with ten digits, or an e-mail address.
# Heading after it.
page-sent-title = Look at your messages
# What comes next.
page-sent-hint = If the school has that number or address, a new link is on its way. If none comes, call the school.

# Heading where somebody sent too many forms.
page-busy-title = Please wait a few minutes
# What to do.
page-busy-hint = There were too many tries. Nothing is lost. Try again in ten minutes, or call the school.

# Heading where something is broken.
page-broken-title = That did not work
# What to do.
page-broken-hint = It is not your fault. Please try again in a few minutes, or call the school.

## The family's pages: the state's resource document, below the button that books and on the page of a booked conference

# Heading, and the link to it above the button. The document's own title comes below it.
page-document-heading = Please read this before you meet

# Where the text is not the state's own in this language: a person translated it.
page-document-translated = The state did not write this in your language. Your school district had it translated. The state's own text comes after it.

# Where the text is not the state's own in this language: a machine translated it.
page-document-machine = A computer translated this text. It may have mistakes. The state's own text comes after it.

# Where there is no text in this language. The state's own text comes below, in another language.
page-document-other = The state did not write this text in your language. The school can help you read it.
