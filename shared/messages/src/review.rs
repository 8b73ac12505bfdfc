//! Every text beside its English, for whoever reviews a language.

use crate::texts::is_draft;

/// English as a person edits it, with comments.
pub(crate) const ENGLISH: &str = include_str!("../texts/en.ftl");
/// The other languages as a person edits them. No function carries these.
pub(crate) const FILES: &[(&str, &str)] = &[
    ("es", include_str!("../texts/es.ftl")),
    ("pt-BR", include_str!("../texts/pt-BR.ftl")),
    ("ht", include_str!("../texts/ht.ftl")),
    ("pl", include_str!("../texts/pl.ftl")),
    ("zh-Hans", include_str!("../texts/zh-Hans.ftl")),
    ("ar", include_str!("../texts/ar.ftl")),
    ("ur", include_str!("../texts/ur.ftl")),
    ("vi", include_str!("../texts/vi.ftl")),
    ("sq", include_str!("../texts/sq.ftl")),
];

/// One message of a language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// What it is called.
    pub id: String,
    /// What it is for, as its comment says.
    pub about: String,
    /// In English.
    pub english: String,
    /// In the language.
    pub own: String,
}

/// A language's texts, as a person reviews them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Review {
    /// The language's tag.
    pub tag: &'static str,
    /// Nobody has reviewed it yet.
    pub draft: bool,
    /// Its texts, in the order of the English file.
    pub texts: Vec<Text>,
}

/// Every language but English, or the one of this tag.
pub fn reviews(only: Option<&str>) -> Vec<Review> {
    let english = texts(ENGLISH);
    let wanted = FILES.iter().filter(|(tag, _)| only.is_none_or(|only| only == *tag));
    let review = |(tag, file): &(&'static str, &'static str)| {
        let own = texts(file);
        let find = |id: &str| {
            own.iter()
                .find(|(known, ..)| known == id)
                .map(|(_, _, text)| text.clone())
        };
        Review {
            tag,
            draft: is_draft(tag),
            texts: english
                .iter()
                .map(|(id, about, text)| Text {
                    own: find(id).unwrap_or_default(),
                    id: id.clone(),
                    about: about.clone(),
                    english: text.clone(),
                })
                .collect(),
        }
    };
    wanted.map(review).collect()
}

/// The messages of a file, each with its comment and its text as they stand there. The file is one that can be read: a test
/// proves it.
fn texts(file: &str) -> Vec<(String, String, String)> {
    let mut found: Vec<(String, String, String)> = Vec::new();
    let mut about = Vec::new();
    let mut inside = false;
    for line in file.lines() {
        let start = line.split_once(" =").filter(|(id, _)| {
            !id.is_empty()
                && id
                    .chars()
                    .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
        });
        if let Some(comment) = line.strip_prefix("# ") {
            (inside, _) = (false, about.push(comment.to_owned()));
        } else if let Some((id, text)) = start {
            found.push((id.to_owned(), about.join(" "), text.trim().to_owned()));
            about.clear();
            inside = true;
        } else if inside
            && (line.starts_with(' ') || line.starts_with('}'))
            && let Some((_, _, text)) = found.last_mut()
        {
            text.push('\n');
            text.push_str(line);
        } else {
            inside = false;
            about.clear();
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_is_reviewed_text_by_text() {
        let all = reviews(None);
        let tags: Vec<&str> = crate::texts::OTHERS.iter().map(|(tag, ..)| *tag).collect();
        assert_eq!(all.iter().map(|review| review.tag).collect::<Vec<_>>(), tags);
        for review in &all {
            assert!(review.texts.len() > 150, "{}: {}", review.tag, review.texts.len());
            for text in &review.texts {
                assert!(
                    !text.own.is_empty() && !text.english.is_empty() && !text.about.is_empty(),
                    "{} {text:?}",
                    review.tag
                );
            }
        }
        let [spanish] = &reviews(Some("es"))[..] else {
            panic!("one language");
        };
        let day = spanish
            .texts
            .iter()
            .find(|text| text.id == "weekday-date")
            .expect("a text");
        assert!(
            day.own.contains("miércoles") && day.english.contains("Wednesday"),
            "{day:?}"
        );
        assert_eq!(reviews(Some("xx")), []);
    }
}
