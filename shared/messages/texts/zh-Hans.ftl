### What families and staff read, in Simplified Chinese (of "您"; days and times as CLDR has them, 24 hours).
### Draft: not yet reviewed by a person who speaks the language.
###
### For whoever translates: the file en.ftl says more at its head. An SMS in Chinese letters holds 70 of them in one
### segment, not 160: keep these even shorter. A space stands between a link and what follows it.

## Parts of other messages

# Stands for the sender in every message when neither the school nor the district has a name.
sender-unknown = 您孩子的学校

# Joins the last of several first names to those before it, in the invitation SMS.
# $first: the names so far. $last: the last name.
# $sound (optional): "i" where the last name begins with that sound, else "other"; for languages that join by sound.
names-last = { $first }和{ $last }

# Joins first names before the last, in the invitation SMS.
# $first: the names so far. $next: the next name.
names-next = { $first }、{ $next }

# A day, in the staff digest.
# $month: 1 to 12. $day: day of the month. $year: four digits.
day = { $year }年{ $month }月{ $day }日

# The name of this language, as its speakers write it.
language-name = 简体中文

# A day with its weekday, on pages and in e-mails. As CLDR's pattern "EEEE, MMMM d".
# $weekday: 1 (Monday) to 7. $month: 1 to 12. $day: day of the month.
weekday-date =
    { $month }月{ $day }日{ $weekday ->
        [1] 星期一
        [2] 星期二
        [3] 星期三
        [4] 星期四
        [5] 星期五
        [6] 星期六
       *[7] 星期日
    }

# A day in few letters, in SMS.
# $weekday: 1 (Monday) to 7. $month: 1 to 12. $day: day of the month.
sms-date =
    { $month }月{ $day }日{ $weekday ->
        [1] 周一
        [2] 周二
        [3] 周三
        [4] 周四
        [5] 周五
        [6] 周六
       *[7] 周日
    }

# A time of day, everywhere. As CLDR's pattern "jm", with a plain space.
# $hour: 0 to 23, as a number. $hour24: 00 to 23, two digits. $hour12: 1 to 12. $minute: two digits. $half: am or pm.
clock-time = { $hour24 }:{ $minute }

# In which time zone times are given, on pages.
# $zone: which of the zones of the United States.
time-zone =
    { $zone ->
        [eastern] 美国东部时间
        [central] 美国中部时间
        [mountain] 美国山地时间
        [pacific] 美国太平洋时间
        [alaska] 阿拉斯加时间
        [hawaii] 夏威夷时间
        [atlantic] 大西洋时间
       *[other] 当地时间
    }

# A way to meet, in messages and on pages, inside a line.
# $mode: which way.
how-to-meet =
    { $mode ->
        [in_person] 当面
        [phone] 电话
       *[video] 视频
    }

## The invitation SMS, to a guardian

# The whole SMS. One segment (160 letters) with usual names; the link takes some 55 of them.
# $children: how many children. $sender: the school, or the district where there are several schools.
# $who: the first names, or sms-who-child, or sms-who-children. $link: where to pick a time.
# The word STOP stays as it is in every language: the carrier understands only that.
sms-invitation =
    { $children ->
       *[other] { $sender }：请为{ $who }预约额外的家长老师会谈，可电话、视频或当面：{ $link } 回复STOP退订
    }

# The same where the names are long: without the ways to meet.
# $children: how many children. $sender, $who, $link: as in sms-invitation.
sms-invitation-short =
    { $children ->
       *[other] { $sender }：请为{ $who }预约额外的家长老师会谈：{ $link } 回复STOP退订
    }

# Stands for the first name in sms-invitation where it is unknown or does not fit.
sms-who-child = 您的孩子

# Stands for the first names in sms-invitation where they do not fit.
sms-who-children = 您的孩子们

# Whom to call, in sms-answer.
# $phone: the school's telephone number as the school writes it.
sms-call-number = 请拨{ $phone }。

# Whom to call where the school's number is unknown, in sms-answer.
sms-call-school = 请致电学校。

# Whom to call where the children are at several schools, in sms-answer.
sms-call-schools = 请致电各所学校。

## The invitation e-mail, to a guardian

