//! Names that no school should write, and some do.

use super::{LINK, child, contact_request, digest, invitation, is_latin, language, notice, one};
use crate::{Answer, ContactRequest, Email, Encoding, Invitation, Texts, sms};
use domain::decide::NoticeKind;

fn nasty() -> Vec<String> {
    vec![
        "Ana".into(),
        "李".into(),
        String::new(),
        " \r\n\t ".into(),
        "x".repeat(5_000),
        "word ".repeat(60),
        "€[]{}~".repeat(30),
        "🎉".repeat(100),
        "👩\u{200d}👩\u{200d}👧\u{200d}👦 ".repeat(20),
        "学校".repeat(50),
        "a\u{301}\u{302}\u{303}".repeat(60),
        "Ana\r\nBcc: x@example.org\r\n\r\nHi".into(),
        "<b>&\"'</b><script>alert(1)</script>".into(),
        "{ $sender } { sms-invitation }".into(),
        "\u{202e}evil\u{0}\u{7}\u{2028}".into(),
        "Pine County Regional Consolidated Public School District Number Seventeen of the Northern Lakes Region A"
            .into(),
    ]
}

#[test]
fn an_sms_never_takes_more_than_two_segments() {
    let texts = Texts::new();
    let nasty = nasty();
    for language in texts.languages() {
        for name in &nasty {
            for school in &nasty {
                for (phone, count) in [
                    (None, 1),
                    (Some("(950) 245-3101"), 1),
                    (Some(name.as_str()), 2),
                    (None, 10),
                ] {
                    let mut children = vec![child(name, school, phone); count];
                    if count == 10 {
                        children.push(child("Ana", "Oak School", None));
                    }
                    let invitation = Invitation {
                        link: invitation(Vec::new()).link,
                        asks_whom_to_call: true,
                        children: children.clone(),
                        district: school.clone(),
                    };
                    let sms = texts.invitation_sms(language, &invitation);
                    assert!(sms.segments <= 2, "{}: {}", sms.segments, sms.body);
                    assert_eq!((sms.encoding, sms.segments), sms::measure(&sms.body));
                    assert!(!sms.body.chars().any(char::is_control), "{:?}", sms.body);
                    assert!(!sms.body.contains("  ") && sms.body.contains("STOP"), "{:?}", sms.body);
                    let request = ContactRequest {
                        district: school.clone(),
                        ..contact_request(children)
                    };
                    let sms = texts.contact_request_sms(language, &request);
                    assert!(sms.segments <= 2 && sms.body.contains("STOP"), "{:?}", sms.body);
                    assert!(!sms.body.chars().any(char::is_control), "{:?}", sms.body);
                }
            }
        }
    }
}

#[test]
fn an_answer_never_takes_more_than_two_segments_nor_another_encoding() {
    let texts = Texts::new();
    let nasty = nasty();
    for language in texts.languages() {
        for name in &nasty {
            for phone in nasty.iter().map(Some).chain([None]) {
                for count in [0, 1, 2, 12] {
                    let schools = (0..count).map(|n| (format!("{name}{}", "x".repeat(n)), phone.cloned()));
                    let answer = Answer {
                        schools: schools.collect(),
                        district: name.clone(),
                    };
                    let sms = texts.answer_sms(language, &answer);
                    assert!(sms.encoding == Encoding::Gsm7 || !is_latin(language), "{}", sms.body);
                    assert!(sms.segments <= 2, "{}: {}", sms.segments, sms.body);
                    for line in ["911", "988", "211"] {
                        assert!(sms.body.contains(line), "{}", sms.body);
                    }
                }
            }
        }
    }
}

#[test]
fn a_cut_sender_ends_with_a_word() {
    let school = "Academy of Kindness and Letters ".repeat(10);
    let sms = Texts::new().invitation_sms(&language("en"), &one("李", &school));
    let (sender, _) = sms.body.split_once(':').expect("a sender");
    assert!(school.starts_with(&format!("{sender} ")), "{}", sms.body);
    assert!(sms.body.contains("李") && sender.len() > 20, "{}", sms.body);
}

fn is_harmless(email: &Email) {
    assert!(!email.subject.chars().any(char::is_control), "{:?}", email.subject);
    assert!(email.subject.chars().count() <= 160, "{:?}", email.subject);
    assert!(
        !email.text.chars().any(|c| c.is_control() && c != '\n'),
        "{:?}",
        email.text
    );
    for line in email.text.lines() {
        assert!(!line.starts_with("Bcc"), "{line}");
    }
    for markup in ["<b>", "<script", "&\"", "http:", "<img", "src=", "\u{202e}"] {
        assert!(!email.html.contains(markup), "{markup}: {}", email.html);
    }
    // Nothing leads anywhere but to the family's page.
    let links = email.html.matches(&format!("<a href=\"{LINK}\"")).count();
    for part in ["<a", "href=", "https:"] {
        assert_eq!(email.html.matches(part).count(), links, "{part}: {}", email.html);
    }
    // Only tags that the e-mail is made of.
    for tag in email.html.split('<').skip(1) {
        let name: String = tag
            .chars()
            .take_while(|c| c.is_ascii_alphanumeric() || "/!".contains(*c))
            .collect();
        let known = [
            "!DOCTYPE", "html", "head", "meta", "title", "body", "main", "h1", "h2", "p", "ul", "li", "a",
        ];
        assert!(known.contains(&name.trim_start_matches('/')), "{name}");
    }
}

#[test]
fn an_email_holds_no_value_as_markup_or_header() {
    let texts = Texts::new();
    for language in texts.languages() {
        for value in nasty() {
            let mut hostile = invitation(vec![child(&value, &value, Some(&value))]);
            is_harmless(&texts.invitation_email(language, &hostile));
            hostile.district = value.clone();
            hostile.children.push(child("Ana", "Oak School", None));
            is_harmless(&texts.invitation_email(language, &hostile));
            let mut staff = digest(vec![notice(NoticeKind::Declined, &value, 1)]);
            staff.district = value;
            is_harmless(&texts.digest_email(language, &staff));
            is_harmless(&texts.urgent_email(language, &staff));
        }
    }
}

#[test]
fn markup_in_a_name_is_shown_as_it_is_written() {
    let email = Texts::new().invitation_email(&language("en"), &one("<b>&\"'", "Pine & \"Oak\""));
    assert!(
        email
            .html
            .contains("&lt;b&gt;&amp;&quot;&#39;: Pine &amp; &quot;Oak&quot;, phone"),
        "{}",
        email.html
    );
    assert!(
        email.html.contains("<title>Pine &amp; &quot;Oak&quot;: "),
        "{}",
        email.html
    );
    assert!(
        email.text.contains("- <b>&\"': Pine & \"Oak\", phone"),
        "{}",
        email.text
    );
}

#[test]
fn the_subject_names_no_child() {
    let texts = Texts::new();
    for language in texts.languages() {
        let email = texts.invitation_email(language, &one("Zebulon", "Pine Hill School"));
        assert!(
            !email.subject.contains("Zebulon") && email.text.contains("Zebulon"),
            "{}",
            email.subject
        );
    }
}
