### What families and staff read, in Spanish (of "usted").
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

## The invitation SMS, to a guardian

# The whole SMS. One segment (160 letters) with usual names.
# $children: how many children. $sender: the school, or the district where there are several schools.
# $who: the first names, or sms-who-child, or sms-who-children. $call: one of sms-call-number, sms-call-school, sms-call-schools.
# The word STOP stays as it is in every language: the carrier understands only that.
sms-invitation =
    { $children ->
        [one] { $sender }: A { $who } le toca otra conferencia de padres y maestros por teléfono, video o en persona. { $call } STOP para salir.
       *[other] { $sender }: A { $who } les toca otra conferencia de padres y maestros por teléfono, video o en persona. { $call } STOP para salir.
    }

# The same where the names are long: without the ways to meet.
# $children: how many children. $sender, $who, $call: as in sms-invitation.
sms-invitation-short =
    { $children ->
        [one] { $sender }: A { $who } le toca otra conferencia de padres y maestros. { $call } STOP para salir.
       *[other] { $sender }: A { $who } les toca otra conferencia de padres y maestros. { $call } STOP para salir.
    }

# Stands for the first name in sms-invitation where it is unknown or does not fit.
sms-who-child = su hijo/a

# Stands for the first names in sms-invitation where they do not fit.
sms-who-children = sus hijos

# How to answer, in sms-invitation; whom to call, in sms-answer.
# $phone: the school's telephone number as the school writes it.
sms-call-number = Llame al { $phone }.

# How to answer where the school's number is unknown, in sms-invitation.
sms-call-school = Llame a la escuela.

# How to answer where the children are at several schools, in sms-invitation.
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
        [one] Cuando un estudiante aprende por internet durante más de tres semanas seguidas, su familia tiene derecho a una conferencia adicional de padres y maestros. Ahora le corresponde una a usted. En ella puede preguntar cómo va su hijo o hija en la escuela y qué le puede ayudar.
       *[other] Cuando un estudiante aprende por internet durante más de tres semanas seguidas, su familia tiene derecho a una conferencia adicional de padres y maestros. Ahora le corresponde una por cada uno de sus hijos. En ella puede preguntar cómo van en la escuela y qué les puede ayudar.
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
email-invitation-how = Puede ser por teléfono, por video o en persona. Usted elige.

# The interpreter, in the invitation e-mail.
email-invitation-interpreter = Puede tener un intérprete gratis. Solo diga a la escuela qué idioma habla.

# Heading above how to answer, in the invitation e-mail.
email-invitation-answer-heading = Cómo responder

# How to answer where there is one school with a number, in the invitation e-mail.
# $phone: the school's telephone number.
email-invitation-call-number = Por favor, llame a la escuela al { $phone } para elegir el día y la hora.

# How to answer where the school's number is unknown, in the invitation e-mail.
email-invitation-call-school = Por favor, llame a la escuela para elegir el día y la hora.

# How to answer where the children are at several schools, in the invitation e-mail.
email-invitation-call-schools = Por favor, llame a cada escuela para elegir el día y la hora.

# Last lines of the invitation e-mail: who sends it and how to stop.
# $sender: the school, or the district where there are several schools.
email-invitation-sender = Este correo es de { $sender }. Si no quiere recibir más correos como este, dígaselo a la escuela.

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