# Subject of the e-mail. No child's name here.
# $sender: the school, or the district where there are several schools.
email-invitation-subject = { $sender }：您可以参加一次额外的家长老师会谈

# First line of the e-mail.
email-hello = 您好！

# What the conference is for, in the invitation e-mail.
# $children: how many children.
email-invitation-why =
    { $children ->
        [1] 有些孩子连续上网课超过三周。这样的家庭可以多参加一次家长老师会谈。现在您可以参加一次。您可以和老师谈谈，问问孩子的情况，以及怎样能帮到孩子。
       *[other] 有些孩子连续上网课超过三周。这样的家庭可以多参加一次家长老师会谈。现在您的每个孩子各有一次。您可以和老师们谈谈，问问孩子们的情况，以及怎样能帮到他们。
    }

# Heading above the list of children, in the invitation e-mail.
email-invitation-who = 关于哪个孩子

# One child in the list, in the invitation e-mail.
# $name: the first name, or email-child-unknown. $school: the school. $phone: its telephone number.
email-child = { $name }：{ $school }，电话{ $phone }

# One child in the list whose school has no known number, in the invitation e-mail.
# $name: the first name, or email-child-unknown. $school: the school.
email-child-no-phone = { $name }：{ $school }

# Stands for a first name that is unknown, in the list of the invitation e-mail.
email-child-unknown = 您的孩子

# Heading above how to meet, in the invitation e-mail.
email-invitation-how-heading = 会谈方式

# The ways to meet, in the invitation e-mail.
email-invitation-how = 您可以电话会谈、视频会谈或当面会谈，由您选择。

# The interpreter, in the invitation e-mail.
email-invitation-interpreter = 您可以请翻译，免费。只需告诉学校您说什么语言。

# Heading above how to answer, in the invitation e-mail.
email-invitation-answer-heading = 怎样预约

# The link to the page where families pick a time, in the invitation e-mail. The text of a button.
email-invitation-link = 选择日期和时间

# How to answer without the link where there is one school with a number, in the invitation e-mail.
# $phone: the school's telephone number.
email-invitation-call-number = 也可以给学校打电话：{ $phone }。

# How to answer without the link where the school's number is unknown, in the invitation e-mail.
email-invitation-call-school = 也可以给学校打电话。

# How to answer without the link where the children are at several schools, in the invitation e-mail.
email-invitation-call-schools = 也可以给各所学校打电话。

# Last lines of every e-mail to a family: who sends it and how to stop.
# $sender: the school, or the district where there are several schools.
email-sender = 本邮件由{ $sender }发送。如果不想再收到这类邮件，请打开链接，选择“停收短信或邮件”。

# Heading above the question whom to call, where it goes with an invitation e-mail.
email-invitation-contact-heading = 还有一个问题

# The question whom to call, where it goes with an invitation e-mail.
email-invitation-contact = 学校有时联系不上家长。那时我们可以打电话给谁？您可以在同一个页面上告诉我们。

## The yearly question whom the school may call when it cannot reach the family, to a guardian

# The whole SMS. One segment (160 letters) with a sender of 16 letters and a link of 55. It does not say what the question is:
# somebody else may read it.
# $sender: the school, or the district where there are several schools. $link: the family's page.
sms-contact-request = { $sender }：学校今年有一个问题想问您，请在这里回答：{ $link } 回复STOP退订

# Subject of the e-mail. No child's name here.
# $sender: the school, or the district where there are several schools.
email-contact-request-subject = { $sender }：联系不上您时，我们可以打电话给谁？

# What is asked.
# $children: how many children.
email-contact-request-why =
    { $children ->
        [1] 学校有时联系不上家长。这时，学校会打电话给别的人，问问是不是一切都好。关于您的孩子，我们可以打电话给谁？
       *[other] 学校有时联系不上家长。这时，学校会打电话给别的人，问问是不是一切都好。关于您的孩子们，我们可以打电话给谁？
    }

# Who that can be, and when they are called.
email-contact-request-who = 可以是亲戚、邻居或朋友，但不能是孩子的家长或监护人。只有联系不上您时，我们才会打电话给这个人。

# The link to the page. The text of a button.
email-contact-request-link = 告诉我们可以打电话给谁

