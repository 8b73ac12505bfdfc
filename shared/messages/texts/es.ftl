### What families and staff read, in Spanish (of "usted"; days and times as in the United States, es-US).
### Draft: not yet reviewed by a person who speaks the language.
###
### For whoever translates: the file en.ftl says more at its head. Messages whose name begins with "sms-" use only
### letters of GSM-7: é, ñ, ü, ¡ and ¿ are among them, but á, í, ó and ú are not, so choose words without these.

## Parts of other messages

# Stands for the sender in every message when neither the school nor the district has a name.
sender-unknown = Su escuela

# Joins the last of several first names to those before it, in the invitation SMS.
# $first: the names so far. $last: the last name.
# $sound (optional): "i" where the last name begins with that sound, else "other"; for languages that join by sound.
names-last =
    { $sound ->
        [i] { $first } e { $last }
       *[other] { $first } y { $last }
    }

# Joins first names before the last, in the invitation SMS.
# $first: the names so far. $next: the next name.
names-next = { $first }, { $next }

# A day, in the staff digest.
# $month: 1 to 12. $day: day of the month. $year: four digits.
day =
    { $day } de { $month ->
        [1] enero
        [2] febrero
        [3] marzo
        [4] abril
        [5] mayo
        [6] junio
        [7] julio
        [8] agosto
        [9] septiembre
        [10] octubre
        [11] noviembre
       *[12] diciembre
    } de { $year }

# The name of this language, as its speakers write it.
language-name = Español

# A day with its weekday, on pages and in e-mails. As CLDR's pattern "EEEE, MMMM d".
# $weekday: 1 (Monday) to 7. $month: 1 to 12. $day: day of the month.
weekday-date =
    { $weekday ->
        [1] lunes
        [2] martes
        [3] miércoles
        [4] jueves
        [5] viernes
        [6] sábado
       *[7] domingo
    }, { $day } de { $month ->
        [1] enero
        [2] febrero
        [3] marzo
        [4] abril
        [5] mayo
        [6] junio
        [7] julio
        [8] agosto
        [9] septiembre
        [10] octubre
        [11] noviembre
       *[12] diciembre
    }

# A day in few letters, in SMS.
# $weekday: 1 (Monday) to 7. $month: 1 to 12. $day: day of the month.
sms-date =
    { $weekday ->
        [1] lun
        [2] mar
        [3] mié
        [4] jue
        [5] vie
        [6] sab
       *[7] dom
    } { $day } { $month ->
        [1] ene
        [2] feb
        [3] mar
        [4] abr
        [5] may
        [6] jun
        [7] jul
        [8] ago
        [9] sep
        [10] oct
        [11] nov
       *[12] dic
    }

# A time of day, everywhere. As CLDR's pattern "jm", with a plain space.
# $hour: 0 to 23, as a number. $hour24: 00 to 23, two digits. $hour12: 1 to 12. $minute: two digits. $half: am or pm.
clock-time =
    { $half ->
        [am] { $hour12 }:{ $minute } a.m.
       *[pm] { $hour12 }:{ $minute } p.m.
    }

# In which time zone times are given, on pages.
# $zone: which of the zones of the United States.
time-zone =
    { $zone ->
        [eastern] hora del Este
        [central] hora del Centro
        [mountain] hora de la Montaña
        [pacific] hora del Pacífico
        [alaska] hora de Alaska
        [hawaii] hora de Hawái
        [atlantic] hora del Atlántico
       *[other] hora local
    }

# A way to meet, in messages and on pages, inside a line.
# $mode: which way.
how-to-meet =
    { $mode ->
        [in_person] en persona
        [phone] por teléfono
       *[video] por video
    }

## The invitation SMS, to a guardian

# The whole SMS. One segment (160 letters) with usual names; the link takes some 55 of them.
# $children: how many children. $sender: the school, or the district where there are several schools.
# $who: the first names, or sms-who-child, or sms-who-children. $link: where to pick a time.
# The word STOP stays as it is in every language: the carrier understands only that.
sms-invitation =
    { $children ->
        [one] { $sender }: Otra conferencia con maestros de { $who } por teléfono, video o en persona: { $link } STOP para salir
       *[other] { $sender }: Otras conferencias con maestros de { $who } por teléfono, video o en persona: { $link } STOP: salir
    }

