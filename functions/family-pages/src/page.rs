//! Pages as they are sent: what stands around every one of them, and the head that keeps them to the family.

use crate::Call;
use crate::address::{Answer, Place, path};
use crate::visit::Visit;
use askama::Template;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use domain::ids::ConferenceId;
use http::{HeaderValue, Response, StatusCode, header};
use messages::{Voice, direction};
use sha2::{Digest, Sha256};
use std::sync::LazyLock;
use store::links::Token;

/// The style of every page, in the page itself: one request is all there is.
const STYLE: &str = include_str!("../templates/style.css");

/// Where a new link is asked for.
pub(crate) const RENEWAL: &str = "/f/new";

/// Nothing is loaded, nothing runs, nobody frames it, and a form goes nowhere else.
static POLICY: LazyLock<String> = LazyLock::new(|| {
    let style = STANDARD.encode(Sha256::digest(STYLE.as_bytes()));
    format!(
        "default-src 'none'; style-src 'sha256-{style}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    )
});

/// What is answered.
pub(crate) struct Shown {
    status: StatusCode,
    content_type: &'static str,
    location: Option<String>,
    body: String,
}

impl Shown {
    /// Nothing but a status.
    pub(crate) fn status(status: StatusCode) -> Self {
        Self {
            status,
            content_type: "text/plain; charset=utf-8",
            location: None,
            body: status.to_string(),
        }
    }

    /// Look there. Every form is answered like this, so that "back" never leads to a form that was sent; but for one that
    /// holds what a family must not have to type twice.
    pub(crate) fn see(token: &Token, place: &Place, news: Option<&str>) -> Self {
        let to = path(token, place);
        Self::see_at(match news {
            Some(news) => format!("{to}?news={news}"),
            None => to,
        })
    }

    /// Look at this address.
    pub(crate) fn see_at(to: String) -> Self {
        Self {
            status: StatusCode::SEE_OTHER,
            content_type: "text/plain; charset=utf-8",
            location: Some(to),
            body: String::new(),
        }
    }

    /// A file for the family's calendar.
    pub(crate) fn calendar(text: String) -> Self {
        Self {
            status: StatusCode::OK,
            content_type: "text/calendar; charset=utf-8",
            location: None,
            body: text,
        }
    }

    /// A page.
    pub(crate) fn page(status: StatusCode, page: &impl Template) -> Self {
        match page.render() {
            Ok(body) => Self {
                status,
                content_type: "text/html; charset=utf-8",
                location: None,
                body,
            },
            Err(error) => {
                tracing::error!(
                    why = error.to_string(),
                    next = "mend the template",
                    "a page cannot be made"
                );
                Self::status(StatusCode::INTERNAL_SERVER_ERROR)
            }
        }
    }

    /// The answer, with the head that keeps it to the family: not stored, not indexed, its address told to nobody.
    pub(crate) fn into_response(self) -> Response<String> {
        let mut response = Response::new(self.body);
        *response.status_mut() = self.status;
        let head = response.headers_mut();
        for (name, value) in [
            (header::CONTENT_TYPE, self.content_type),
            (header::CACHE_CONTROL, "no-store"),
            (header::REFERRER_POLICY, "no-referrer"),
            (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
            (header::STRICT_TRANSPORT_SECURITY, "max-age=31536000"),
        ] {
            head.insert(name, HeaderValue::from_static(value));
        }
        head.insert("x-robots-tag", HeaderValue::from_static("noindex, nofollow"));
        if let Ok(policy) = HeaderValue::from_str(&POLICY) {
            head.insert(header::CONTENT_SECURITY_POLICY, policy);
        }
        if let Some(Ok(location)) = self.location.map(|location| HeaderValue::from_str(&location)) {
            head.insert(header::LOCATION, location);
        }
        response
    }
}

/// What stands around the content of a page.
pub(crate) struct Frame<'a> {
    pub(crate) voice: Voice<'a>,
    pub(crate) style: &'static str,
    /// The district.
    pub(crate) sender: String,
    /// The heading, which is the title too. No child's name.
    pub(crate) heading: String,
    /// Where "Back" leads.
    pub(crate) back: Option<String>,
    /// Where another language is chosen.
    pub(crate) language: Option<String>,
    /// What is wrong with what was sent: in words, and the field.
    pub(crate) problem: Option<(String, &'static str)>,
    /// Other ways, each with its address.
    pub(crate) exits: Vec<(String, String)>,
    /// The schools and their numbers.
    pub(crate) schools: Vec<(String, String)>,
}

impl<'a> Frame<'a> {
    /// For somebody whose link opens nothing.
    pub(crate) fn stranger(voice: Voice<'a>, district: &str, heading: &str) -> Self {
        Self {
            heading: voice.word(heading),
            voice,
            style: STYLE,
            sender: district.to_owned(),
            back: None,
            language: None,
            problem: None,
            exits: Vec::new(),
            schools: Vec::new(),
        }
    }

    /// For a guardian; `about` is the conference that the page is about.
    pub(crate) fn of(call: &Call<'_>, visit: &Visit<'a>, heading: &str, about: Option<&ConferenceId>) -> Self {
        let token = &call.address.token;
        let place = |place: &Place| path(token, place);
        let asked = visit.asked();
        let only = about.cloned().or_else(|| match asked.as_slice() {
            [(_, only)] => Some(only.clone()),
            _ => None,
        });
        let voice = visit.voice;
        let mut exits = Vec::new();
        if !asked.is_empty() {
            for (words, answer) in [
                ("page-more-none", Answer::Call),
                ("page-more-call", Answer::Call),
                ("page-more-decline", Answer::Decline),
                ("page-more-not-mine", Answer::NotMine),
            ] {
                let to = match &only {
                    Some(id) => Place::Answer(id.clone(), answer),
                    None => Place::Which(answer),
                };
                exits.push((voice.word(words), place(&to)));
            }
        }
        exits.push((voice.word("page-more-stop"), place(&Place::Stop)));
        exits.push((voice.word("page-more-language"), place(&Place::Language)));
        let mut schools: Vec<(String, String)> = Vec::new();
        for child in &visit.children {
            let known = child
                .school_phone
                .clone()
                .map(|phone| (child.school_name.clone(), phone));
            schools.extend(known.filter(|school| !schools.contains(school)));
        }
        Self {
            back: Some(place(&Place::Home)),
            language: Some(place(&Place::Language)),
            exits,
            schools,
            ..Self::stranger(voice, &call.app.district.name, heading)
        }
    }

    /// The direction in which the language is written.
    pub(crate) fn direction(&self) -> &'static str {
        direction(self.voice.language())
    }

    /// The language.
    pub(crate) fn tag(&self) -> &str {
        self.voice.language().tag()
    }

    /// Whether something is wrong with this field.
    pub(crate) fn is_wrong(&self, field: &str) -> bool {
        self.problem.as_ref().is_some_and(|(_, wrong)| *wrong == field)
    }

    /// What is wrong.
    pub(crate) fn problem_words(&self) -> &str {
        self.problem.as_ref().map_or("", |(words, _)| words)
    }

    /// A text without values.
    pub(crate) fn word(&self, id: &str) -> String {
        self.voice.word(id)
    }
}

/// A number as a link to call it has it.
pub(crate) fn dialled(phone: &str) -> String {
    phone.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect()
}

#[derive(Template)]
#[template(path = "expired.html")]
struct Expired<'a> {
    frame: Frame<'a>,
}