## The SMS about a booked conference, to a guardian. No first name: the link shows for whom it is. One segment each, with
## a sender of 16 letters and a link of 51.

# A time was booked.
# $sender: the school. $date: as in sms-date. $time: as in clock-time. $mode: as in how-to-meet. $link: the family's page.
sms-confirmation = { $sender }：家长老师会谈已约好：{ $date } { $time }，{ $mode }。更改或取消：{ $link }

# The day before, and on the morning of the day.
# $sender, $date, $time, $mode, $link: as in sms-confirmation.
sms-reminder = { $sender }：提醒您，家长老师会谈：{ $date } { $time }，{ $mode }。更改或取消：{ $link }

# Another time was booked instead.
# $sender, $date, $time, $mode, $link: as in sms-confirmation.
sms-change = { $sender }：家长老师会谈改到{ $date } { $time }，{ $mode }。更改或取消：{ $link }

# The booked time was given up.
# $sender, $date, $time, $link: as in sms-confirmation.
sms-cancellation = { $sender }：{ $date } { $time }的家长老师会谈已取消。另选时间：{ $link }

# A new link, asked for on the page of a link that no longer works.
# $sender: the district. $link: the family's page.
sms-new-link = { $sender }：这是您预约家长老师会谈的新链接：{ $link }

## The e-mails about a booked conference, to a guardian

# Subject where a time was booked.
# $sender: the school.
email-confirmation-subject = { $sender }：您的会谈已约好

# Subject of the reminder.
# $sender: the school.
email-reminder-subject = { $sender }：会谈提醒

# Subject where another time was booked instead.
# $sender: the school.
email-change-subject = { $sender }：您的会谈改了时间

# Subject where the booked time was given up.
# $sender: the school.
email-cancellation-subject = { $sender }：您的会谈已取消

# Subject of the e-mail with a new link.
# $sender: the district.
email-new-link-subject = { $sender }：您的新链接

# First words where a time was booked.
email-confirmation-intro = 您的家长老师会谈已约好。

# First words of the reminder.
email-reminder-intro = 您的家长老师会谈快到了。

# First words where another time was booked instead.
email-change-intro = 您的家长老师会谈改了时间。

# First words where the booked time was given up. email-when says which.
email-cancellation-intro = 这次家长老师会谈已取消。

# First words of the e-mail with a new link.
email-new-link-intro = 这是您要的新链接。您可以用它选择、更改或取消会谈时间。如果您没有要过，不用理会这封邮件。

# For which child, in the list of the e-mail.
# $name: the first name, or email-child-unknown. $school: the school.
email-for = 孩子：{ $name }，{ $school }

# When, in the list of the e-mail.
# $date: as in weekday-date. $time: as in clock-time. $zone: as in time-zone.
email-when = { $date } { $time }（{ $zone }）

# How, in the list of the e-mail.
# $mode: as in how-to-meet.
email-how = 方式：{ $mode }

# That an interpreter comes, in the list of the e-mail.
# $language: the language, as language-name.
email-interpreter = 有免费翻译：{ $language }

# The link of the e-mail about a booked conference. The text of a button.
email-link-change = 更改或取消

# The link of the e-mail about a cancelled conference. The text of a button.
email-link-again = 另选时间

# The link of the e-mail with a new link. The text of a button.
email-link-open = 打开我的页面

# That the state's resource document comes with the e-mail about a booked conference.
email-document = 附件是一份给家庭的帮助资料。请在会谈前阅读。

# The name of the entry in the family's calendar. No child's name: others may see the calendar.
# $school: the school.
calendar-title = 家长老师会谈，{ $school }

## The answer to a family's text message, to whoever wrote it

# The whole SMS. One segment (160 letters) for a usual school. Sent at once, even at night; it says what there is for danger
# (911), for a crisis (988 takes calls and texts) and for food, housing and other help (211), and nothing about the family.
# $sender: the school, or the district where there is not one school.
# $call: one of sms-call-number, sms-call-numbers, sms-call-school, sms-call-schools.
sms-answer = { $sender }：此号无人回复。{ $call }危险拨911。危机拨打/短信988。食物、住房等拨211

