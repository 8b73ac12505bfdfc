### What families and staff read, in Vietnamese (of "quý vị"; days and times as CLDR has them, 24 hours).
### Draft: not yet reviewed by a person who speaks the language.
###
### For whoever translates: the file en.ftl says more at its head. Messages whose name begins with "sms-" are written
### without diacritics, as people do when texting; choose words there that nobody mistakes for others.

## Parts of other messages

# Stands for the sender in every message when neither the school nor the district has a name.
sender-unknown = Truong cua con quy vi

# Joins the last of several first names to those before it, in the invitation SMS.
# $first: the names so far. $last: the last name.
# $sound (optional): "i" where the last name begins with that sound, else "other"; for languages that join by sound.
names-last = { $first } va { $last }

# Joins first names before the last, in the invitation SMS.
# $first: the names so far. $next: the next name.
names-next = { $first }, { $next }

# A day, in the staff digest.
# $month: 1 to 12. $day: day of the month. $year: four digits.
day = { $day } tháng { $month }, { $year }

# The name of this language, as its speakers write it.
language-name = Tiếng Việt

# A day with its weekday, on pages and in e-mails. As CLDR's pattern "EEEE, MMMM d".
# $weekday: 1 (Monday) to 7. $month: 1 to 12. $day: day of the month.
weekday-date =
    { $weekday ->
        [1] Thứ Hai
        [2] Thứ Ba
        [3] Thứ Tư
        [4] Thứ Năm
        [5] Thứ Sáu
        [6] Thứ Bảy
       *[7] Chủ Nhật
    }, { $day } tháng { $month }

# A day in few letters, in SMS.
# $weekday: 1 (Monday) to 7. $month: 1 to 12. $day: day of the month.
sms-date =
    { $weekday ->
        [1] Thu Hai
        [2] Thu Ba
        [3] Thu Tu
        [4] Thu Nam
        [5] Thu Sau
        [6] Thu Bay
       *[7] Chu Nhat
    }, { $day } thang { $month }

# A time of day, everywhere. As CLDR's pattern "jm", with a plain space.
# $hour: 0 to 23, as a number. $hour24: 00 to 23, two digits. $hour12: 1 to 12. $minute: two digits. $half: am or pm.
clock-time = { $hour24 }:{ $minute }

# In which time zone times are given, on pages.
# $zone: which of the zones of the United States.
time-zone =
    { $zone ->
        [eastern] giờ miền Đông
        [central] giờ miền Trung
        [mountain] giờ miền Núi
        [pacific] giờ Thái Bình Dương
        [alaska] giờ Alaska
        [hawaii] giờ Hawaii
        [atlantic] giờ Đại Tây Dương
       *[other] giờ địa phương
    }

# A way to meet, in messages and on pages, inside a line.
# $mode: which way.
how-to-meet =
    { $mode ->
        [in_person] gặp mặt
        [phone] qua điện thoại
       *[video] qua video
    }

## The invitation SMS, to a guardian

# The whole SMS. One segment (160 letters) with usual names; the link takes some 55 of them.
# $children: how many children. $sender: the school, or the district where there are several schools.
# $who: the first names, or sms-who-child, or sms-who-children. $link: where to pick a time.
# The word STOP stays as it is in every language: the carrier understands only that.
sms-invitation =
    { $children ->
       *[other] { $sender }: Moi quy vi hop them voi giao vien cua { $who } (dien thoai, video, gap mat): { $link } STOP de ngung
    }

# The same where the names are long: without the ways to meet.
# $children: how many children. $sender, $who, $link: as in sms-invitation.
sms-invitation-short =
    { $children ->
       *[other] { $sender }: Moi quy vi hop them voi giao vien cua { $who }: { $link } STOP de ngung
    }

# Stands for the first name in sms-invitation where it is unknown or does not fit.
sms-who-child = con quy vi

# Stands for the first names in sms-invitation where they do not fit.
sms-who-children = cac con quy vi

# Whom to call, in sms-answer.
# $phone: the school's telephone number as the school writes it.
sms-call-number = Xin goi { $phone }.

# Whom to call where the school's number is unknown, in sms-answer.
sms-call-school = Xin goi cho truong.

# Whom to call where the children are at several schools, in sms-answer.
sms-call-schools = Xin goi cho tung truong.

## The invitation e-mail, to a guardian

