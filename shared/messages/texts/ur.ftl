### What families and staff read, in Urdu (of "آپ"; English words that families use: ٹیچر، میٹنگ، فون، لنک).
### Draft: not yet reviewed by a person who speaks the language.
###
### For whoever writes: the file en.ftl says more at its head. An SMS and a subject begin with a word in Urdu letters, so that
### telephones write all of it from right to left. "Tel" before a telephone number, and no Urdu word between, keeps the parts
### of the number in their order. An Urdu word stands between a link and STOP for the same reason. The words for "your child"
### would change before a word such as "کے": where they may stand, none follows. So sender-unknown is one word that does not.

## Parts of other messages

# Stands for the sender in every message when neither the school nor the district has a name.
sender-unknown = اسکول

# Joins the last of several first names to those before it, in the invitation SMS.
# $first: the names so far. $last: the last name.
# $sound (optional): "i" where the last name begins with that sound, else "other"; for languages that join by sound.
names-last = { $first } اور { $last }

# Joins first names before the last, in the invitation SMS.
# $first: the names so far. $next: the next name.
names-next = { $first }، { $next }

# A day, in the staff digest.
# $month: 1 to 12. $day: day of the month. $year: four digits.
day =
    { $day } { $month ->
        [1] جنوری
        [2] فروری
        [3] مارچ
        [4] اپریل
        [5] مئی
        [6] جون
        [7] جولائی
        [8] اگست
        [9] ستمبر
        [10] اکتوبر
        [11] نومبر
       *[12] دسمبر
    }، { $year }

# The name of this language, as its speakers write it.
language-name = اردو

# A day with its weekday, on pages and in e-mails. As CLDR's pattern "EEEE, MMMM d".
# $weekday: 1 (Monday) to 7. $month: 1 to 12. $day: day of the month.
weekday-date =
    { $weekday ->
        [1] پیر
        [2] منگل
        [3] بدھ
        [4] جمعرات
        [5] جمعہ
        [6] ہفتہ
       *[7] اتوار
    }، { $day } { $month ->
        [1] جنوری
        [2] فروری
        [3] مارچ
        [4] اپریل
        [5] مئی
        [6] جون
        [7] جولائی
        [8] اگست
        [9] ستمبر
        [10] اکتوبر
        [11] نومبر
       *[12] دسمبر
    }

# A day in few letters, in SMS.
# $weekday: 1 (Monday) to 7. $month: 1 to 12. $day: day of the month.
sms-date =
    { $weekday ->
        [1] پیر
        [2] منگل
        [3] بدھ
        [4] جمعرات
        [5] جمعہ
        [6] ہفتہ
       *[7] اتوار
    } { $day } { $month ->
        [1] جنوری
        [2] فروری
        [3] مارچ
        [4] اپریل
        [5] مئی
        [6] جون
        [7] جولائی
        [8] اگست
        [9] ستمبر
        [10] اکتوبر
        [11] نومبر
       *[12] دسمبر
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
        [eastern] ایسٹرن ٹائم
        [central] سنٹرل ٹائم
        [mountain] ماؤنٹین ٹائم
        [pacific] پیسفک ٹائم
        [alaska] الاسکا ٹائم
        [hawaii] ہوائی ٹائم
        [atlantic] اٹلانٹک ٹائم
       *[other] مقامی وقت
    }

# A way to meet, in messages and on pages, inside a line.
# $mode: which way.
how-to-meet =
    { $mode ->
        [in_person] خود آ کر
        [phone] فون پر
       *[video] ویڈیو پر
    }

## The invitation SMS, to a guardian

# The whole SMS. One segment (160 letters) with usual names; the link takes some 55 of them.
# $children: how many children. $sender: the school, or the district where there are several schools.
# $who: the first names, or sms-who-child, or sms-who-children. $link: where to pick a time.
# The word STOP stays as it is in every language: the carrier understands only that.
sms-invitation =
    { $children ->
        [one] اضافی ٹیچر میٹنگ { $sender }: { $who }، فون/ویڈیو/اسکول { $link } بند: STOP
       *[other] اضافی ٹیچر میٹنگز { $sender }: { $who }، فون/ویڈیو/اسکول { $link } بند: STOP
    }

# The same where the names are long: without the ways to meet.
# $children: how many children. $sender, $who, $link: as in sms-invitation.
sms-invitation-short =
    { $children ->
        [one] اضافی ٹیچر میٹنگ { $sender }: { $who }، وقت چنیں: { $link } بند: STOP
       *[other] اضافی ٹیچر میٹنگز { $sender }: { $who }، وقت چنیں: { $link } بند: STOP
    }

# Stands for the first name in sms-invitation where it is unknown or does not fit.
sms-who-child = آپ کا بچہ

# Stands for the first names in sms-invitation where they do not fit.
sms-who-children = آپ کے بچے

# Whom to call, in sms-answer.
# $phone: the school's telephone number as the school writes it.
sms-call-number = فون کریں: Tel { $phone }۔

# Whom to call where the school's number is unknown, in sms-answer.
sms-call-school = اسکول کو فون کریں۔