# How to reach several schools, in sms-answer.
# $schools: each school's name and telephone number, joined by names-next.
sms-call-numbers = 请拨{ $schools }。

## The SMS to principals and their designees

# The whole SMS: the number of welfare checks that wait, and nothing else.
# $checks: how many.
sms-alert =
    { $checks ->
        [0] Confer：没有待处理的平安确认。
       *[other] Confer：有{ $checks }项平安确认等您处理。
    }

## The digest e-mail of a day, to one member of staff

# Subject of the digest.
# $count: how many notices it holds.
digest-subject =
    { $count ->
        [0] Confer：没有待办事项
       *[other] Confer：{ $count }件待办事项
    }

# First line of the digest. It holds the system's own numbers only, never a name.
digest-intro = 以下是您在Confer中的新事项。这里不写孩子的姓名：请打开Confer查看是哪位学生。

# One notice in the digest.
# $day: the day it happened, as in day. $student: the student's id. $conference: the conference's id.
digest-line = { $day }：学生{ $student }，会谈{ $conference }

# One notice that is about a student and no conference, in the digest and in the urgent e-mail.
# $day: the day it happened, as in day. $student: the student's id.
digest-line-student = { $day }：学生{ $student }

# Last line of the digest and of the urgent e-mail: who sends it.
# $district: the district.
digest-sender = 本邮件由{ $district }发送。您收到它，是因为您的工作与这些学生有关。

# Heading of the digest's notices that a welfare check is waiting.
digest-welfare-check = 平安确认
# What to do about them.
digest-welfare-check-do = 一直联系不上这个家庭：请打开任务，致电紧急联系人，并写下学生和家人是否健康、安全。

# Heading of the digest's notices that only a person can reach the family.
digest-reach-family = 请联系家长
# What to do about them.
digest-reach-family-do = 自动消息无法送达这些家庭，或不适合他们：请打电话给家长，约定时间。

# Heading of the digest's notices that two attempts to reach the family failed.
digest-two-attempts-failed = 两次联系未成功
# What to do about them.
digest-two-attempts-failed-do = 家长两次都没有答复：请您亲自打电话，并在Confer中记下您打过电话，或已和家长谈过。

# Heading of the digest's notices that the family was reached for another child.
digest-sibling-reached = 已因另一个孩子联系上家长
# What to do about them.
digest-sibling-reached-do = 家长已就这名学生的兄弟姐妹作了答复：请同时问问这次会谈。

# Heading of the digest's notices that an agreed time was cancelled.
digest-cancelled = 已取消
# What to do about them.
digest-cancelled-do = 约好的时间已取消：请从您的日历中删除；系统会再次询问家长。

# Heading of the digest's notices that a booked time is free again.
digest-slot-released = 时间重新空出
# What to do about them.
digest-slot-released-do = 学生换了老师或学校：请从您的日历中删除这次会谈。

# Heading of the digest's notices that a time was agreed.
digest-scheduled = 已约好
# What to do about them.
digest-scheduled-do = 时间已约好：请在Confer中查看，并留出这段时间。

# Heading of the digest's notices that the family does not want the conference.
digest-declined = 家长不需要会谈
# What to do about them.
digest-declined-do = 家长不想要这次会谈：请不要再问，但如果家长改变主意，请为其预约时间。

# Heading of the digest's notices that a welfare check was withdrawn.
digest-check-withdrawn = 平安确认已撤销
# What to do about them.
digest-check-withdrawn-do = 这项平安确认不再需要：请不要致电紧急联系人。

# Heading of the digest's notices that a family wrote a text message.
digest-family-wrote = 有家长回了短信
# What to do about them.
digest-family-wrote-do = 家长自己写了一条短信：请打开Confer阅读，并给家长回电话。

# Heading of the digest's notices that a family's text message reads as danger.
digest-urgent-reply = 有短信可能涉及危险
# What to do about them.
digest-urgent-reply-do = 请立即打开Confer，阅读短信并确认已读。如果有人有危险，请拨打911。

## The urgent messages to principals and their designees: a family's text message reads as danger. Never a word of it.

# The whole SMS: no student, no school.
sms-urgent = Confer：有家长的短信可能涉及危险。请立即打开Confer。如有人有危险，请拨打911。

