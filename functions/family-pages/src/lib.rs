//! `/f/{token}`: what a family sees and does. A GET shows and writes nothing; a POST acts. Whatever is wrong with a link, the
//! answer is the same. Works without JavaScript, on an old phone, in every language that there are texts in.

mod acts;
mod address;
mod answers;
mod booking;
mod contact;
mod document;
mod page;
mod renewal;
mod visit;

use address::Address;
use chrono::{DateTime, TimeDelta, Utc};
use domain::contact::Language;
use http::{HeaderMap, Method, Request, Response, StatusCode, header};
use messages::Voice;
use page::Shown;
use runtime::calendars::Calendars;
use runtime::families::Families;
use runtime::{App, Failure};
use visit::Visit;

/// The largest form, in bytes.
const MAX_FORM: usize = 16 * 1024;
/// Forms that one link may send within [`WINDOW`].
const FORMS_OF_A_LINK: u32 = 30;
/// Forms that may come from one address within [`WINDOW`]: a school's or a library's has many families.
const FORMS_OF_AN_ADDRESS: u32 = 200;
/// For how long forms are counted together.
const WINDOW: TimeDelta = TimeDelta::minutes(10);

/// What the function works with.
#[derive(Debug)]
pub struct FamilyPages {
    /// The table and the district.
    pub app: App,
    /// What families are shown.
    pub families: Families,
}

/// What a family reads while the function lacks its secrets: nothing of the page can be shown without them.
pub fn unready(failure: &Failure) -> Response<String> {
    tracing::error!(
        why = failure.to_string(),
        next = "the family is asked to try again",
        "the families' pages have no secrets"
    );
    let mut response = Response::new("Please try again in a minute, or call the school.".to_owned());
    *response.status_mut() = StatusCode::SERVICE_UNAVAILABLE;
    response.headers_mut().insert(
        header::CONTENT_TYPE,
        http::HeaderValue::from_static("text/plain; charset=utf-8"),
    );
    response
}

/// One request, as far as every page needs it.
pub(crate) struct Call<'a> {
    pub(crate) app: &'a App,
    pub(crate) families: &'a Families,
    pub(crate) calendars: Calendars,
    pub(crate) address: Address,
    pub(crate) form: Vec<(String, String)>,
    pub(crate) now: DateTime<Utc>,
}

impl Call<'_> {
    /// A field of the form that was sent, or of the query where none was.
    pub(crate) fn field(&self, name: &str) -> Option<&str> {
        let of = |pairs: &'_ [(String, String)]| pairs.iter().position(|(field, _)| field == name);
        let found = of(&self.form).map(|at| self.form[at].1.as_str());
        found.or_else(|| of(&self.address.query).map(|at| self.address.query[at].1.as_str()))
    }
}

impl FamilyPages {
    /// Wires it.
    pub fn new(app: App, families: Families) -> Self {
        Self { app, families }
    }

    /// Answers a request that came from `address`.
    pub async fn handle(&self, request: &Request<Vec<u8>>, address: &str, now: DateTime<Utc>) -> Response<String> {
        let stranger = self.stranger(request.headers());
        let answered = self.answer(request, address, now).await;
        let shown = answered.unwrap_or_else(|failure| {
            tracing::error!(
                why = failure.to_string(),
                next = "the family is asked to try again, or to call the school",
                "a family's page failed"
            );
            page::broken(stranger, &self.app.district.name)
        });
        let mut response = shown.into_response();
        if request.method() == Method::HEAD {
            response.body_mut().clear();
        }
        response
    }

