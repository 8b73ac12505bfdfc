//! The families' pages from outside: what looking does (nothing), who gets a time that many want, and whose link opens what.

use axum::body::{Body, to_bytes};
use axum::http::{Method, Request, header};
use serde_json::{Value, json};
use std::collections::{BTreeSet, VecDeque};
use tests::Local;
use tests::town::{changed_student, enrollment, guardian, on_the_eve, student, user};

/// What came back.
pub(crate) struct Came {
    pub(crate) status: u16,
    pub(crate) location: String,
    pub(crate) body: String,
}

impl Came {
    /// The value of a hidden field.
    pub(crate) fn hidden(&self, name: &str) -> String {
        let (_, after) = self.body.split_once(&format!("name=\"{name}\" value=\"")).unwrap();
        after.split_once('"').unwrap().0.to_owned()
    }

    /// The times that are offered.
    pub(crate) fn times(&self) -> Vec<String> {
        let offered = self.body.split("name=\"at\" value=\"").skip(1);
        offered
            .map(|after| after.split_once('"').unwrap().0.to_owned())
            .collect()
    }

    pub(crate) fn links(&self) -> Vec<String> {
        let links = self
            .body
            .split("href=\"")
            .skip(1)
            .map(|after| after.split_once('"').unwrap().0);
        links
            .map(|link| link.replace("&amp;", "&"))
            .filter(|link| link.starts_with("/f/"))
            .collect()
    }
}

async fn ask(local: &Local, method: Method, path: &str, form: &str) -> Came {
    let request = Request::builder()
        .method(method)
        .uri(path)
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(Body::from(form.to_owned()))
        .unwrap();
    let response = local.respond(request).await;
    let location = response.headers().get(header::LOCATION);
    let location = location.map(|to| to.to_str().unwrap().to_owned()).unwrap_or_default();
    let status = response.status().as_u16();
    let body = to_bytes(response.into_body(), usize::MAX).await.unwrap();
    Came {
        status,
        location,
        body: String::from_utf8(body.to_vec()).unwrap(),
    }
}

pub(crate) async fn get(local: &Local, path: &str) -> Came {
    ask(local, Method::GET, path, "").await
}

pub(crate) async fn post(local: &Local, path: &str, form: &str) -> Came {
    ask(local, Method::POST, path, form).await
}

/// The path of a guardian's page, as the last message to them has it.
pub(crate) async fn link(local: &Local, guardian: &str) -> String {
    let inbox = local.inbox().await;
    let letters = inbox.iter().filter(|letter| letter["recipient"] == guardian);
    let mut text = letters.map(|letter| letter["text"].as_str().or(letter["body"].as_str()).unwrap_or_default());
    let text = text.next_back().unwrap();
    let (_, after) = text.split_once("/f/").unwrap();
    format!("/f/{}", after.split_whitespace().next().unwrap())
}

/// The form that books `at` by video, as the page before it has it.
pub(crate) async fn form(local: &Local, home: &str, child: &str, at: &str) -> (String, String) {
    let book = format!("{home}/c/{child}.c1/book");
    let answers = format!("at={at}&how=video&interpreter=no");
    let check = get(local, &format!("{book}?{answers}")).await;
    assert_eq!(check.status, 200);
    (book, format!("{answers}&nonce={}", check.hidden("nonce")))
}

/// How many items were written since the table was made.
async fn written(local: &Local) -> Value {
    local.get("/_local/figures").await["changed_items"].clone()
}

