//! There is no login on this machine, so no other site may use a browser's way to it: neither by a name of its own that
//! leads here (DNS rebinding) nor by a form that is sent here from its pages.

use axum::http::{HeaderMap, HeaderName, Method, header};

/// The names of this machine.
const LOOPBACK: [&str; 3] = ["127.0.0.1", "localhost", "[::1]"];

/// Why the request is not answered, if so. Programs that are no browsers say neither origin nor site, and are.
pub(super) fn refused(method: &Method, headers: &HeaderMap) -> Option<&'static str> {
    let text = |name: HeaderName| headers.get(name).map(|value| value.to_str().unwrap_or("?"));
    let host = text(header::HOST);
    if host.is_some_and(|host| !is_loopback(host)) {
        return Some("only this machine is answered: use http://127.0.0.1 and the port");
    }
    if method.is_safe() {
        return None;
    }
    let another_origin = text(header::ORIGIN)
        .is_some_and(|origin| origin.strip_prefix("http://").is_none_or(|origin| Some(origin) != host));
    let another_site =
        text(HeaderName::from_static("sec-fetch-site")).is_some_and(|site| site != "same-origin" && site != "none");
    (another_origin || another_site).then_some("another site sent this: open /_local/ and do it there")
}

fn is_loopback(host: &str) -> bool {
    LOOPBACK.iter().any(|name| {
        host.strip_prefix(name).is_some_and(|port| {
            port.is_empty() || port.strip_prefix(':').is_some_and(|port| port.parse::<u16>().is_ok())
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_this_machine_and_its_own_pages_are_answered() {
        for (method, host, origin, site, answered) in [
            (Method::GET, None, None, None, true),
            (Method::GET, Some("127.0.0.1:8700"), None, None, true),
            (Method::GET, Some("localhost"), None, None, true),
            (Method::GET, Some("[::1]:8700"), None, None, true),
            (Method::GET, Some("127.0.0.1:8700"), None, Some("cross-site"), true),
            (Method::GET, Some("rebound.example:8700"), None, None, false),
            (Method::GET, Some("127.0.0.1.rebound.example"), None, None, false),
            (Method::GET, Some("localhost:8700.example"), None, None, false),
            (Method::POST, Some("127.0.0.1:8700"), None, None, true),
            (
                Method::POST,
                Some("127.0.0.1:8700"),
                Some("http://127.0.0.1:8700"),
                Some("same-origin"),
                true,
            ),
            (
                Method::POST,
                Some("127.0.0.1:8700"),
                Some("http://127.0.0.1:8700"),
                None,
                true,
            ),
            (
                Method::POST,
                Some("127.0.0.1:8700"),
                Some("http://127.0.0.1:9000"),
                None,
                false,
            ),
            (
                Method::POST,
                Some("127.0.0.1:8700"),
                Some("https://127.0.0.1:8700"),
                None,
                false,
            ),
            (
                Method::POST,
                Some("127.0.0.1:8700"),
                Some("https://elsewhere.example"),
                None,
                false,
            ),
            (Method::POST, Some("127.0.0.1:8700"), Some("null"), None, false),
            (Method::POST, Some("127.0.0.1:8700"), None, Some("cross-site"), false),
            (Method::POST, Some("127.0.0.1:8700"), None, Some("same-site"), false),
            (
                Method::DELETE,
                Some("127.0.0.1:8700"),
                Some("https://elsewhere.example"),
                None,
                false,
            ),
        ] {
            let mut headers = HeaderMap::new();
            for (name, value) in [("host", host), ("origin", origin), ("sec-fetch-site", site)] {
                if let Some(value) = value {
                    headers.insert(name, value.parse().unwrap());
                }
            }
            let case = format!("{method} {host:?} {origin:?} {site:?}");
            assert_eq!(refused(&method, &headers).is_none(), answered, "{case}");
        }
    }
}