# Subject of the e-mail. No child's name here.
# $sender: the school, or the district where there are several schools.
email-invitation-subject = { $sender }: quý vị được họp thêm một lần với giáo viên

# First line of the e-mail.
email-hello = Kính chào quý vị,

# What the conference is for, in the invitation e-mail.
# $children: how many children.
email-invitation-why =
    { $children ->
        [1] Có những em học trực tuyến hơn ba tuần liền. Khi đó, gia đình được thêm một buổi họp phụ huynh - giáo viên. Bây giờ quý vị được họp một buổi. Quý vị có thể nói chuyện với giáo viên. Hãy hỏi giáo viên xem con học ra sao và cần giúp gì.
       *[other] Có những em học trực tuyến hơn ba tuần liền. Khi đó, gia đình được thêm một buổi họp phụ huynh - giáo viên. Bây giờ quý vị được họp một buổi cho mỗi con. Quý vị có thể nói chuyện với các giáo viên. Hãy hỏi giáo viên xem các con học ra sao và cần giúp gì.
    }

# Heading above the list of children, in the invitation e-mail.
email-invitation-who = Buổi họp về em nào

# One child in the list, in the invitation e-mail.
# $name: the first name, or email-child-unknown. $school: the school. $phone: its telephone number.
email-child = { $name }: { $school }, điện thoại { $phone }

# One child in the list whose school has no known number, in the invitation e-mail.
# $name: the first name, or email-child-unknown. $school: the school.
email-child-no-phone = { $name }: { $school }

# Stands for a first name that is unknown, in the list of the invitation e-mail.
email-child-unknown = Con quý vị

# Heading above how to meet, in the invitation e-mail.
email-invitation-how-heading = Cách họp

# The ways to meet, in the invitation e-mail.
email-invitation-how = Quý vị có thể họp qua điện thoại, qua video hoặc gặp mặt tại trường. Quý vị chọn cách nào cũng được.

# The interpreter, in the invitation e-mail.
email-invitation-interpreter = Quý vị có thể yêu cầu thông dịch viên miễn phí. Chỉ cần cho trường biết quý vị nói tiếng gì.

# Heading above how to answer, in the invitation e-mail.
email-invitation-answer-heading = Cách trả lời

# The link to the page where families pick a time, in the invitation e-mail. The text of a button.
email-invitation-link = Chọn ngày giờ

# How to answer without the link where there is one school with a number, in the invitation e-mail.
# $phone: the school's telephone number.
email-invitation-call-number = Hoặc gọi cho trường: { $phone }.

# How to answer without the link where the school's number is unknown, in the invitation e-mail.
email-invitation-call-school = Hoặc gọi cho trường.

# How to answer without the link where the children are at several schools, in the invitation e-mail.
email-invitation-call-schools = Hoặc gọi cho từng trường.

# Last lines of every e-mail to a family: who sends it and how to stop.
# $sender: the school, or the district where there are several schools.
email-sender = Email này do { $sender } gửi. Nếu không muốn nhận những email này nữa, xin mở đường link và chọn “Ngừng nhận tin nhắn hoặc email”.

# Heading above the question whom to call, where it goes with an invitation e-mail.
email-invitation-contact-heading = Thêm một câu hỏi

# The question whom to call, where it goes with an invitation e-mail.
email-invitation-contact = Đôi khi trường không liên lạc được với gia đình. Khi đó, chúng tôi có thể gọi cho ai? Quý vị có thể cho chúng tôi biết trên cùng trang đó.

## The yearly question whom the school may call when it cannot reach the family, to a guardian

# The whole SMS. One segment (160 letters) with a sender of 16 letters and a link of 55. It does not say what the question is:
# somebody else may read it.
# $sender: the school, or the district where there are several schools. $link: the family's page.
sms-contact-request = { $sender }: Nam nay xin quy vi tra loi mot cau hoi: { $link } STOP de ngung

# Subject of the e-mail. No child's name here.
# $sender: the school, or the district where there are several schools.
email-contact-request-subject = { $sender }: chúng tôi có thể gọi cho ai nếu không liên lạc được với quý vị?

