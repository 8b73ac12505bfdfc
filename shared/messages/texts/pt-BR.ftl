### What families and staff read, in Brazilian Portuguese (of "você").
### Draft: not yet reviewed by a person who speaks the language.
###
### For whoever translates: the file en.ftl says more at its head. Messages whose name begins with "sms-" use only
### letters of GSM-7: é and à are among them, but á, â, ã, ç, ê, í, ó, ô, õ and ú are not. So choose words without these,
### and where there is none write the plain letter, as in "reuniao".

## Parts of other messages

# Stands for the sender in every message when neither the school nor the district has a name.
sender-unknown = Sua escola

# Joins the last of several first names to those before it, in the invitation SMS.
# $first: the names so far. $last: the last name.
# $sound (optional): "i" where the last name begins with that sound, else "other"; for languages that join by sound.
names-last = { $first } e { $last }

# Joins first names before the last, in the invitation SMS.
# $first: the names so far. $next: the next name.
names-next = { $first }, { $next }

# A day, in the staff digest.
# $month: 1 to 12. $day: day of the month. $year: four digits.
day =
    { $day } de { $month ->
        [1] janeiro
        [2] fevereiro
        [3] março
        [4] abril
        [5] maio
        [6] junho
        [7] julho
        [8] agosto
        [9] setembro
        [10] outubro
        [11] novembro
       *[12] dezembro
    } de { $year }

# The name of this language, as its speakers write it.
language-name = Português (Brasil)

# A day with its weekday, on pages and in e-mails. As CLDR's pattern "EEEE, MMMM d".
# $weekday: 1 (Monday) to 7. $month: 1 to 12. $day: day of the month.
weekday-date =
    { $weekday ->
        [1] segunda-feira
        [2] terça-feira
        [3] quarta-feira
        [4] quinta-feira
        [5] sexta-feira
        [6] sábado
       *[7] domingo
    }, { $day } de { $month ->
        [1] janeiro
        [2] fevereiro
        [3] março
        [4] abril
        [5] maio
        [6] junho
        [7] julho
        [8] agosto
        [9] setembro
        [10] outubro
        [11] novembro
       *[12] dezembro
    }

# A day in few letters, in SMS.
# $weekday: 1 (Monday) to 7. $month: 1 to 12. $day: day of the month.
sms-date =
    { $weekday ->
        [1] seg
        [2] ter
        [3] qua
        [4] qui
        [5] sex
        [6] sab
       *[7] dom
    } { $day } { $month ->
        [1] jan
        [2] fev
        [3] mar
        [4] abr
        [5] mai
        [6] jun
        [7] jul
        [8] ago
        [9] set
        [10] out
        [11] nov
       *[12] dez
    }

# A time of day, everywhere. As CLDR's pattern "jm", with a plain space.
# $hour: 0 to 23, as a number. $hour24: 00 to 23, two digits. $hour12: 1 to 12. $minute: two digits. $half: am or pm.
clock-time = { $hour24 }:{ $minute }

# In which time zone times are given, on pages.
# $zone: which of the zones of the United States.
time-zone =
    { $zone ->
        [eastern] horário do Leste
        [central] horário Central
        [mountain] horário das Montanhas
        [pacific] horário do Pacífico
        [alaska] horário do Alasca
        [hawaii] horário do Havaí
        [atlantic] horário do Atlântico
       *[other] horário local
    }

# A way to meet, in messages and on pages, inside a line.
# $mode: which way.
how-to-meet =
    { $mode ->
        [in_person] na escola
        [phone] por telefone
       *[video] por videochamada
    }

## The invitation SMS, to a guardian

# The whole SMS. One segment (160 letters) with usual names; the link takes some 55 of them.
# $children: how many children. $sender: the school, or the district where there are several schools.
# $who: the first names, or sms-who-child, or sms-who-children. $link: where to pick a time.
# The word STOP stays as it is in every language: the carrier understands only that.
sms-invitation =
    { $children ->
        [one] { $sender }: Reuniao extra com professores de { $who } por telefone, video ou na escola: { $link } STOP para sair
       *[other] { $sender }: Reunioes extras com professores de { $who } por telefone, video ou na escola: { $link } STOP: sair
    }

