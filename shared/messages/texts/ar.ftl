### What families and staff read, in Arabic (Modern Standard, simple; families and staff are "أنتم").
### Draft: not yet reviewed by a person who speaks the language.
###
### For whoever writes: the file en.ftl says more at its head. An SMS and a subject begin with a word in Arabic letters, so
### that telephones write all of it from right to left. "Tel" before a telephone number, and no Arabic word between, keeps
### the parts of the number in their order. An Arabic word stands between a link and STOP for the same reason.

## Parts of other messages

# Stands for the sender in every message when neither the school nor the district has a name.
sender-unknown = مدرستكم

# Joins the last of several first names to those before it, in the invitation SMS.
# $first: the names so far. $last: the last name.
# $sound (optional): "i" where the last name begins with that sound, else "other"; for languages that join by sound.
names-last = { $first } و { $last }

# Joins first names before the last, in the invitation SMS.
# $first: the names so far. $next: the next name.
names-next = { $first }، { $next }

# A day, in the staff digest.
# $month: 1 to 12. $day: day of the month. $year: four digits.
day =
    { $day } { $month ->
        [1] يناير
        [2] فبراير
        [3] مارس
        [4] أبريل
        [5] مايو
        [6] يونيو
        [7] يوليو
        [8] أغسطس
        [9] سبتمبر
        [10] أكتوبر
        [11] نوفمبر
       *[12] ديسمبر
    } { $year }

# The name of this language, as its speakers write it.
language-name = العربية

# A day with its weekday, on pages and in e-mails. As CLDR's pattern "EEEE, MMMM d".
# $weekday: 1 (Monday) to 7. $month: 1 to 12. $day: day of the month.
weekday-date =
    { $weekday ->
        [1] الاثنين
        [2] الثلاثاء
        [3] الأربعاء
        [4] الخميس
        [5] الجمعة
        [6] السبت
       *[7] الأحد
    }، { $day } { $month ->
        [1] يناير
        [2] فبراير
        [3] مارس
        [4] أبريل
        [5] مايو
        [6] يونيو
        [7] يوليو
        [8] أغسطس
        [9] سبتمبر
        [10] أكتوبر
        [11] نوفمبر
       *[12] ديسمبر
    }

# A day in few letters, in SMS.
# $weekday: 1 (Monday) to 7. $month: 1 to 12. $day: day of the month.
sms-date =
    { $weekday ->
        [1] الاثنين
        [2] الثلاثاء
        [3] الأربعاء
        [4] الخميس
        [5] الجمعة
        [6] السبت
       *[7] الأحد
    } { $day } { $month ->
        [1] يناير
        [2] فبراير
        [3] مارس
        [4] أبريل
        [5] مايو
        [6] يونيو
        [7] يوليو
        [8] أغسطس
        [9] سبتمبر
        [10] أكتوبر
        [11] نوفمبر
       *[12] ديسمبر
    }

# A time of day, everywhere. As CLDR's pattern "jm", with a plain space.
# $hour: 0 to 23, as a number. $hour24: 00 to 23, two digits. $hour12: 1 to 12. $minute: two digits. $half: am or pm.
clock-time =
    { $half ->
        [am] { $hour12 }:{ $minute } ص
       *[pm] { $hour12 }:{ $minute } م
    }

# In which time zone times are given, on pages.
# $zone: which of the zones of the United States.
time-zone =
    { $zone ->
        [eastern] التوقيت الشرقي
        [central] التوقيت المركزي
        [mountain] التوقيت الجبلي
        [pacific] توقيت المحيط الهادئ
        [alaska] توقيت ألاسكا
        [hawaii] توقيت هاواي
        [atlantic] توقيت الأطلسي
       *[other] التوقيت المحلي
    }

# A way to meet, in messages and on pages, inside a line.
# $mode: which way.
how-to-meet =
    { $mode ->
        [in_person] حضوريا
        [phone] هاتفيا
       *[video] فيديو
    }

## The invitation SMS, to a guardian

# The whole SMS. One segment (160 letters) with usual names; the link takes some 55 of them.
# $children: how many children. $sender: the school, or the district where there are several schools.
# $who: the first names, or sms-who-child, or sms-who-children. $link: where to pick a time.
# The word STOP stays as it is in every language: the carrier understands only that.
sms-invitation =
    { $children ->
        [zero] من { $sender }: لقاء آخر مع معلم { $who } حضورا/عن بعد { $link } إيقاف STOP
        [one] من { $sender }: لقاء آخر مع معلم { $who } حضورا/عن بعد { $link } إيقاف STOP
        [two] من { $sender }: لقاء آخر مع معلمي { $who } حضورا/عن بعد { $link } إيقاف STOP
        [few] من { $sender }: لقاء آخر مع معلمي { $who } حضورا/عن بعد { $link } إيقاف STOP
        [many] من { $sender }: لقاء آخر مع معلمي { $who } حضورا/عن بعد { $link } إيقاف STOP
       *[other] من { $sender }: لقاء آخر مع معلمي { $who } حضورا/عن بعد { $link } إيقاف STOP
    }