# Whom to call where the children are at several schools, in sms-answer.
sms-call-schools = اسکولوں کو فون کریں۔

## The invitation e-mail, to a guardian

# Subject of the e-mail. No child's name here.
# $sender: the school, or the district where there are several schools.
email-invitation-subject = منجانب { $sender }: آپ کے لیے ایک اضافی پیرنٹ ٹیچر میٹنگ

# First line of the e-mail.
email-hello = محترم والدین،

# What the conference is for, in the invitation e-mail.
# $children: how many children.
email-invitation-why =
    { $children ->
        [one] کچھ بچے لگاتار تین ہفتوں سے زیادہ آن لائن پڑھتے ہیں۔ ایسے میں گھر والوں کو ایک اضافی پیرنٹ ٹیچر میٹنگ کا حق ملتا ہے۔ اب یہ حق آپ کو ملا ہے۔ آپ ٹیچر سے بات کر سکتے ہیں۔ پوچھیں کہ آپ کے بچے کی پڑھائی کیسی چل رہی ہے اور کس چیز سے مدد مل سکتی ہے۔
       *[other] کچھ بچے لگاتار تین ہفتوں سے زیادہ آن لائن پڑھتے ہیں۔ ایسے میں گھر والوں کو ایک اضافی پیرنٹ ٹیچر میٹنگ کا حق ملتا ہے۔ اب آپ کو ہر بچے کے لیے ایک میٹنگ کا حق ملا ہے۔ آپ ٹیچروں سے بات کر سکتے ہیں۔ پوچھیں کہ آپ کے بچوں کی پڑھائی کیسی چل رہی ہے اور کس چیز سے مدد مل سکتی ہے۔
    }

# Heading above the list of children, in the invitation e-mail.
email-invitation-who = میٹنگ کس کے لیے ہے

# One child in the list, in the invitation e-mail.
# $name: the first name, or email-child-unknown. $school: the school. $phone: its telephone number.
email-child = { $name }: { $school }، Tel { $phone }

# One child in the list whose school has no known number, in the invitation e-mail.
# $name: the first name, or email-child-unknown. $school: the school.
email-child-no-phone = { $name }: { $school }

# Stands for a first name that is unknown, in the list of the invitation e-mail.
email-child-unknown = آپ کا بچہ

# Heading above how to meet, in the invitation e-mail.
email-invitation-how-heading = میٹنگ کیسے ہو سکتی ہے

# The ways to meet, in the invitation e-mail.
email-invitation-how = میٹنگ فون پر یا ویڈیو پر ہو سکتی ہے، یا آپ خود آ سکتے ہیں۔ فیصلہ آپ کا ہے۔

# The interpreter, in the invitation e-mail.
email-invitation-interpreter = آپ کو ترجمان مل سکتا ہے۔ یہ مفت ہے۔ بس اسکول کو بتا دیں کہ آپ کون سی زبان بولتے ہیں۔

# Heading above how to answer, in the invitation e-mail.
email-invitation-answer-heading = جواب کیسے دیں

# The link to the page where families pick a time, in the invitation e-mail. The text of a button.
email-invitation-link = دن اور وقت چنیں

# How to answer without the link where there is one school with a number, in the invitation e-mail.
# $phone: the school's telephone number.
email-invitation-call-number = یا اسکول کو فون کریں: Tel { $phone }۔

# How to answer without the link where the school's number is unknown, in the invitation e-mail.
email-invitation-call-school = یا اسکول کو فون کریں۔

# How to answer without the link where the children are at several schools, in the invitation e-mail.
email-invitation-call-schools = یا ہر اسکول کو فون کریں۔

# Last lines of every e-mail to a family: who sends it and how to stop.
# $sender: the school, or the district where there are several schools.
email-sender = یہ ای میل { $sender } کی طرف سے ہے۔ یہ ای میلز بند کرنے کے لیے لنک کھولیں اور "میسج یا ای میل بند کریں" چنیں۔

# Heading above the question whom to call, where it goes with an invitation e-mail.
email-invitation-contact-heading = ایک اور سوال

# The question whom to call, where it goes with an invitation e-mail.
email-invitation-contact = کبھی کبھی اسکول کا گھر والوں سے رابطہ نہیں ہو پاتا۔ تب ہم کس کو فون کریں؟ آپ اسی صفحے پر بتا سکتے ہیں۔

## The yearly question whom the school may call when it cannot reach the family, to a guardian

# The whole SMS. One segment (160 letters) with a sender of 16 letters and a link of 55. It does not say what the question is:
# somebody else may read it.
# $sender: the school, or the district where there are several schools. $link: the family's page.
sms-contact-request = منجانب { $sender }: اس سال آپ سے ایک سوال ہے۔ جواب دیں: { $link } بند: STOP

# Subject of the e-mail. No child's name here.
# $sender: the school, or the district where there are several schools.
email-contact-request-subject = منجانب { $sender }: آپ سے رابطہ نہ ہو سکے تو ہم کس کو فون کریں؟