# The same where the names are long: without the ways to meet.
# $children: how many children. $sender, $who, $link: as in sms-invitation.
sms-invitation-short =
    { $children ->
        [one] { $sender }: Reuniao extra de pais e professores para { $who }: { $link } STOP para sair
       *[other] { $sender }: Reunioes extras de pais e professores para { $who }: { $link } STOP para sair
    }

# Stands for the first name in sms-invitation where it is unknown or does not fit.
sms-who-child = seu filho/a

# Stands for the first names in sms-invitation where they do not fit.
sms-who-children = seus filhos

# Whom to call, in sms-answer.
# $phone: the school's telephone number as the school writes it.
sms-call-number = Ligue para { $phone }.

# Whom to call where the school's number is unknown, in sms-answer.
sms-call-school = Ligue para a escola.

# Whom to call where the children are at several schools, in sms-answer.
sms-call-schools = Ligue para cada escola.

## The invitation e-mail, to a guardian

# Subject of the e-mail. No child's name here.
# $sender: the school, or the district where there are several schools.
email-invitation-subject = { $sender }: você tem direito a uma reunião extra de pais e professores

# First line of the e-mail.
email-hello = Olá,

# What the conference is for, in the invitation e-mail.
# $children: how many children.
email-invitation-why =
    { $children ->
        [one] Alguns alunos têm aulas pela internet por mais de três semanas seguidas. Nesse caso, a família tem direito a uma reunião extra de pais e professores. Agora você tem direito a uma. Você pode conversar com o professor ou a professora. Pergunte como seu filho ou sua filha está indo e o que pode ajudar.
       *[other] Alguns alunos têm aulas pela internet por mais de três semanas seguidas. Nesse caso, a família tem direito a uma reunião extra de pais e professores. Agora você tem direito a uma para cada filho. Você pode conversar com os professores. Pergunte como seus filhos estão indo e o que pode ajudar.
    }

# Heading above the list of children, in the invitation e-mail.
email-invitation-who = Para quem é

# One child in the list, in the invitation e-mail.
# $name: the first name, or email-child-unknown. $school: the school. $phone: its telephone number.
email-child = { $name }: { $school }, telefone { $phone }

# One child in the list whose school has no known number, in the invitation e-mail.
# $name: the first name, or email-child-unknown. $school: the school.
email-child-no-phone = { $name }: { $school }

# Stands for a first name that is unknown, in the list of the invitation e-mail.
email-child-unknown = Seu filho ou sua filha

# Heading above how to meet, in the invitation e-mail.
email-invitation-how-heading = Como se reunir

# The ways to meet, in the invitation e-mail.
email-invitation-how = A reunião pode ser por telefone, por videochamada ou na escola. Você escolhe.

# The interpreter, in the invitation e-mail.
email-invitation-interpreter = Você pode ter um intérprete. É de graça. É só dizer à escola que língua você fala.

# Heading above how to answer, in the invitation e-mail.
email-invitation-answer-heading = Como responder

# The link to the page where families pick a time, in the invitation e-mail. The text of a button.
email-invitation-link = Escolher dia e horário

# How to answer without the link where there is one school with a number, in the invitation e-mail.
# $phone: the school's telephone number.
email-invitation-call-number = Ou ligue para a escola: { $phone }.

# How to answer without the link where the school's number is unknown, in the invitation e-mail.
email-invitation-call-school = Ou ligue para a escola.

# How to answer without the link where the children are at several schools, in the invitation e-mail.
email-invitation-call-schools = Ou ligue para cada escola.

# Last lines of every e-mail to a family: who sends it and how to stop.
# $sender: the school, or the district where there are several schools.
email-sender = Este e-mail é de { $sender }. Para não receber mais e-mails como este, abra o link e escolha "Parar de receber mensagens ou e-mails".

# Heading above the question whom to call, where it goes with an invitation e-mail.
email-invitation-contact-heading = Mais uma pergunta