# The same where the names are long: without the ways to meet.
# $children: how many children. $sender, $who, $link: as in sms-invitation.
sms-invitation-short =
    { $children ->
        [zero] من { $sender }: لقاء إضافي مع معلم { $who }: { $link } للإيقاف STOP
        [one] من { $sender }: لقاء إضافي مع معلم { $who }: { $link } للإيقاف STOP
        [two] من { $sender }: لقاءان إضافيان مع معلمي { $who }: { $link } للإيقاف STOP
        [few] من { $sender }: لقاءات إضافية مع معلمي { $who }: { $link } للإيقاف STOP
        [many] من { $sender }: لقاءات إضافية مع معلمي { $who }: { $link } للإيقاف STOP
       *[other] من { $sender }: لقاءات إضافية مع معلمي { $who }: { $link } للإيقاف STOP
    }

# Stands for the first name in sms-invitation where it is unknown or does not fit.
sms-who-child = طفلكم

# Stands for the first names in sms-invitation where they do not fit.
sms-who-children = أطفالكم

# Whom to call, in sms-answer.
# $phone: the school's telephone number as the school writes it.
sms-call-number = اتصلوا: Tel { $phone }.

# Whom to call where the school's number is unknown, in sms-answer.
sms-call-school = اتصلوا بالمدرسة.

# Whom to call where the children are at several schools, in sms-answer.
sms-call-schools = اتصلوا بكل مدرسة.

## The invitation e-mail, to a guardian

# Subject of the e-mail. No child's name here.
# $sender: the school, or the district where there are several schools.
email-invitation-subject = من { $sender }: يحق لكم لقاء إضافي مع المعلم

# First line of the e-mail.
email-hello = مرحبًا،

# What the conference is for, in the invitation e-mail.
# $children: how many children.
email-invitation-why =
    { $children ->
        [zero] بعض الأطفال يتعلمون عن بُعد عبر الإنترنت أكثر من ثلاثة أسابيع متتالية. عندئذ يحق لعائلاتهم لقاء إضافي مع المعلم. والآن يحق لكم هذا اللقاء. يمكنكم التحدث مع المعلم. اسألوه عن أحوال طفلكم في الدراسة، وعن الأشياء التي قد تساعد.
        [one] بعض الأطفال يتعلمون عن بُعد عبر الإنترنت أكثر من ثلاثة أسابيع متتالية. عندئذ يحق لعائلاتهم لقاء إضافي مع المعلم. والآن يحق لكم هذا اللقاء. يمكنكم التحدث مع المعلم. اسألوه عن أحوال طفلكم في الدراسة، وعن الأشياء التي قد تساعد.
        [two] بعض الأطفال يتعلمون عن بُعد عبر الإنترنت أكثر من ثلاثة أسابيع متتالية. عندئذ يحق لعائلاتهم لقاء إضافي مع المعلم. والآن يحق لكم لقاء لكل واحد من طفليكم. يمكنكم التحدث مع المعلمين. اسألوهم عن أحوال طفليكم في الدراسة، وعن الأشياء التي قد تساعد.
        [few] بعض الأطفال يتعلمون عن بُعد عبر الإنترنت أكثر من ثلاثة أسابيع متتالية. عندئذ يحق لعائلاتهم لقاء إضافي مع المعلم. والآن يحق لكم لقاء لكل واحد من أطفالكم. يمكنكم التحدث مع المعلمين. اسألوهم عن أحوال أطفالكم في الدراسة، وعن الأشياء التي قد تساعد.
        [many] بعض الأطفال يتعلمون عن بُعد عبر الإنترنت أكثر من ثلاثة أسابيع متتالية. عندئذ يحق لعائلاتهم لقاء إضافي مع المعلم. والآن يحق لكم لقاء لكل واحد من أطفالكم. يمكنكم التحدث مع المعلمين. اسألوهم عن أحوال أطفالكم في الدراسة، وعن الأشياء التي قد تساعد.
       *[other] بعض الأطفال يتعلمون عن بُعد عبر الإنترنت أكثر من ثلاثة أسابيع متتالية. عندئذ يحق لعائلاتهم لقاء إضافي مع المعلم. والآن يحق لكم لقاء لكل واحد من أطفالكم. يمكنكم التحدث مع المعلمين. اسألوهم عن أحوال أطفالكم في الدراسة، وعن الأشياء التي قد تساعد.
    }

# Heading above the list of children, in the invitation e-mail.
email-invitation-who = لمن هذا اللقاء

# One child in the list, in the invitation e-mail.
# $name: the first name, or email-child-unknown. $school: the school. $phone: its telephone number.
email-child = { $name }: { $school }، Tel { $phone }

# One child in the list whose school has no known number, in the invitation e-mail.
# $name: the first name, or email-child-unknown. $school: the school.
email-child-no-phone = { $name }: { $school }

# Stands for a first name that is unknown, in the list of the invitation e-mail.
email-child-unknown = طفلكم

# Heading above how to meet, in the invitation e-mail.
email-invitation-how-heading = طريقة اللقاء