# The same where the names are long: without the ways to meet.
# $children: how many children. $sender, $who, $link: as in sms-invitation.
sms-invitation-short =
    { $children ->
        [one] { $sender }: Otra conferencia de padres y maestros para { $who }: { $link } STOP para salir
       *[other] { $sender }: Otras conferencias de padres y maestros para { $who }: { $link } STOP para salir
    }

# Stands for the first name in sms-invitation where it is unknown or does not fit.
sms-who-child = su hijo/a

# Stands for the first names in sms-invitation where they do not fit.
sms-who-children = sus hijos

# Whom to call, in sms-answer.
# $phone: the school's telephone number as the school writes it.
sms-call-number = Llame al { $phone }.

# Whom to call where the school's number is unknown, in sms-answer.
sms-call-school = Llame a la escuela.

# Whom to call where the children are at several schools, in sms-answer.
sms-call-schools = Llame a cada escuela.

## The invitation e-mail, to a guardian

# Subject of the e-mail. No child's name here.
# $sender: the school, or the district where there are several schools.
email-invitation-subject = { $sender }: le corresponde una conferencia adicional de padres y maestros

# First line of the e-mail.
email-hello = Buenos días:

# What the conference is for, in the invitation e-mail.
# $children: how many children.
email-invitation-why =
    { $children ->
        [one] Algunos estudiantes toman clases por internet durante más de tres semanas seguidas. En ese caso, su familia tiene derecho a una conferencia adicional de padres y maestros. Ahora le corresponde una a usted. Puede hablar con el maestro o la maestra. Pregunte cómo le va a su hijo o hija y qué le puede ayudar.
       *[other] Algunos estudiantes toman clases por internet durante más de tres semanas seguidas. En ese caso, su familia tiene derecho a una conferencia adicional de padres y maestros. Ahora le corresponde una por cada uno de sus hijos. Puede hablar con los maestros. Pregunte cómo les va a sus hijos y qué les puede ayudar.
    }

# Heading above the list of children, in the invitation e-mail.
email-invitation-who = Para quién es

# One child in the list, in the invitation e-mail.
# $name: the first name, or email-child-unknown. $school: the school. $phone: its telephone number.
email-child = { $name }: { $school }, teléfono { $phone }

# One child in the list whose school has no known number, in the invitation e-mail.
# $name: the first name, or email-child-unknown. $school: the school.
email-child-no-phone = { $name }: { $school }

# Stands for a first name that is unknown, in the list of the invitation e-mail.
email-child-unknown = Su hijo o hija

# Heading above how to meet, in the invitation e-mail.
email-invitation-how-heading = Cómo reunirse

# The ways to meet, in the invitation e-mail.
email-invitation-how = Puede reunirse por teléfono, por video o en persona. Usted elige.

# The interpreter, in the invitation e-mail.
email-invitation-interpreter = Puede tener un intérprete. Es gratis. Solo diga a la escuela qué idioma habla.

# Heading above how to answer, in the invitation e-mail.
email-invitation-answer-heading = Cómo responder

# The link to the page where families pick a time, in the invitation e-mail. The text of a button.
email-invitation-link = Elegir día y hora

# How to answer without the link where there is one school with a number, in the invitation e-mail.
# $phone: the school's telephone number.
email-invitation-call-number = O llame a la escuela al { $phone }.

# How to answer without the link where the school's number is unknown, in the invitation e-mail.
email-invitation-call-school = O llame a la escuela.

# How to answer without the link where the children are at several schools, in the invitation e-mail.
email-invitation-call-schools = O llame a cada escuela.

# Last lines of every e-mail to a family: who sends it and how to stop.
# $sender: the school, or the district where there are several schools.
email-sender = Este correo es de { $sender }. Si no quiere recibir más correos como este, abra el enlace y elija "Dejar de recibir mensajes o correos".

# Heading above the question whom to call, where it goes with an invitation e-mail.
email-invitation-contact-heading = Una pregunta más