# What is asked.
# $children: how many children.
email-contact-request-why =
    { $children ->
        [one] کبھی کبھی اسکول کا گھر والوں سے رابطہ نہیں ہو پاتا۔ تب اسکول کسی اور کو فون کرتا ہے تاکہ معلوم ہو کہ سب ٹھیک ہے یا نہیں۔ آپ کے بچے کے لیے ہم کس کو فون کر سکتے ہیں؟
       *[other] کبھی کبھی اسکول کا گھر والوں سے رابطہ نہیں ہو پاتا۔ تب اسکول کسی اور کو فون کرتا ہے تاکہ معلوم ہو کہ سب ٹھیک ہے یا نہیں۔ آپ کے بچوں کے لیے ہم کس کو فون کر سکتے ہیں؟
    }

# Who that can be, and when they are called.
email-contact-request-who = یہ کوئی رشتہ دار، پڑوسی یا دوست ہو سکتا ہے۔ یہ بچے کی ماں، باپ یا سرپرست نہ ہو۔ ہم اس شخص کو صرف تب فون کریں گے جب آپ سے رابطہ نہ ہو سکے۔

# The link to the page. The text of a button.
email-contact-request-link = ہمیں بتائیں کہ کس کو فون کریں

## The SMS about a booked conference, to a guardian. No first name: the link shows for whom it is. One segment each, with
## a sender of 16 letters and a link of 51.

# A time was booked.
# $sender: the school. $date: as in sms-date. $time: as in clock-time. $mode: as in how-to-meet. $link: the family's page.
sms-confirmation = ٹیچر میٹنگ طے ہے { $sender }: { $date } { $time } { $mode }۔ بدلیں/منسوخ { $link }

# The day before, and on the morning of the day.
# $sender, $date, $time, $mode, $link: as in sms-confirmation.
sms-reminder = میٹنگ یاد رہے { $sender }: { $date } { $time } { $mode }۔ بدلیں/منسوخ { $link }

# Another time was booked instead.
# $sender, $date, $time, $mode, $link: as in sms-confirmation.
sms-change = میٹنگ کا نیا وقت { $sender }: { $date } { $time } { $mode }۔ بدلیں/منسوخ { $link }

# The booked time was given up.
# $sender, $date, $time, $link: as in sms-confirmation.
sms-cancellation = ٹیچر میٹنگ منسوخ { $sender }: { $date }، { $time }۔ نیا وقت چنیں: { $link }

# A new link, asked for on the page of a link that no longer works.
# $sender: the district. $link: the family's page.
sms-new-link = منجانب { $sender }: ٹیچر میٹنگ کے لیے آپ کا نیا لنک: { $link }

## The e-mails about a booked conference, to a guardian

# Subject where a time was booked.
# $sender: the school.
email-confirmation-subject = منجانب { $sender }: آپ کی میٹنگ طے ہو گئی ہے

# Subject of the reminder.
# $sender: the school.
email-reminder-subject = منجانب { $sender }: آپ کی میٹنگ کی یاد دہانی

# Subject where another time was booked instead.
# $sender: the school.
email-change-subject = منجانب { $sender }: آپ کی میٹنگ کا وقت بدل گیا ہے

# Subject where the booked time was given up.
# $sender: the school.
email-cancellation-subject = منجانب { $sender }: آپ کی میٹنگ منسوخ ہو گئی ہے

# Subject of the e-mail with a new link.
# $sender: the district.
email-new-link-subject = منجانب { $sender }: آپ کا نیا لنک

# First words where a time was booked.
email-confirmation-intro = آپ کی پیرنٹ ٹیچر میٹنگ طے ہو گئی ہے۔

# First words of the reminder.
email-reminder-intro = آپ کی پیرنٹ ٹیچر میٹنگ جلد ہونے والی ہے۔

# First words where another time was booked instead.
email-change-intro = آپ کی پیرنٹ ٹیچر میٹنگ کا نیا وقت ہے۔

# First words where the booked time was given up. email-when says which.
email-cancellation-intro = یہ پیرنٹ ٹیچر میٹنگ منسوخ ہو گئی ہے۔

# First words of the e-mail with a new link.
email-new-link-intro = آپ نے نیا لنک مانگا تھا۔ اس سے آپ وقت چن سکتے ہیں، بدل سکتے ہیں یا منسوخ کر سکتے ہیں۔ اگر آپ نے نہیں مانگا تو آپ کو کچھ کرنے کی ضرورت نہیں۔

# For which child, in the list of the e-mail.
# $name: the first name, or email-child-unknown. $school: the school.
email-for = کس کے لیے: { $name }، { $school }

# When, in the list of the e-mail.
# $date: as in weekday-date. $time: as in clock-time. $zone: as in time-zone.
email-when = { $date }، { $time } ({ $zone })

# How, in the list of the e-mail.
# $mode: as in how-to-meet.
email-how = کیسے: { $mode }

# That an interpreter comes, in the list of the e-mail.
# $language: the language, as language-name.
email-interpreter = مفت ترجمان کے ساتھ: { $language }

# The link of the e-mail about a booked conference. The text of a button.
email-link-change = بدلیں یا منسوخ کریں

# The link of the e-mail about a cancelled conference. The text of a button.
email-link-again = دوسرا وقت چنیں