# The ways to meet, in the invitation e-mail.
email-invitation-how = يمكن أن يكون اللقاء بالهاتف أو بالفيديو أو حضوريًا. الاختيار لكم.

# The interpreter, in the invitation e-mail.
email-invitation-interpreter = يمكنكم الحصول على مترجم. الترجمة مجانية. فقط أخبروا المدرسة بلغتكم.

# Heading above how to answer, in the invitation e-mail.
email-invitation-answer-heading = كيف تردون

# The link to the page where families pick a time, in the invitation e-mail. The text of a button.
email-invitation-link = اختيار اليوم والساعة

# How to answer without the link where there is one school with a number, in the invitation e-mail.
# $phone: the school's telephone number.
email-invitation-call-number = أو اتصلوا بالمدرسة: Tel { $phone }.

# How to answer without the link where the school's number is unknown, in the invitation e-mail.
email-invitation-call-school = أو اتصلوا بالمدرسة.

# How to answer without the link where the children are at several schools, in the invitation e-mail.
email-invitation-call-schools = أو اتصلوا بكل مدرسة.

# Last lines of every e-mail to a family: who sends it and how to stop.
# $sender: the school, or the district where there are several schools.
email-sender = هذه الرسالة من { $sender }. لإيقاف هذه الرسائل، افتحوا الرابط واختاروا «إيقاف الرسائل النصية أو البريد الإلكتروني».

# Heading above the question whom to call, where it goes with an invitation e-mail.
email-invitation-contact-heading = سؤال آخر

# The question whom to call, where it goes with an invitation e-mail.
email-invitation-contact = أحيانًا لا تتمكن المدرسة من الوصول إلى العائلة. بمن نتصل عندئذ؟ يمكنكم إخبارنا في الصفحة نفسها.

## The yearly question whom the school may call when it cannot reach the family, to a guardian

# The whole SMS. One segment (160 letters) with a sender of 16 letters and a link of 55. It does not say what the question is:
# somebody else may read it.
# $sender: the school, or the district where there are several schools. $link: the family's page.
sms-contact-request = من { $sender }: لدينا سؤال لكم هذا العام. نرجو الرد هنا: { $link } إيقاف STOP

# Subject of the e-mail. No child's name here.
# $sender: the school, or the district where there are several schools.
email-contact-request-subject = من { $sender }: بمن نتصل إذا لم نتمكن من الوصول إليكم؟

# What is asked.
# $children: how many children.
email-contact-request-why =
    { $children ->
        [zero] أحيانًا لا تتمكن المدرسة من الوصول إلى العائلة. عندئذ تتصل بشخص آخر لتعرف هل كل شيء على ما يرام. بمن يمكننا الاتصال من أجل طفلكم؟
        [one] أحيانًا لا تتمكن المدرسة من الوصول إلى العائلة. عندئذ تتصل بشخص آخر لتعرف هل كل شيء على ما يرام. بمن يمكننا الاتصال من أجل طفلكم؟
        [two] أحيانًا لا تتمكن المدرسة من الوصول إلى العائلة. عندئذ تتصل بشخص آخر لتعرف هل كل شيء على ما يرام. بمن يمكننا الاتصال من أجل طفليكم؟
        [few] أحيانًا لا تتمكن المدرسة من الوصول إلى العائلة. عندئذ تتصل بشخص آخر لتعرف هل كل شيء على ما يرام. بمن يمكننا الاتصال من أجل أطفالكم؟
        [many] أحيانًا لا تتمكن المدرسة من الوصول إلى العائلة. عندئذ تتصل بشخص آخر لتعرف هل كل شيء على ما يرام. بمن يمكننا الاتصال من أجل أطفالكم؟
       *[other] أحيانًا لا تتمكن المدرسة من الوصول إلى العائلة. عندئذ تتصل بشخص آخر لتعرف هل كل شيء على ما يرام. بمن يمكننا الاتصال من أجل أطفالكم؟
    }

# Who that can be, and when they are called.
email-contact-request-who = يمكن أن يكون من الأقارب أو الجيران أو الأصدقاء. يجب ألا يكون من أولياء أمر الطفل. لا نتصل بهذا الشخص إلا إذا لم نتمكن من الوصول إليكم.

# The link to the page. The text of a button.
email-contact-request-link = إخبارنا بمن نتصل

## The SMS about a booked conference, to a guardian. No first name: the link shows for whom it is. One segment each, with
## a sender of 16 letters and a link of 51.

# A time was booked.
# $sender: the school. $date: as in sms-date. $time: as in clock-time. $mode: as in how-to-meet. $link: the family's page.
sms-confirmation = تأكيد { $sender }: لقاء المعلم { $date } { $time } { $mode }. تغيير/إلغاء { $link }

# The day before, and on the morning of the day.
# $sender, $date, $time, $mode, $link: as in sms-confirmation.
sms-reminder = تذكير { $sender }: لقاء المعلم { $date } { $time } { $mode }. تغيير/إلغاء { $link }

# Another time was booked instead.
# $sender, $date, $time, $mode, $link: as in sms-confirmation.
sms-change = من { $sender }: موعدكم الجديد { $date } { $time } { $mode }. تغيير/إلغاء { $link }