# The question whom to call, where it goes with an invitation e-mail.
email-invitation-contact = A veces una escuela no logra hablar con una familia. ¿A quién podemos llamar entonces? Puede decírnoslo en la misma página.

## The yearly question whom the school may call when it cannot reach the family, to a guardian

# The whole SMS. One segment (160 letters) with a sender of 16 letters and a link of 55. It does not say what the question is:
# somebody else may read it.
# $sender: the school, or the district where there are several schools. $link: the family's page.
sms-contact-request = { $sender }: Tenemos una pregunta para usted este año. Por favor, responda: { $link } STOP para salir

# Subject of the e-mail. No child's name here.
# $sender: the school, or the district where there are several schools.
email-contact-request-subject = { $sender }: ¿a quién podemos llamar si no le encontramos?

# What is asked.
# $children: how many children.
email-contact-request-why =
    { $children ->
        [one] A veces una escuela no logra hablar con una familia. Entonces llama a otra persona para saber si todo está bien. ¿A quién podemos llamar por su hijo o hija?
       *[other] A veces una escuela no logra hablar con una familia. Entonces llama a otra persona para saber si todo está bien. ¿A quién podemos llamar por sus hijos?
    }

# Who that can be, and when they are called.
email-contact-request-who = Puede ser un familiar, una vecina o un amigo. No puede ser el padre, la madre ni el tutor del estudiante. Solo llamamos a esa persona si no logramos hablar con usted.

# The link to the page. The text of a button.
email-contact-request-link = Decir a quién llamar

## The SMS about a booked conference, to a guardian. No first name: the link shows for whom it is. One segment each, with
## a sender of 16 letters and a link of 51.

# A time was booked.
# $sender: the school. $date: as in sms-date. $time: as in clock-time. $mode: as in how-to-meet. $link: the family's page.
sms-confirmation = { $sender }: Listo: conferencia con maestros { $date }, { $time }, { $mode }. Cambie o cancele: { $link }

# The day before, and on the morning of the day.
# $sender, $date, $time, $mode, $link: as in sms-confirmation.
sms-reminder = { $sender }: Recuerde: conferencia con maestros { $date }, { $time }, { $mode }. Cambie o cancele: { $link }

# Another time was booked instead.
# $sender, $date, $time, $mode, $link: as in sms-confirmation.
sms-change = { $sender }: Cambio: conferencia con maestros { $date }, { $time }, { $mode }. Cambie o cancele: { $link }

# The booked time was given up.
# $sender, $date, $time, $link: as in sms-confirmation.
sms-cancellation = { $sender }: Cancelada: conferencia con maestros ({ $date }, { $time }). Elija otra hora: { $link }

# A new link, asked for on the page of a link that no longer works.
# $sender: the district. $link: the family's page.
sms-new-link = { $sender }: Este es su nuevo enlace para las conferencias de padres y maestros: { $link }

## The e-mails about a booked conference, to a guardian

# Subject where a time was booked.
# $sender: the school.
email-confirmation-subject = { $sender }: su conferencia está reservada

# Subject of the reminder.
# $sender: the school.
email-reminder-subject = { $sender }: recordatorio de su conferencia

# Subject where another time was booked instead.
# $sender: the school.
email-change-subject = { $sender }: su conferencia cambió de hora

# Subject where the booked time was given up.
# $sender: the school.
email-cancellation-subject = { $sender }: su conferencia fue cancelada

# Subject of the e-mail with a new link.
# $sender: the district.
email-new-link-subject = { $sender }: su nuevo enlace

# First words where a time was booked.
email-confirmation-intro = Su conferencia de padres y maestros está reservada.

# First words of the reminder.
email-reminder-intro = Su conferencia de padres y maestros es pronto.

# First words where another time was booked instead.
email-change-intro = Su conferencia de padres y maestros tiene una nueva hora.

# First words where the booked time was given up. email-when says which.
email-cancellation-intro = Esta conferencia de padres y maestros fue cancelada.

# First words of the e-mail with a new link.
email-new-link-intro = Usted pidió un nuevo enlace. Con él puede elegir, cambiar o cancelar una hora. Si no lo pidió, no tiene que hacer nada.