# What is asked.
# $children: how many children.
email-contact-request-why =
    { $children ->
        [1] Đôi khi trường không liên lạc được với gia đình. Khi đó, trường gọi cho một người khác để biết mọi việc có ổn không. Chúng tôi có thể gọi cho ai về con của quý vị?
       *[other] Đôi khi trường không liên lạc được với gia đình. Khi đó, trường gọi cho một người khác để biết mọi việc có ổn không. Chúng tôi có thể gọi cho ai về các con của quý vị?
    }

# Who that can be, and when they are called.
email-contact-request-who = Người đó có thể là họ hàng, hàng xóm hoặc bạn bè, nhưng không được là cha mẹ hay người giám hộ của em. Chúng tôi chỉ gọi người này nếu không liên lạc được với quý vị.

# The link to the page. The text of a button.
email-contact-request-link = Cho biết có thể gọi cho ai

## The SMS about a booked conference, to a guardian. No first name: the link shows for whom it is. One segment each, with
## a sender of 16 letters and a link of 51.

# A time was booked.
# $sender: the school. $date: as in sms-date. $time: as in clock-time. $mode: as in how-to-meet. $link: the family's page.
sms-confirmation = { $sender }: Da hen buoi hop voi giao vien: { $date }, { $time }, { $mode }. Doi hoac huy: { $link }

# The day before, and on the morning of the day.
# $sender, $date, $time, $mode, $link: as in sms-confirmation.
sms-reminder = { $sender }: Xin nhac: hop voi giao vien { $date }, { $time }, { $mode }. Doi hoac huy: { $link }

# Another time was booked instead.
# $sender, $date, $time, $mode, $link: as in sms-confirmation.
sms-change = { $sender }: Da doi gio hop voi giao vien: { $date }, { $time }, { $mode }. Doi hoac huy: { $link }

# The booked time was given up.
# $sender, $date, $time, $link: as in sms-confirmation.
sms-cancellation = { $sender }: Buoi hop voi giao vien { $date }, { $time } da huy. Chon gio khac: { $link }

# A new link, asked for on the page of a link that no longer works.
# $sender: the district. $link: the family's page.
sms-new-link = { $sender }: Day la link moi de hen hop voi giao vien: { $link }

## The e-mails about a booked conference, to a guardian

# Subject where a time was booked.
# $sender: the school.
email-confirmation-subject = { $sender }: buổi họp của quý vị đã được hẹn

# Subject of the reminder.
# $sender: the school.
email-reminder-subject = { $sender }: nhắc quý vị về buổi họp

# Subject where another time was booked instead.
# $sender: the school.
email-change-subject = { $sender }: buổi họp của quý vị đã đổi giờ

# Subject where the booked time was given up.
# $sender: the school.
email-cancellation-subject = { $sender }: buổi họp của quý vị đã hủy

# Subject of the e-mail with a new link.
# $sender: the district.
email-new-link-subject = { $sender }: đường link mới của quý vị

# First words where a time was booked.
email-confirmation-intro = Buổi họp phụ huynh - giáo viên của quý vị đã được hẹn.

# First words of the reminder.
email-reminder-intro = Sắp đến buổi họp phụ huynh - giáo viên của quý vị.

# First words where another time was booked instead.
email-change-intro = Buổi họp phụ huynh - giáo viên của quý vị có giờ mới.

# First words where the booked time was given up. email-when says which.
email-cancellation-intro = Buổi họp phụ huynh - giáo viên này đã hủy.

# First words of the e-mail with a new link.
email-new-link-intro = Đây là đường link mới mà quý vị đã yêu cầu. Quý vị dùng link này để chọn, đổi hoặc hủy giờ hẹn. Nếu quý vị không yêu cầu, xin bỏ qua email này.

# For which child, in the list of the e-mail.
# $name: the first name, or email-child-unknown. $school: the school.
email-for = Học sinh: { $name }, { $school }

# When, in the list of the e-mail.
# $date: as in weekday-date. $time: as in clock-time. $zone: as in time-zone.
email-when = { $date }, { $time } ({ $zone })

# How, in the list of the e-mail.
# $mode: as in how-to-meet.
email-how = Cách họp: { $mode }

# That an interpreter comes, in the list of the e-mail.
# $language: the language, as language-name.
email-interpreter = Có thông dịch viên miễn phí: { $language }

# The link of the e-mail about a booked conference. The text of a button.
email-link-change = Đổi hoặc hủy

# The link of the e-mail about a cancelled conference. The text of a button.
email-link-again = Chọn giờ khác

# The link of the e-mail with a new link. The text of a button.
email-link-open = Mở trang của tôi

