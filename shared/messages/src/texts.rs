//! The Fluent files, parsed, and the words of one language.

use crate::{Answer, ContactRequest, Digest, Email, Invitation, NewLink, News, Sms, answer, digest, invitation, news};
use domain::contact::Language;
use flate2::read::DeflateDecoder;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use std::fmt;
use std::io::Read;
use std::sync::OnceLock;
use unic_langid::{LanguageIdentifier, langid};

/// A language's file as `build.rs` leaves it: without its comments, and deflated, for only what is said is inflated.
#[derive(Clone, Copy)]
pub(crate) struct File {
    draft: bool,
    deflated: &'static [u8],
}

macro_rules! file {
    ($tag:literal) => {
        File {
            draft: include!(concat!(env!("OUT_DIR"), "/", $tag, ".draft")),
            deflated: include_bytes!(concat!(env!("OUT_DIR"), "/", $tag, ".ftl.deflate")),
        }
    };
}

/// English: what is missing elsewhere is taken from here.
const ENGLISH: File = file!("en");

/// The other languages: tag, plural rules, file. A new language is a new file, a line here and one in `review.rs`.
pub(crate) const OTHERS: &[(&str, LanguageIdentifier, File)] = &[
    ("es", langid!("es"), file!("es")),
    ("pt-BR", langid!("pt-BR"), file!("pt-BR")),
    ("ht", langid!("ht"), file!("ht")),
    ("pl", langid!("pl"), file!("pl")),
    ("zh-Hans", langid!("zh-Hans"), file!("zh-Hans")),
    ("ar", langid!("ar"), file!("ar")),
    ("ur", langid!("ur"), file!("ur")),
    ("vi", langid!("vi"), file!("vi")),
    ("sq", langid!("sq"), file!("sq")),
];

/// All languages.
pub struct Texts {
    english: Tongue,
    others: Vec<Tongue>,
}

/// One language; its file is read when it first speaks, for a function starts more often than it meets each language.
struct Tongue {
    language: Language,
    plurals: LanguageIdentifier,
    file: File,
    bundle: OnceLock<FluentBundle<FluentResource>>,
}

impl Texts {
    /// Every language of the project, drafts too. What a file says wrongly is left out, and English stands for it; a test
    /// proves that no file does.
    pub fn new() -> Self {
        Self::of(true)
    }

    /// The languages that families may be written to in: those that a person has reviewed, and drafts only where the
    /// district allows them.
    pub fn of(drafts: bool) -> Self {
        let others = OTHERS.iter().filter(|(_, _, file)| drafts || !file.draft);
        let others = others.filter_map(|(tag, plurals, file)| {
            let language = Language::parse(tag)?;
            Some(Tongue::new(language, plurals.clone(), *file))
        });
        Self {
            english: Tongue::new(Language::english(), langid!("en"), ENGLISH),
            others: others.collect(),
        }
    }

    /// The language of these that a person reads best: the one wanted, else its primary subtag, else the same of
    /// `default`, else English.
    pub fn language(&self, wanted: Option<&Language>, default: &Language) -> Language {
        let best = wanted.and_then(|wanted| self.tongue(wanted));
        let best = best.or_else(|| self.tongue(default)).unwrap_or(&self.english);
        best.language.clone()
    }

    /// The SMS that invites a guardian to the extra conferences: usually one segment, never more than two.
    pub fn invitation_sms(&self, language: &Language, invitation: &Invitation) -> Sms {
        invitation::sms(&self.voice(language), invitation)
    }

    /// The e-mail that invites a guardian to the extra conferences.
    pub fn invitation_email(&self, language: &Language, invitation: &Invitation) -> Email {
        invitation::email(&self.voice(language), invitation)
    }

    /// The SMS that says that the school has a question (R6), not which: one segment with usual names.
    pub fn contact_request_sms(&self, language: &Language, request: &ContactRequest) -> Sms {
        invitation::contact_request_sms(&self.voice(language), request)
    }

    /// The e-mail that asks whom the school may call when it cannot reach the family (R6).
    pub fn contact_request_email(&self, language: &Language, request: &ContactRequest) -> Email {
        invitation::contact_request_email(&self.voice(language), request)
    }

    /// The SMS about an agreed time: one segment with usual names, and no first name.
    pub fn news_sms(&self, language: &Language, news: &News) -> Sms {
        news::sms(&self.voice(language), news)
    }

    /// The e-mail about an agreed time, with its part for the reader's calendar.
    pub fn news_email(&self, language: &Language, news: &News) -> Email {
        news::email(&self.voice(language), news)
    }

    /// The SMS with a new link.
    pub fn new_link_sms(&self, language: &Language, new: &NewLink) -> Sms {
        news::new_link_sms(&self.voice(language), new)
    }

    /// The e-mail with a new link.
    pub fn new_link_email(&self, language: &Language, new: &NewLink) -> Email {
        news::new_link_email(&self.voice(language), new)
    }

    /// The e-mail of a day to a member of staff: ids only, no child is named.
    pub fn digest_email(&self, language: &Language, digest: &Digest) -> Email {
        digest::email(&self.voice(language), digest)
    }