# For which child, in the list of the e-mail.
# $name: the first name, or email-child-unknown. $school: the school.
email-for = Para { $name }, { $school }

# When, in the list of the e-mail.
# $date: as in weekday-date. $time: as in clock-time. $zone: as in time-zone.
email-when = { $date }, { $time } ({ $zone })

# How, in the list of the e-mail.
# $mode: as in how-to-meet.
email-how = Cómo: { $mode }

# That an interpreter comes, in the list of the e-mail.
# $language: the language, as language-name.
email-interpreter = Con intérprete gratis: { $language }

# The link of the e-mail about a booked conference. The text of a button.
email-link-change = Cambiar o cancelar

# The link of the e-mail about a cancelled conference. The text of a button.
email-link-again = Elegir otra hora

# The link of the e-mail with a new link. The text of a button.
email-link-open = Abrir mi página

# That the state's resource document comes with the e-mail about a booked conference.
email-document = Adjuntamos un documento con ayuda para las familias. Por favor, léalo antes de la conferencia.

# The name of the entry in the family's calendar. No child's name: others may see the calendar.
# $school: the school.
calendar-title = Conferencia de padres y maestros, { $school }

## The answer to a family's text message, to whoever wrote it

# The whole SMS. One segment (160 letters) for a usual school. Sent at once, even at night; it says what there is for danger
# (911), for a crisis (988 takes calls and texts) and for food, housing and other help (211), and nothing about the family.
# $sender: the school, or the district where there is not one school.
# $call: one of sms-call-number, sms-call-numbers, sms-call-school, sms-call-schools.
sms-answer = { $sender }: Nadie atiende este teléfono. { $call } Peligro: 911. Crisis: llame o escriba al 988. Comida, vivienda y otros: 211.

# How to reach several schools, in sms-answer.
# $schools: each school's name and telephone number, joined by names-next.
sms-call-numbers = Llame a { $schools }.

## The SMS to principals and their designees

# The whole SMS: the number of welfare checks that wait, and nothing else.
# $checks: how many.
sms-alert =
    { $checks ->
        [0] Confer: no hay casos de bienestar pendientes.
        [one] Confer: { $checks } caso de bienestar espera que usted lo atienda.
       *[other] Confer: { $checks } casos de bienestar esperan que usted los atienda.
    }

## The digest e-mail of a day, to one member of staff

# Subject of the digest.
# $count: how many notices it holds.
digest-subject =
    { $count ->
        [0] Confer: nada que hacer
        [one] Confer: { $count } cosa por hacer
       *[other] Confer: { $count } cosas por hacer
    }

# First line of the digest. It holds the system's own numbers only, never a name.
digest-intro = Esto es lo nuevo para usted en Confer. Aquí no se nombra a ningún estudiante: abra Confer para ver de quién se trata.

# One notice in the digest.
# $day: the day it happened, as in day. $student: the student's id. $conference: the conference's id.
digest-line = { $day }: estudiante { $student }, conferencia { $conference }

# One notice that is about a student and no conference, in the digest and in the urgent e-mail.
# $day: the day it happened, as in day. $student: the student's id.
digest-line-student = { $day }: estudiante { $student }

# Last line of the digest and of the urgent e-mail: who sends it.
# $district: the district.
digest-sender = Este correo es de { $district }. Lo recibe porque trabaja con estos estudiantes.

# Heading of the digest's notices that a welfare check is waiting.
digest-welfare-check = Verificación de bienestar
# What to do about them.
digest-welfare-check-do = Nadie pudo comunicarse con la familia: por favor, abra la tarea, llame al contacto de emergencia y anote si el estudiante y su familia están sanos y a salvo.

# Heading of the digest's notices that only a person can reach the family.
digest-reach-family = Por favor, comuníquese con la familia
# What to do about them.
digest-reach-family-do = Los mensajes automáticos no llegan a estas familias o no son lo que necesitan: por favor, llámelas y acuerde una hora.

