//! What reads as danger, and the everyday that sounds like it.

use super::replies::say;

#[test]
fn danger() {
    say(
        "d",
        &[
            "I want to die",
            "my son says he wants to die",
            "She is talking about suicide",
            "I'm going to kill myself",
            "he said he'll kill himself",
            "She's been cutting herself",
            "my daughter took too many pills",
            "I don't want to live anymore",
            "better off dead",
            "He hit me again",
            "he hits me with a belt",
            "It was sunny today. my boyfriend choked me",
            "my dad hits me",
            "My husband beats me and the kids",
            "he is going to kill us",
            "He's gonna kill me",
            "he choked me last night",
            "we are not safe at home",
            "I'm scared of my husband",
            "she is being abused",
            "there is domestic violence here",
            "he has a gun",
            "A boy said he will bring a gun to school",
            "he is going to shoot up the school",
            "My daughter is missing",
            "I can't find my son",
            "she didn't come home last night",
            "he ran away from home",
            "My kids were kidnapped by their father",
            "he is not breathing",
            "Please call 911",
            "HELP ME",
            "911",
            "sos",
            "this homework is killing me and I want to die",
            "he\u{200b} ha\u{200d}s a g\u{ad}un",
            "ＨＥ ＨＡＳ Ａ ＧＵＮ",
        ],
    );
    say(
        "d",
        &[
            "me quiero matar",
            "mi hija dice que se quiere morir",
            "No quiero vivir",
            "habla de suicidio",
            "Mi esposo me pega",
            "me pegó anoche",
            "nos golpea a mí y a los niños",
            "me va a matar",
            "ME AMENAZÓ",
            "tengo miedo de mi esposo",
            "hay violencia doméstica",
            "abusó de mi hija",
            "mi tío la tocó",
            "no estamos a salvo",
            "tiene una pistola",
            "un niño llevó una pistola",
            "no encuentro a mi hijo",
            "Mi hija no llegó a casa",
            "se llevaron a mi hijo",
            "secuestraron a mi hermano",
            "no puede respirar",
            "ayúdenme por favor",
            "Socorro",
            "no me deja salir de la casa",
            "se tomó pastillas",
        ],
    );
    say(
        "sd",
        &[
            "STOP he is going to kill us",
            "stop. he has a gun",
            "stop texting me, he is going to kill me",
            "dejen de escribirme, me va a matar",
        ],
    );
    say("wd", &["wrong number, he has a gun"]);
}

#[test]
fn the_everyday_is_no_danger() {
    say(
        "",
        &[
            "I'm dying to see you",
            "this homework is killing me",
            "my back is killing me",
            "shoot me an email",
            "Shoot her a text please",
            "he hit a home run",
            "He hit me up about the form",
            "They beat us 3-2",
            "She's killing it in math!",
            "The traffic is murder",
            "I'm dead tired",
            "my phone died",
            "we are starving, is there lunch?",
            "My boss will kill me if I take another day",
            "My son is missing two assignments",
            "my daughter is missing class today",
            "My son is missing his Chromebook",
            "He is in danger of failing math",
            "He hit his head",
            "you beat me to it",
            "it won't kill you to call back",
            "He has a fever and a cough",
            "her shot record",
            "he got his flu shot",
            "suicide prevention night",
            "the bomb pop",
            "kill the lights",
            "he fell and hurt his knee",
            "the form didn't come home",
            "She took pictures",
            "HELP",
            "Help please",
            "INFO",
            "I'm scared he will fail",
            "my sister took my son to practice",
        ],
    );
    say(
        "",
        &[
            "me muero por verla",
            "me muero de hambre",
            "esta tarea me está matando",
            "me muero de risa",
            "me pegó la gripe",
            "mi jefe me va a matar si falto otra vez",
            "le pega al balón muy bien",
            "AYUDA",
            "matar el tiempo",
            "está en peligro de reprobar",
            "no estamos seguros de la hora",
            "le falta el cuaderno",
            "perdió la mochila",
            "tengo miedo de que repruebe",
            "hubo un simulacro de incendio",
            "la vacuna",
            "se mató estudiando",
        ],
    );
}

#[test]
fn an_everyday_word_hides_no_danger() {
    say(
        "d",
        &[
            "My son is missing! His phone is off",
            "My daughter is missing. Today she never got off the bus",
            "My son is missing, his jacket was on the road",
            "My son is missing - class ended an hour ago",
            "My son is missing. Homework is still here",
            "My son is missing\nhomework is still here",
            "my son is missing all night",
            "my son is missing out there",
            "my son is missing the bus came without him",
            "My son is missing his homework. My daughter is missing",
            "Shoot me an email. He will shoot me the next time",
            "he says he won't kill me if I stay",
            "she is in danger of losing her life",
            "I hit him and he hit me back",
            "he beat me to the ground",
            "we live on the streets we're not safe",
            "she needs suicide prevention, she has a plan",
            "he can't breathe through the night",
        ],
    );
    say(
        "d",
        &[
            "Mi hija está desaparecida. Hoy no fue a clase",
            "se le disparó la pistola y le dio a mi hijo",
            "está en peligro de perder la vida",
            "Me va a matar. Si falto, dígale a mi jefe",
            "mi jefe me va a matar",
        ],
    );
    say(
        "",
        &[
            "my son is missing homework",
            "My daughter is missing all of her assignments!",
            "My son is missing his jacket",
            "My son is missing the bus again",
            "Shoot me a quick text",
            "the form says suicide prevention week",
            "he can't breathe through his nose",
            "se le disparó la fiebre",
        ],
    );
}

#[test]
fn what_a_phone_answers_by_itself_is_no_emergency() {
    say(
        "",
        &[
            "I'm driving. If this is an emergency, please call 911.",
            "If this is an emergency please call 911",
            "For emergencies dial 911",
            "For emergencies, please call 911",
            "if this is a life threatening emergency",
            "If this is a life-threatening emergency, please call 911",
            "Please call 911 if this is an emergency",
            "Estoy manejando. Si es una emergencia, llame al 911",
            "Si es una emergencia, llame a la policía",
            "no es una emergencia",
        ],
    );
    say(
        "d",
        &[
            "this is an emergency",
            "emergency please help",
            "This is an emergency, please call 911!",
            "If this is an emergency, please call 911. He is not breathing",
            "es una emergencia",
            "No, es una emergencia",
            "Emergencia, por favor ayuda",
        ],
    );
}