# The link of the e-mail with a new link. The text of a button.
email-link-open = میرا صفحہ کھولیں

# That the state's resource document comes with the e-mail about a booked conference.
email-document = اس ای میل کے ساتھ گھر والوں کی مدد کے بارے میں ایک تحریر ہے۔ براہِ کرم میٹنگ سے پہلے اسے پڑھ لیں۔

# The name of the entry in the family's calendar. No child's name: others may see the calendar.
# $school: the school.
calendar-title = پیرنٹ ٹیچر میٹنگ، { $school }

## The answer to a family's text message, to whoever wrote it

# The whole SMS. One segment (160 letters) for a usual school. Sent at once, even at night; it says what there is for danger
# (911), for a crisis (988 takes calls and texts) and for food, housing and other help (211), and nothing about the family.
# $sender: the school, or the district where there is not one school.
# $call: one of sms-call-number, sms-call-numbers, sms-call-school, sms-call-schools.
sms-answer = یہاں { $sender } سے کوئی نہیں پڑھتا۔ { $call } خطرہ 911۔ بحران 988 کال/میسج۔ کھانا/گھر/مدد 211

# How to reach several schools, in sms-answer.
# $schools: each school's name and telephone number, joined by names-next.
sms-call-numbers = فون کریں: { $schools }۔

## The SMS to principals and their designees

# The whole SMS: the number of welfare checks that wait, and nothing else.
# $checks: how many.
sms-alert =
    { $checks ->
        [0] آپ کے لیے Confer میں خیریت کی کوئی کال باقی نہیں۔
        [one] آپ کے لیے Confer میں خیریت کی { $checks } کال باقی ہے۔
       *[other] آپ کے لیے Confer میں خیریت کی { $checks } کالیں باقی ہیں۔
    }

## The digest e-mail of a day, to one member of staff

# Subject of the digest.
# $count: how many notices it holds.
digest-subject =
    { $count ->
        [0] آپ کے لیے Confer میں کوئی کام نہیں
        [one] آپ کے لیے Confer میں { $count } کام
       *[other] آپ کے لیے Confer میں { $count } کام
    }

# First line of the digest. It holds the system's own numbers only, never a name.
digest-intro = یہ Confer میں آپ کے لیے نئی باتیں ہیں۔ یہاں کسی بچے کا نام نہیں ہے: نام دیکھنے کے لیے Confer کھولیں۔

# One notice in the digest.
# $day: the day it happened, as in day. $student: the student's id. $conference: the conference's id.
digest-line = { $day }: طالب علم { $student }، میٹنگ { $conference }

# One notice that is about a student and no conference, in the digest and in the urgent e-mail.
# $day: the day it happened, as in day. $student: the student's id.
digest-line-student = { $day }: طالب علم { $student }

# Last line of the digest and of the urgent e-mail: who sends it.
# $district: the district.
digest-sender = یہ ای میل { $district } کی طرف سے ہے۔ یہ آپ کو اس لیے ملی ہے کہ آپ ان طلبہ کے ساتھ کام کرتے ہیں۔

# Heading of the digest's notices that a welfare check is waiting.
digest-welfare-check = خیریت کی کال
# What to do about them.
digest-welfare-check-do = گھر والوں سے کسی کا رابطہ نہیں ہو سکا: براہِ کرم کام کھولیں، ہنگامی رابطے کو فون کریں اور لکھیں کہ طالب علم اور گھر والے صحت مند اور محفوظ ہیں یا نہیں۔

# Heading of the digest's notices that only a person can reach the family.
digest-reach-family = براہِ کرم گھر والوں سے رابطہ کریں
# What to do about them.
digest-reach-family-do = خودکار پیغامات ان گھر والوں تک نہیں پہنچ سکتے یا ان کے کام کے نہیں: براہِ کرم انہیں فون کریں اور وقت طے کریں۔

# Heading of the digest's notices that two attempts to reach the family failed.
digest-two-attempts-failed = دو کوششیں ناکام رہیں
# What to do about them.
digest-two-attempts-failed-do = گھر والوں نے دو بار جواب نہیں دیا: براہِ کرم انہیں خود فون کریں، اور درج کریں کہ آپ نے فون کیا یا ان سے بات ہوئی۔

# Heading of the digest's notices that the family was reached for another child.
digest-sibling-reached = دوسرے بچے کے لیے گھر والوں سے رابطہ ہو گیا
# What to do about them.
digest-sibling-reached-do = گھر والوں نے بھائی یا بہن کے بارے میں جواب دیا ہے: براہِ کرم ان سے اس میٹنگ کا بھی پوچھیں۔

# Heading of the digest's notices that an agreed time was cancelled.
digest-cancelled = منسوخ
# What to do about them.
digest-cancelled-do = طے شدہ وقت منسوخ ہو گیا: براہِ کرم اسے اپنے کیلنڈر سے ہٹا دیں؛ گھر والوں سے دوبارہ پوچھا جائے گا۔

