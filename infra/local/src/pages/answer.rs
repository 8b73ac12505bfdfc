//! How a page is answered: as HTML that runs nothing, loads nothing and is kept nowhere, or as the page that says what is
//! wrong.

use super::frame::Frame;
use crate::keeper::Gone;
use askama::Template;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse, Response};

/// No script, nothing from elsewhere. Styles are the page's own and, in the frame that shows it, an e-mail's.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'self'; base-uri 'none'; \
                      frame-ancestors 'none'";

/// Why there is no such page, or why what was asked for was not done.
#[derive(Debug)]
pub(super) struct Trouble {
    pub(super) status: StatusCode,
    pub(super) detail: String,
}

impl Trouble {
    pub(super) fn internal(detail: impl Into<String>) -> Self {
        Self {
            status: StatusCode::INTERNAL_SERVER_ERROR,
            detail: detail.into(),
        }
    }

    pub(super) fn wrong(detail: impl Into<String>) -> Self {
        Self {
            status: StatusCode::BAD_REQUEST,
            detail: detail.into(),
        }
    }

    pub(super) fn refused(detail: impl Into<String>) -> Self {
        Self {
            status: StatusCode::FORBIDDEN,
            detail: detail.into(),
        }
    }

    pub(super) fn not_found(what: &str, id: &str) -> Self {
        Self {
            status: StatusCode::NOT_FOUND,
            detail: format!("There is no {what} {id}."),
        }
    }

    /// The page that says so; `back` is the way from there.
    pub(super) fn page(self, back: &str) -> Response {
        let title = if self.status == StatusCode::NOT_FOUND {
            "Not here"
        } else {
            "That was not done"
        };
        let page = Problem {
            frame: Frame::bare(title),
            detail: &self.detail,
            back,
        };
        (self.status, page.html()).into_response()
    }
}

impl From<Gone> for Trouble {
    fn from(gone: Gone) -> Self {
        Self::internal(gone.to_string())
    }
}

impl IntoResponse for Trouble {
    fn into_response(self) -> Response {
        self.page(super::ROOT)
    }
}

/// A page, or why there is none.
pub(super) type Answer = Result<Response, Trouble>;

/// A template as a response.
pub(super) trait Page: Template {
    fn html(&self) -> Response {
        match self.render() {
            Ok(html) => {
                let mut response = Html(html).into_response();
                for (name, value) in [
                    (header::CONTENT_SECURITY_POLICY, POLICY),
                    (header::CACHE_CONTROL, "no-store"),
                    (header::REFERRER_POLICY, "same-origin"),
                    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
                    (header::VARY, "accept"),
                ] {
                    response.headers_mut().insert(name, HeaderValue::from_static(value));
                }
                response
            }
            Err(error) => (StatusCode::INTERNAL_SERVER_ERROR, error.to_string()).into_response(),
        }
    }
}

impl<T: Template> Page for T {}

#[derive(Template)]
#[template(path = "problem.html")]
struct Problem<'a> {
    frame: Frame,
    detail: &'a str,
    back: &'a str,
}

/// What is not among the pages.
pub(super) async fn no_such_page() -> Trouble {
    Trouble {
        status: StatusCode::NOT_FOUND,
        detail: "There is no such page.".into(),
    }
}
