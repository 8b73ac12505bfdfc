//! An e-mail in its two parts, both made from the same blocks.

use crate::Link;
use domain::contact::Language;
use std::fmt;

/// An e-mail ready to send. `Debug` does not print it.
#[derive(Clone, PartialEq, Eq)]
pub struct Email {
    /// One line without a child's name.
    pub subject: String,
    /// The plain text part.
    pub text: String,
    /// The HTML part: it loads nothing and leaves colours to the reader's program.
    pub html: String,
    /// The part for the reader's calendar.
    pub calendar: Option<Calendar>,
    /// Files that come with it.
    pub attachments: Vec<Attachment>,
    /// Where one click ends these e-mails (RFC 8058).
    pub unsubscribe: Option<Link>,
}

/// A text file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attachment {
    /// Its name.
    pub name: String,
    /// What it says.
    pub text: String,
}

/// A part for a calendar (RFC 5546). `Debug` does not print it.
#[derive(Clone, PartialEq, Eq)]
pub struct Calendar {
    /// `REQUEST` puts it in or changes it, `CANCEL` takes it out.
    pub method: &'static str,
    /// The iCalendar text.
    pub text: String,
}

impl fmt::Debug for Calendar {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Calendar({}, •••)", self.method)
    }
}

impl fmt::Debug for Email {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Email(•••)")
    }
}

/// A piece of an e-mail, as plain text.
pub(crate) enum Block {
    /// A heading.
    Heading(String),
    /// A paragraph.
    Paragraph(String),
    /// A list, one line an item.
    List(Vec<String>),
    /// A link that looks like a button: its words, and where it leads.
    Button(String, Link),
}

impl Email {
    /// The e-mail with this content, in this language.
    pub(crate) fn new(language: &Language, subject: String, blocks: &[Block]) -> Self {
        let text: Vec<String> = blocks.iter().map(Block::text).collect();
        let html: String = blocks.iter().map(Block::html).collect();
        Self {
            text: text.join("\n") + "\n",
            html: page(language, &subject, &html),
            subject,
            calendar: None,
            attachments: Vec::new(),
            unsubscribe: None,
        }
    }
}

impl Block {
    fn text(&self) -> String {
        match self {
            Self::Heading(words) => format!("{words}\n"),
            Self::Paragraph(words) => format!("{words}\n"),
            Self::List(items) => items.iter().map(|item| format!("- {item}\n")).collect(),
            Self::Button(words, link) => format!("{words}:\n{}\n", link.reveal()),
        }
    }

    fn html(&self) -> String {
        match self {
            Self::Heading(words) => format!("<h2 style=\"font-size:1.1em\">{}</h2>\n", escaped(words)),
            Self::Paragraph(words) => format!("<p>{}</p>\n", escaped(words)),
            Self::List(items) => {
                let items: String = items.iter().map(|i| format!("<li>{}</li>\n", escaped(i))).collect();
                format!("<ul>\n{items}</ul>\n")
            }
            Self::Button(words, link) => format!(
                "<p><a href=\"{}\" style=\"display:inline-block;padding:.7em 1.2em;border:2px solid;border-radius:.3em;\
                 font-weight:bold\">{}</a></p>\n",
                escaped(link.reveal()),
                escaped(words)
            ),
        }
    }
}

/// The whole document. `color-scheme` lets the reader's program show it dark; no colour is set against it.
fn page(language: &Language, title: &str, body: &str) -> String {
    let (tag, title, direction) = (escaped(language.tag()), escaped(title), direction(language));
    format!(
        "<!DOCTYPE html>\n\
         <html lang=\"{tag}\" dir=\"{direction}\" style=\"color-scheme:light dark\">\n\
         <head>\n\
         <meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n\
         <title>{title}</title>\n\
         </head>\n\
         <body style=\"font-family:sans-serif;line-height:1.5;max-width:36em;margin:0 auto;padding:1em\">\n\
         <main>\n\
         <h1 style=\"font-size:1.3em\">{title}</h1>\n\
         {body}\
         </main>\n\
         </body>\n\
         </html>\n"
    )
}

/// The direction a language is written in, as HTML's `dir` has it.
pub fn direction(language: &Language) -> &'static str {
    match language.primary() {
        "ar" | "fa" | "he" | "ps" | "ur" | "yi" => "rtl",
        _ => "ltr",
    }
}

/// The text as HTML, in an element or in a quoted attribute.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            _ => escaped.push(letter),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_language_is_written_in_its_direction() {
        for (tag, expected) in [
            ("en", "ltr"),
            ("es-MX", "ltr"),
            ("ar", "rtl"),
            ("ur-PK", "rtl"),
            ("arn", "ltr"),
        ] {
            let language = Language::parse(tag).expect("a tag");
            assert!(page(&language, "", "").contains(&format!("<html lang=\"{tag}\" dir=\"{expected}\"")));
        }
    }

    #[test]
    fn markup_in_a_text_is_text() {
        assert_eq!(escaped("<b>&\"'"), "&lt;b&gt;&amp;&quot;&#39;");
    }
}
