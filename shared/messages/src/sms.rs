//! What an SMS costs, and how a text becomes a short one.

mod letters;

pub(crate) use letters::is_mark;
use std::fmt;

/// How the letters of an SMS are carried.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// The alphabet of 3GPP TS 23.038: 160 septets in one segment, 153 in each of several.
    Gsm7,
    /// UTF-16: 70 units in one segment, 67 in each of several.
    Ucs2,
}

/// An SMS ready to send. `Debug` does not print the text.
#[derive(Clone, PartialEq, Eq)]
pub struct Sms {
    /// The text.
    pub body: String,
    /// How its letters are carried.
    pub encoding: Encoding,
    /// What it costs.
    pub segments: usize,
}

impl Sms {
    /// The text, its letters replaced by those of GSM-7 where that makes all of it GSM-7; else as it is.
    pub(crate) fn new(text: String) -> Self {
        let folded = letters::folded(&text);
        let body = if measure(&folded).0 == Encoding::Gsm7 {
            folded
        } else {
            text
        };
        let (encoding, segments) = measure(&body);
        Self {
            body,
            encoding,
            segments,
        }
    }
}

impl fmt::Debug for Sms {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Sms(•••, {:?}, {} segments)", self.encoding, self.segments)
    }
}

/// How a text is carried, and in how many segments. A letter of the extension table takes two septets, one outside the
/// basic plane two units; neither is parted by the end of a segment.
pub fn measure(text: &str) -> (Encoding, usize) {
    let septets: Option<Vec<usize>> = text.chars().map(letters::septets).collect();
    match septets {
        Some(sizes) => (Encoding::Gsm7, segments(sizes, 160, 153)),
        None => (
            Encoding::Ucs2,
            segments(text.chars().map(char::len_utf16).collect(), 70, 67),
        ),
    }
}

fn segments(sizes: Vec<usize>, alone: usize, joined: usize) -> usize {
    if sizes.iter().sum::<usize>() <= alone {
        return 1;
    }
    let (mut segments, mut used) = (1, 0);
    for size in sizes {
        if used + size > joined {
            segments += 1;
            used = 0;
        }
        used += size;
    }
    segments
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn segments_are_counted_as_carriers_count_them() {
        let many = |unit: &str, n: usize| unit.repeat(n);
        for (text, encoding, segments) in [
            (String::new(), Encoding::Gsm7, 1),
            (many("a", 160), Encoding::Gsm7, 1),
            (many("a", 161), Encoding::Gsm7, 2),
            (many("a", 306), Encoding::Gsm7, 2),
            (many("a", 307), Encoding::Gsm7, 3),
            (many("€", 80), Encoding::Gsm7, 1),
            (many("€", 81), Encoding::Gsm7, 2),
            // 76 fit into a joined segment of 153 septets: the 77th may not be parted.
            (many("€", 152), Encoding::Gsm7, 2),
            (many("€", 153), Encoding::Gsm7, 3),
            (many("{", 80), Encoding::Gsm7, 1),
            (many("ñ", 160), Encoding::Gsm7, 1),
            (many("李", 70), Encoding::Ucs2, 1),
            (many("李", 71), Encoding::Ucs2, 2),
            (many("李", 134), Encoding::Ucs2, 2),
            (many("李", 135), Encoding::Ucs2, 3),
            (many("🎉", 35), Encoding::Ucs2, 1),
            (many("🎉", 36), Encoding::Ucs2, 2),
            // 33 fit into a joined segment of 67 units.
            (many("🎉", 66), Encoding::Ucs2, 2),
            (many("🎉", 67), Encoding::Ucs2, 3),
            (many("a", 70) + "í", Encoding::Ucs2, 2),
        ] {
            assert_eq!(measure(&text), (encoding, segments), "{text}");
        }
    }

    #[test]
    fn letters_become_those_of_gsm7_where_that_is_enough() {
        for (text, expected, encoding) in [
            ("María José Núñez", "Maria José Nuñez", Encoding::Gsm7),
            ("Zoë Łukasz Nguyễn Đỗ", "Zoe Lukasz Nguyen Do", Encoding::Gsm7),
            ("“Şule’s” – İnönü…", "\"Sule's\" - Inönü...", Encoding::Gsm7),
            (
                "Nun\u{303}ez Jose\u{301} Mari\u{301}a",
                "Nuñez José Maria",
                Encoding::Gsm7,
            ),
            ("ça Çelik œuvre", "ca Çelik oeuvre", Encoding::Gsm7),
            ("Grüße [a]", "Grüße [a]", Encoding::Gsm7),
            ("李 María", "李 María", Encoding::Ucs2),
            ("Ольга", "Ольга", Encoding::Ucs2),
            ("Ana 👩\u{200d}👧", "Ana 👩\u{200d}👧", Encoding::Ucs2),
        ] {
            let sms = Sms::new(text.to_owned());
            assert_eq!((sms.body.as_str(), sms.encoding), (expected, encoding), "{text}");
        }
    }
}