/// The one page for every link that does not work, whatever is wrong with it.
pub(crate) fn expired(voice: Voice<'_>, district: &str, problem: Option<&str>) -> Shown {
    let mut frame = Frame::stranger(voice, district, "page-expired-title");
    frame.problem = problem.map(|words| (voice.word(words), "contact"));
    Shown::page(StatusCode::NOT_FOUND, &Expired { frame })
}

#[derive(Template)]
#[template(path = "said.html")]
pub(crate) struct Said<'a> {
    pub(crate) frame: Frame<'a>,
    /// What there is to say.
    pub(crate) hint: String,
}

fn stranger_is_told(voice: Voice<'_>, district: &str, status: StatusCode, what: &str) -> Shown {
    let said = Said {
        frame: Frame::stranger(voice, district, &format!("page-{what}-title")),
        hint: voice.word(&format!("page-{what}-hint")),
    };
    Shown::page(status, &said)
}

/// A new link is on its way, if the school has that number or address.
pub(crate) fn sent(voice: Voice<'_>, district: &str) -> Shown {
    stranger_is_told(voice, district, StatusCode::OK, "sent")
}

/// Too many forms came.
pub(crate) fn busy(voice: Voice<'_>, district: &str) -> Shown {
    stranger_is_told(voice, district, StatusCode::TOO_MANY_REQUESTS, "busy")
}

/// What was asked for cannot be had here: the school finds a way.
pub(crate) fn impossible(voice: Voice<'_>, district: &str) -> Shown {
    stranger_is_told(voice, district, StatusCode::CONFLICT, "broken")
}

/// Something is broken on our side.
pub(crate) fn broken(voice: Voice<'_>, district: &str) -> Shown {
    stranger_is_told(voice, district, StatusCode::SERVICE_UNAVAILABLE, "broken")
}