# The booked time was given up.
# $sender, $date, $time, $link: as in sms-confirmation.
sms-cancellation = من { $sender }: أُلغي لقاء المعلم { $date }، { $time }. لموعد آخر: { $link }

# A new link, asked for on the page of a link that no longer works.
# $sender: the district. $link: the family's page.
sms-new-link = من { $sender }: هذا رابطكم الجديد للقاء المعلمين: { $link }

## The e-mails about a booked conference, to a guardian

# Subject where a time was booked.
# $sender: the school.
email-confirmation-subject = من { $sender }: تم حجز لقائكم

# Subject of the reminder.
# $sender: the school.
email-reminder-subject = من { $sender }: تذكير بلقائكم

# Subject where another time was booked instead.
# $sender: the school.
email-change-subject = من { $sender }: تغيّر موعد لقائكم

# Subject where the booked time was given up.
# $sender: the school.
email-cancellation-subject = من { $sender }: أُلغي لقاؤكم

# Subject of the e-mail with a new link.
# $sender: the district.
email-new-link-subject = من { $sender }: رابطكم الجديد

# First words where a time was booked.
email-confirmation-intro = تم حجز لقائكم مع المعلم.

# First words of the reminder.
email-reminder-intro = موعد لقائكم مع المعلم قريب.

# First words where another time was booked instead.
email-change-intro = للقائكم مع المعلم موعد جديد.

# First words where the booked time was given up. email-when says which.
email-cancellation-intro = أُلغي هذا اللقاء مع المعلم.

# First words of the e-mail with a new link.
email-new-link-intro = طلبتم رابطًا جديدًا. به يمكنكم اختيار موعد أو تغييره أو إلغاؤه. إذا لم تطلبوا الرابط، فلا داعي لفعل أي شيء.

# For which child, in the list of the e-mail.
# $name: the first name, or email-child-unknown. $school: the school.
email-for = بشأن { $name }، { $school }

# When, in the list of the e-mail.
# $date: as in weekday-date. $time: as in clock-time. $zone: as in time-zone.
email-when = { $date }، { $time } ({ $zone })

# How, in the list of the e-mail.
# $mode: as in how-to-meet.
email-how = طريقة اللقاء: { $mode }

# That an interpreter comes, in the list of the e-mail.
# $language: the language, as language-name.
email-interpreter = مع مترجم مجانًا: { $language }

# The link of the e-mail about a booked conference. The text of a button.
email-link-change = تغيير أو إلغاء

# The link of the e-mail about a cancelled conference. The text of a button.
email-link-again = اختيار موعد آخر

# The link of the e-mail with a new link. The text of a button.
email-link-open = فتح صفحتي

# That the state's resource document comes with the e-mail about a booked conference.
email-document = أرفقنا بهذه الرسالة نصًا عن المساعدة المتاحة للعائلات. من فضلكم اقرؤوه قبل اللقاء.

# The name of the entry in the family's calendar. No child's name: others may see the calendar.
# $school: the school.
calendar-title = لقاء مع المعلم، { $school }

## The answer to a family's text message, to whoever wrote it

# The whole SMS. One segment (160 letters) for a usual school. Sent at once, even at night; it says what there is for danger
# (911), for a crisis (988 takes calls and texts) and for food, housing and other help (211), and nothing about the family.
# $sender: the school, or the district where there is not one school.
# $call: one of sms-call-number, sms-call-numbers, sms-call-school, sms-call-schools.
sms-answer = لا أحد في { $sender } يقرأ هنا. { $call } خطر: 911. أزمة: اتصلوا/راسلوا 988. طعام/سكن/غيره: 211.

# How to reach several schools, in sms-answer.
# $schools: each school's name and telephone number, joined by names-next.
sms-call-numbers = اتصلوا: { $schools }.

## The SMS to principals and their designees

# The whole SMS: the number of welfare checks that wait, and nothing else.
# $checks: how many.
sms-alert =
    { $checks ->
        [zero] لا مكالمات اطمئنان تنتظركم في Confer.
        [one] مكالمة اطمئنان واحدة تنتظركم في Confer.
        [two] مكالمتا اطمئنان تنتظرانكم في Confer.
        [few] { $checks } مكالمات اطمئنان تنتظركم في Confer.
        [many] { $checks } مكالمة اطمئنان تنتظركم في Confer.
       *[other] { $checks } مكالمة اطمئنان تنتظركم في Confer.
    }

## The digest e-mail of a day, to one member of staff

# Subject of the digest.
# $count: how many notices it holds.
digest-subject =
    { $count ->
        [zero] لا مهام لكم في Confer
        [one] مهمة واحدة لكم في Confer
        [two] مهمتان لكم في Confer
        [few] { $count } مهام لكم في Confer
        [many] { $count } مهمة لكم في Confer
       *[other] { $count } مهمة لكم في Confer
    }

# First line of the digest. It holds the system's own numbers only, never a name.
digest-intro = هذا هو الجديد لكم في Confer. لا يُذكر هنا اسم أي طفل: افتحوا Confer لمعرفة الأسماء.