# That the state's resource document comes with the e-mail about a booked conference.
email-document = Email này có kèm một tài liệu trợ giúp dành cho gia đình. Xin đọc trước buổi họp.

# The name of the entry in the family's calendar. No child's name: others may see the calendar.
# $school: the school.
calendar-title = Họp phụ huynh - giáo viên, { $school }

## The answer to a family's text message, to whoever wrote it

# The whole SMS. One segment (160 letters) for a usual school. Sent at once, even at night; it says what there is for danger
# (911), for a crisis (988 takes calls and texts) and for food, housing and other help (211), and nothing about the family.
# $sender: the school, or the district where there is not one school.
# $call: one of sms-call-number, sms-call-numbers, sms-call-school, sms-call-schools.
sms-answer = { $sender }: So nay khong co nguoi truc. { $call } Nguy hiem: goi 911. Khung hoang: goi/nhan tin 988. Thuc an, nha o, giup do: 211.

# How to reach several schools, in sms-answer.
# $schools: each school's name and telephone number, joined by names-next.
sms-call-numbers = Xin goi { $schools }.

## The SMS to principals and their designees

# The whole SMS: the number of welfare checks that wait, and nothing else.
# $checks: how many.
sms-alert =
    { $checks ->
        [0] Confer: khong co viec kiem tra tinh trang gia dinh nao dang cho.
       *[other] Confer: co { $checks } viec kiem tra tinh trang gia dinh dang cho quy vi.
    }

## The digest e-mail of a day, to one member of staff

# Subject of the digest.
# $count: how many notices it holds.
digest-subject =
    { $count ->
        [0] Confer: không có việc cần làm
       *[other] Confer: { $count } việc cần làm
    }

# First line of the digest. It holds the system's own numbers only, never a name.
digest-intro = Đây là những điều mới dành cho quý vị trong Confer. Ở đây không nêu tên học sinh: xin mở Confer để biết là em nào.

# One notice in the digest.
# $day: the day it happened, as in day. $student: the student's id. $conference: the conference's id.
digest-line = { $day }: học sinh { $student }, buổi họp { $conference }

# One notice that is about a student and no conference, in the digest and in the urgent e-mail.
# $day: the day it happened, as in day. $student: the student's id.
digest-line-student = { $day }: học sinh { $student }

# Last line of the digest and of the urgent e-mail: who sends it.
# $district: the district.
digest-sender = Email này do { $district } gửi. Quý vị nhận được vì quý vị làm việc với những học sinh này.

# Heading of the digest's notices that a welfare check is waiting.
digest-welfare-check = Kiểm tra tình trạng gia đình
# What to do about them.
digest-welfare-check-do = Không ai liên lạc được với gia đình: xin mở công việc trong Confer, gọi cho người liên lạc khẩn cấp và ghi lại học sinh và gia đình có khỏe mạnh, an toàn không.

# Heading of the digest's notices that only a person can reach the family.
digest-reach-family = Xin liên lạc với gia đình
# What to do about them.
digest-reach-family-do = Tin nhắn tự động không đến được những gia đình này hoặc không phải là điều họ cần: xin gọi cho họ và hẹn giờ họp.

# Heading of the digest's notices that two attempts to reach the family failed.
digest-two-attempts-failed = Hai lần liên lạc không thành công
# What to do about them.
digest-two-attempts-failed-do = Gia đình đã hai lần không trả lời: xin quý vị tự gọi cho họ, rồi ghi vào Confer là đã gọi hoặc đã nói chuyện với họ.

# Heading of the digest's notices that the family was reached for another child.
digest-sibling-reached = Đã liên lạc được với gia đình về một em khác
# What to do about them.
digest-sibling-reached-do = Gia đình đã trả lời về anh, chị hoặc em của học sinh: xin hỏi họ về buổi họp này luôn.

# Heading of the digest's notices that an agreed time was cancelled.
digest-cancelled = Đã hủy
# What to do about them.
digest-cancelled-do = Giờ hẹn đã bị hủy: xin xóa khỏi lịch của quý vị; gia đình sẽ được hỏi lại.

# Heading of the digest's notices that a booked time is free again.
digest-slot-released = Giờ hẹn trống trở lại
# What to do about them.
digest-slot-released-do = Học sinh đã chuyển sang giáo viên hoặc trường khác: xin xóa buổi họp này khỏi lịch của quý vị.