# Subject of the urgent e-mail.
urgent-subject = Confer：紧急，有家长的短信可能涉及危险

# What to do, in the urgent e-mail.
urgent-do = 有家长发来一条短信，可能涉及危险。请立即打开Confer阅读。如果有人有危险，请拨打911。

# Heading above the list of students (digest-line-student), in the urgent e-mail.
urgent-students = 学生

# Heading above urgent-paused, in the urgent e-mail.
urgent-next = 接下来

# What Confer does by itself, in the urgent e-mail.
urgent-paused = 对以上每名学生，发给其家长的自动消息都已暂停。有人在Confer中确认已读这条短信后，自动消息才会恢复。短信是按词语表找出来的，可能有误：家长写的内容只能在Confer中看到。

## The family's pages: parts of every page

# Name of the pages, in the title of the window. No child's name.
page-name = 家长老师会谈

# The link to the step before.
page-back = 返回

# The button to the next step.
page-continue = 继续

# The link to the first page.
page-start = 首页

# Heading above what is wrong with an entry.
page-problem = 有一处需要修改

# Heading above the other ways, at the foot of the page.
page-more = 有其他情况？

# The link: no time suits.
page-more-none = 这些时间都不合适

# The link: the family would rather be called.
page-more-call = 请给我打电话

# The link: the family does not want the conference.
page-more-decline = 我们不需要这次会谈

# The link: the reader is not the child's parent.
page-more-not-mine = 我不是这个孩子的家长或监护人

# The link: no more text messages or e-mails.
page-more-stop = 停收短信或邮件

# The link to the choice of language. It stands beside "Language / Idioma", which stays as it is.
page-more-language = 其他语言

# Heading above where to turn for help.
page-help = 帮助

# Where to turn in danger, crisis or need. The numbers stay as they are.
page-help-danger = 有危险？请拨打911。遇到心理危机？请拨打988或发短信到988。需要食物、住房或其他帮助？请拨打211。

# That nobody is there to answer.
page-help-nobody = 这个页面是自动的，学校没有人在看。

## The family's pages: the first page

# Heading.
page-home-title = 和您孩子的老师谈谈

# What the conference is for.
page-home-why = 孩子连续上网课超过三周，家长就可以多参加一次家长老师会谈。时间和方式由您选择。

# Question above the children, where there are several.
page-home-which = 哪个孩子？

# The button beside a child whose conference has no time yet.
# $name: the child's first name.
page-home-pick = 为{ $name }选择时间

# The child's line where a time is booked.
# $date: as in weekday-date. $time: as in clock-time. $mode: as in how-to-meet.
page-home-booked = 已约好：{ $date } { $time }，{ $mode }

# The link beside a child whose time is booked.
# $name: the child's first name.
page-home-see = 查看或更改{ $name }的时间

# The child's line where the family said no. Not who: it may have been the other household.
page-home-declined = 目前没有安排会谈。您仍然可以选择时间。

# The child's line where the family wants to be called.
page-home-call = 老师会打电话来。您也可以在这里选择时间。

# Where nothing is due for any child.
page-home-nothing = 现在没有要做的事。有事时，我们会通知您。

# What comes next where nobody has answered twice. Kind, without reproach.
page-home-next = 如果这个页面不方便使用，没关系：学校会有人给您打电话。

## The family's pages: day and time

# Heading.
page-time-title = 选择日期和时间

# With whom, and in which time zone.
# $teacher: the teacher's name. $zone: as in time-zone.
page-time-with = 老师：{ $teacher }。以下为{ $zone }。

# In which time zone, where the teacher's name is not known.
# $zone: as in time-zone.
page-time-zone = 以下为{ $zone }。

# Heading above the times that lie close to another child's conference.
# $name: the other child's first name. $date: as in weekday-date. $time: as in clock-time.
page-time-near = 与{ $name }的会谈相近的时间（{ $date } { $time }）

# The link to later days.
page-time-later = 后面的日期

# The link to earlier days.
page-time-earlier = 前面的日期

# Where there is no free time.
page-time-none = 现在没有空的时间。请让老师给您打电话，一起找时间。

# What is wrong: no time was chosen.
page-time-missing = 请选择时间。