async fn asked(children: &[&str], more: Vec<Value>) -> Local {
    let local = on_the_eve(children, more).await;
    local.to("2021-09-22").await;
    local
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_opens_every_link_answers_nothing_and_writes_nothing() {
    let local = asked(&["kid"], vec![]).await;
    let home = link(&local, "g-kid").await;
    // Also with a time booked, which has more links.
    let (book, filled) = form(&local, &home, "kid", "2021-09-27T15:00").await;
    for booked in [false, true] {
        if booked {
            assert_eq!(post(&local, &book, &filled).await.status, 303);
        }
        local.queues().await;
        let before = (written(&local).await, local.conferences().await, local.table().await);
        let mut seen = BTreeSet::new();
        let mut waiting = VecDeque::from([home.clone(), format!("{home}/unsubscribe")]);
        while let Some(path) = waiting.pop_front() {
            if seen.len() > 300 || !seen.insert(path.clone()) {
                continue;
            }
            for (method, agent, purpose) in [
                (Method::HEAD, "Mozilla/5.0 (compatible; safelinks)", ""),
                (Method::GET, "facebookexternalhit/1.1", "prefetch"),
                (Method::GET, "Mozilla/5.0 (iPhone)", "prefetch;prerender"),
            ] {
                let request = Request::builder().method(method.clone()).uri(&path);
                let request = request.header("user-agent", agent).header("sec-purpose", purpose);
                let response = local.respond(request.body(Body::empty()).unwrap()).await;
                let body = to_bytes(response.into_body(), usize::MAX).await.unwrap();
                assert!(method == Method::GET || body.is_empty(), "{path}");
            }
            waiting.extend(get(&local, &path).await.links());
        }
        assert!(seen.len() > 8, "{seen:?}");
        let after = (written(&local).await, local.conferences().await, local.table().await);
        assert_eq!(after, before);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn of_fifty_who_want_one_time_one_gets_it_and_the_others_see_other_times() {
    let children: Vec<String> = (0..50).map(|n| format!("kid{n}")).collect();
    let names: Vec<&str> = children.iter().map(String::as_str).collect();
    let local = asked(&names, vec![]).await;
    let mut forms = Vec::new();
    for child in &children {
        let home = link(&local, &format!("g-{child}")).await;
        forms.push(form(&local, &home, child, "2021-09-27T15:00").await);
    }
    // All of them at once: each call of each lets the others go on.
    let came = local.keeper.with(move |world| {
        Box::pin(async move {
            world.cloud.take_turns(true);
            let requests: Vec<_> = forms
                .into_iter()
                .map(|(path, form)| Request::post(path).body(form.into_bytes()).unwrap())
                .collect();
            let all = requests.iter().map(|request| world.family_page(request));
            let came: Vec<_> = futures::future::join_all(all).await.into_iter().flatten().collect();
            world.cloud.take_turns(false);
            let to = |response: http::Response<String>| {
                let location = response.headers().get(header::LOCATION).cloned();
                location.map(|to| to.to_str().unwrap().to_owned()).unwrap_or_default()
            };
            came.into_iter().map(to).collect::<Vec<_>>()
        })
    });
    let (lost, won): (Vec<_>, Vec<_>) = came
        .await
        .unwrap()
        .into_iter()
        .partition(|to| to.contains("wrong=taken"));
    assert_eq!((won.len(), lost.len()), (1, 49), "{won:?}");
    for to in lost {
        let page = get(&local, &to).await;
        assert!(page.body.contains("Someone else just took that time"), "{}", page.body);
        let times = page.times();
        assert!(times.contains(&"2021-09-27T15:25".into()) && !times.contains(&"2021-09-27T15:00".into()));
    }
    let conferences = local.conferences().await;
    let scheduled = conferences
        .iter()
        .filter(|conference| conference["state"] == "scheduled");
    assert_eq!(scheduled.count(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_time_that_overlaps_one_of_another_length_is_not_to_be_had() {
    let local = asked(&["one", "two"], vec![]).await;
    let (first, second) = (link(&local, "g-one").await, link(&local, "g-two").await);
    let (book, filled) = form(&local, &first, "one", "2021-09-27T15:25").await;
    let (other, late) = form(&local, &second, "two", "2021-09-27T15:00").await;
    assert_eq!(post(&local, &book, &filled).await.status, 303);
    // The teacher meets families for forty minutes now: the page that was open still offers three o'clock.
    let hours = json!([{"day": "Mon", "from": "15:00:00", "until": "17:00:00"}]);
    let plan = json!({"hours": hours, "minutes": 40, "between": 0, "lead_hours": 1, "furthest_days": 20});
    local
        .command(json!({"command": "working_plan", "teacher": "t-a", "plan": plan}))
        .await;
    let came = post(&local, &other, &late).await;
    let mut expected = vec!["2021-09-27T16:20".to_owned()];
    for monday in ["2021-10-04", "2021-10-11"] {
        expected.extend(["15:00", "15:40", "16:20"].map(|time| format!("{monday}T{time}")));
    }
    let page = get(&local, &came.location).await;
    assert_eq!((came.status, page.times()), (303, expected));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_that_comes_twice_books_once() {
    let local = asked(&["kid"], vec![]).await;
    let home = link(&local, "g-kid").await;
    let (book, filled) = form(&local, &home, "kid", "2021-09-27T15:00").await;
    for _ in 0..3 {
        let came = post(&local, &book, &filled).await;
        assert_eq!((came.status, came.location), (303, format!("{home}/c/kid.c1")));
    }
    // A form from before the time was changed acts no more.
    let (book, later) = form(&local, &home, "kid", "2021-09-28T15:00").await;
    assert_eq!(post(&local, &book, &later).await.location, format!("{home}/c/kid.c1"));
    let came = post(&local, &book, &filled).await;
    assert_eq!(came.location, format!("{home}/c/kid.c1?news=stale"));
    assert_eq!(local.only_conference("kid").await["starts_at"], "2021-09-28T19:00:00Z");
    let events = local.events().await;
    let booked = events.iter().filter(|event| event["type"] == "conference_scheduled");
    assert_eq!(booked.count(), 2);
    let inbox = local.inbox().await;
    let told: Vec<&str> = inbox
        .iter()
        .filter(|letter| letter["recipient"] == "g-kid")
        .map(|letter| letter["purpose"].as_str().unwrap())
        .collect();
    assert_eq!(told, ["invitation", "confirmation", "change"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_time_that_staff_agreed_upon_is_seen_moved_and_given_up_by_the_family() {
    let local = asked(&["kid"], vec![]).await;
    let home = link(&local, "g-kid").await;
    let agreed =
        json!({"command": "schedule", "conference": "kid.c1", "starts_at": "2021-09-27T19:10:00Z", "mode": "phone"});
    local.command(agreed).await;
    assert!(
        get(&local, &home)
            .await
            .body
            .contains("Booked: Monday, September 27, 3:10 PM, by phone")
    );
    // A time that overlaps the one it replaces.
    let (book, filled) = form(&local, &home, "kid", "2021-09-27T15:00").await;
    assert_eq!(post(&local, &book, &filled).await.location, format!("{home}/c/kid.c1"));
    assert_eq!(local.only_conference("kid").await["starts_at"], "2021-09-27T19:00:00Z");
    let cancel = format!("{home}/c/kid.c1/cancel");
    let nonce = get(&local, &cancel).await.hidden("nonce");
    for _ in 0..2 {
        let came = post(&local, &cancel, &format!("nonce={nonce}")).await;
        assert!(came.location.starts_with(&home), "{}", came.location);
    }
    assert_eq!(local.only_conference("kid").await["state"], "open");
    let inbox = local.inbox().await;
    let told = inbox.iter().filter(|letter| letter["recipient"] == "g-kid");
    let told: Vec<&str> = told.map(|letter| letter["purpose"].as_str().unwrap()).collect();
    assert_eq!(told, ["invitation", "confirmation", "change", "cancellation"]);
    let held = local.table().await;
    let held = held
        .iter()
        .filter(|item| item["PK"] == "TEACHER#t-a" && item["SK"] == "DAY#2021-09-27");
    assert!(
        held.flat_map(|item| item.as_object().unwrap().keys())
            .all(|name| !name.starts_with("at"))
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn with_another_secret_every_link_is_dead_and_the_next_one_works() {
    let mut local = asked(&["kid"], vec![]).await;
    let before = link(&local, "g-kid").await;
    let mut settings = local.settings.clone();
    settings.families.key = store::links::LinkKey::new("another secret of the local cloud, as good");
    local.redeploy(settings).await;
    assert_eq!(get(&local, &before).await.status, 404);
    local.to("2021-09-24").await;
    let after = link(&local, "g-kid").await;
    assert_ne!(after, before);
    assert_eq!(
        (get(&local, &after).await.status, get(&local, &before).await.status),
        (200, 404)
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_time_given_up_is_free_for_others() {
    let local = asked(&["one", "two"], vec![]).await;
    let (first, second) = (link(&local, "g-one").await, link(&local, "g-two").await);
    let at = "2021-09-27T15:00";
    let (book, filled) = form(&local, &first, "one", at).await;
    post(&local, &book, &filled).await;
    let offered = async || {
        let page = get(&local, &format!("{second}/c/two.c1/book")).await;
        page.times().iter().any(|time| time == at)
    };
    assert!(!offered().await);
    let cancel = format!("{first}/c/one.c1/cancel");
    let nonce = get(&local, &cancel).await.hidden("nonce");
    assert_eq!(post(&local, &cancel, &format!("nonce={nonce}")).await.status, 303);
    assert!(offered().await);
    // So is the time of a child that goes to another school.
    let (book, filled) = form(&local, &first, "one", at).await;
    assert_eq!(post(&local, &book, &filled).await.status, 303);
    assert!(!offered().await);
    let moved = changed_student(
        "one",
        2,
        "b",
        &["g-one"],
        json!({"dateLastModified": "2021-09-22T15:00:00Z"}),
    );
    local.tell(moved).await;
    assert!(offered().await);
}

#[tokio::test(flavor = "multi_thread")]
async fn guesses_expired_and_revoked_links_are_answered_alike() {
    let local = asked(&["kid"], vec![]).await;
    let home = link(&local, "g-kid").await;
    let mut random = fastrand::Rng::with_seed(6310);
    let letters: Vec<char> = ('a'..='z')
        .chain('A'..='Z')
        .chain('0'..='9')
        .chain("-_".chars())
        .collect();
    let mut guess = || {
        (0..22)
            .map(|_| letters[random.usize(0..letters.len())])
            .collect::<String>()
    };
    let strange = get(&local, &format!("/f/{}", guess())).await;
    assert_eq!(strange.status, 404);
    let calls = async || local.cloud().await.calls().len();
    let before = calls().await;
    get(&local, &format!("/f/{}", guess())).await;
    let costs = calls().await - before;
    for n in 0..10_000 {
        let came = get(&local, &format!("/f/{}", guess())).await;
        assert_eq!((came.status, &came.body), (404, &strange.body), "{n}");
    }
    for odd in ["x", "%00", "..%2f..", "AbCdEfGhIjKlMnOpQrStUv%27"] {
        assert_eq!(get(&local, &format!("/f/{odd}")).await.body, strange.body, "{odd}");
    }
    assert_eq!(get(&local, &home).await.status, 200);
    // Revoked: the reader is no parent of the child.
    let not_mine = format!("{home}/c/kid.c1/not-mine");
    let nonce = get(&local, &not_mine).await.hidden("nonce");
    assert_eq!(post(&local, &not_mine, &format!("nonce={nonce}")).await.status, 200);
    let before = calls().await;
    let came = get(&local, &home).await;
    assert_eq!((came.status, &came.body), (404, &strange.body));
    assert_eq!(calls().await - before, costs, "it costs the same");
    // Over: the school year has ended.
    let other = asked(&["kid"], vec![]).await;
    let home = link(&other, "g-kid").await;
    other.to("2022-07-31").await;
    assert_eq!(get(&other, &home).await.status, 200);
    other.to("2022-08-01").await;
    assert_eq!(get(&other, &home).await.body, strange.body);
}

#[tokio::test(flavor = "multi_thread")]
async fn r6_a_family_names_somebody_to_call_and_replaces_nobody() {
    let more = vec![
        user("mum", 1, json!({"email": "mum@example.net", "phone": "860-555-0131"})),
        guardian("dad"),
        student("kid", "a", &["mum", "dad"]),
        enrollment("kid", "a", "student", 1, true),
    ];
    let local = asked(&[], more).await;
    let named = async |home: &str, form: &str| {
        let place = format!("{home}/s/kid/contact");
        let nonce = get(&local, &place).await.hidden("nonce");
        post(&local, &place, &format!("nonce={nonce}&{form}")).await
    };
    let (mum, dad) = (link(&local, "mum").await, link(&local, "dad").await);
    for (form, wrong) in [
        ("relation=aunt&phone=8605550177", "Enter a name."),
        ("name=Ada&phone=8605550177", "Enter who this is to the child."),
        (
            "name=Ada&relation=aunt&phone=12",
            "Enter a phone number with ten digits",
        ),
        (
            "name=Ada&relation=aunt&phone=%28860%29+555-0131",
            "own number. Name someone else.",
        ),
    ] {
        let came = named(&mum, form).await;
        assert!(came.status == 422 && came.body.contains(wrong), "{form}: {}", came.body);
    }
    // Of the other household's number it is not said whose it is; the school has it, and nothing is added.
    let came = named(&dad, "name=Ada&relation=aunt&phone=%28860%29+555-0131").await;
    assert_eq!(came.location, format!("{dad}?news=saved"));
    for (home, form) in [
        (&mum, "name=Ada+Canary&relation=aunt&phone=860-555-0177&language=Polski"),
        (&mum, "name=Ada+Canary&relation=aunt&phone=860-555-0177&language=Polski"),
        (&dad, "name=Bo&relation=neighbor&phone=860-555-0178"),
    ] {
        assert_eq!(named(home, form).await.location, format!("{home}?news=saved"));
    }
    let page = get(&local, &format!("{dad}/s/kid/contact")).await.body;
    assert!(page.contains("1 person to call"), "{page}");
    assert!(
        !page.contains("Canary") && !page.contains("0177") && !page.contains("0178"),
        "{page}"
    );
    let events = local.events().await;
    let added = events.iter().filter(|event| event["type"] == "emergency_contact_added");
    let added: Vec<_> = added
        .map(|event| (event["rule"].clone(), event["actor"].clone()))
        .collect();
    assert_eq!(added, [(json!("R6"), json!("mum")), (json!("R6"), json!("dad"))]);
    let staff = json!({"command": "set_emergency_contact", "student": "kid", "name": "Cy", "phone": "860-555-0179", "actor": "t-a"});
    assert_eq!(local.command(staff).await["emergency_contacts"], 3);
    // Nobody is ever written to for being one.
    local.to("2021-09-30").await;
    let inbox = local.inbox().await;
    assert!(
        inbox.iter().all(|letter| !letter["to"].to_string().contains("017")),
        "{inbox:?}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_link_goes_to_a_contact_on_file_only_and_nobody_learns_which_is() {
    let local = asked(&["kid"], vec![]).await;
    let home = link(&local, "g-kid").await;
    let ask = async |contact: &str| post(&local, "/f/new", &format!("contact={contact}")).await.location;
    assert_eq!(ask("G-Kid%40example.net").await, "/f/new?sent");
    assert_eq!(
        ask("G-Kid%40example.net").await,
        "/f/new?sent",
        "once more within a moment"
    );
    assert_eq!(ask("stranger%40example.net").await, "/f/new?sent");
    // A teacher's, and a number that nobody has.
    assert_eq!(ask("teacher.a%40example.org").await, "/f/new?sent");
    assert_eq!(ask("860+555+0199").await, "/f/new?sent");
    for wrong in ["", "12345", "nobody%40"] {
        assert_eq!(ask(wrong).await, "/f/new?wrong", "{wrong}");
    }
    assert!(
        get(&local, "/f/new?wrong")
            .await
            .body
            .contains("Enter a phone number with ten digits")
    );
    assert!(get(&local, "/f/new?sent").await.body.contains("Look at your messages"));
    local.queues().await;
    let inbox = local.inbox().await;
    let new: Vec<&Value> = inbox.iter().filter(|letter| letter["purpose"] == "new_link").collect();
    assert_eq!(new.len(), 1, "{new:?}");
    assert_eq!(
        (&new[0]["recipient"], &new[0]["to"]),
        (&json!("g-kid"), &json!("G-Kid@example.net"))
    );
    assert!(new[0]["text"].as_str().unwrap().contains(&home));
    assert_eq!(local.get("/_local/replies").await["items"], json!([]));
}

#[tokio::test(flavor = "multi_thread")]
async fn no_link_is_kept_or_logged_anywhere() {
    let local = asked(&["kid"], vec![]).await;
    let home = link(&local, "g-kid").await;
    let (book, filled) = form(&local, &home, "kid", "2021-09-27T15:00").await;
    post(&local, &book, &filled).await;
    local.to("2021-09-27").await;
    let token = home.strip_prefix("/f/").unwrap();
    let kept = local.table().await.iter().map(Value::to_string).collect::<String>();
    assert!(kept.contains("LINK#") && !kept.contains(token));
    assert!(!local.logged().concat().contains(token));
    let events = json!(local.events().await).to_string();
    assert!(!events.contains(token));
    for queue in local.cloud().await.queues() {
        assert_eq!(queue.visible, 0, "{}", queue.name);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn one_household_sees_nothing_of_the_other() {
    let more = vec![
        user("mum", 1, json!({"email": "mum@example.net", "sms": "(860) 555-0131"})),
        guardian("dad"),
        student("kid", "a", &["mum", "dad"]),
        enrollment("kid", "a", "student", 1, true),
        // Another family's child, whom this mother must not be contacted about.
        user(
            "aunt",
            1,
            json!({"email": "aunt@example.net", "metadata": {"doNotContactFor": ["kid"]}}),
        ),
    ];
    let local = asked(&[], more).await;
    let (mum, dad) = (link(&local, "mum").await, link(&local, "dad").await);
    assert_ne!(mum, dad);
    let (book, filled) = form(&local, &mum, "kid", "2021-09-27T15:00").await;
    post(&local, &book, &filled).await;
    let page = get(&local, &dad).await;
    assert!(
        !page.body.contains("3:00") && !page.body.contains("Booked"),
        "{}",
        page.body
    );
    for path in ["c/kid.c1/conference.ics", "c/kid.c1", "c/kid.c1/cancel"] {
        let page = get(&local, &format!("{dad}/{path}")).await;
        assert!(!page.body.contains("3:00") && !page.body.contains("VEVENT"), "{path}");
    }
    // He has a time of his own, and gives it up: hers stands.
    let (book, filled) = form(&local, &dad, "kid", "2021-09-28T15:00").await;
    assert_eq!(post(&local, &book, &filled).await.status, 303);
    let cancel = format!("{dad}/c/kid.c1/cancel");
    let nonce = get(&local, &cancel).await.hidden("nonce");
    post(&local, &cancel, &format!("nonce={nonce}")).await;
    let conference = local.only_conference("kid").await;
    assert_eq!(
        (&conference["state"], &conference["starts_at"]),
        (&json!("scheduled"), &json!("2021-09-27T19:00:00Z"))
    );
    // Nobody sees the number of the other, nor a child that is not theirs.
    let page = get(&local, &format!("{dad}/c/strangechild.c1/book")).await;
    assert!(!page.body.contains("strangechild"));
    assert!(!get(&local, &mum).await.body.contains("555-0131"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_from_elsewhere_is_refused_and_too_many_wait() {
    let local = asked(&["kid"], vec![]).await;
    let home = link(&local, "g-kid").await;
    let (book, filled) = form(&local, &home, "kid", "2021-09-27T15:00").await;
    for (name, value) in [("origin", "https://evil.example"), ("sec-fetch-site", "cross-site")] {
        let request = Request::post(&book)
            .header(name, value)
            .body(Body::from(filled.clone()))
            .unwrap();
        assert_eq!(local.respond(request).await.status(), 403, "{name}");
    }
    let without = filled.split("&nonce").next().unwrap();
    assert_eq!(
        post(&local, &book, without).await.location,
        format!("{home}/c/kid.c1?news=stale")
    );
    assert_eq!(local.only_conference("kid").await["state"], "open");
    let mut last = 0;
    for _ in 0..40 {
        last = post(&local, &format!("{home}/stop"), "").await.status;
    }
    assert_eq!(last, 429);
    assert_eq!(get(&local, &home).await.status, 200, "looking is not counted");
}

#[tokio::test(flavor = "multi_thread")]
async fn one_click_in_a_mail_program_ends_the_e_mails() {
    let local = asked(&["kid"], vec![]).await;
    let inbox = local.inbox().await;
    let letter = inbox.iter().find(|letter| letter["recipient"] == "g-kid").unwrap();
    let head = &letter["headers"];
    assert_eq!(head["List-Unsubscribe-Post"], "List-Unsubscribe=One-Click");
    let link = head["List-Unsubscribe"].as_str().unwrap().trim_matches(['<', '>']);
    let (_, path) = link.split_once("/f/").unwrap();
    let came = post(&local, &format!("/f/{path}"), "List-Unsubscribe=One-Click").await;
    assert_eq!(came.status, 200);
    local.to("2021-09-29").await;
    assert_eq!(local.invited_on("kid").await, ["2021-09-22"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn reminders_come_the_day_before_and_in_the_morning_and_never_after_a_cancellation() {
    for cancelled in [false, true] {
        let local = asked(&["kid"], vec![]).await;
        let home = link(&local, "g-kid").await;
        let (book, filled) = form(&local, &home, "kid", "2021-09-28T15:00").await;
        post(&local, &book, &filled).await;
        if cancelled {
            local.to("2021-09-26").await;
            let cancel = format!("{home}/c/kid.c1/cancel");
            let nonce = get(&local, &cancel).await.hidden("nonce");
            post(&local, &cancel, &format!("nonce={nonce}")).await;
        }
        local.to("2021-09-28").await;
        let inbox = local.inbox().await;
        let told = inbox.iter().filter(|letter| letter["recipient"] == "g-kid");
        let told: Vec<String> = told
            .map(|letter| {
                format!(
                    "{} {}",
                    letter["purpose"].as_str().unwrap(),
                    letter["sent_at"].as_str().unwrap()
                )
            })
            .filter(|line| !line.starts_with("invitation"))
            .collect();
        let expected: &[&str] = if cancelled {
            &["confirmation 2021-09-22T16:00:00Z", "cancellation 2021-09-26T16:00:00Z"]
        } else {
            &[
                "confirmation 2021-09-22T16:00:00Z",
                "reminder 2021-09-27T21:00:00Z",
                "reminder 2021-09-28T12:00:00Z",
            ]
        };
        assert_eq!(told, expected);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_calendar_is_told_of_one_entry_that_changes_and_goes() {
    let local = asked(&["kid"], vec![]).await;
    let home = link(&local, "g-kid").await;
    for at in ["2021-09-28T15:00", "2021-09-29T15:00"] {
        let (book, filled) = form(&local, &home, "kid", at).await;
        post(&local, &book, &filled).await;
    }
    let file = get(&local, &format!("{home}/c/kid.c1/conference.ics")).await.body;
    let cancel = format!("{home}/c/kid.c1/cancel");
    let nonce = get(&local, &cancel).await.hidden("nonce");
    post(&local, &cancel, &format!("nonce={nonce}")).await;
    local.queues().await;
    let inbox = local.inbox().await;
    let mut parts: Vec<String> = inbox
        .iter()
        .filter_map(|letter| letter["calendar"].as_str().map(str::to_owned))
        .collect();
    parts.insert(2, file);
    let line = |text: &str, name: &str| {
        let found = text.lines().find(|line| line.starts_with(name));
        found.unwrap_or_default().trim().to_owned()
    };
    let outline: Vec<[String; 4]> = parts
        .iter()
        .map(|text| ["METHOD", "UID", "DTSTART", "STATUS"].map(|name| line(text, name)))
        .collect();
    let uid = "UID:kid.c1-g-kid@confer";
    let expected = [
        ["METHOD:REQUEST", uid, "DTSTART:20210928T190000Z", "STATUS:CONFIRMED"],
        ["METHOD:REQUEST", uid, "DTSTART:20210929T190000Z", "STATUS:CONFIRMED"],
        ["METHOD:PUBLISH", uid, "DTSTART:20210929T190000Z", "STATUS:CONFIRMED"],
        ["METHOD:CANCEL", uid, "DTSTART:20210929T190000Z", "STATUS:CANCELLED"],
    ];
    assert_eq!(outline, expected);
    let sequence = |text: &String| {
        line(text, "SEQUENCE")
            .split_once(':')
            .unwrap()
            .1
            .parse::<u64>()
            .unwrap()
    };
    let sequences: Vec<u64> = parts.iter().map(sequence).collect();
    assert!(
        sequences[0] < sequences[1] && sequences[1] == sequences[2] && sequences[2] < sequences[3],
        "{sequences:?}"
    );
}