# One notice in the digest.
# $day: the day it happened, as in day. $student: the student's id. $conference: the conference's id.
digest-line = { $day }: الطالب { $student }، اللقاء { $conference }

# One notice that is about a student and no conference, in the digest and in the urgent e-mail.
# $day: the day it happened, as in day. $student: the student's id.
digest-line-student = { $day }: الطالب { $student }

# Last line of the digest and of the urgent e-mail: who sends it.
# $district: the district.
digest-sender = هذه الرسالة من { $district }. تصلكم لأنكم تعملون مع هؤلاء الطلاب.

# Heading of the digest's notices that a welfare check is waiting.
digest-welfare-check = مكالمة اطمئنان
# What to do about them.
digest-welfare-check-do = لم يتمكن أحد من الوصول إلى العائلة: يرجى فتح المهمة، والاتصال بجهة اتصال الطوارئ، وتسجيل ما إذا كان الطالب وعائلته بخير وأمان وصحة جيدة.

# Heading of the digest's notices that only a person can reach the family.
digest-reach-family = يرجى الاتصال بالعائلة
# What to do about them.
digest-reach-family-do = الرسائل الآلية لا تصل إلى هذه العائلات أو لا تفي بحاجتها: يرجى الاتصال بها والاتفاق على موعد.

# Heading of the digest's notices that two attempts to reach the family failed.
digest-two-attempts-failed = محاولتان بلا رد
# What to do about them.
digest-two-attempts-failed-do = لم ترد العائلة مرتين: يرجى أن تتصلوا بها بأنفسكم، وأن تسجلوا المكالمة أو أنكم تحدثتم معها.

# Heading of the digest's notices that the family was reached for another child.
digest-sibling-reached = تم الوصول إلى العائلة بشأن طفل آخر
# What to do about them.
digest-sibling-reached-do = ردت العائلة بشأن أخ أو أخت: يرجى سؤالها عن هذا اللقاء أيضًا.

# Heading of the digest's notices that an agreed time was cancelled.
digest-cancelled = أُلغي
# What to do about them.
digest-cancelled-do = أُلغي الموعد: يرجى حذفه من تقويمكم. وستُسأل العائلة مرة أخرى.

# Heading of the digest's notices that a booked time is free again.
digest-slot-released = الموعد متاح من جديد
# What to do about them.
digest-slot-released-do = انتقل الطالب إلى معلم آخر أو مدرسة أخرى: يرجى حذف هذا اللقاء من تقويمكم.

# Heading of the digest's notices that a time was agreed.
digest-scheduled = حُدد موعد
# What to do about them.
digest-scheduled-do = تم الاتفاق على موعد: يرجى الاطلاع عليه في Confer وعدم شغله بشيء آخر.

# Heading of the digest's notices that the family does not want the conference.
digest-declined = العائلة لا تريد اللقاء
# What to do about them.
digest-declined-do = لا تريد العائلة هذا اللقاء: يرجى عدم سؤالها مرة أخرى، ولكن احجزوا لها موعدًا إذا غيرت رأيها.

# Heading of the digest's notices that a welfare check was withdrawn.
digest-check-withdrawn = سُحب طلب مكالمة الاطمئنان
# What to do about them.
digest-check-withdrawn-do = لم تعد هذه المكالمة لازمة: يرجى عدم الاتصال بجهة اتصال الطوارئ.

# Heading of the digest's notices that a family wrote a text message.
digest-family-wrote = عائلة كتبت ردًا
# What to do about them.
digest-family-wrote-do = أرسلت العائلة رسالة نصية بكلماتها: يرجى فتح Confer لقراءتها، ثم الاتصال بالعائلة.

# Heading of the digest's notices that a family's text message reads as danger.
digest-urgent-reply = رسالة نصية تشير إلى خطر
# What to do about them.
digest-urgent-reply-do = يرجى فتح Confer الآن وقراءة الرسالة وتأكيد الاطلاع عليها. إذا كان أحد في خطر، فاتصلوا بالرقم 911.

## The urgent messages to principals and their designees: a family's text message reads as danger. Never a word of it.

# The whole SMS: no student, no school.
sms-urgent = رسالة من عائلة تشير إلى خطر. افتحوا Confer الآن. عند الخطر: 911.

# Subject of the urgent e-mail.
urgent-subject = عاجل في Confer: رسالة نصية من عائلة تشير إلى خطر

# What to do, in the urgent e-mail.
urgent-do = أرسلت عائلة رسالة نصية تشير إلى خطر. يرجى فتح Confer الآن وقراءتها. إذا كان أحد في خطر، فاتصلوا بالرقم 911.

# Heading above the list of students (digest-line-student), in the urgent e-mail.
urgent-students = الطلاب

# Heading above urgent-paused, in the urgent e-mail.
urgent-next = ماذا يحدث الآن

# What Confer does by itself, in the urgent e-mail.
urgent-paused = أُوقفت مؤقتًا الرسائل الآلية إلى عائلة كل طالب مذكور هنا. تُستأنف عندما يؤكد أحد في Confer أنه اطلع على الرسالة النصية. عُثر عليها بقائمة كلمات، وقد تخطئ القائمة: ما كتبته العائلة موجود في Confer فقط.