# Heading of the digest's notices that a time was agreed.
digest-scheduled = Đã hẹn
# What to do about them.
digest-scheduled-do = Đã hẹn được giờ: xin xem trong Confer và để trống giờ đó.

# Heading of the digest's notices that the family does not want the conference.
digest-declined = Gia đình từ chối
# What to do about them.
digest-declined-do = Gia đình không muốn buổi họp này: xin đừng hỏi lại, nhưng hãy hẹn giờ nếu họ đổi ý.

# Heading of the digest's notices that a welfare check was withdrawn.
digest-check-withdrawn = Đã rút lại việc kiểm tra tình trạng gia đình
# What to do about them.
digest-check-withdrawn-do = Việc kiểm tra này không còn cần nữa: xin đừng gọi cho người liên lạc khẩn cấp.

# Heading of the digest's notices that a family wrote a text message.
digest-family-wrote = Một gia đình đã nhắn tin lại
# What to do about them.
digest-family-wrote-do = Gia đình đã tự viết một tin nhắn: xin mở Confer để đọc rồi gọi lại cho họ.

# Heading of the digest's notices that a family's text message reads as danger.
digest-urgent-reply = Một tin nhắn có vẻ nói đến nguy hiểm
# What to do about them.
digest-urgent-reply-do = Xin mở Confer ngay, đọc tin nhắn và xác nhận đã đọc. Nếu có người gặp nguy hiểm, xin gọi 911.

## The urgent messages to principals and their designees: a family's text message reads as danger. Never a word of it.

# The whole SMS: no student, no school.
sms-urgent = Confer: tin nhan cua mot gia dinh co ve noi den nguy hiem. Xin mo Confer ngay. Neu co nguoi gap nguy hiem, xin goi 911.

# Subject of the urgent e-mail.
urgent-subject = Confer: khẩn cấp, tin nhắn của một gia đình có vẻ nói đến nguy hiểm

# What to do, in the urgent e-mail.
urgent-do = Một gia đình đã gửi tin nhắn có vẻ nói đến nguy hiểm. Xin mở Confer ngay và đọc. Nếu có người gặp nguy hiểm, xin gọi 911.

# Heading above the list of students (digest-line-student), in the urgent e-mail.
urgent-students = Học sinh

# Heading above urgent-paused, in the urgent e-mail.
urgent-next = Điều gì xảy ra bây giờ

# What Confer does by itself, in the urgent e-mail.
urgent-paused = Với mỗi học sinh ở đây, tin nhắn tự động gửi cho gia đình đang tạm ngừng. Tin nhắn tự động sẽ tiếp tục khi có người xác nhận trong Confer là đã đọc tin nhắn của gia đình. Tin nhắn này do một danh sách từ ngữ tìm ra và có thể sai: điều gia đình viết chỉ có trong Confer.

## The family's pages: parts of every page

# Name of the pages, in the title of the window. No child's name.
page-name = Họp phụ huynh - giáo viên

# The link to the step before.
page-back = Trở lại

# The button to the next step.
page-continue = Tiếp tục

# The link to the first page.
page-start = Trang đầu

# Heading above what is wrong with an entry.
page-problem = Có điều cần sửa

# Heading above the other ways, at the foot of the page.
page-more = Quý vị cần gì khác?

# The link: no time suits.
page-more-none = Không có giờ nào tiện cho chúng tôi

# The link: the family would rather be called.
page-more-call = Xin gọi cho tôi

# The link: the family does not want the conference.
page-more-decline = Chúng tôi không muốn buổi họp này

# The link: the reader is not the child's parent.
page-more-not-mine = Tôi không phải là cha mẹ hay người giám hộ của em này

# The link: no more text messages or e-mails.
page-more-stop = Ngừng nhận tin nhắn hoặc email

# The link to the choice of language. It stands beside "Language / Idioma", which stays as it is.
page-more-language = Ngôn ngữ khác

# Heading above where to turn for help.
page-help = Trợ giúp

# Where to turn in danger, crisis or need. The numbers stay as they are.
page-help-danger = Gặp nguy hiểm? Xin gọi 911. Bị khủng hoảng tinh thần? Xin gọi hoặc nhắn tin 988. Cần thức ăn, nhà ở hoặc giúp đỡ khác? Xin gọi 211.