# What is wrong: somebody else was faster.
page-time-taken = 这个时间刚刚被别人选了。请另选一个。

## The family's pages: how to meet

# Heading.
page-how-title = 您想怎样会谈？

# One way to meet.
# $school: the school.
page-how-in-person = 当面，在{ $school }

# One way to meet.
page-how-phone = 电话。老师会给您打电话。

# One way to meet.
page-how-video = 视频。您会收到链接。

# What is wrong: nothing was chosen.
page-how-missing = 请选择会谈方式。

## The family's pages: the interpreter

# Heading.
page-interpreter-title = 您需要翻译吗？

# What that is.
page-interpreter-hint = 翻译会说您的语言，帮您和老师交谈。免费。

# One answer.
# $language: the language, as language-name.
page-interpreter-yes = 需要，语言：{ $language }

# One answer.
page-interpreter-no = 不需要，谢谢

# What is wrong: nothing was chosen.
page-interpreter-missing = 请选择是否需要翻译。

## The family's pages: check and book

# Heading.
page-check-title = 核对并预约

# Names of the lines.
page-check-child = 孩子
# Name of a line.
page-check-when = 时间
# Name of a line.
page-check-how = 方式
# Name of a line.
page-check-interpreter = 翻译

# The link to change a line.
page-check-change = 更改

# Question where the teacher is to call.
page-check-number = 老师应该打哪个号码？

# The number that the school has.
# $digits: its last two digits.
page-check-number-known = 尾号为{ $digits }的号码

# Another number, with a field to enter it.
page-check-number-other = 其他号码：

# What is wrong with the number.
page-check-number-wrong = 请输入十位数的电话号码，例如860 555 0123。

# The button that books.
page-check-book = 预约这个时间

## The family's pages: a booked conference

# Heading right after booking, and whenever the page is opened again.
page-done-title = 您的会谈已约好

# Heading above what comes next.
page-done-next = 接下来

# That messages come.
page-done-messages = 您会收到写有日期和时间的消息。会谈前，我们会提醒您。

# For a conference in person.
# $school: the school.
page-done-in-person = 请到{ $school }，在学校办公室说您来见老师。

# For a conference by phone.
# $digits: the last two digits of the number.
page-done-phone = 老师会拨打您尾号为{ $digits }的号码。

# For a conference by phone where no number is known.
page-done-phone-unknown = 老师会给您打电话。

# For a conference by video where the link is known. The text of a link.
page-done-video = 到时请从这里打开视频通话

# For a conference by video where the link is not known yet.
page-done-video-later = 会谈前，老师会把链接发给您。

# For a conference with an interpreter.
page-done-interpreter = 会有翻译在场。免费。

# The link to the file for the family's calendar.
page-done-calendar = 加到我的日历

# The link to another time.
page-done-change = 更改时间

# The link to giving up the time.
page-done-cancel = 取消会谈

# The link to booking for another child.
# $name: the other child's first name.
page-done-other = 现在为{ $name }选择时间

# Where the page that was sent is older than what stands.
page-stale = 您打开页面后，情况有变化。现在的情况如下。

## The family's pages: other answers. Each has a question, what it means, the button, and what is said after.

# The question.
page-cancel-title = 要取消这次会谈吗？
# What it means.
page-cancel-hint = 我们会告诉老师，这个时间会让给别人。您可以另选时间。
# The button.
page-cancel-yes = 是，取消
# The link back.
page-cancel-no = 不，保留
# Heading after it.
page-cancelled-title = 您的会谈已取消
# What comes next.
page-cancelled-hint = 您可以现在或以后另选时间。

# The question.
page-decline-title = 您不需要这次会谈吗？
# What it means.
page-decline-hint = 没关系。我们会告诉老师。如果您改变主意，请再打开您的链接。
# The button.
page-decline-yes = 我们不需要
# Heading after it.
page-declined-title = 谢谢您。我们会告诉老师。
# What comes next.
page-declined-hint = 如果您改变主意，请再打开您的链接。