# The question whom to call, where it goes with an invitation e-mail.
email-invitation-contact = Às vezes uma escola não consegue falar com a família. Para quem podemos ligar nesse caso? Você pode nos dizer na mesma página.

## The yearly question whom the school may call when it cannot reach the family, to a guardian

# The whole SMS. One segment (160 letters) with a sender of 16 letters and a link of 55. It does not say what the question is:
# somebody else may read it.
# $sender: the school, or the district where there are several schools. $link: the family's page.
sms-contact-request = { $sender }: Temos uma pergunta a fazer este ano. Por favor, responda aqui: { $link } STOP para sair

# Subject of the e-mail. No child's name here.
# $sender: the school, or the district where there are several schools.
email-contact-request-subject = { $sender }: para quem podemos ligar se não acharmos você?

# What is asked.
# $children: how many children.
email-contact-request-why =
    { $children ->
        [one] Às vezes uma escola não consegue falar com a família. Então ela liga para outra pessoa, para saber se está tudo bem. Para quem podemos ligar no caso do seu filho ou da sua filha?
       *[other] Às vezes uma escola não consegue falar com a família. Então ela liga para outra pessoa, para saber se está tudo bem. Para quem podemos ligar no caso dos seus filhos?
    }

# Who that can be, and when they are called.
email-contact-request-who = Pode ser alguém da família, um vizinho ou uma amiga. Não pode ser o pai, a mãe nem o responsável pelo aluno. Só ligamos para essa pessoa se não conseguirmos falar com você.

# The link to the page. The text of a button.
email-contact-request-link = Dizer para quem ligar

## The SMS about a booked conference, to a guardian. No first name: the link shows for whom it is. One segment each, with
## a sender of 16 letters and a link of 51.

# A time was booked.
# $sender: the school. $date: as in sms-date. $time: as in clock-time. $mode: as in how-to-meet. $link: the family's page.
sms-confirmation = { $sender }: Reuniao com professores marcada: { $date }, { $time }, { $mode }. Mude ou cancele: { $link }

# The day before, and on the morning of the day.
# $sender, $date, $time, $mode, $link: as in sms-confirmation.
sms-reminder = { $sender }: Lembrete: reuniao com professores { $date }, { $time }, { $mode }. Mude ou cancele: { $link }

# Another time was booked instead.
# $sender, $date, $time, $mode, $link: as in sms-confirmation.
sms-change = { $sender }: Reuniao com professores mudou para { $date }, { $time }, { $mode }. Mude ou cancele: { $link }

# The booked time was given up.
# $sender, $date, $time, $link: as in sms-confirmation.
sms-cancellation = { $sender }: Reuniao com professores cancelada ({ $date }, { $time }). Escolha outra hora: { $link }

# A new link, asked for on the page of a link that no longer works.
# $sender: the district. $link: the family's page.
sms-new-link = { $sender }: Veja seu novo link para as reunioes de pais e professores: { $link }

## The e-mails about a booked conference, to a guardian

# Subject where a time was booked.
# $sender: the school.
email-confirmation-subject = { $sender }: sua reunião está marcada

# Subject of the reminder.
# $sender: the school.
email-reminder-subject = { $sender }: lembrete da sua reunião

# Subject where another time was booked instead.
# $sender: the school.
email-change-subject = { $sender }: sua reunião mudou de horário

# Subject where the booked time was given up.
# $sender: the school.
email-cancellation-subject = { $sender }: sua reunião foi cancelada

# Subject of the e-mail with a new link.
# $sender: the district.
email-new-link-subject = { $sender }: seu novo link

# First words where a time was booked.
email-confirmation-intro = Sua reunião de pais e professores está marcada.

# First words of the reminder.
email-reminder-intro = Sua reunião de pais e professores está chegando.

# First words where another time was booked instead.
email-change-intro = Sua reunião de pais e professores tem um novo horário.

# First words where the booked time was given up. email-when says which.
email-cancellation-intro = Esta reunião de pais e professores foi cancelada.