## The family's pages: parts of every page

# Name of the pages, in the title of the window. No child's name.
page-name = لقاء مع المعلم

# The link to the step before.
page-back = رجوع

# The button to the next step.
page-continue = متابعة

# The link to the first page.
page-start = الصفحة الأولى

# Heading above what is wrong with an entry.
page-problem = توجد مشكلة

# Heading above the other ways, at the foot of the page.
page-more = هل تريدون شيئًا آخر؟

# The link: no time suits.
page-more-none = لا يناسبنا أي موعد من هذه المواعيد

# The link: the family would rather be called.
page-more-call = اتصلوا بي من فضلكم

# The link: the family does not want the conference.
page-more-decline = لا نريد هذا اللقاء

# The link: the reader is not the child's parent.
page-more-not-mine = لستُ من أولياء أمر هذا الطفل

# The link: no more text messages or e-mails.
page-more-stop = إيقاف الرسائل النصية أو البريد الإلكتروني

# The link to the choice of language. It stands beside "Language / Idioma", which stays as it is.
page-more-language = لغة أخرى

# Heading above where to turn for help.
page-help = مساعدة

# Where to turn in danger, crisis or need. The numbers stay as they are.
page-help-danger = هل أنتم في خطر؟ اتصلوا بالرقم 911. هل تمرون بأزمة؟ اتصلوا بالرقم 988 أو أرسلوا إليه رسالة نصية. هل تحتاجون إلى طعام أو سكن أو مساعدة أخرى؟ اتصلوا بالرقم 211.

# That nobody is there to answer.
page-help-nobody = لا أحد يتابع هذه الصفحة أو يقرأ ما يُكتب فيها الآن.

## The family's pages: the first page

# Heading.
page-home-title = تحدثوا مع معلم طفلكم

# What the conference is for.
page-home-why = الأطفال الذين يتعلمون عبر الإنترنت أكثر من ثلاثة أسابيع لهم لقاء إضافي مع المعلم. أنتم تختارون الموعد والطريقة.

# Question above the children, where there are several.
page-home-which = أي طفل؟

# The button beside a child whose conference has no time yet.
# $name: the child's first name.
page-home-pick = اختيار موعد من أجل { $name }

# The child's line where a time is booked.
# $date: as in weekday-date. $time: as in clock-time. $mode: as in how-to-meet.
page-home-booked = محجوز: { $date }، { $time }، { $mode }

# The link beside a child whose time is booked.
# $name: the child's first name.
page-home-see = عرض موعد { $name } أو تغييره

# The child's line where the family said no. Not who: it may have been the other household.
page-home-declined = قلتم إنكم لا تريدون هذا اللقاء. ما زال بإمكانكم اختيار موعد.

# The child's line where the family wants to be called.
page-home-call = سيتصل بكم المعلم. يمكنكم أيضًا اختيار موعد هنا.

# Where nothing is due for any child.
page-home-nothing = ليس مطلوبًا منكم شيء الآن. سنكتب إليكم عند الحاجة.

# What comes next where nobody has answered twice. Kind, without reproach.
page-home-next = إن لم تناسبكم هذه الصفحة فلا بأس: سيتصل بكم أحد من المدرسة.

## The family's pages: day and time

# Heading.
page-time-title = اختاروا اليوم والساعة

# With whom, and in which time zone.
# $teacher: the teacher's name. $zone: as in time-zone.
page-time-with = مع { $teacher }. المواعيد حسب { $zone }.

# In which time zone, where the teacher's name is not known.
# $zone: as in time-zone.
page-time-zone = المواعيد حسب { $zone }.

# Heading above the times that lie close to another child's conference.
# $name: the other child's first name. $date: as in weekday-date. $time: as in clock-time.
page-time-near = مواعيد قريبة من لقاء { $name } ({ $date }، { $time })

# The link to later days.
page-time-later = أيام لاحقة

# The link to earlier days.
page-time-earlier = أيام سابقة

# Where there is no free time.
page-time-none = لا توجد مواعيد متاحة هنا الآن. اطلبوا مكالمة، وسيجد المعلم معكم موعدًا.

# What is wrong: no time was chosen.
page-time-missing = اختاروا موعدًا.

# What is wrong: somebody else was faster.
page-time-taken = حجز شخص آخر هذا الموعد قبل لحظات. من فضلكم اختاروا موعدًا آخر.

## The family's pages: how to meet

# Heading.
page-how-title = كيف تريدون أن يكون اللقاء؟

# One way to meet.
# $school: the school.
page-how-in-person = حضوريًا، في { $school }

# One way to meet.
page-how-phone = بالهاتف. يتصل بكم المعلم.

# One way to meet.
page-how-video = بالفيديو. يصلكم رابط.

# What is wrong: nothing was chosen.
page-how-missing = اختاروا طريقة اللقاء.

## The family's pages: the interpreter

# Heading.
page-interpreter-title = هل تريدون مترجمًا؟