# Heading of the digest's notices that a booked time is free again.
digest-slot-released = وقت دوبارہ خالی ہے
# What to do about them.
digest-slot-released-do = طالب علم کسی اور ٹیچر یا اسکول میں چلا گیا ہے: براہِ کرم یہ میٹنگ اپنے کیلنڈر سے ہٹا دیں۔

# Heading of the digest's notices that a time was agreed.
digest-scheduled = وقت طے ہو گیا
# What to do about them.
digest-scheduled-do = ایک وقت طے ہو گیا ہے: براہِ کرم اسے Confer میں دیکھیں اور یہ وقت خالی رکھیں۔

# Heading of the digest's notices that the family does not want the conference.
digest-declined = گھر والوں نے منع کر دیا
# What to do about them.
digest-declined-do = گھر والے یہ میٹنگ نہیں چاہتے: براہِ کرم ان سے دوبارہ نہ پوچھیں، لیکن اگر ان کا ارادہ بدل جائے تو وقت طے کر دیں۔

# Heading of the digest's notices that a welfare check was withdrawn.
digest-check-withdrawn = خیریت کی کال واپس لے لی گئی
# What to do about them.
digest-check-withdrawn-do = اب اس کال کی ضرورت نہیں: براہِ کرم ہنگامی رابطے کو فون نہ کریں۔

# Heading of the digest's notices that a family wrote a text message.
digest-family-wrote = گھر والوں نے جواب لکھا ہے
# What to do about them.
digest-family-wrote-do = گھر والوں نے اپنے الفاظ میں میسج بھیجا ہے: براہِ کرم اسے پڑھنے کے لیے Confer کھولیں اور انہیں فون کریں۔

# Heading of the digest's notices that a family's text message reads as danger.
digest-urgent-reply = ایک میسج سے خطرہ ظاہر ہوتا ہے
# What to do about them.
digest-urgent-reply-do = براہِ کرم ابھی Confer کھولیں، میسج پڑھیں اور تصدیق کریں کہ آپ نے پڑھ لیا ہے۔ اگر کوئی خطرے میں ہے تو 911 پر کال کریں۔

## The urgent messages to principals and their designees: a family's text message reads as danger. Never a word of it.

# The whole SMS: no student, no school.
sms-urgent = ایک گھر کے میسج سے خطرہ ظاہر ہے۔ ابھی Confer کھولیں۔ خطرہ ہو تو 911۔

# Subject of the urgent e-mail.
urgent-subject = فوری، Confer: ایک گھر کے میسج سے خطرہ ظاہر ہوتا ہے

# What to do, in the urgent e-mail.
urgent-do = ایک گھر سے ایسا میسج آیا ہے جس سے خطرہ ظاہر ہوتا ہے۔ براہِ کرم ابھی Confer کھولیں اور اسے پڑھیں۔ اگر کوئی خطرے میں ہے تو 911 پر کال کریں۔

# Heading above the list of students (digest-line-student), in the urgent e-mail.
urgent-students = طلبہ

# Heading above urgent-paused, in the urgent e-mail.
urgent-next = اب کیا ہو گا

# What Confer does by itself, in the urgent e-mail.
urgent-paused = یہاں درج ہر طالب علم کے گھر والوں کو خودکار پیغامات فی الحال روک دیے گئے ہیں۔ جب کوئی Confer میں تصدیق کرے گا کہ میسج پڑھ لیا گیا ہے تو یہ دوبارہ شروع ہوں گے۔ یہ میسج الفاظ کی ایک فہرست سے ملا ہے، جو غلط بھی ہو سکتی ہے: گھر والوں نے کیا لکھا، یہ صرف Confer میں ہے۔

## The family's pages: parts of every page

# Name of the pages, in the title of the window. No child's name.
page-name = پیرنٹ ٹیچر میٹنگ

# The link to the step before.
page-back = واپس

# The button to the next step.
page-continue = آگے بڑھیں

# The link to the first page.
page-start = پہلا صفحہ

# Heading above what is wrong with an entry.
page-problem = ایک مسئلہ ہے

# Heading above the other ways, at the foot of the page.
page-more = کچھ اور چاہیے؟

# The link: no time suits.
page-more-none = ان میں سے کوئی وقت ہمارے لیے ٹھیک نہیں

# The link: the family would rather be called.
page-more-call = براہِ کرم مجھے فون کریں

# The link: the family does not want the conference.
page-more-decline = ہمیں یہ میٹنگ نہیں چاہیے

# The link: the reader is not the child's parent.
page-more-not-mine = میں اس بچے کے والدین میں سے نہیں ہوں

# The link: no more text messages or e-mails.
page-more-stop = میسج یا ای میل بند کریں

# The link to the choice of language. It stands beside "Language / Idioma", which stays as it is.
page-more-language = دوسری زبان

# Heading above where to turn for help.
page-help = مدد

# Where to turn in danger, crisis or need. The numbers stay as they are.
page-help-danger = خطرے میں ہیں؟ 911 پر کال کریں۔ سخت پریشانی یا بحران میں ہیں؟ 988 پر کال یا میسج کریں۔ کھانا، گھر یا کوئی اور مدد چاہیے؟ 211 پر کال کریں۔

