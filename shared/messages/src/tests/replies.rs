//! What families write, and what it says; danger.rs goes on with it.

use crate::reply::{Meaning, meaning};
use proptest::prelude::*;

/// What a message says, in letters: `s`top, `b`egin again, `w`rong number, `d`anger; nothing of these: "".
fn said(text: &str) -> String {
    let Meaning {
        stop,
        start,
        wrong_number,
        danger,
    } = meaning(text);
    [(stop, 's'), (start, 'b'), (wrong_number, 'w'), (danger, 'd')]
        .into_iter()
        .filter_map(|(says, letter)| says.then_some(letter))
        .collect()
}

/// Each of these messages says that.
pub(super) fn say(expected: &str, messages: &[&str]) {
    let others: Vec<_> = messages.iter().map(|message| (*message, said(message))).collect();
    let others: Vec<_> = others.into_iter().filter(|(_, said)| said != expected).collect();
    assert!(others.is_empty(), "not {expected:?}: {others:#?}");
}

#[test]
fn an_end_of_messages() {
    say(
        "s",
        &[
            "STOP",
            "stop",
            "Stop.",
            " sToP!!! ",
            "STOPALL",
            "STOP ALL",
            "Unsubscribe",
            "CANCEL",
            "end",
            "Quit",
            "REVOKE",
            "OPTOUT",
            "opt out",
            "Opt-out",
            "S.T.O.P.",
            "STOP STOP STOP",
            "Stop please",
            "please stop",
            "Please STOP, thank you",
            "ok stop now",
            "STOP 🛑",
            "🙏 stop 🙏",
            "stop\nthanks\n",
            "“STOP”",
            "stop, unsubscribe",
            "Reply STOP to end",
            "please stop texting me",
            "Stop sending me messages.",
            "I said stop texting me!!",
            "Can you stop texting me? I work nights",
            "I don't want these messages",
            "Don’t text me anymore",
            "don´t text me",
            "Take me off your list, please",
            "no more texts",
            "I want to unsubscribe",
            "leave me alone",
            "stop  texting   me",
        ],
    );
    say(
        "s",
        &[
            "PARE",
            "pare por favor",
            "Parar",
            "ALTO",
            "¡Alto!",
            "no más",
            "No mas",
            "NO MÁS",
            "ya no más, gracias",
            "BASTA",
            "¡basta ya!",
            "Cancelar",
            "BAJA",
            "dar de baja",
            "Salir",
            "STOP para salir",
            "fin",
            "no me manden más mensajes",
            "No me manden mas mensajes por favor, trabajo de noche",
            "dejen de escribirme",
            "Por favor dejen de mandarme mensajes",
            "Ya no quiero recibir mensajes",
            "no quiero recibir más mensajes",
            "quiero darme de baja",
            "Quítenme de la lista",
            "no me escriban",
            "Hola buenas tardes, pare gracias",
            "no ma\u{301}s",
        ],
    );
}

#[test]
fn no_end_of_messages() {
    say(
        "",
        &[
            "can we stop by the school on Monday?",
            "Stop by",
            "the bus stop",
            "She missed the bus stop again",
            "I want to cancel the conference",
            "Please cancel my appointment",
            "end of the month works",
            "At the end of the day",
            "He wants to quit band",
            "Don't stop texting me",
            "Please do not stop",
            "Why did you stop texting me?",
            "tell her dad to stop texting me",
            "He won't stop texting me",
            "Can I opt out of the test?",
            "Please don't text me during work",
            "Stop sending homework home",
            "weekend",
            "Please take me off the list for the field trip",
            "Stop sending me these forms, I signed them",
            "stopped",
            "nonstop",
            "Please stop sending me messages in English",
            "No",
            "no thanks",
            "remove it",
            "There is no more milk",
            "They stop school at 3",
            "cancel Monday, Tuesday works",
            "You never text me anymore, why?",
            "Please stop texting me at work",
            "Please remove my number from the carpool list",
            "How do I unsubscribe from the lunch menu?",
            "Don't text this number, use my husband's",
        ],
    );
    say(
        "",
        &[
            "no más tarde de las 5",
            "No puedo más tarde",
            "el alto de la escuela",
            "está más alto",
            "para el lunes",
            "Puedo salir a las 3",
            "quiero cancelar la conferencia",
            "se dio de baja de la clase",
            "quiero dar de baja a mi hijo del autobús",
            "no dejen de escribirme",
            "No me escriban en la noche",
            "no me manden más mensajes en inglés por favor",
            "dígale que deje de escribirme",
            "al fin del mes",
            "quiero darme de baja del comité de padres",
            "quítenme de la lista del paseo",
            "basta con una llamada",
            "dejen de mandarme mensajes tan tarde",
            "quiten mi número del comité",
        ],
    );
}