# First words of the e-mail with a new link.
email-new-link-intro = Você pediu um novo link. Com ele, você pode escolher, mudar ou cancelar um horário. Se não foi você que pediu, não precisa fazer nada.

# For which child, in the list of the e-mail.
# $name: the first name, or email-child-unknown. $school: the school.
email-for = Para { $name }, { $school }

# When, in the list of the e-mail.
# $date: as in weekday-date. $time: as in clock-time. $zone: as in time-zone.
email-when = { $date }, { $time } ({ $zone })

# How, in the list of the e-mail.
# $mode: as in how-to-meet.
email-how = Como: { $mode }

# That an interpreter comes, in the list of the e-mail.
# $language: the language, as language-name.
email-interpreter = Com intérprete, de graça: { $language }

# The link of the e-mail about a booked conference. The text of a button.
email-link-change = Mudar ou cancelar

# The link of the e-mail about a cancelled conference. The text of a button.
email-link-again = Escolher outro horário

# The link of the e-mail with a new link. The text of a button.
email-link-open = Abrir minha página

# That the state's resource document comes with the e-mail about a booked conference.
email-document = Em anexo está um documento com ajuda para as famílias. Por favor, leia antes da reunião.

# The name of the entry in the family's calendar. No child's name: others may see the calendar.
# $school: the school.
calendar-title = Reunião de pais e professores, { $school }

## The answer to a family's text message, to whoever wrote it

# The whole SMS. One segment (160 letters) for a usual school. Sent at once, even at night; it says what there is for danger
# (911), for a crisis (988 takes calls and texts) and for food, housing and other help (211), and nothing about the family.
# $sender: the school, or the district where there is not one school.
# $call: one of sms-call-number, sms-call-numbers, sms-call-school, sms-call-schools.
sms-answer = { $sender }: Ninguém atende aqui. { $call } Perigo: ligue 911. Crise: ligue ou mande texto para 988. Comida, moradia e mais: 211.

# How to reach several schools, in sms-answer.
# $schools: each school's name and telephone number, joined by names-next.
sms-call-numbers = Ligue para { $schools }.

## The SMS to principals and their designees

# The whole SMS: the number of welfare checks that wait, and nothing else.
# $checks: how many.
sms-alert =
    { $checks ->
        [0] Confer: nenhuma checagem de bem-estar pendente.
        [one] Confer: { $checks } checagem de bem-estar espera por seu atendimento.
       *[other] Confer: { $checks } checagens de bem-estar esperam por seu atendimento.
    }

## The digest e-mail of a day, to one member of staff

# Subject of the digest.
# $count: how many notices it holds.
digest-subject =
    { $count ->
        [0] Confer: nada a fazer
        [one] Confer: { $count } coisa a fazer
       *[other] Confer: { $count } coisas a fazer
    }

# First line of the digest. It holds the system's own numbers only, never a name.
digest-intro = Veja o que há de novo para você no Confer. Nenhum aluno é citado pelo nome aqui: abra o Confer para ver quem é.

# One notice in the digest.
# $day: the day it happened, as in day. $student: the student's id. $conference: the conference's id.
digest-line = { $day }: aluno { $student }, reunião { $conference }

# One notice that is about a student and no conference, in the digest and in the urgent e-mail.
# $day: the day it happened, as in day. $student: the student's id.
digest-line-student = { $day }: aluno { $student }

# Last line of the digest and of the urgent e-mail: who sends it.
# $district: the district.
digest-sender = Este e-mail é de { $district }. Você o recebe porque trabalha com estes alunos.

# Heading of the digest's notices that a welfare check is waiting.
digest-welfare-check = Checagem de bem-estar
# What to do about them.
digest-welfare-check-do = Ninguém conseguiu falar com a família: por favor, abra a tarefa, ligue para o contato de emergência e anote se o aluno e a família estão bem de saúde e em segurança.

# Heading of the digest's notices that only a person can reach the family.
digest-reach-family = Por favor, fale com a família
# What to do about them.
digest-reach-family-do = As mensagens automáticas não chegam a estas famílias ou não são o que elas precisam: por favor, ligue para elas e combine um horário.