# That nobody is there to answer.
page-help-nobody = Trang này là tự động. Không có ai ở trường theo dõi trang này.

## The family's pages: the first page

# Heading.
page-home-title = Nói chuyện với giáo viên của con quý vị

# What the conference is for.
page-home-why = Phụ huynh có con học trực tuyến hơn ba tuần liền được thêm một buổi họp phụ huynh - giáo viên. Quý vị chọn ngày giờ và cách họp.

# Question above the children, where there are several.
page-home-which = Em nào?

# The button beside a child whose conference has no time yet.
# $name: the child's first name.
page-home-pick = Chọn giờ cho { $name }

# The child's line where a time is booked.
# $date: as in weekday-date. $time: as in clock-time. $mode: as in how-to-meet.
page-home-booked = Đã hẹn: { $date }, { $time }, { $mode }

# The link beside a child whose time is booked.
# $name: the child's first name.
page-home-see = Xem hoặc đổi giờ của { $name }

# The child's line where the family said no. Not who: it may have been the other household.
page-home-declined = Hiện không có buổi họp nào được hẹn. Quý vị vẫn có thể chọn giờ.

# The child's line where the family wants to be called.
page-home-call = Giáo viên sẽ gọi. Quý vị cũng có thể chọn giờ ở đây.

# Where nothing is due for any child.
page-home-nothing = Hiện không có gì cần làm. Khi có, chúng tôi sẽ báo cho quý vị.

# What comes next where nobody has answered twice. Kind, without reproach.
page-home-next = Nếu trang này khó dùng cho quý vị, không sao cả: người của trường sẽ gọi cho quý vị.

## The family's pages: day and time

# Heading.
page-time-title = Chọn ngày giờ

# With whom, and in which time zone.
# $teacher: the teacher's name. $zone: as in time-zone.
page-time-with = Với { $teacher }. Giờ ghi ở đây là { $zone }.

# In which time zone, where the teacher's name is not known.
# $zone: as in time-zone.
page-time-zone = Giờ ghi ở đây là { $zone }.

# Heading above the times that lie close to another child's conference.
# $name: the other child's first name. $date: as in weekday-date. $time: as in clock-time.
page-time-near = Gần giờ họp của { $name } ({ $date }, { $time })

# The link to later days.
page-time-later = Những ngày sau

# The link to earlier days.
page-time-earlier = Những ngày trước

# Where there is no free time.
page-time-none = Hiện không còn giờ trống. Quý vị có thể nhờ giáo viên gọi để cùng tìm giờ.

# What is wrong: no time was chosen.
page-time-missing = Xin chọn giờ.

# What is wrong: somebody else was faster.
page-time-taken = Có người vừa chọn giờ đó. Xin chọn giờ khác.

## The family's pages: how to meet

# Heading.
page-how-title = Quý vị muốn họp bằng cách nào?

# One way to meet.
# $school: the school.
page-how-in-person = Gặp mặt tại { $school }

# One way to meet.
page-how-phone = Qua điện thoại. Giáo viên sẽ gọi cho quý vị.

# One way to meet.
page-how-video = Qua video. Quý vị sẽ nhận được đường link.

# What is wrong: nothing was chosen.
page-how-missing = Xin chọn cách họp.

## The family's pages: the interpreter

# Heading.
page-interpreter-title = Quý vị có muốn thông dịch viên không?

# What that is.
page-interpreter-hint = Thông dịch viên nói tiếng của quý vị và giúp quý vị nói chuyện với giáo viên. Miễn phí.

# One answer.
# $language: the language, as language-name.
page-interpreter-yes = Có, tôi muốn: { $language }

# One answer.
page-interpreter-no = Không, cảm ơn

# What is wrong: nothing was chosen.
page-interpreter-missing = Xin cho biết quý vị có muốn thông dịch viên không.

## The family's pages: check and book

# Heading.
page-check-title = Kiểm tra và hẹn giờ

# Names of the lines.
page-check-child = Học sinh
# Name of a line.
page-check-when = Ngày giờ
# Name of a line.
page-check-how = Cách họp
# Name of a line.
page-check-interpreter = Thông dịch viên

# The link to change a line.
page-check-change = Đổi

# Question where the teacher is to call.
page-check-number = Giáo viên nên gọi số nào?

# The number that the school has.
# $digits: its last two digits.
page-check-number-known = Số có hai số cuối là { $digits }