# What that is.
page-interpreter-hint = المترجم يتكلم لغتكم ويساعدكم على التحدث مع المعلم. الترجمة مجانية.

# One answer.
# $language: the language, as language-name.
page-interpreter-yes = نعم، من فضلكم: { $language }

# One answer.
page-interpreter-no = لا، شكرًا

# What is wrong: nothing was chosen.
page-interpreter-missing = أخبرونا هل تريدون مترجمًا.

## The family's pages: check and book

# Heading.
page-check-title = المراجعة والحجز

# Names of the lines.
page-check-child = الطفل
# Name of a line.
page-check-when = الموعد
# Name of a line.
page-check-how = الطريقة
# Name of a line.
page-check-interpreter = المترجم

# The link to change a line.
page-check-change = تغيير

# Question where the teacher is to call.
page-check-number = على أي رقم يتصل بكم المعلم؟

# The number that the school has.
# $digits: its last two digits.
page-check-number-known = الرقم الذي ينتهي بـ { $digits }

# Another number, with a field to enter it.
page-check-number-other = رقم آخر:

# What is wrong with the number.
page-check-number-wrong = اكتبوا رقم هاتف من عشرة أرقام، مثل 8605550123.

# The button that books.
page-check-book = احجزوا هذا الموعد

## The family's pages: a booked conference

# Heading right after booking, and whenever the page is opened again.
page-done-title = تم حجز لقائكم

# Heading above what comes next.
page-done-next = ماذا بعد ذلك

# That messages come.
page-done-messages = ستصلكم رسالة فيها اليوم والساعة. وسنذكّركم قبل الموعد.

# For a conference in person.
# $school: the school.
page-done-in-person = تعالوا إلى { $school }. اسألوا عن المعلم في مكتب المدرسة.

# For a conference by phone.
# $digits: the last two digits of the number.
page-done-phone = سيتصل بكم المعلم على الرقم الذي ينتهي بـ { $digits }.

# For a conference by phone where no number is known.
page-done-phone-unknown = سيتصل بكم المعلم.

# For a conference by video where the link is known. The text of a link.
page-done-video = افتحوا مكالمة الفيديو في ذلك الوقت

# For a conference by video where the link is not known yet.
page-done-video-later = سيرسل لكم المعلم الرابط قبل اللقاء.

# For a conference with an interpreter.
page-done-interpreter = سيكون معكم مترجم. الترجمة مجانية.

# The link to the file for the family's calendar.
page-done-calendar = إضافة إلى تقويمي

# The link to another time.
page-done-change = تغيير الموعد

# The link to giving up the time.
page-done-cancel = إلغاء اللقاء

# The link to booking for another child.
# $name: the other child's first name.
page-done-other = اختاروا الآن موعدًا من أجل { $name }

# Where the page that was sent is older than what stands.
page-stale = تغيّر شيء منذ أن فتحتم الصفحة. هذا هو الوضع الآن.

## The family's pages: other answers. Each has a question, what it means, the button, and what is said after.

# The question.
page-cancel-title = هل تريدون إلغاء هذا اللقاء؟
# What it means.
page-cancel-hint = سنخبر المعلم، ويصبح الموعد متاحًا لغيركم. يمكنكم اختيار موعد آخر.
# The button.
page-cancel-yes = نعم، إلغاء اللقاء
# The link back.
page-cancel-no = لا، إبقاء اللقاء
# Heading after it.
page-cancelled-title = أُلغي لقاؤكم
# What comes next.
page-cancelled-hint = يمكنكم اختيار موعد آخر الآن أو لاحقًا.

# The question.
page-decline-title = ألا تريدون هذا اللقاء؟
# What it means.
page-decline-hint = لا بأس. سنخبر المعلم. إذا غيرتم رأيكم، فافتحوا رابطكم من جديد.
# The button.
page-decline-yes = لا نريد اللقاء
# Heading after it.
page-declined-title = شكرًا لكم. أخبرنا المعلم.
# What comes next.
page-declined-hint = إذا غيرتم رأيكم، فافتحوا رابطكم من جديد.

# The question.
page-call-title = هل تريدون أن يتصل بكم المعلم؟
# What it means.
page-call-hint = يتصل بكم المعلم ليجد معكم موعدًا يناسبكم.
# The button.
page-call-yes = اتصلوا بي من فضلكم
# Heading after it.
page-called-title = سيتصل بكم المعلم
# What comes next.
page-called-hint = ما زال بإمكانكم اختيار موعد هنا.

# The question.
page-not-mine-title = ألستم من أولياء أمر هذا الطفل؟
# What it means.
page-not-mine-hint = إذن نتوقف عن الكتابة إليكم، ولا يعمل هذا الرابط بعد ذلك. من فضلكم لا تخبرونا بهذا إلا إذا كان صحيحًا.
# The button.
page-not-mine-yes = لستُ من أولياء أمر الطفل
# Heading after it.
page-not-mine-done = شكرًا لأنكم أخبرتمونا
# What comes next.
page-not-mine-done-hint = لن نكتب إليكم بعد الآن. يمكنكم إغلاق هذه الصفحة.