# Heading of the digest's notices that two attempts to reach the family failed.
digest-two-attempts-failed = Dos intentos sin respuesta
# What to do about them.
digest-two-attempts-failed-do = La familia no ha respondido dos veces: por favor, llame usted y anote la llamada o que ya habló con ella.

# Heading of the digest's notices that the family was reached for another child.
digest-sibling-reached = La familia respondió por otro hijo
# What to do about them.
digest-sibling-reached-do = La familia respondió sobre un hermano o una hermana: por favor, pregúntele también por esta conferencia.

# Heading of the digest's notices that an agreed time was cancelled.
digest-cancelled = Cancelada
# What to do about them.
digest-cancelled-do = La cita se canceló: por favor, quítela de su calendario; se volverá a preguntar a la familia.

# Heading of the digest's notices that a booked time is free again.
digest-slot-released = Hora libre de nuevo
# What to do about them.
digest-slot-released-do = El estudiante pasó a otro maestro u otra escuela: por favor, quite esta conferencia de su calendario.

# Heading of the digest's notices that a time was agreed.
digest-scheduled = Programada
# What to do about them.
digest-scheduled-do = Se acordó una hora: por favor, véala en Confer y resérvela.

# Heading of the digest's notices that the family does not want the conference.
digest-declined = Rechazada
# What to do about them.
digest-declined-do = La familia no quiere esta conferencia: por favor, no vuelva a pedírsela, pero acuerde una hora si cambia de opinión.

# Heading of the digest's notices that a welfare check was withdrawn.
digest-check-withdrawn = Verificación de bienestar retirada
# What to do about them.
digest-check-withdrawn-do = Esta verificación ya no hace falta: por favor, no llame al contacto de emergencia.

# Heading of the digest's notices that a family wrote a text message.
digest-family-wrote = Una familia respondió por mensaje
# What to do about them.
digest-family-wrote-do = La familia envió un mensaje de texto con sus propias palabras: por favor, abra Confer para leerlo y llámela.

# Heading of the digest's notices that a family's text message reads as danger.
digest-urgent-reply = Un mensaje de texto hace pensar en un peligro
# What to do about them.
digest-urgent-reply-do = Por favor, abra Confer ahora, léalo y confirme que lo leyó. Si alguien corre peligro, llame al 911.

## The urgent messages to principals and their designees: a family's text message reads as danger. Never a word of it.

# The whole SMS: no student, no school.
sms-urgent = Confer: el mensaje de una familia hace pensar en un peligro. Abra Confer ahora. Si alguien corre peligro, llame al 911.

# Subject of the urgent e-mail.
urgent-subject = Confer: urgente, el mensaje de una familia hace pensar en un peligro

# What to do, in the urgent e-mail.
urgent-do = Una familia envió un mensaje de texto que hace pensar en un peligro. Por favor, abra Confer ahora y léalo. Si alguien corre peligro, llame al 911.

# Heading above the list of students (digest-line-student), in the urgent e-mail.
urgent-students = Estudiantes

# Heading above urgent-paused, in the urgent e-mail.
urgent-next = Qué pasa ahora

# What Confer does by itself, in the urgent e-mail.
urgent-paused = Para cada estudiante de esta lista, los mensajes automáticos a la familia están en pausa. Se reanudan cuando alguien confirme en Confer que leyó el mensaje de texto. Lo encontró una lista de palabras, que puede equivocarse: lo que escribió la familia solo está en Confer.

## The family's pages: parts of every page

# Name of the pages, in the title of the window. No child's name.
page-name = Conferencia de padres y maestros

# The link to the step before.
page-back = Atrás

# The button to the next step.
page-continue = Continuar

# The link to the first page.
page-start = Página de inicio

# Heading above what is wrong with an entry.
page-problem = Hay un problema

# Heading above the other ways, at the foot of the page.
page-more = ¿Necesita otra cosa?

# The link: no time suits.
page-more-none = Ninguna de estas horas nos sirve

# The link: the family would rather be called.
page-more-call = Por favor, llámenme

# The link: the family does not want the conference.
page-more-decline = No queremos esta conferencia

# The link: the reader is not the child's parent.
page-more-not-mine = No soy padre, madre ni tutor de este estudiante