# That nobody is there to answer.
page-help-nobody = اسکول سے کوئی اس صفحے کو ساتھ ساتھ نہیں دیکھ رہا۔

## The family's pages: the first page

# Heading.
page-home-title = اپنے بچے کے ٹیچر سے بات کریں

# What the conference is for.
page-home-why = جو بچے تین ہفتوں سے زیادہ آن لائن پڑھتے ہیں، ان کے لیے ایک اور پیرنٹ ٹیچر میٹنگ ہوتی ہے۔ کب اور کیسے، یہ آپ طے کرتے ہیں۔

# Question above the children, where there are several.
page-home-which = کون سا بچہ؟

# The button beside a child whose conference has no time yet.
# $name: the child's first name.
page-home-pick = { $name } کے لیے وقت چنیں

# The child's line where a time is booked.
# $date: as in weekday-date. $time: as in clock-time. $mode: as in how-to-meet.
page-home-booked = طے ہے: { $date }، { $time }، { $mode }

# The link beside a child whose time is booked.
# $name: the child's first name.
page-home-see = { $name } کا وقت دیکھیں یا بدلیں

# The child's line where the family said no. Not who: it may have been the other household.
page-home-declined = آپ نے کہا تھا کہ آپ کو یہ میٹنگ نہیں چاہیے۔ آپ اب بھی وقت چن سکتے ہیں۔

# The child's line where the family wants to be called.
page-home-call = ٹیچر آپ کو فون کریں گے۔ آپ یہاں وقت بھی چن سکتے ہیں۔

# Where nothing is due for any child.
page-home-nothing = ابھی کچھ کرنے کی ضرورت نہیں۔ جب ہو گی تو ہم آپ کو لکھیں گے۔

# What comes next where nobody has answered twice. Kind, without reproach.
page-home-next = اگر یہ صفحہ آپ کے لیے ٹھیک نہیں تو کوئی بات نہیں: اسکول سے کوئی آپ کو فون کرے گا۔

## The family's pages: day and time

# Heading.
page-time-title = دن اور وقت چنیں

# With whom, and in which time zone.
# $teacher: the teacher's name. $zone: as in time-zone.
page-time-with = میٹنگ { $teacher } کے ساتھ ہے۔ اوقات { $zone } کے مطابق ہیں۔

# In which time zone, where the teacher's name is not known.
# $zone: as in time-zone.
page-time-zone = اوقات { $zone } کے مطابق ہیں۔

# Heading above the times that lie close to another child's conference.
# $name: the other child's first name. $date: as in weekday-date. $time: as in clock-time.
page-time-near = { $name } کی میٹنگ کے قریب ({ $date }، { $time })

# The link to later days.
page-time-later = بعد کے دن

# The link to earlier days.
page-time-earlier = پہلے کے دن

# Where there is no free time.
page-time-none = ابھی یہاں کوئی وقت خالی نہیں ہے۔ فون کرنے کا کہیں، ٹیچر آپ کے ساتھ وقت طے کریں گے۔

# What is wrong: no time was chosen.
page-time-missing = ایک وقت چنیں۔

# What is wrong: somebody else was faster.
page-time-taken = یہ وقت ابھی کسی اور نے لے لیا ہے۔ براہِ کرم دوسرا وقت چنیں۔

## The family's pages: how to meet

# Heading.
page-how-title = آپ کیسے ملنا چاہتے ہیں؟

# One way to meet.
# $school: the school.
page-how-in-person = خود { $school } آ کر

# One way to meet.
page-how-phone = فون پر۔ ٹیچر آپ کو فون کریں گے۔

# One way to meet.
page-how-video = ویڈیو پر۔ آپ کو لنک ملے گا۔

# What is wrong: nothing was chosen.
page-how-missing = چنیں کہ آپ کیسے ملنا چاہتے ہیں۔

## The family's pages: the interpreter

# Heading.
page-interpreter-title = کیا آپ کو ترجمان چاہیے؟

# What that is.
page-interpreter-hint = ترجمان آپ کی زبان بولتے ہیں اور ٹیچر سے بات کرنے میں آپ کی مدد کرتے ہیں۔ یہ مفت ہے۔

# One answer.
# $language: the language, as language-name.
page-interpreter-yes = جی ہاں: { $language }

# One answer.
page-interpreter-no = جی نہیں، شکریہ

# What is wrong: nothing was chosen.
page-interpreter-missing = بتائیں کہ آپ کو ترجمان چاہیے یا نہیں۔

## The family's pages: check and book

# Heading.
page-check-title = دیکھ لیں اور وقت طے کریں

# Names of the lines.
page-check-child = بچہ
# Name of a line.
page-check-when = کب
# Name of a line.
page-check-how = کیسے
# Name of a line.
page-check-interpreter = ترجمان

# The link to change a line.
page-check-change = بدلیں

# Question where the teacher is to call.
page-check-number = ٹیچر کس نمبر پر فون کریں؟

# The number that the school has.
# $digits: its last two digits.
page-check-number-known = وہ نمبر جس کے آخر میں { $digits } ہے

# Another number, with a field to enter it.
page-check-number-other = کوئی اور نمبر:

# What is wrong with the number.
page-check-number-wrong = دس ہندسوں کا فون نمبر لکھیں، جیسے 8605550123۔

# The button that books.
page-check-book = یہ وقت طے کریں

## The family's pages: a booked conference

# Heading right after booking, and whenever the page is opened again.
page-done-title = آپ کی میٹنگ طے ہو گئی ہے

# Heading above what comes next.
page-done-next = اب آگے کیا ہو گا

# That messages come.
page-done-messages = آپ کو دن اور وقت کا پیغام ملے گا۔ ہم آپ کو پہلے یاد بھی دلائیں گے۔

# For a conference in person.
# $school: the school.
page-done-in-person = { $school } آئیں۔ دفتر میں ٹیچر کا پوچھیں۔

# For a conference by phone.
# $digits: the last two digits of the number.
page-done-phone = ٹیچر آپ کو اس نمبر پر فون کریں گے جس کے آخر میں { $digits } ہے۔

# For a conference by phone where no number is known.
page-done-phone-unknown = ٹیچر آپ کو فون کریں گے۔

# For a conference by video where the link is known. The text of a link.
page-done-video = اس وقت ویڈیو کال کھولیں

# For a conference by video where the link is not known yet.
page-done-video-later = ٹیچر میٹنگ سے پہلے آپ کو لنک بھیجیں گے۔

# For a conference with an interpreter.
page-done-interpreter = ترجمان موجود ہوں گے۔ یہ مفت ہے۔

# The link to the file for the family's calendar.
page-done-calendar = میرے کیلنڈر میں ڈالیں

# The link to another time.
page-done-change = وقت بدلیں

# The link to giving up the time.
page-done-cancel = میٹنگ منسوخ کریں

# The link to booking for another child.
# $name: the other child's first name.
page-done-other = اب { $name } کے لیے وقت چنیں

# Where the page that was sent is older than what stands.
page-stale = آپ کے صفحہ کھولنے کے بعد کچھ بدل گیا ہے۔ اب صورت یہ ہے۔

## The family's pages: other answers. Each has a question, what it means, the button, and what is said after.

# The question.
page-cancel-title = کیا یہ میٹنگ منسوخ کرنی ہے؟
# What it means.
page-cancel-hint = ٹیچر کو بتا دیا جائے گا، اور یہ وقت دوسروں کے لیے خالی ہو جائے گا۔ آپ دوسرا وقت چن سکتے ہیں۔
# The button.
page-cancel-yes = جی ہاں، منسوخ کریں
# The link back.
page-cancel-no = جی نہیں، رہنے دیں
# Heading after it.
page-cancelled-title = آپ کی میٹنگ منسوخ ہو گئی ہے
# What comes next.
page-cancelled-hint = آپ ابھی یا بعد میں دوسرا وقت چن سکتے ہیں۔

# The question.
page-decline-title = کیا آپ کو یہ میٹنگ نہیں چاہیے؟
# What it means.
page-decline-hint = کوئی بات نہیں۔ ٹیچر کو بتا دیا جائے گا۔ اگر آپ کا ارادہ بدل جائے تو اپنا لنک دوبارہ کھولیں۔
# The button.
page-decline-yes = ہمیں میٹنگ نہیں چاہیے
# Heading after it.
page-declined-title = شکریہ۔ ٹیچر کو بتا دیا گیا ہے۔
# What comes next.
page-declined-hint = اگر آپ کا ارادہ بدل جائے تو اپنا لنک دوبارہ کھولیں۔

# The question.
page-call-title = کیا ٹیچر آپ کو فون کریں؟
# What it means.
page-call-hint = ٹیچر آپ کو فون کریں گے تاکہ ایسا وقت طے ہو جو آپ کے لیے ٹھیک ہو۔
# The button.
page-call-yes = براہِ کرم مجھے فون کریں
# Heading after it.
page-called-title = ٹیچر آپ کو فون کریں گے
# What comes next.
page-called-hint = آپ اب بھی یہاں وقت چن سکتے ہیں۔

# The question.
page-not-mine-title = کیا آپ اس بچے کے والدین میں سے نہیں ہیں؟
# What it means.
page-not-mine-hint = پھر ہم آپ کو لکھنا بند کر دیں گے، اور یہ لنک کام نہیں کرے گا۔ براہِ کرم صرف اسی صورت میں بتائیں جب یہ درست ہو۔
# The button.
page-not-mine-yes = میں والدین میں سے نہیں ہوں
# Heading after it.
page-not-mine-done = بتانے کا شکریہ
# What comes next.
page-not-mine-done-hint = اب ہم آپ کو نہیں لکھیں گے۔ آپ یہ صفحہ بند کر سکتے ہیں۔

# The question.
page-stop-title = کون سے پیغامات بند کرنے ہیں؟
# What it means.
page-stop-hint = پھر ہم آپ کو یاد نہیں دلا سکیں گے۔ آپ کا لنک کام کرتا رہے گا۔
# One choice.
page-stop-texts = فون پر میسج
# One choice.
page-stop-emails = ای میل
# The button.
page-stop-yes = بند کریں
# What is wrong: nothing was chosen.
page-stop-missing = چنیں کہ کیا بند کرنا ہے۔
# Heading after it.
page-stopped-title = پیغامات بند ہو گئے ہیں