# Heading of the digest's notices that two attempts to reach the family failed.
digest-two-attempts-failed = Duas tentativas sem resposta
# What to do about them.
digest-two-attempts-failed-do = A família não respondeu duas vezes: por favor, ligue você para ela e registre a ligação ou que já falou com ela.

# Heading of the digest's notices that the family was reached for another child.
digest-sibling-reached = A família respondeu sobre outro filho
# What to do about them.
digest-sibling-reached-do = A família respondeu sobre um irmão ou uma irmã: por favor, pergunte também sobre esta reunião.

# Heading of the digest's notices that an agreed time was cancelled.
digest-cancelled = Cancelada
# What to do about them.
digest-cancelled-do = O horário foi cancelado: por favor, tire-o da sua agenda; a família será consultada de novo.

# Heading of the digest's notices that a booked time is free again.
digest-slot-released = Horário livre de novo
# What to do about them.
digest-slot-released-do = O aluno passou para outro professor ou outra escola: por favor, tire esta reunião da sua agenda.

# Heading of the digest's notices that a time was agreed.
digest-scheduled = Marcada
# What to do about them.
digest-scheduled-do = Um horário foi combinado: por favor, veja qual é no Confer e deixe-o reservado.

# Heading of the digest's notices that the family does not want the conference.
digest-declined = Recusada
# What to do about them.
digest-declined-do = A família não quer esta reunião: por favor, não peça de novo, mas marque um horário se ela mudar de ideia.

# Heading of the digest's notices that a welfare check was withdrawn.
digest-check-withdrawn = Checagem de bem-estar retirada
# What to do about them.
digest-check-withdrawn-do = Esta checagem não é mais necessária: por favor, não ligue para o contato de emergência.

# Heading of the digest's notices that a family wrote a text message.
digest-family-wrote = Uma família respondeu por mensagem
# What to do about them.
digest-family-wrote-do = A família mandou uma mensagem de texto com suas próprias palavras: por favor, abra o Confer para ler e ligue para ela.

# Heading of the digest's notices that a family's text message reads as danger.
digest-urgent-reply = Uma mensagem de texto parece indicar perigo
# What to do about them.
digest-urgent-reply-do = Por favor, abra o Confer agora, leia a mensagem e confirme que leu. Se alguém estiver em perigo, ligue para 911.

## The urgent messages to principals and their designees: a family's text message reads as danger. Never a word of it.

# The whole SMS: no student, no school.
sms-urgent = Confer: uma mensagem de texto recebida parece indicar perigo. Abra o Confer agora. Se alguém estiver em perigo, ligue para 911.

# Subject of the urgent e-mail.
urgent-subject = Confer: urgente, a mensagem de texto de uma família parece indicar perigo

# What to do, in the urgent e-mail.
urgent-do = Uma família mandou uma mensagem de texto que parece indicar perigo. Por favor, abra o Confer agora e leia a mensagem. Se alguém estiver em perigo, ligue para 911.

# Heading above the list of students (digest-line-student), in the urgent e-mail.
urgent-students = Alunos

# Heading above urgent-paused, in the urgent e-mail.
urgent-next = O que acontece agora

# What Confer does by itself, in the urgent e-mail.
urgent-paused = Para cada aluno desta lista, as mensagens automáticas à família estão em pausa. Elas voltam quando alguém confirmar no Confer que leu a mensagem de texto. Foi uma lista de palavras que a encontrou, e ela pode errar: o que a família escreveu está somente no Confer.

## The family's pages: parts of every page

# Name of the pages, in the title of the window. No child's name.
page-name = Reunião de pais e professores

# The link to the step before.
page-back = Voltar

# The button to the next step.
page-continue = Continuar

# The link to the first page.
page-start = Página inicial

# Heading above what is wrong with an entry.
page-problem = Há um problema

# Heading above the other ways, at the foot of the page.
page-more = Precisa de outra coisa?

# The link: no time suits.
page-more-none = Nenhum destes horários serve para nós

# The link: the family would rather be called.
page-more-call = Por favor, me liguem