# The question.
page-stop-title = أي رسائل تريدون إيقافها؟
# What it means.
page-stop-hint = بعد ذلك لا يمكننا تذكيركم. سيبقى رابطكم يعمل.
# One choice.
page-stop-texts = الرسائل النصية
# One choice.
page-stop-emails = رسائل البريد الإلكتروني
# The button.
page-stop-yes = إيقافها
# What is wrong: nothing was chosen.
page-stop-missing = اختاروا ما تريدون إيقافه.
# Heading after it.
page-stopped-title = تم إيقافها

# The question.
page-language-title = أي لغة؟
# What it means.
page-language-hint = سنكتب إليكم أيضًا بهذه اللغة.

## The family's pages: the emergency contact

# The question.
page-contact-title = بمن نتصل إذا لم نتمكن من الوصول إليكم؟
# What it is for.
page-contact-hint = اكتبوا اسم شخص بالغ يعرف أين أنتم. لا تكتبوا اسمكم، ولا اسم والد الطفل أو والدته. لا تتصل المدرسة بهذا الشخص إلا إذا لم تتمكن من الوصول إليكم.
# A field.
page-contact-name = الاسم
# A field.
page-contact-relation = ما صلة هذا الشخص بالطفل؟ (مثل: خالة أو جار)
# A field.
page-contact-phone = رقم الهاتف
# A field.
page-contact-language = اللغة التي يتكلمها هذا الشخص
# The button.
page-contact-save = حفظ
# The link on without an answer.
page-contact-skip = ليس الآن
# What is wrong.
page-contact-name-missing = اكتبوا اسمًا.
# What is wrong.
page-contact-relation-missing = اكتبوا صلة هذا الشخص بالطفل.
# What is wrong.
page-contact-guardian = هذا رقم أحد والدي الطفل. اكتبوا اسم شخص آخر ورقمه.
# Heading after it.
page-contact-saved = شكرًا لكم. حفظنا الاسم والرقم.
# The link where there is none yet.
# $name: the child's first name.
page-contact-add = أضيفوا شخصًا نتصل به من أجل { $name }
# That there is one.
# $count: how many.
page-contact-known =
    { $count ->
        [zero] ليس لدى المدرسة شخص تتصل به إذا لم تصل إليكم.
        [one] لدى المدرسة شخص واحد تتصل به إذا لم تصل إليكم.
        [two] لدى المدرسة شخصان تتصل بهما إذا لم تصل إليكم.
        [few] لدى المدرسة { $count } أشخاص تتصل بهم إذا لم تصل إليكم.
        [many] لدى المدرسة { $count } شخصًا تتصل بهم إذا لم تصل إليكم.
       *[other] لدى المدرسة { $count } شخص تتصل بهم إذا لم تصل إليكم.
    }

## The family's pages: a link that does not work

# Heading.
page-expired-title = لم يعد هذا الرابط يعمل
# What to do.
page-expired-hint = اكتبوا رقم هاتفكم المحمول أو عنوان بريدكم الإلكتروني. إذا كان مسجلًا لدى المدرسة، فسنرسل لكم رابطًا جديدًا.
# The field.
page-expired-field = رقم الهاتف المحمول أو البريد الإلكتروني
# The button.
page-expired-send = أرسلوا لي رابطًا جديدًا
# What is wrong.
page-expired-wrong = اكتبوا رقم هاتف من عشرة أرقام، أو عنوان بريد إلكتروني.
# Heading after it.
page-sent-title = انظروا في رسائلكم
# What comes next.
page-sent-hint = إذا كان الرقم أو العنوان مسجلًا لدى المدرسة، فسيصلكم رابط جديد قريبًا. إن لم يصل، فاتصلوا بالمدرسة.

# Heading where somebody sent too many forms.
page-busy-title = من فضلكم انتظروا بضع دقائق
# What to do.
page-busy-hint = كانت المحاولات كثيرة. لم يضع شيء. حاولوا مرة أخرى بعد عشر دقائق، أو اتصلوا بالمدرسة.

# Heading where something is broken.
page-broken-title = لم ينجح ذلك
# What to do.
page-broken-hint = الخطأ ليس منكم. حاولوا مرة أخرى بعد بضع دقائق، أو اتصلوا بالمدرسة.

## The family's pages: the state's resource document, below the button that books and on the page of a booked conference

# Heading, and the link to it above the button. The document's own title comes below it.
page-document-heading = من فضلكم اقرؤوا هذا قبل اللقاء

# Where the text is not the state's own in this language: a person translated it.
page-document-translated = لم تكتب الولاية هذا النص بلغتكم. طلبت منطقتكم التعليمية ترجمته. تجدون نص الولاية الأصلي بعد الترجمة.

# Where the text is not the state's own in this language: a machine translated it.
page-document-machine = ترجم الكمبيوتر هذا النص. قد تكون فيه أخطاء. تجدون نص الولاية الأصلي بعد الترجمة.

# Where there is no text in this language. The state's own text comes below, in another language.
page-document-other = لم تكتب الولاية هذا النص بلغتكم. يمكن للمدرسة أن تساعدكم على قراءته.