#[test]
fn messages_again() {
    say(
        "b",
        &[
            "START",
            "start please",
            "Unstop",
            "SUBSCRIBE",
            "Resume",
            "you can text me again",
            "INICIAR",
            "Reanudar",
            "alta",
            "hola, quiero recibir mensajes",
        ],
    );
    say(
        "",
        &[
            "yes",
            "YES",
            "Sí",
            "What time does it start?",
            "school starts at 8",
            "start of the year",
            "¿A qué hora va a empezar?",
            "quiero recibir mensajes en español",
        ],
    );
    say("s", &["stop start", "don't text me again"]);
}

#[test]
fn a_wrong_number() {
    say(
        "w",
        &[
            "wrong number",
            "Wrong number!",
            "Sorry, wrong number",
            "wrong number who is this",
            "You have the wrong number",
            "Hi I think you have the wrong number, I'm a plumber",
            "This is the wrong number",
            "I don't have kids",
            "I don’t have any children",
            "I have no kids, sorry",
            "I am not the mother of this child",
            "número equivocado",
            "Numero equivocado.",
            "Disculpe, número equivocado",
            "tiene el número equivocado",
            "no soy la mamá de esa niña",
            "No tengo hijos",
            "se equivocaron de número",
            "Perdón, está equivocado de número",
        ],
    );
    say(
        "sw",
        &[
            "Wrong number. Stop.",
            "wrong number, stop texting me",
            "I don't have kids STOP",
            "número equivocado, dejen de escribirme",
        ],
    );
    say(
        "",
        &[
            "Do you have the wrong number for the nurse?",
            "You have the wrong number for my husband",
            "I have the wrong number for the teacher",
            "I don't have kids this weekend",
            "I don't have kids at home on Monday",
            "what is the number",
            "I am not the mother of Ana, I am her aunt",
            "no soy la mamá de Ana, soy su abuela",
            "No tengo hijos este fin de semana",
            "I don't have kids at your school anymore, we moved",
            "tengo el número equivocado de la maestra",
            "Sorry if this is the wrong number, is this Oak School? I want Tuesday",
            "This number is wrong, nobody answers",
            "I'm not the mom of Leo, I'm grandma",
            "I am not the mother of this child, I am grandma",
            "I'm not the mom of Leo",
            "There is nobody by that name in the office, I called",
            "Disculpe si es un número equivocado, ¿es la escuela?",
            "Este número está equivocado, nadie contesta",
            "no soy la mamá de Leo, soy abuela",
            "no soy la mamá de ese niño, soy su tía",
            "no soy la mamá de Leo",
            "no conozco a ningún niño de su clase",
        ],
    );
}

#[test]
fn what_says_nothing_of_it_is_kept_for_a_person() {
    say(
        "",
        &[
            "",
            " ",
            "🎉🎉",
            "???",
            "ok",
            "Thank you!",
            "gracias",
            "Monday at 4 works",
            "llámenme",
            "\u{202e}\u{200b}",
            "please",
        ],
    );
}

#[test]
fn letters_that_are_not_seen_and_letters_of_another_shape_change_nothing() {
    say(
        "s",
        &[
            "S\u{200b}T\u{200c}O\u{200d}P",
            "\u{202e}STOP\u{202c}",
            "\u{feff}stop",
            "ＳＴＯＰ",
            "𝗦𝗧𝗢𝗣",
            "s\u{301}top",
            "STOP\u{fe0f}",
            "STOP\u{0}",
            "ⓢⓣⓞⓟ",
        ],
    );
}

#[test]
fn a_long_message_is_understood_like_a_short_one() {
    // A million characters: whatever grew faster than the message would never come back.
    for text in [
        "kill me ",
        "stop ",
        "a",
        "dont stop shoot me an ",
        "\u{200b}",
        "🎉",
        "á",
        "ﷺ",
    ] {
        let long = text.repeat(1_000_000 / text.chars().count());
        assert_eq!(meaning(&long).danger, meaning(text).danger, "{text}");
    }
    let buried = format!("{} he has a gun", "word ".repeat(2_000));
    assert_eq!(said(&buried), "d");
}

proptest! {
    #[test]
    fn nothing_that_is_written_stops_it(text in "(?s).{0,10000}") {
        let meaning = meaning(&text);
        prop_assert!(!(meaning.stop && meaning.start));
    }

    #[test]
    fn what_surrounds_a_message_changes_nothing(
        before in "[ .!¡¿?,\n🎉\u{200b}\u{202e}]{0,5}",
        after in "[ .!¡¿?,\n🎉\u{200b}\u{202e}]{0,5}",
        upper in any::<bool>(),
    ) {
        for (message, expected) in [
            ("stop", "s"), ("no más", "s"), ("start", "b"), ("wrong number", "w"), ("he has a gun", "d"), ("bus stop", ""),
        ] {
            let message = if upper { message.to_uppercase() } else { message.to_owned() };
            prop_assert_eq!(said(&format!("{before}{message}{after}")), expected);
        }
    }
}