    /// The language of somebody of whom nothing is known but the browser's.
    fn stranger(&self, headers: &HeaderMap) -> Voice<'_> {
        let accepted = headers
            .get(header::ACCEPT_LANGUAGE)
            .and_then(|value| value.to_str().ok());
        let mut wanted = accepted
            .unwrap_or_default()
            .split(',')
            .filter_map(|tag| Language::parse(tag.split(';').next()?));
        let texts = &self.families.texts;
        let known = wanted.find(|wanted| texts.languages().any(|known| known.primary() == wanted.primary()));
        texts.voice(&texts.language(known.as_ref(), &self.app.district.language))
    }

    async fn answer(&self, request: &Request<Vec<u8>>, address: &str, now: DateTime<Utc>) -> Result<Shown, Failure> {
        let posts = match *request.method() {
            Method::GET | Method::HEAD => false,
            Method::POST => true,
            _ => return Ok(Shown::status(StatusCode::METHOD_NOT_ALLOWED)),
        };
        let stranger = self.stranger(request.headers());
        let district = self.app.district.name.as_str();
        if request.uri().path() == page::RENEWAL {
            return self.renewal(request, posts, address, now).await;
        }
        let Some(place) = Address::of(request.uri()) else {
            return Ok(page::expired(stranger, district, None));
        };
        let mut call = Call {
            app: &self.app,
            families: &self.families,
            calendars: Calendars::new(&self.app.table),
            address: place,
            form: Vec::new(),
            now,
        };
        if posts {
            if request.body().len() > MAX_FORM {
                return Ok(Shown::status(StatusCode::PAYLOAD_TOO_LARGE));
            }
            if !self.is_own(request.headers()) {
                return Ok(Shown::status(StatusCode::FORBIDDEN));
            }
            let places = [
                (address, FORMS_OF_AN_ADDRESS),
                (call.address.token.reveal(), FORMS_OF_A_LINK),
            ];
            if !self.within_limits(&places, now).await? {
                return Ok(page::busy(stranger, district));
            }
            call.form = form_urlencoded::parse(request.body()).into_owned().collect();
        }
        let opened = self
            .app
            .table
            .opened(&self.families.key, &call.address.token, now)
            .await?;
        let visit = match opened {
            Some((link, chosen)) => Visit::read(&call, link, chosen).await?,
            None => None,
        };
        match visit {
            Some(visit) if posts => acts::done(&call, &visit).await,
            Some(visit) => answers::shown(&call, &visit).await,
            None => Ok(page::expired(stranger, district, None)),
        }
    }

    /// The page of a link that does not work, and what comes of its form.
    async fn renewal(
        &self,
        request: &Request<Vec<u8>>,
        posts: bool,
        address: &str,
        now: DateTime<Utc>,
    ) -> Result<Shown, Failure> {
        let (stranger, district) = (self.stranger(request.headers()), self.app.district.name.as_str());
        if !posts {
            return Ok(match request.uri().query() {
                Some("sent") => page::sent(stranger, district),
                Some("wrong") => page::expired(stranger, district, Some("page-expired-wrong")),
                _ => page::expired(stranger, district, None),
            });
        }
        if request.body().len() > MAX_FORM || !self.is_own(request.headers()) {
            return Ok(Shown::status(StatusCode::FORBIDDEN));
        }
        let mut form = form_urlencoded::parse(request.body());
        let entered = form
            .find(|(name, _)| name == "contact")
            .map(|(_, value)| value.into_owned());
        let entered = entered.unwrap_or_default();
        let places = [(address, FORMS_OF_AN_ADDRESS)];
        if !self.within_limits(&places, now).await? {
            return Ok(page::busy(stranger, district));
        }
        let usable = self.renew(&entered, now).await?;
        let news = if usable { "sent" } else { "wrong" };
        Ok(Shown::see_at(format!("{}?{news}", page::RENEWAL)))
    }

    /// Counts a form for each of the places that it comes from; whether none has sent too many.
    async fn within_limits(&self, places: &[(&str, u32)], now: DateTime<Utc>) -> Result<bool, Failure> {
        for (place, most) in places {
            let place = self.families.key.place(place);
            if !self.app.table.within_limit(&place, *most, WINDOW, now).await? {
                tracing::warn!(next = "they are asked to wait", "too many forms came from one place");
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Whether a form comes from a page of ours. Browsers that are asked for no referrer say `null`.
    fn is_own(&self, headers: &HeaderMap) -> bool {
        let text = |name| {
            headers
                .get(name)
                .and_then(|value: &http::HeaderValue| value.to_str().ok())
        };
        let origin = text("origin").is_none_or(|origin| origin == "null" || origin == self.families.public_url);
        origin && text("sec-fetch-site").is_none_or(|site| site == "same-origin" || site == "none")
    }
}