# The question.
page-language-title = کون سی زبان؟
# What it means.
page-language-hint = ہم آپ کو پیغام بھی اسی زبان میں بھیجیں گے۔

## The family's pages: the emergency contact

# The question.
page-contact-title = اگر آپ سے رابطہ نہ ہو سکے تو ہم کس کو فون کریں؟
# What it is for.
page-contact-hint = کسی ایسے بڑے شخص کا نام لکھیں جسے معلوم ہو کہ آپ کہاں ہیں۔ اپنا نام نہ لکھیں، اور نہ بچے کی ماں یا باپ کا۔ اسکول اس شخص کو صرف تب فون کرے گا جب آپ سے رابطہ نہ ہو سکے۔
# A field.
page-contact-name = نام
# A field.
page-contact-relation = بچے سے اس شخص کا کیا رشتہ ہے؟ (جیسے خالہ یا پڑوسی)
# A field.
page-contact-phone = فون نمبر
# A field.
page-contact-language = یہ شخص کون سی زبان بولتا ہے
# The button.
page-contact-save = محفوظ کریں
# The link on without an answer.
page-contact-skip = ابھی نہیں
# What is wrong.
page-contact-name-missing = نام لکھیں۔
# What is wrong.
page-contact-relation-missing = لکھیں کہ بچے سے اس شخص کا کیا رشتہ ہے۔
# What is wrong.
page-contact-guardian = یہ ماں یا باپ کا اپنا نمبر ہے۔ کسی اور کا نام لکھیں۔
# Heading after it.
page-contact-saved = شکریہ۔ ہم نے نام اور نمبر محفوظ کر لیا ہے۔
# The link where there is none yet.
# $name: the child's first name.
page-contact-add = ایسا شخص شامل کریں جسے ہم { $name } کے لیے فون کر سکیں
# That there is one.
# $count: how many.
page-contact-known =
    { $count ->
        [one] آپ سے رابطہ نہ ہو تو اسکول کے پاس فون کرنے کے لیے { $count } شخص ہے۔
       *[other] آپ سے رابطہ نہ ہو تو اسکول کے پاس فون کرنے کے لیے { $count } لوگ ہیں۔
    }

## The family's pages: a link that does not work

# Heading.
page-expired-title = یہ لنک اب کام نہیں کرتا
# What to do.
page-expired-hint = اپنا موبائل نمبر یا ای میل ایڈریس لکھیں۔ اگر وہ اسکول کے پاس ہے تو ہم آپ کو نیا لنک بھیجیں گے۔
# The field.
page-expired-field = موبائل نمبر یا ای میل ایڈریس
# The button.
page-expired-send = مجھے نیا لنک بھیجیں
# What is wrong.
page-expired-wrong = دس ہندسوں کا فون نمبر یا ای میل ایڈریس لکھیں۔
# Heading after it.
page-sent-title = اپنے میسج اور ای میل دیکھیں
# What comes next.
page-sent-hint = اگر وہ نمبر یا ایڈریس اسکول کے پاس ہے تو نیا لنک آ رہا ہے۔ اگر نہ آئے تو اسکول کو فون کریں۔

# Heading where somebody sent too many forms.
page-busy-title = براہِ کرم چند منٹ انتظار کریں
# What to do.
page-busy-hint = بہت زیادہ بار کوشش کی گئی۔ کچھ ضائع نہیں ہوا۔ دس منٹ بعد دوبارہ کوشش کریں، یا اسکول کو فون کریں۔

# Heading where something is broken.
page-broken-title = یہ کام نہیں ہوا
# What to do.
page-broken-hint = اس میں آپ کی غلطی نہیں۔ براہِ کرم چند منٹ بعد دوبارہ کوشش کریں، یا اسکول کو فون کریں۔

## The family's pages: the state's resource document, below the button that books and on the page of a booked conference

# Heading, and the link to it above the button. The document's own title comes below it.
page-document-heading = براہِ کرم میٹنگ سے پہلے یہ پڑھ لیں

# Where the text is not the state's own in this language: a person translated it.
page-document-translated = ریاستی حکومت نے یہ تحریر آپ کی زبان میں نہیں لکھی۔ آپ کے اسکول ڈسٹرکٹ نے اس کا ترجمہ کروایا ہے۔ ریاستی حکومت کی اصل تحریر ترجمے کے نیچے ہے۔

# Where the text is not the state's own in this language: a machine translated it.
page-document-machine = یہ ترجمہ کمپیوٹر نے کیا ہے۔ اس میں غلطیاں ہو سکتی ہیں۔ ریاستی حکومت کی اصل تحریر ترجمے کے نیچے ہے۔

# Where there is no text in this language. The state's own text comes below, in another language.
page-document-other = ریاستی حکومت نے یہ تحریر آپ کی زبان میں نہیں لکھی۔ اسے پڑھنے میں اسکول آپ کی مدد کر سکتا ہے۔