# The link: the family does not want the conference.
page-more-decline = Não queremos esta reunião

# The link: the reader is not the child's parent.
page-more-not-mine = Não sou pai, mãe nem responsável por este aluno

# The link: no more text messages or e-mails.
page-more-stop = Parar de receber mensagens ou e-mails

# The link to the choice of language. It stands beside "Language / Idioma", which stays as it is.
page-more-language = Outra língua

# Heading above where to turn for help.
page-help = Ajuda

# Where to turn in danger, crisis or need. The numbers stay as they are.
page-help-danger = Está em perigo? Ligue para 911. Está em crise? Ligue ou mande uma mensagem de texto para 988. Precisa de comida, moradia ou outra ajuda? Ligue para 211.

# That nobody is there to answer.
page-help-nobody = Esta página é automática. Ninguém está lendo agora.

## The family's pages: the first page

# Heading.
page-home-title = Converse com o professor ou a professora

# What the conference is for.
page-home-why = Alunos que têm aulas pela internet por mais de três semanas têm mais uma reunião de pais e professores. Você escolhe quando e como.

# Question above the children, where there are several.
page-home-which = Para qual dos seus filhos?

# The button beside a child whose conference has no time yet.
# $name: the child's first name.
page-home-pick = Escolher um horário para { $name }

# The child's line where a time is booked.
# $date: as in weekday-date. $time: as in clock-time. $mode: as in how-to-meet.
page-home-booked = Marcada: { $date }, { $time }, { $mode }

# The link beside a child whose time is booked.
# $name: the child's first name.
page-home-see = Ver ou mudar o horário de { $name }

# The child's line where the family said no.
page-home-declined = Você disse que não quer esta reunião. Você ainda pode escolher um horário.

# The child's line where the family wants to be called.
page-home-call = O professor ou a professora vai ligar para você. Você também pode escolher um horário aqui.

# Where nothing is due for any child.
page-home-nothing = Você não precisa fazer nada agora. Quando precisar, vamos escrever para você.

# What comes next where nobody has answered twice. Kind, without reproach.
page-home-next = Se esta página não funcionar para você, não tem problema: alguém da escola vai ligar para você.

## The family's pages: day and time

# Heading.
page-time-title = Escolha o dia e o horário

# With whom, and in which time zone.
# $teacher: the teacher's name. $zone: as in time-zone.
page-time-with = Com { $teacher }. As horas estão no { $zone }.

# In which time zone, where the teacher's name is not known.
# $zone: as in time-zone.
page-time-zone = As horas estão no { $zone }.

# Heading above the times that lie close to another child's conference.
# $name: the other child's first name. $date: as in weekday-date. $time: as in clock-time.
page-time-near = Perto da reunião de { $name } ({ $date }, { $time })

# The link to later days.
page-time-later = Próximos dias

# The link to earlier days.
page-time-earlier = Dias anteriores

# Where there is no free time.
page-time-none = Não há horário livre aqui agora. Peça uma ligação, e o professor ou a professora vai achar um horário com você.

# What is wrong: no time was chosen.
page-time-missing = Escolha um horário.

# What is wrong: somebody else was faster.
page-time-taken = Outra pessoa acabou de pegar esse horário. Por favor, escolha outro.

## The family's pages: how to meet

# Heading.
page-how-title = Como você quer se reunir?

# One way to meet.
# $school: the school.
page-how-in-person = Pessoalmente, em { $school }

# One way to meet.
page-how-phone = Por telefone. O professor ou a professora liga para você.

# One way to meet.
page-how-video = Por videochamada. Você recebe um link.

# What is wrong: nothing was chosen.
page-how-missing = Escolha como você quer se reunir.

## The family's pages: the interpreter

# Heading.
page-interpreter-title = Você quer um intérprete?

# What that is.
page-interpreter-hint = O intérprete fala a sua língua e ajuda você a conversar com o professor ou a professora. É de graça.

# One answer.
# $language: the language, as language-name.
page-interpreter-yes = Sim, por favor: { $language }

# One answer.
page-interpreter-no = Não, não preciso