# Another number, with a field to enter it.
page-check-number-other = Số khác:

# What is wrong with the number.
page-check-number-wrong = Xin nhập số điện thoại có mười chữ số, ví dụ 860 555 0123.

# The button that books.
page-check-book = Hẹn giờ này

## The family's pages: a booked conference

# Heading right after booking, and whenever the page is opened again.
page-done-title = Buổi họp của quý vị đã được hẹn

# Heading above what comes next.
page-done-next = Tiếp theo

# That messages come.
page-done-messages = Quý vị sẽ nhận được tin ghi ngày giờ họp. Chúng tôi sẽ nhắc quý vị trước buổi họp.

# For a conference in person.
# $school: the school.
page-done-in-person = Xin đến { $school }. Vào văn phòng trường và hỏi gặp giáo viên.

# For a conference by phone.
# $digits: the last two digits of the number.
page-done-phone = Giáo viên sẽ gọi cho quý vị ở số có hai số cuối là { $digits }.

# For a conference by phone where no number is known.
page-done-phone-unknown = Giáo viên sẽ gọi cho quý vị.

# For a conference by video where the link is known. The text of a link.
page-done-video = Đến giờ họp, mở cuộc gọi video ở đây

# For a conference by video where the link is not known yet.
page-done-video-later = Giáo viên sẽ gửi đường link cho quý vị trước buổi họp.

# For a conference with an interpreter.
page-done-interpreter = Sẽ có thông dịch viên. Miễn phí.

# The link to the file for the family's calendar.
page-done-calendar = Thêm vào lịch của tôi

# The link to another time.
page-done-change = Đổi giờ

# The link to giving up the time.
page-done-cancel = Hủy buổi họp

# The link to booking for another child.
# $name: the other child's first name.
page-done-other = Bây giờ chọn giờ cho { $name }

# Where the page that was sent is older than what stands.
page-stale = Có thay đổi từ lúc quý vị mở trang. Đây là tình trạng hiện nay.

## The family's pages: other answers. Each has a question, what it means, the button, and what is said after.

# The question.
page-cancel-title = Hủy buổi họp này?
# What it means.
page-cancel-hint = Giáo viên sẽ được báo, và người khác có thể chọn giờ này. Quý vị có thể chọn giờ khác.
# The button.
page-cancel-yes = Có, hủy buổi họp
# The link back.
page-cancel-no = Không, giữ lại
# Heading after it.
page-cancelled-title = Buổi họp của quý vị đã hủy
# What comes next.
page-cancelled-hint = Quý vị có thể chọn giờ khác bây giờ hoặc sau này.

# The question.
page-decline-title = Quý vị không muốn buổi họp này?
# What it means.
page-decline-hint = Không sao cả. Giáo viên sẽ được báo. Nếu đổi ý, xin mở lại đường link của quý vị.
# The button.
page-decline-yes = Chúng tôi không muốn họp
# Heading after it.
page-declined-title = Cảm ơn quý vị. Giáo viên sẽ được báo.
# What comes next.
page-declined-hint = Nếu đổi ý, xin mở lại đường link của quý vị.

# The question.
page-call-title = Quý vị có muốn giáo viên gọi không?
# What it means.
page-call-hint = Giáo viên sẽ gọi để tìm giờ tiện cho quý vị.
# The button.
page-call-yes = Xin gọi cho tôi
# Heading after it.
page-called-title = Giáo viên sẽ gọi cho quý vị
# What comes next.
page-called-hint = Quý vị vẫn có thể chọn giờ ở đây.

# The question.
page-not-mine-title = Quý vị không phải là cha mẹ hay người giám hộ của em này?
# What it means.
page-not-mine-hint = Nếu vậy, chúng tôi sẽ không gửi tin cho quý vị nữa, và đường link này sẽ không dùng được nữa. Xin chỉ xác nhận nếu đúng như vậy.
# The button.
page-not-mine-yes = Tôi không phải là cha mẹ hay người giám hộ
# Heading after it.
page-not-mine-done = Cảm ơn quý vị đã cho biết
# What comes next.
page-not-mine-done-hint = Chúng tôi sẽ không gửi tin cho quý vị nữa. Quý vị có thể đóng trang này.