# The link: no more text messages or e-mails.
page-more-stop = Dejar de recibir mensajes o correos

# The link to the choice of language. It stands beside "Language / Idioma", which stays as it is.
page-more-language = Otro idioma

# Heading above where to turn for help.
page-help = Ayuda

# Where to turn in danger, crisis or need. The numbers stay as they are.
page-help-danger = ¿Está en peligro? Llame al 911. ¿Está en crisis? Llame o mande un mensaje de texto al 988. ¿Necesita comida, vivienda u otra ayuda? Llame al 211.

# That nobody is there to answer.
page-help-nobody = Esta página es automática. Nadie la está leyendo ahora.

## The family's pages: the first page

# Heading.
page-home-title = Hable con el maestro o la maestra

# What the conference is for.
page-home-why = Los estudiantes que toman clases por internet durante más de tres semanas tienen una conferencia más de padres y maestros. Usted elige cuándo y cómo.

# Question above the children, where there are several.
page-home-which = ¿Para cuál de sus hijos?

# The button beside a child whose conference has no time yet.
# $name: the child's first name.
page-home-pick = Elegir hora para { $name }

# The child's line where a time is booked.
# $date: as in weekday-date. $time: as in clock-time. $mode: as in how-to-meet.
page-home-booked = Reservada: { $date }, { $time }, { $mode }

# The link beside a child whose time is booked.
# $name: the child's first name.
page-home-see = Ver o cambiar la hora de { $name }

# The child's line where the family said no.
page-home-declined = Usted dijo que no quiere esta conferencia. Todavía puede elegir una hora.

# The child's line where the family wants to be called.
page-home-call = El maestro o la maestra le llamará. También puede elegir una hora aquí.

# Where nothing is due for any child.
page-home-nothing = Ahora no tiene que hacer nada. Cuando haya algo, le escribiremos.

# What comes next where nobody has answered twice. Kind, without reproach.
page-home-next = Si esta página no le funciona, no hay problema: alguien de la escuela le llamará.

## The family's pages: day and time

# Heading.
page-time-title = Elija el día y la hora

# With whom, and in which time zone.
# $teacher: the teacher's name. $zone: as in time-zone.
page-time-with = Con { $teacher }. Los horarios están en { $zone }.

# In which time zone, where the teacher's name is not known.
# $zone: as in time-zone.
page-time-zone = Los horarios están en { $zone }.

# Heading above the times that lie close to another child's conference.
# $name: the other child's first name. $date: as in weekday-date. $time: as in clock-time.
page-time-near = Cerca de la conferencia de { $name } ({ $date }, { $time })

# The link to later days.
page-time-later = Días siguientes

# The link to earlier days.
page-time-earlier = Días anteriores

# Where there is no free time.
page-time-none = Por ahora no hay horas libres aquí. Pida que le llamen, y el maestro o la maestra buscará una hora con usted.

# What is wrong: no time was chosen.
page-time-missing = Elija una hora.

# What is wrong: somebody else was faster.
page-time-taken = Otra persona acaba de tomar esa hora. Por favor, elija otra.

## The family's pages: how to meet

# Heading.
page-how-title = ¿Cómo quiere reunirse?

# One way to meet.
# $school: the school.
page-how-in-person = En persona, en { $school }

# One way to meet.
page-how-phone = Por teléfono. El maestro o la maestra le llama.

# One way to meet.
page-how-video = Por video. Usted recibe un enlace.

# What is wrong: nothing was chosen.
page-how-missing = Elija cómo quiere reunirse.

## The family's pages: the interpreter

# Heading.
page-interpreter-title = ¿Quiere un intérprete?

# What that is.
page-interpreter-hint = Un intérprete habla su idioma y le ayuda a hablar con el maestro o la maestra. Es gratis.

# One answer.
# $language: the language, as language-name.
page-interpreter-yes = Sí, por favor: { $language }

# One answer.
page-interpreter-no = No, gracias

# What is wrong: nothing was chosen.
page-interpreter-missing = Diga si quiere un intérprete.

## The family's pages: check and book

# Heading.
page-check-title = Revise y reserve