# What is wrong: nothing was chosen.
page-interpreter-missing = Diga se você quer um intérprete.

## The family's pages: check and book

# Heading.
page-check-title = Confira e marque

# Names of the lines.
page-check-child = Aluno
# Name of a line.
page-check-when = Quando
# Name of a line.
page-check-how = Como
# Name of a line.
page-check-interpreter = Intérprete

# The link to change a line.
page-check-change = Mudar

# Question where the teacher is to call.
page-check-number = Para qual número o professor ou a professora deve ligar?

# The number that the school has.
# $digits: its last two digits.
page-check-number-known = O número que termina em { $digits }

# Another number, with a field to enter it.
page-check-number-other = Outro número:

# What is wrong with the number.
page-check-number-wrong = Escreva um número de telefone com dez dígitos, como 860 555 0123.

# The button that books.
page-check-book = Marcar este horário

## The family's pages: a booked conference

# Heading right after booking, and whenever the page is opened again.
page-done-title = Sua reunião está marcada

# Heading above what comes next.
page-done-next = O que acontece agora

# That messages come.
page-done-messages = Você recebe uma mensagem com o dia e a hora. Antes da reunião, mandamos um lembrete.

# For a conference in person.
# $school: the school.
page-done-in-person = Venha à escola: { $school }. Na secretaria, procure o professor ou a professora.

# For a conference by phone.
# $digits: the last two digits of the number.
page-done-phone = O professor ou a professora liga para você no número que termina em { $digits }.

# For a conference by phone where no number is known.
page-done-phone-unknown = O professor ou a professora liga para você.

# For a conference by video where the link is known. The text of a link.
page-done-video = Abrir a videochamada nesse horário

# For a conference by video where the link is not known yet.
page-done-video-later = O professor ou a professora manda o link para você antes da reunião.

# For a conference with an interpreter.
page-done-interpreter = Vai haver um intérprete. É de graça.

# The link to the file for the family's calendar.
page-done-calendar = Pôr na minha agenda

# The link to another time.
page-done-change = Mudar o horário

# The link to giving up the time.
page-done-cancel = Cancelar a reunião

# The link to booking for another child.
# $name: the other child's first name.
page-done-other = Agora escolha um horário para { $name }

# Where the page that was sent is older than what stands.
page-stale = Algo mudou desde que você abriu a página. Veja como está agora.

## The family's pages: other answers. Each has a question, what it means, the button, and what is said after.

# The question.
page-cancel-title = Cancelar esta reunião?
# What it means.
page-cancel-hint = Vamos avisar o professor ou a professora, e o horário fica livre para outras famílias. Você pode escolher outro horário.
# The button.
page-cancel-yes = Sim, cancelar
# The link back.
page-cancel-no = Não, manter a reunião
# Heading after it.
page-cancelled-title = Sua reunião foi cancelada
# What comes next.
page-cancelled-hint = Você pode escolher outro horário agora ou mais tarde.

# The question.
page-decline-title = Você não quer esta reunião?
# What it means.
page-decline-hint = Não tem problema. Vamos avisar o professor ou a professora. Se mudar de ideia, abra seu link de novo.
# The button.
page-decline-yes = Não queremos a reunião
# Heading after it.
page-declined-title = Obrigado. Já avisamos o professor ou a professora.
# What comes next.
page-declined-hint = Se mudar de ideia, abra seu link de novo.

# The question.
page-call-title = Quer que o professor ou a professora ligue para você?
# What it means.
page-call-hint = O professor ou a professora liga para achar um horário bom para você.
# The button.
page-call-yes = Por favor, me liguem
# Heading after it.
page-called-title = O professor ou a professora vai ligar para você
# What comes next.
page-called-hint = Você ainda pode escolher um horário aqui.

# The question.
page-not-mine-title = Você não é pai, mãe nem responsável por este aluno?
# What it means.
page-not-mine-hint = Então vamos parar de escrever para você, e este link vai parar de funcionar. Por favor, diga isso somente se for verdade.
# The button.
page-not-mine-yes = Não sou pai, mãe nem responsável
# Heading after it.
page-not-mine-done = Obrigado por nos avisar
# What comes next.
page-not-mine-done-hint = Não vamos mais escrever para você. Você pode fechar esta página.

