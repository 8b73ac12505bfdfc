//! Values cleaned and shortened before they go into a text.

/// The longest value a text takes, in characters.
const LONGEST: usize = 200;

/// The value on one line: control characters and line ends become spaces, white space collapses, marks that are not
/// seen or turn the direction of writing go; no longer than 200 characters.
pub(crate) fn tidy(value: &str) -> String {
    let mut tidied = String::new();
    for letter in value.chars().filter(|letter| !is_hidden(*letter)).take(LONGEST * 5) {
        if !(letter.is_control() || letter.is_whitespace()) {
            tidied.push(letter);
        } else if !tidied.is_empty() && !tidied.ends_with(' ') {
            tidied.push(' ');
        }
    }
    cut(tidied.trim_end(), LONGEST)
}

/// The value in at most `longest` characters, cut after a word where that leaves half of them or more.
pub(crate) fn cut(value: &str, longest: usize) -> String {
    let Some((end, _)) = value.char_indices().nth(longest) else {
        return value.to_owned();
    };
    let (kept, rest) = value.split_at(end);
    let word = kept
        .rfind(' ')
        .filter(|space| space * 2 >= end && !rest.starts_with(' '));
    let kept = word.map_or(kept, |space| &kept[..space]);
    kept.trim_end_matches([' ', ',', ';', ':', '-', '.', '(', '&', '\u{200d}'])
        .to_owned()
}

/// Characters that are not seen, or turn the direction of what follows.
pub(crate) fn is_hidden(letter: char) -> bool {
    matches!(letter,
        '\u{ad}' | '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_stays_on_one_line() {
        for (value, expected) in [
            ("  Ana \t María\r\nBcc: x@example.org ", "Ana María Bcc: x@example.org"),
            ("A\u{0}\u{7}\u{1b}\u{85}\u{2028}B", "A B"),
            ("A\u{202e}na\u{200b}", "Ana"),
            (" \r\n\t", ""),
            ("", ""),
        ] {
            assert_eq!(tidy(value), expected, "{value:?}");
        }
        assert_eq!(tidy(&"x".repeat(100_000)).chars().count(), LONGEST);
    }

    #[test]
    fn a_cut_keeps_whole_words_where_it_can() {
        for (value, longest, expected) in [
            ("Pine Hill School", 16, "Pine Hill School"),
            ("Pine Hill School", 15, "Pine Hill"),
            ("Pine Hill School", 9, "Pine Hill"),
            ("Pine Hill - School", 12, "Pine Hill"),
            ("A Verylongword", 10, "A Verylong"),
            ("李李李李", 2, "李李"),
            ("Pine", 0, ""),
        ] {
            assert_eq!(cut(value, longest), expected, "{value} {longest}");
        }
    }
}