# Names of the lines.
page-check-child = Estudiante
# Name of a line.
page-check-when = Cuándo
# Name of a line.
page-check-how = Cómo
# Name of a line.
page-check-interpreter = Intérprete

# The link to change a line.
page-check-change = Cambiar

# Question where the teacher is to call.
page-check-number = ¿A qué número debe llamarle el maestro o la maestra?

# The number that the school has.
# $digits: its last two digits.
page-check-number-known = El número que termina en { $digits }

# Another number, with a field to enter it.
page-check-number-other = Otro número:

# What is wrong with the number.
page-check-number-wrong = Escriba un número de teléfono de diez dígitos, como 860 555 0123.

# The button that books.
page-check-book = Reservar esta hora

## The family's pages: a booked conference

# Heading right after booking, and whenever the page is opened again.
page-done-title = Su conferencia está reservada

# Heading above what comes next.
page-done-next = Qué sigue ahora

# That messages come.
page-done-messages = Usted recibe un mensaje con el día y la hora. Antes de la conferencia le mandamos un recordatorio.

# For a conference in person.
# $school: the school.
page-done-in-person = Venga a { $school }. En la oficina, pregunte por el maestro o la maestra.

# For a conference by phone.
# $digits: the last two digits of the number.
page-done-phone = El maestro o la maestra le llama al número que termina en { $digits }.

# For a conference by phone where no number is known.
page-done-phone-unknown = El maestro o la maestra le llama.

# For a conference by video where the link is known. The text of a link.
page-done-video = A esa hora, abra aquí la videollamada

# For a conference by video where the link is not known yet.
page-done-video-later = El maestro o la maestra le manda el enlace antes de la conferencia.

# For a conference with an interpreter.
page-done-interpreter = Habrá un intérprete. Es gratis.

# The link to the file for the family's calendar.
page-done-calendar = Agregar a mi calendario

# The link to another time.
page-done-change = Cambiar la hora

# The link to giving up the time.
page-done-cancel = Cancelar la conferencia

# The link to booking for another child.
# $name: the other child's first name.
page-done-other = Ahora elija una hora para { $name }

# Where the page that was sent is older than what stands.
page-stale = Algo cambió desde que usted abrió la página. Así está ahora.

## The family's pages: other answers. Each has a question, what it means, the button, and what is said after.

# The question.
page-cancel-title = ¿Cancelar esta conferencia?
# What it means.
page-cancel-hint = Le avisaremos al maestro o a la maestra, y la hora quedará libre para otras familias. Usted puede elegir otra hora.
# The button.
page-cancel-yes = Sí, cancelarla
# The link back.
page-cancel-no = No, dejarla como está
# Heading after it.
page-cancelled-title = Su conferencia fue cancelada
# What comes next.
page-cancelled-hint = Puede elegir otra hora ahora o más tarde.

# The question.
page-decline-title = ¿No quiere esta conferencia?
# What it means.
page-decline-hint = No hay problema. Le avisaremos al maestro o a la maestra. Si cambia de opinión, abra su enlace otra vez.
# The button.
page-decline-yes = No la queremos
# Heading after it.
page-declined-title = Gracias. Ya avisamos al maestro o a la maestra.
# What comes next.
page-declined-hint = Si cambia de opinión, abra su enlace otra vez.

# The question.
page-call-title = ¿Quiere que le llame el maestro o la maestra?
# What it means.
page-call-hint = El maestro o la maestra le llama para buscar una hora que le sirva.
# The button.
page-call-yes = Por favor, llámenme
# Heading after it.
page-called-title = El maestro o la maestra le llamará
# What comes next.
page-called-hint = Todavía puede elegir una hora aquí.

# The question.
page-not-mine-title = ¿No es usted padre, madre ni tutor de este estudiante?
# What it means.
page-not-mine-hint = Entonces dejaremos de escribirle y este enlace dejará de funcionar. Por favor, díganoslo solo si es así.
# The button.
page-not-mine-yes = No soy padre, madre ni tutor
# Heading after it.
page-not-mine-done = Gracias por decírnoslo
# What comes next.
page-not-mine-done-hint = Ya no le escribiremos. Puede cerrar esta página.