    /// The SMS to a principal or designee: how many welfare checks wait, and nothing else.
    pub fn alert_sms(&self, language: &Language, digest: &Digest) -> Sms {
        digest::alert(&self.voice(language), digest)
    }

    /// The SMS that answers a family's text message, sent at any hour: nobody reads the number, whom to call, and the
    /// lines for danger and need (911, 988, 211). Usually one segment, never more than two; no child is named.
    pub fn answer_sms(&self, language: &Language, answer: &Answer) -> Sms {
        answer::sms(&self.voice(language), answer)
    }

    /// The SMS to principals and designees, at once, that a family's text message reads as danger: it quotes nothing and
    /// names nobody.
    pub fn urgent_sms(&self, language: &Language, _digest: &Digest) -> Sms {
        digest::urgent_sms(&self.voice(language))
    }

    /// The e-mail that goes with [`urgent_sms`](Self::urgent_sms): which students, by id, and that nothing more is sent
    /// to their families until somebody acknowledges it.
    pub fn urgent_email(&self, language: &Language, digest: &Digest) -> Email {
        digest::urgent_email(&self.voice(language), digest)
    }

    /// Every language there is, English first.
    pub fn languages(&self) -> impl Iterator<Item = &Language> {
        std::iter::once(&self.english)
            .chain(&self.others)
            .map(|tongue| &tongue.language)
    }

    fn tongue(&self, wanted: &Language) -> Option<&Tongue> {
        let find = |tag: &str| {
            let mut all = std::iter::once(&self.english).chain(&self.others);
            all.find(|tongue| tongue.language.tag() == tag)
        };
        let alike = || {
            let mut all = std::iter::once(&self.english).chain(&self.others);
            all.find(|tongue| tongue.language.primary() == wanted.primary())
        };
        find(wanted.tag()).or_else(alike)
    }

    /// The words of a language; of English where it is not among these.
    pub fn voice(&self, language: &Language) -> Voice<'_> {
        Voice {
            english: &self.english,
            own: self.tongue(language).unwrap_or(&self.english),
        }
    }
}

impl Default for Texts {
    fn default() -> Self {
        Self::new()
    }
}

impl fmt::Debug for Texts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.languages().map(Language::tag)).finish()
    }
}

impl Tongue {
    fn new(language: Language, plurals: LanguageIdentifier, file: File) -> Self {
        Self {
            language,
            plurals,
            file,
            bundle: OnceLock::new(),
        }
    }

    fn bundle(&self) -> &FluentBundle<FluentResource> {
        self.bundle.get_or_init(|| {
            let mut text = String::new();
            // It cannot fail: the build deflated it.
            let _ = DeflateDecoder::new(self.file.deflated).read_to_string(&mut text);
            let resource = FluentResource::try_new(text).unwrap_or_else(|(readable, _)| readable);
            let mut bundle = FluentBundle::new_concurrent(vec![self.plurals.clone()]);
            bundle.set_use_isolating(false);
            bundle.add_resource_overriding(resource);
            bundle
        })
    }

    /// The message with these values, or `None` where it is missing or asks for another value.
    fn say(&self, id: &str, values: &FluentArgs<'_>) -> Option<String> {
        let bundle = self.bundle();
        let message = bundle.get_message(id)?;
        let mut errors = Vec::new();
        let said = bundle.format_pattern(message.value()?, Some(values), &mut errors);
        errors.is_empty().then(|| said.into_owned())
    }
}

/// What speakers of a language call it, whether there are texts in it or not; of a language that is spoken by few families
/// here, its tag. An interpreter speaks a language, not a script.
pub fn language_name(language: &Language) -> String {
    let name = match language.primary() {
        "en" => "English",
        "es" => "Español",
        "pt" => "Português",
        "ht" => "Kreyòl ayisyen",
        "pl" => "Polski",
        "zh" => "中文",
        "ar" => "العربية",
        "ur" => "اردو",
        "vi" => "Tiếng Việt",
        "sq" => "Shqip",
        other => other,
    };
    name.to_owned()
}

/// Whether the file of a language says of itself that nobody has reviewed it.
pub(crate) fn is_draft(tag: &str) -> bool {
    OTHERS.iter().any(|(other, _, file)| *other == tag && file.draft)
}

/// One language, with English behind it.
#[derive(Clone, Copy)]
pub struct Voice<'a> {
    own: &'a Tongue,
    english: &'a Tongue,
}

impl fmt::Debug for Voice<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Voice({})", self.own.language.tag())
    }
}

impl Voice<'_> {
    /// The language it speaks.
    pub fn language(&self) -> &Language {
        &self.own.language
    }

    /// A message with its values. The bare id stands for a message that no language has.
    pub fn say<'v>(&self, id: &str, values: impl IntoIterator<Item = (&'static str, FluentValue<'v>)>) -> String {
        let mut given = FluentArgs::new();
        for (name, value) in values {
            given.set(name, value);
        }
        let said = self.own.say(id, &given).or_else(|| self.english.say(id, &given));
        said.unwrap_or_else(|| id.to_owned())
    }

    /// A message without values.
    pub fn word(&self, id: &str) -> String {
        self.say(id, [])
    }
}