# The question.
page-stop-title = Quý vị muốn ngừng nhận loại nào?
# What it means.
page-stop-hint = Khi đó chúng tôi không thể nhắc quý vị. Đường link của quý vị vẫn dùng được.
# One choice.
page-stop-texts = Tin nhắn
# One choice.
page-stop-emails = Email
# The button.
page-stop-yes = Ngừng nhận
# What is wrong: nothing was chosen.
page-stop-missing = Xin chọn loại muốn ngừng.
# Heading after it.
page-stopped-title = Đã ngừng gửi

# The question.
page-language-title = Ngôn ngữ nào?
# What it means.
page-language-hint = Chúng tôi cũng sẽ viết cho quý vị bằng ngôn ngữ này.

## The family's pages: the emergency contact

# The question.
page-contact-title = Nếu không liên lạc được với quý vị, chúng tôi có thể gọi cho ai?
# What it is for.
page-contact-hint = Xin ghi tên một người lớn biết cách liên lạc với quý vị. Không ghi tên quý vị hay cha hoặc mẹ kia của em. Trường chỉ gọi người này nếu không liên lạc được với quý vị.
# A field.
page-contact-name = Họ tên
# A field.
page-contact-relation = Người này có quan hệ gì với em? (ví dụ: cô, dì, hàng xóm)
# A field.
page-contact-phone = Số điện thoại
# A field.
page-contact-language = Người này nói tiếng gì
# The button.
page-contact-save = Lưu
# The link on without an answer.
page-contact-skip = Để sau
# What is wrong.
page-contact-name-missing = Xin nhập họ tên.
# What is wrong.
page-contact-relation-missing = Xin ghi người này có quan hệ gì với em.
# What is wrong.
page-contact-guardian = Đây là số của cha mẹ hoặc người giám hộ. Xin ghi tên người khác.
# Heading after it.
page-contact-saved = Cảm ơn quý vị. Chúng tôi đã lưu người liên lạc.
# The link where there is none yet.
# $name: the child's first name.
page-contact-add = Thêm người liên lạc cho { $name }
# That there is one.
# $count: how many.
page-contact-known =
    { $count ->
       *[other] Trường có { $count } người để gọi khi không liên lạc được với quý vị.
    }

## The family's pages: a link that does not work

# Heading.
page-expired-title = Đường link này không còn dùng được
# What to do.
page-expired-hint = Xin nhập số điện thoại di động hoặc địa chỉ email của quý vị. Nếu trường có số hoặc địa chỉ đó, chúng tôi sẽ gửi đường link mới.
# The field.
page-expired-field = Số điện thoại di động hoặc địa chỉ email
# The button.
page-expired-send = Gửi cho tôi đường link mới
# What is wrong.
page-expired-wrong = Xin nhập số điện thoại có mười chữ số hoặc địa chỉ email.
# Heading after it.
page-sent-title = Xin xem tin nhắn hoặc email của quý vị
# What comes next.
page-sent-hint = Nếu trường có số hoặc địa chỉ đó, đường link mới sắp đến. Nếu không nhận được, xin gọi cho trường.

# Heading where somebody sent too many forms.
page-busy-title = Xin đợi vài phút
# What to do.
page-busy-hint = Có quá nhiều lần thử. Không có gì bị mất. Xin thử lại sau mười phút hoặc gọi cho trường.

# Heading where something is broken.
page-broken-title = Không thực hiện được
# What to do.
page-broken-hint = Đây không phải lỗi của quý vị. Xin thử lại sau vài phút hoặc gọi cho trường.

## The family's pages: the state's resource document, below the button that books and on the page of a booked conference

# Heading, and the link to it above the button. The document's own title comes below it.
page-document-heading = Xin đọc tài liệu này trước buổi họp

# Where the text is not the state's own in this language: a person translated it.
page-document-translated = Tiểu bang không viết tài liệu này bằng tiếng Việt. Học khu của quý vị đã nhờ người dịch. Bản gốc của tiểu bang ở bên dưới bản dịch.

# Where the text is not the state's own in this language: a machine translated it.
page-document-machine = Máy tính đã dịch tài liệu này. Bản dịch có thể có lỗi. Bản gốc của tiểu bang ở bên dưới bản dịch.

# Where there is no text in this language. The state's own text comes below, in another language.
page-document-other = Tiểu bang không viết tài liệu này bằng tiếng Việt. Trường có thể giúp quý vị đọc tài liệu này.