# The question.
page-stop-title = ¿Qué quiere dejar de recibir?
# What it means.
page-stop-hint = Entonces no podremos mandarle recordatorios. Su enlace seguirá funcionando.
# One choice.
page-stop-texts = Mensajes de texto
# One choice.
page-stop-emails = Correos electrónicos
# The button.
page-stop-yes = Dejar de recibirlos
# What is wrong: nothing was chosen.
page-stop-missing = Elija qué quiere dejar de recibir.
# Heading after it.
page-stopped-title = Ya no los recibirá

# The question.
page-language-title = ¿Qué idioma prefiere?
# What it means.
page-language-hint = También le escribiremos en este idioma.

## The family's pages: the emergency contact

# The question.
page-contact-title = ¿A quién podemos llamar si no logramos hablar con usted?
# What it is for.
page-contact-hint = Escriba el nombre de una persona adulta que sepa dónde está usted. No puede ser usted ni el otro padre o madre del estudiante. La escuela llama a esta persona solo si no logra hablar con usted.
# A field.
page-contact-name = Nombre
# A field.
page-contact-relation = ¿Quién es esta persona para el estudiante? (por ejemplo, tía o vecino)
# A field.
page-contact-phone = Número de teléfono
# A field.
page-contact-language = Idioma que habla esta persona
# The button.
page-contact-save = Guardar
# The link on without an answer.
page-contact-skip = Ahora no
# What is wrong.
page-contact-name-missing = Escriba un nombre.
# What is wrong.
page-contact-relation-missing = Escriba quién es esta persona para el estudiante.
# What is wrong.
page-contact-guardian = Este número es del padre, de la madre o del tutor. Escriba el de otra persona.
# Heading after it.
page-contact-saved = Gracias. Guardamos el contacto.
# The link where there is none yet.
# $name: the child's first name.
page-contact-add = Agregar a alguien a quien podamos llamar por { $name }
# That there is one.
# $count: how many.
page-contact-known =
    { $count ->
        [one] La escuela tiene { $count } persona a quien llamar si no le encuentra.
       *[other] La escuela tiene { $count } personas a quienes llamar si no le encuentra.
    }

## The family's pages: a link that does not work

# Heading.
page-expired-title = Este enlace ya no funciona
# What to do.
page-expired-hint = Escriba su número de celular o su correo electrónico. Si la escuela lo tiene, le mandamos un enlace nuevo.
# The field.
page-expired-field = Número de celular o correo electrónico
# The button.
page-expired-send = Mándenme un enlace nuevo
# What is wrong.
page-expired-wrong = Escriba un número de teléfono de diez dígitos o un correo electrónico.
# Heading after it.
page-sent-title = Revise sus mensajes
# What comes next.
page-sent-hint = Si la escuela tiene ese número o ese correo, ya va en camino un enlace nuevo. Si no le llega, llame a la escuela.

# Heading where somebody sent too many forms.
page-busy-title = Espere unos minutos, por favor
# What to do.
page-busy-hint = La página se usó demasiadas veces seguidas. No se perdió nada. Pruebe otra vez en diez minutos o llame a la escuela.

# Heading where something is broken.
page-broken-title = Algo no funcionó
# What to do.
page-broken-hint = No es culpa suya. Pruebe otra vez en unos minutos o llame a la escuela.

## The family's pages: the state's resource document, below the button that books and on the page of a booked conference

# Heading, and the link to it above the button. The document's own title comes below it.
page-document-heading = Por favor, lea esto antes de la conferencia

# Where the text is not the state's own in this language: a person translated it.
page-document-translated = El estado no escribió este texto en su idioma. Su distrito escolar lo mandó traducir. El texto original del estado está más abajo.

# Where the text is not the state's own in this language: a machine translated it.
page-document-machine = Una computadora tradujo este texto. Puede tener errores. El texto original del estado está más abajo.

# Where there is no text in this language. The state's own text comes below, in another language.
page-document-other = El estado no escribió este texto en su idioma. La escuela puede ayudarle a leerlo.
