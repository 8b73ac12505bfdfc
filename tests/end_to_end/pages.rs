//! `/_local/` as pages for people: who gets them, what they show of a hostile roster, and what their forms do. How they
//! look and whether everyone can use them is seen by a real browser, in `tests/browser`.

use axum::body::{Body, to_bytes};
use axum::http::{Request, Response, header};
use runtime::queues::Queue;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use tests::Local;
use tests::town::{changed_student, enrollment, object, on_the_eve, student, user};

/// What a browser says it prefers.
const BROWSER: &str = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

fn kind(response: &Response<Body>) -> &str {
    response.headers()[header::CONTENT_TYPE].to_str().unwrap()
}

async fn text(response: Response<Body>) -> String {
    let body = to_bytes(response.into_body(), usize::MAX).await.unwrap();
    String::from_utf8(body.to_vec()).unwrap()
}

/// The page at this path; its status and HTML.
async fn page(local: &Local, path: &str) -> (u16, String) {
    let request = Request::get(path).header("accept", BROWSER).body(Body::empty());
    let response = local.respond(request.unwrap()).await;
    assert_eq!(kind(&response), "text/html; charset=utf-8", "{path}");
    (response.status().as_u16(), text(response).await)
}

/// Sends a form as a browser does; status, and where to or what is said.
async fn submit(local: &Local, path: &str, fields: &str) -> (u16, String) {
    let request = Request::post(path)
        .header("accept", BROWSER)
        .header("content-type", "application/x-www-form-urlencoded")
        .header("host", "127.0.0.1:8700")
        .header("origin", "http://127.0.0.1:8700")
        .header("sec-fetch-site", "same-origin");
    let response = local
        .respond(request.body(Body::from(fields.to_owned())).unwrap())
        .await;
    let status = response.status().as_u16();
    match response.headers().get("location") {
        Some(to) => (status, to.to_str().unwrap().to_owned()),
        None => (status, text(response).await),
    }
}

/// The addresses of this machine that a page links to.
fn links(html: &str) -> BTreeSet<String> {
    let targets = html.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    targets
        .filter(|to| to.starts_with("/_local"))
        .map(|to| to.replace("&#38;", "&").split('#').next().unwrap().to_owned())
        .collect()
}

