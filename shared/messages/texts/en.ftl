### What families and staff read, in English. The project's first language: a message missing elsewhere is taken from here.
###
### For whoever writes: reading grade 6 or lower; a family's message never holds a surname, nor a word on welfare,
### emergency contacts, health or earlier attempts. Messages whose name begins with "sms-" use only letters of GSM-7
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

## The invitation SMS, to a guardian

# The whole SMS. One segment (160 letters) with usual names.
# $children: how many children. $sender: the school, or the district where there are several schools.
# $who: the first names, or sms-who-child, or sms-who-children. $call: one of sms-call-number, sms-call-school, sms-call-schools.
# The word STOP stays as it is in every language: the carrier understands only that.
sms-invitation =
    { $children ->
        [one] { $sender }: { $who } is due an extra parent-teacher conference, by phone, video or in person. { $call } Reply STOP to end.
       *[other] { $sender }: { $who } are each due an extra parent-teacher conference, by phone, video or in person. { $call } Reply STOP to end.
    }

# The same where the names are long: without the ways to meet.
# $children: how many children. $sender, $who, $call: as in sms-invitation.
sms-invitation-short =
    { $children ->
        [one] { $sender }: { $who } is due an extra parent-teacher conference. { $call } Reply STOP to end.
       *[other] { $sender }: { $who } are each due an extra parent-teacher conference. { $call } Reply STOP to end.
    }

# Stands for the first name in sms-invitation where it is unknown or does not fit.
sms-who-child = Your child

# Stands for the first names in sms-invitation where they do not fit.
sms-who-children = Your children

# How to answer, in sms-invitation; whom to call, in sms-answer.
# $phone: the school's telephone number as the school writes it.
sms-call-number = Call { $phone }.

# How to answer where the school's number is unknown, in sms-invitation.
sms-call-school = Please call the school.

# How to answer where the children are at several schools, in sms-invitation.
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

# How to answer where there is one school with a number, in the invitation e-mail.
# $phone: the school's telephone number.
email-invitation-call-number = Please call the school at { $phone } to pick a day and time.

# How to answer where the school's number is unknown, in the invitation e-mail.
email-invitation-call-school = Please call the school to pick a day and time.

# How to answer where the children are at several schools, in the invitation e-mail.
email-invitation-call-schools = Please call each school to pick a day and time.

# Last lines of the invitation e-mail: who sends it and how to stop.
# $sender: the school, or the district where there are several schools.
email-invitation-sender = This e-mail is from { $sender }. To stop these e-mails, tell the school.

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