# The question.
page-stop-title = O que você quer parar de receber?
# What it means.
page-stop-hint = Então não vamos poder mandar lembretes. Seu link continua funcionando.
# One choice.
page-stop-texts = Mensagens de texto
# One choice.
page-stop-emails = E-mails
# The button.
page-stop-yes = Parar de receber
# What is wrong: nothing was chosen.
page-stop-missing = Escolha o que você quer parar de receber.
# Heading after it.
page-stopped-title = Pronto, você não vai mais receber

# The question.
page-language-title = Qual língua?
# What it means.
page-language-hint = Também vamos escrever para você nesta língua.

## The family's pages: the emergency contact

# The question.
page-contact-title = Para quem podemos ligar se não conseguirmos falar com você?
# What it is for.
page-contact-hint = Escreva o nome de um adulto que saiba onde você está. Não pode ser você nem o outro pai ou a outra mãe do aluno. A escola liga para essa pessoa somente se não conseguir falar com você.
# A field.
page-contact-name = Nome
# A field.
page-contact-relation = O que essa pessoa é do aluno? (por exemplo, tia ou vizinho)
# A field.
page-contact-phone = Número de telefone
# A field.
page-contact-language = Língua que essa pessoa fala
# The button.
page-contact-save = Salvar
# The link on without an answer.
page-contact-skip = Agora não
# What is wrong.
page-contact-name-missing = Escreva um nome.
# What is wrong.
page-contact-relation-missing = Escreva o que essa pessoa é do aluno.
# What is wrong.
page-contact-guardian = Este número é do pai, da mãe ou do responsável. Escreva o de outra pessoa.
# Heading after it.
page-contact-saved = Obrigado. Salvamos o contato.
# The link where there is none yet.
# $name: the child's first name.
page-contact-add = Incluir alguém para quem podemos ligar por { $name }
# That there is one.
# $count: how many.
page-contact-known =
    { $count ->
        [one] A escola tem { $count } pessoa para quem ligar se não achar você.
       *[other] A escola tem { $count } pessoas para quem ligar se não achar você.
    }

## The family's pages: a link that does not work

# Heading.
page-expired-title = Este link não funciona mais
# What to do.
page-expired-hint = Escreva seu número de celular ou seu e-mail. Se a escola tiver esse contato, mandamos um link novo.
# The field.
page-expired-field = Número de celular ou e-mail
# The button.
page-expired-send = Mandar um link novo
# What is wrong.
page-expired-wrong = Escreva um número de telefone com dez dígitos ou um e-mail.
# Heading after it.
page-sent-title = Veja suas mensagens
# What comes next.
page-sent-hint = Se a escola tiver esse número ou e-mail, um link novo já está a caminho. Se não chegar, ligue para a escola.

# Heading where somebody sent too many forms.
page-busy-title = Espere alguns minutos, por favor
# What to do.
page-busy-hint = A página foi usada vezes demais em pouco tempo. Nada se perdeu. Tente de novo em dez minutos ou ligue para a escola.

# Heading where something is broken.
page-broken-title = Algo não funcionou
# What to do.
page-broken-hint = A culpa não é sua. Tente de novo em alguns minutos ou ligue para a escola.

## The family's pages: the state's resource document, below the button that books and on the page of a booked conference

# Heading, and the link to it above the button. The document's own title comes below it.
page-document-heading = Por favor, leia isto antes da reunião

# Where the text is not the state's own in this language: a person translated it.
page-document-translated = O estado não escreveu este texto na sua língua. Seu distrito escolar mandou traduzir. O texto original do estado está mais abaixo.

# Where the text is not the state's own in this language: a machine translated it.
page-document-machine = Um computador traduziu este texto. Pode haver erros. O texto original do estado está mais abaixo.

# Where there is no text in this language. The state's own text comes below, in another language.
page-document-other = O estado não escreveu este texto na sua língua. A escola pode ajudar você a ler.