#[tokio::test]
async fn whoever_prefers_html_gets_a_page_and_everyone_else_the_api() {
    let local = Local::start("2021-09-20").await;
    let (html, json) = ("text/html; charset=utf-8", "application/json");
    for (accept, expected) in [
        (Some(BROWSER), html),
        (Some("text/html"), html),
        (Some("application/json;q=0.5, text/html"), html),
        (Some("application/json, text/html"), json),
        (Some("text/html, application/json"), json),
        (Some("text/html;q=0.5, application/json;q=0.5"), json),
        (Some("application/json"), json),
        (Some("application/json, text/html;q=0.9"), json),
        (Some("text/html;q=0"), json),
        (Some("*/*"), json),
        (Some("text/*"), json),
        (None, json),
    ] {
        let mut request = Request::get("/_local/conferences");
        if let Some(accept) = accept {
            request = request.header("accept", accept);
        }
        let response = local.respond(request.body(Body::empty()).unwrap()).await;
        assert_eq!(kind(&response), expected, "{accept:?}");
    }
    let (status, says) = page(&local, "/_local/nowhere").await;
    assert!(
        status == 404 && says.contains("There is no such page."),
        "{status} {says}"
    );
    for unknown in ["conferences/nobody.c1", "students/nobody"] {
        let (status, _) = page(&local, &format!("/_local/{unknown}")).await;
        assert_eq!(status, 404, "{unknown}");
    }

    // What curl says of a JSON body makes no form of it.
    let request = Request::post("/_local/commands")
        .header("accept", "*/*")
        .header("content-type", "application/x-www-form-urlencoded")
        .body(Body::from(r#"{"command":"sending","sending":"shadow"}"#));
    let response = local.respond(request.unwrap()).await;
    assert_eq!((response.status().as_u16(), kind(&response)), (200, json));
}

#[tokio::test]
async fn no_other_site_uses_the_way_here() {
    let local = Local::start("2021-09-20").await;
    for (method, host, origin, status) in [
        ("GET", "127.0.0.1:8700", None, 200),
        ("GET", "rebound.example:8700", None, 403),
        ("POST", "127.0.0.1:8700", None, 200),
        ("POST", "127.0.0.1:8700", Some("http://127.0.0.1:8700"), 200),
        ("POST", "127.0.0.1:8700", Some("https://elsewhere.example"), 403),
        ("POST", "rebound.example:8700", Some("http://rebound.example:8700"), 403),
    ] {
        for accept in ["*/*", BROWSER] {
            let mut request = Request::builder().method(method).uri("/_local/clock");
            request = request.header("accept", accept).header("host", host);
            if let Some(origin) = origin {
                request = request.header("origin", origin);
            }
            let body = match (method, accept) {
                ("GET", _) => "",
                (_, "*/*") => r#"{"advance_days":0}"#,
                _ => "advance_days:json=0",
            };
            let response = local.respond(request.body(Body::from(body)).unwrap()).await;
            let expected = if (method, accept, status) == ("POST", BROWSER, 200) {
                303
            } else {
                status
            };
            let case = format!("{method} {host} {origin:?} {accept}");
            assert_eq!(response.status().as_u16(), expected, "{case}");
            if status == 403 {
                let (problem, page) = ("application/problem+json", "text/html; charset=utf-8");
                assert_eq!(
                    kind(&response),
                    if accept == BROWSER { page } else { problem },
                    "{case}"
                );
            }
        }
    }
}

#[tokio::test]
async fn what_a_hostile_roster_says_is_shown_as_text_and_every_link_leads_somewhere() {
    let (child, parent) = ("\"><script>a/1</script>?&#%", "g'><img src=x>");
    let name = "<script>alert(1)</script>";
    let local = on_the_eve(
        &["kid"],
        vec![
            user(
                parent,
                1,
                json!({"email": "g@example.net", "sms": "860-555-0155", "givenName": name}),
            ),
            changed_student(child, 1, "a", &[parent], json!({"givenName": name})),
            enrollment(child, "a", "student", 1, true),
            object(
                "sis.org.changed",
                2,
                "a",
                json!({"name": "<script>School</script>", "type": "school"}),
            ),
        ],
    )
    .await;
    local.to("2021-09-22").await;
    let sms = json!({"sms_from": "860-555-0155", "text": name});
    assert_eq!(local.post("/_local/feedback", sms).await.0, 200);
    local.to("2021-10-04").await;

    let (mut seen, mut next) = (BTreeSet::new(), BTreeSet::from(["/_local/".to_owned()]));
    while let Some(path) = next.pop_first() {
        let (status, html) = page(&local, &path).await;
        assert_eq!(status, 200, "{path}");
        for tag in ["<script", "<img", "<b>a", "onerror"] {
            assert!(!html.contains(tag), "{tag} in {path}");
        }
        seen.insert(path);
        next.extend(links(&html).into_iter().filter(|path| !seen.contains(path)));
    }
    for section in ["conferences/", "tasks/", "students/", "inbox/sms", "inbox/email"] {
        let of_it = seen
            .iter()
            .filter(|path| path.starts_with(&format!("/_local/{section}")))
            .count();
        assert!(of_it > 0, "{section} in {seen:?}");
    }
    let (_, replies) = page(&local, "/_local/replies").await;
    assert!(
        replies.contains("&#60;script&#62;alert(1)&#60;/script&#62;"),
        "{replies}"
    );
}

#[tokio::test]
async fn a_form_is_answered_by_the_api_and_leads_back_with_what_happened() {
    let local = on_the_eve(&["kid"], Vec::new()).await;
    let wait = "/_local/clock";
    for (path, fields, status, says) in [
        (
            wait,
            "advance_days:json=2&:back=/_local/inbox?page=1",
            303,
            "/_local/inbox?page=1&done=It+is+now+Wed%2C+Sep+22",
        ),
        (
            wait,
            "advance_days:json=0&:back=https://elsewhere.example/",
            303,
            "/_local/?done=",
        ),
        (wait, "to=2021-09-01", 400, "the clock moves forward only"),
        (
            wait,
            "advance_days:json=soon",
            400,
            "advance days: this cannot be meant",
        ),
        (
            "/_local/commands",
            "command=schedule&conference=kid.c1&mode=video&starts_at:local=2021-09-24T15:30&:back=/_local/conferences/kid.c1",
            303,
            "/_local/conferences/kid.c1?done=Done.+Conference+kid.c1+is+now%3A+scheduled.",
        ),
        (
            "/_local/commands",
            "command=decline&conference=kid.c1",
            409,
            "That was not done",
        ),
        (
            "/_local/commands",
            "command=decline&conference=nobody.c1",
            404,
            "there is no conference nobody.c1",
        ),
        (
            "/_local/faults",
            "service=ses&function=&fault=throttle&times:json=3",
            303,
            "done=The+fault+waits",
        ),
        ("/_local/faults", ":method=delete", 303, "done=All+faults"),
        (
            "/_local/faults",
            "fault=error&times:json=0",
            400,
            "times must be at least 1",
        ),
        (
            "/_local/feedback",
            "sms_from=860-555-0199&text=STOP",
            303,
            "done=The+text+message+was+received.",
        ),
    ] {
        let (answered, said) = submit(&local, path, fields).await;
        assert!(answered == status && said.contains(says), "{fields}: {answered} {said}");
    }
    let starts_at = local.conference("kid.c1").await["starts_at"].clone();
    assert_eq!(starts_at, "2021-09-24T19:30:00Z", "local time is the district's");
    assert_eq!(local.get("/_local/faults").await, json!({"items": []}));
}

#[tokio::test]
async fn a_student_has_a_page_as_soon_as_the_sis_told_of_one() {
    let local = on_the_eve(&["kid"], Vec::new()).await;
    for (id, status, says) in [
        ("kid", 200, "Nothing is owed to this student"),
        ("kit", 404, "There is no student kit."),
        ("g-kid", 404, "There is no student g-kid."),
    ] {
        let (answered, html) = page(&local, &format!("/_local/students/{id}")).await;
        assert!(answered == status && html.contains(says), "{id}: {answered} {html}");
        let items = local.get(&format!("/_local/tasks?student={id}")).await;
        assert_eq!(items, json!({"items": []}), "the API's list is empty, whoever it is");
    }
}

#[tokio::test]
async fn how_many_attempts_are_needed_is_the_policys_word() {
    let local = on_the_eve(&["kid"], Vec::new()).await;
    let four = local
        .keeper
        .with(|world| Box::pin(async move { world.settings.district.policy.attempts_needed = 4 }));
    four.await.unwrap();
    local.to("2021-09-24").await;
    for path in ["conferences", "conferences/kid.c1", "students/kid"] {
        let (_, html) = page(&local, &format!("/_local/{path}")).await;
        assert!(html.contains("2 of 4"), "{path}: {html}");
    }
}

#[tokio::test]
async fn one_letter_about_two_children_is_held_once() {
    let both = ["kid", "sib"];
    let mut roster = vec![user("g", 1, json!({"email": "g@example.net"}))];
    for child in both {
        roster.extend([student(child, "a", &["g"]), enrollment(child, "a", "student", 1, true)]);
    }
    let local = on_the_eve(&[], roster).await;
    local.command(json!({"command": "sending", "daily_cap": 0})).await;
    local.to("2021-09-22").await;
    let figures = local.get("/_local/figures").await;
    assert_eq!(
        (&figures["held"], &figures["sending"], &figures["daily_cap"]),
        (&json!(1), &json!("live"), &json!(0)),
        "{figures}"
    );
    let (_, html) = page(&local, "/_local/sending").await;
    assert!(
        html.contains("At most 0 messages a day go to families; 1 beyond it wait"),
        "{html}"
    );
}

#[tokio::test]
async fn every_function_can_be_aimed_at_and_what_is_down_says_until_when() {
    let local = Local::start("2021-09-20").await;
    let names = Queue::ALL.map(Queue::name);
    for function in names.into_iter().chain(["sis-webhook", "outbox-relay"]) {
        let fields = format!("fault=down&times:json=1&function={function}");
        assert_eq!(submit(&local, "/_local/faults", &fields).await.0, 303);
    }
    for fields in [
        "fault=down&times:json=1&function=escalate&on=2021-09-22",
        "fault=error&times:json=1&service=ses",
        "fault=error&times:json=2&service=ses&on=2021-09-22",
    ] {
        assert_eq!(submit(&local, "/_local/faults", fields).await.0, 303);
    }
    let (_, html) = page(&local, "/_local/faults").await;
    for function in names.into_iter().chain(["sis-webhook", "outbox-relay"]) {
        for shown in [
            format!("<option>{function}</option>"),
            format!("<li>{function} does not run until healed</li>"),
        ] {
            assert!(html.contains(&shown), "{shown} in {html}");
        }
    }
    for shown in [
        "<li>escalate does not run, on Wed, Sep 22, 2021</li>",
        "<li>a call to SES fails, 1 time</li>",
        "<li>a call to SES fails, on Wed, Sep 22, 2021, 2 times</li>",
    ] {
        assert!(html.contains(shown), "{shown} in {html}");
    }
}

#[tokio::test]
async fn triggers_come_in_as_the_sis_would_say_it() {
    let local = on_the_eve(&["kid", "sib"], Vec::new()).await;
    let trigger = async |body: Value| {
        let (status, answer) = local.post("/_local/triggers", body.clone()).await;
        assert_eq!(status, 200, "{body}: {answer}");
    };
    let roster = |user: &str, change: &str, value: &str| {
        let value = (!value.is_empty()).then_some(value);
        json!({"trigger": "roster", "user": user, "change": change, "value": value})
    };
    trigger(roster("g-kid", "mobile", "860-555-0177")).await;
    trigger(roster("g-sib", "email", "another@example.net")).await;
    local.to("2021-09-22").await;
    let sent: BTreeSet<String> = local
        .inbox()
        .await
        .iter()
        .map(|sent| sent["to"].as_str().unwrap().to_owned())
        .collect();
    let expected = ["+18605550177", "another@example.net", "g-kid@example.net"].map(str::to_owned);
    assert_eq!(sent, BTreeSet::from(expected), "what was not changed is as it was");

    let state = async |student: &str| {
        local.only_conference(student).await["state"]
            .as_str()
            .unwrap()
            .to_owned()
    };
    let school = async |student: &str| {
        local.only_conference(student).await["school"]
            .as_str()
            .unwrap()
            .to_owned()
    };
    for (body, expected) in [
        (roster("kid", "leaves", ""), "moot"),
        (roster("kid", "returns", ""), "open"),
        (roster("kid", "leaves", ""), "moot"),
    ] {
        trigger(body.clone()).await;
        assert_eq!(state("kid").await, expected, "{body}");
    }
    trigger(roster("sib", "moves", "b")).await;
    assert_eq!(school("sib").await, "b");

    let periods = async || local.get("/_local/triggers").await["items"].as_array().unwrap().clone();
    trigger(json!({"trigger": "period_starts", "school": "b", "start": "2021-08-30"})).await;
    trigger(json!({"trigger": "period_ends", "period": "period-1", "end": "2021-10-01"})).await;
    let known = periods()
        .await
        .into_iter()
        .find(|period| period["id"] == "period-1")
        .unwrap();
    assert_eq!(
        (&known["start"], &known["end"]),
        (&json!("2021-08-30"), &json!("2021-10-01")),
        "{known}"
    );
    trigger(json!({"trigger": "period_rescinded", "period": "period-1"})).await;
    assert!(periods().await.iter().all(|period| period["id"] != "period-1"));
    trigger(json!({"trigger": "period_rescinded", "period": "rlp"})).await;
    assert_eq!(state("sib").await, "void");

    for (body, status) in [
        (roster("nobody", "leaves", ""), 404),
        (roster("kid", "moves", ""), 400),
        (roster("kid", "language", "no language"), 400),
        (json!({"trigger": "period_ends", "period": "nothing"}), 404),
        (json!({"trigger": "period_starts", "start": "2031-01-01"}), 400),
        (json!({"trigger": "earthquake"}), 400),
    ] {
        let (answered, says) = local.post("/_local/triggers", body.clone()).await;
        assert_eq!(answered, status, "{body}: {says}");
    }
}

#[tokio::test]
async fn the_clock_goes_to_when_something_is_due() {
    let nothing = Local::start("2021-09-20").await;
    let (status, says) = nothing.post("/_local/clock", json!({"to_next_due": true})).await;
    assert!(
        status == 409 && says["detail"].as_str().unwrap().starts_with("nothing is due"),
        "{status} {says}"
    );

    let local = on_the_eve(
        &[],
        vec![
            user("g", 1, json!({"email": "g@example.net"})),
            student("kid", "a", &["g"]),
            enrollment("kid", "a", "student", 1, true),
        ],
    )
    .await;
    for at in [
        "2021-09-22T13:00:00Z",
        "2021-09-22T13:20:00Z",
        // Looks whether the round counts.
        "2021-09-23T13:00:00Z",
        "2021-09-24T13:00:00Z",
        "2021-09-24T13:20:00Z",
    ] {
        let (_, time) = local.post("/_local/clock", json!({"to_next_due": true})).await;
        assert_eq!(time["now"], at);
    }
}
