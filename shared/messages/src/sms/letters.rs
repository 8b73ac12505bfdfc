//! Which letters the GSM-7 alphabet has (3GPP TS 23.038), and what stands for those it lacks.

/// The basic table: one septet each.
const BASIC: &str = concat!(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?",
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà",
);

/// The extension table: two septets each, never parted by the end of a segment.
const EXTENSION: &str = "\u{c}^{}\\[~]|€";

/// Letters written as a base letter and a mark, that GSM-7 has as one.
const COMPOSED: &[(char, char, char)] = &[
    ('A', '\u{308}', 'Ä'),
    ('A', '\u{30a}', 'Å'),
    ('C', '\u{327}', 'Ç'),
    ('E', '\u{301}', 'É'),
    ('N', '\u{303}', 'Ñ'),
    ('O', '\u{308}', 'Ö'),
    ('U', '\u{308}', 'Ü'),
    ('a', '\u{300}', 'à'),
    ('a', '\u{308}', 'ä'),
    ('a', '\u{30a}', 'å'),
    ('e', '\u{300}', 'è'),
    ('e', '\u{301}', 'é'),
    ('i', '\u{300}', 'ì'),
    ('n', '\u{303}', 'ñ'),
    ('o', '\u{300}', 'ò'),
    ('o', '\u{308}', 'ö'),
    ('u', '\u{300}', 'ù'),
    ('u', '\u{308}', 'ü'),
];

/// What stands for a letter or mark that GSM-7 lacks: made from the Unicode decompositions of the Latin blocks, then
/// letters with a stroke or a shape of their own, quotes and dashes.
#[rustfmt::skip]
const REPLACED: &[(&str, &str)] = &[
    ("\"", "“”„‟″«»"),
    ("'", "‘’‚‛′`´ʻʼʽʹʾʿ‹›ˈ"),
    ("*", "•"),
    ("-", "‐‑‒–—―−"),
    (".", "·"),
    ("...", "…"),
    ("A", "ÀÁÂÃĀĂĄǍǞǠǺȀȂȦḀẠẢẤẦẨẪẬẮẰẲẴẶ"),
    ("B", "ḂḄḆƁ"),
    ("C", "ĆĈĊČḈ"),
    ("D", "ĎḊḌḎḐḒĐÐƉ"),
    ("E", "ÈÊËĒĔĖĘĚȄȆȨḔḖḘḚḜẸẺẼẾỀỂỄỆƏƐƎ"),
    ("F", "Ḟ"),
    ("G", "ĜĞĠĢǦǴḠ"),
    ("H", "ĤȞḢḤḦḨḪĦ"),
    ("I", "ÌÍÎÏĨĪĬĮİǏȈȊḬḮỈỊ"),
    ("IJ", "Ĳ"),
    ("J", "Ĵ"),
    ("K", "ĶǨḰḲḴƘ"),
    ("L", "ĹĻĽḶḸḺḼŁ"),
    ("M", "ḾṀṂ"),
    ("N", "ŃŅŇǸṄṆṈṊŊƝ"),
    ("O", "ÒÓÔÕŌŎŐƠǑǪǬȌȎȪȬȮȰṌṎṐṒỌỎỐỒỔỖỘỚỜỞỠỢƆ"),
    ("OE", "Œ"),
    ("P", "ṔṖ"),
    ("R", "ŔŖŘȐȒṘṚṜṞ"),
    ("S", "ŚŜŞŠȘṠṢṤṦṨ"),
    ("SS", "ẞ"),
    ("T", "ŢŤȚṪṬṮṰŦ"),
    ("Th", "Þ"),
    ("U", "ÙÚÛŨŪŬŮŰŲƯǓǕǗǙǛȔȖṲṴṶṸṺỤỦỨỪỬỮỰ"),
    ("V", "ṼṾ"),
    ("W", "ŴẀẂẄẆẈ"),
    ("X", "ẊẌ"),
    ("Y", "ÝŶŸȲẎỲỴỶỸƳ"),
    ("Z", "ŹŻŽẐẒẔ"),
    ("a", "áâãāăąǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặª"),
    ("b", "ḃḅḇɓ"),
    ("c", "çćĉċčḉ"),
    ("d", "ďḋḍḏḑḓđðɖ"),
    ("e", "êëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệəɛǝ"),
    ("f", "ḟ"),
    ("g", "ĝğġģǧǵḡɠ"),
    ("h", "ĥȟḣḥḧḩḫẖħ"),
    ("i", "íîïĩīĭįǐȉȋḭḯỉịı"),
    ("ij", "ĳ"),
    ("j", "ĵǰ"),
    ("k", "ķǩḱḳḵĸƙ"),
    ("l", "ĺļľḷḹḻḽłƚ"),
    ("m", "ḿṁṃ"),
    ("n", "ńņňǹṅṇṉṋŋɲƞ"),
    ("o", "óôõōŏőơǒǫǭȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợɔº"),
    ("oe", "œ"),
    ("p", "ṕṗ"),
    ("r", "ŕŗřȑȓṙṛṝṟ"),
    ("s", "śŝşšșṡṣṥṧṩſ"),
    ("t", "ţťțṫṭṯṱẗŧ"),
    ("th", "þ"),
    ("u", "úûũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữựʉ"),
    ("v", "ṽṿ"),
    ("w", "ŵẁẃẅẇẉẘ"),
    ("x", "ẋẍ"),
    ("y", "ýÿŷȳẏẙỳỵỷỹƴ"),
    ("z", "źżžẑẓẕ"),
];

/// The last letter that [`REPLACED`] holds.
const LAST_REPLACED: char = '\u{2212}';

/// How many septets a letter takes in GSM-7, or `None` where it is not of that alphabet.
pub(super) fn septets(letter: char) -> Option<usize> {
    if letter.is_ascii_alphanumeric() || letter == ' ' || BASIC.contains(letter) {
        Some(1)
    } else {
        EXTENSION.contains(letter).then_some(2)
    }
}

/// The text in letters of GSM-7 as far as the Latin script bears it; letters of other scripts stay.
pub(super) fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let composed = letters.peek().and_then(|mark| {
            let known = COMPOSED
                .iter()
                .find(|(base, with, _)| (*base, *with) == (letter, *mark));
            known.map(|(_, _, whole)| *whole)
        });
        if let Some(whole) = composed {
            letters.next();
            folded.push(whole);
        } else if septets(letter).is_some() {
            folded.push(letter);
        } else if let Some(plain) = replaced(letter) {
            folded.push_str(plain);
        } else if letter.is_whitespace() {
            folded.push(' ');
        } else if !is_mark(letter) {
            folded.push(letter);
        }
    }
    folded
}

/// What stands for a letter that GSM-7 lacks.
fn replaced(letter: char) -> Option<&'static str> {
    let find = || REPLACED.iter().find(|(_, all)| all.contains(letter));
    let (plain, _) = if letter <= LAST_REPLACED { find() } else { None }?;
    Some(plain)
}

/// Marks that only change the letter or picture before them.
pub(crate) fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}' | '\u{200c}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_for_a_letter_is_of_gsm7_and_the_letter_is_not() {
        for (plain, all) in REPLACED {
            assert!(plain.chars().all(|letter| septets(letter) == Some(1)), "{plain}");
            for letter in all.chars() {
                assert!(septets(letter).is_none() && replaced(letter) == Some(plain), "{letter}");
            }
        }
    }
}