# The question.
page-call-title = 要老师给您打电话吗？
# What it means.
page-call-hint = 老师会打电话给您，找一个您方便的时间。
# The button.
page-call-yes = 请给我打电话
# Heading after it.
page-called-title = 老师会给您打电话
# What comes next.
page-called-hint = 您仍然可以在这里选择时间。

# The question.
page-not-mine-title = 您不是这个孩子的家长或监护人吗？
# What it means.
page-not-mine-hint = 如果不是，我们就不再给您发消息，这个链接也会失效。请只在确实如此时告诉我们。
# The button.
page-not-mine-yes = 我不是家长或监护人
# Heading after it.
page-not-mine-done = 谢谢您告诉我们
# What comes next.
page-not-mine-done-hint = 我们不会再给您发消息。您可以关闭这个页面。

# The question.
page-stop-title = 要停收哪些消息？
# What it means.
page-stop-hint = 停收后，我们无法提醒您。您的链接仍然可用。
# One choice.
page-stop-texts = 短信
# One choice.
page-stop-emails = 电子邮件
# The button.
page-stop-yes = 停收
# What is wrong: nothing was chosen.
page-stop-missing = 请选择要停收什么。
# Heading after it.
page-stopped-title = 已停收

# The question.
page-language-title = 您要用哪种语言？
# What it means.
page-language-hint = 我们也会用这种语言给您发消息。

## The family's pages: the emergency contact

# The question.
page-contact-title = 联系不上您时，我们可以打电话给谁？
# What it is for.
page-contact-hint = 请写一位知道怎样找到您的成年人。不要写您自己，也不要写孩子的另一位家长。只有联系不上您时，学校才会打电话给这个人。
# A field.
page-contact-name = 姓名
# A field.
page-contact-relation = 这个人和孩子是什么关系？（例如阿姨、邻居）
# A field.
page-contact-phone = 电话号码
# A field.
page-contact-language = 这个人说的语言
# The button.
page-contact-save = 保存
# The link on without an answer.
page-contact-skip = 以后再说
# What is wrong.
page-contact-name-missing = 请输入姓名。
# What is wrong.
page-contact-relation-missing = 请写出这个人和孩子的关系。
# What is wrong.
page-contact-guardian = 这是家长或监护人自己的号码。请写另一个人。
# Heading after it.
page-contact-saved = 谢谢您。联系人已保存。
# The link where there is none yet.
# $name: the child's first name.
page-contact-add = 为{ $name }添加一位联系人
# That there is one.
# $count: how many.
page-contact-known =
    { $count ->
       *[other] 学校已有{ $count }位联系人，联系不上您时可以打电话给他们。
    }

## The family's pages: a link that does not work

# Heading.
page-expired-title = 这个链接已失效
# What to do.
page-expired-hint = 请输入您的手机号码或电子邮件地址。如果学校有这个号码或地址，我们会发给您新链接。
# The field.
page-expired-field = 手机号码或电子邮件地址
# The button.
page-expired-send = 给我发新链接
# What is wrong.
page-expired-wrong = 请输入十位数的电话号码或电子邮件地址。
# Heading after it.
page-sent-title = 请查看您的短信或邮件
# What comes next.
page-sent-hint = 如果学校有这个号码或地址，新链接很快会发到。如果没收到，请给学校打电话。

# Heading where somebody sent too many forms.
page-busy-title = 请等几分钟
# What to do.
page-busy-hint = 尝试的次数太多了。您的信息没有丢失。请十分钟后再试，或给学校打电话。

# Heading where something is broken.
page-broken-title = 没有成功
# What to do.
page-broken-hint = 这不是您的问题。请过几分钟再试，或给学校打电话。

## The family's pages: the state's resource document, below the button that books and on the page of a booked conference

# Heading, and the link to it above the button. The document's own title comes below it.
page-document-heading = 请在会谈前阅读

# Where the text is not the state's own in this language: a person translated it.
page-document-translated = 州政府没有这份资料的中文版。这份译文是您的学区请人翻译的。州政府的原文在译文后面。

# Where the text is not the state's own in this language: a machine translated it.
page-document-machine = 这份资料由电脑翻译，可能有错误。州政府的原文在译文后面。

# Where there is no text in this language. The state's own text comes below, in another language.
page-document-other = 州政府没有这份资料的中文版。学校可以帮您看懂。
