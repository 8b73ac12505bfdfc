//! The named stories: what can befall one family, each as short as it can be, because every call of it is made to fail.

use super::telling::{Telling, address, guardian, number};
use crate::history::Act::{AskForCall, Decline, LogAttempt, MarkHeld, MarkNoShow, Schedule};
use crate::history::Time::{Between, Early, Noon};
use crate::history::{Channel, Fate, History, Says};

/// The calls of a story by which the family is given up, and which the principal takes care of.
pub const THREE_STRIKES: &str = "three-strikes";
/// The story in which one child's answer holds back what was to be done about the other.
pub const SIBLING: &str = "sibling";

/// What a story tells.
type Told = fn(Telling) -> Telling;

/// All of them, by name.
pub fn all() -> Vec<(&'static str, History)> {
    let told: [(&str, Told); 12] = [
        (THREE_STRIKES, three_strikes),
        ("booked", booked),
        ("call", call),
        ("no-show", no_show),
        ("stop", stop),
        ("bounced", bounced),
        (SIBLING, sibling),
        ("rescinded", rescinded),
        ("transfer", transfer),
        ("danger", danger),
        ("no-contact", no_contact),
        ("six-months", six_months),
    ];
    told.map(|(name, tells)| (name, tells(Telling::default()).history()))
        .into()
}

/// Nobody answers three rounds; the principal has somebody look after the child.
fn three_strikes(story: Telling) -> Telling {
    story
        .on(0, Early)
        .family(&["s-1"], &[("g-1", number(1))])
        .remote()
        .on(8, Noon)
        .check_closed("s-1")
}

/// The family books between two rounds, and comes.
fn booked(story: Telling) -> Telling {
    story
        .on(0, Early)
        .family(&["s-1"], &[("g-1", number(1))])
        .remote()
        .on(1, Noon)
        .act("s-1", "g-1", Schedule { in_days: 1 })
        .on(3, Noon)
        .act("s-1", "p-a", MarkHeld)
}

/// The family would rather be called; the teacher tries, and speaks with them.
fn call(story: Telling) -> Telling {
    story
        .on(0, Early)
        .family(&["s-1"], &[("g-1", number(1))])
        .teacher("t-a", &["s-1"])
        .remote()
        .on(0, Noon)
        .act("s-1", "g-1", AskForCall)
        .on(1, Noon)
        .act("s-1", "t-a", LogAttempt { reached: false })
        .on(2, Noon)
        .act("s-1", "t-a", LogAttempt { reached: true })
        .act("s-1", "g-1", Schedule { in_days: 1 })
}

/// A time is agreed and nobody comes; the teacher asks again.
fn no_show(story: Telling) -> Telling {
    story
        .on(0, Early)
        .family(&["s-1"], &[("g-1", number(1))])
        .teacher("t-a", &["s-1"])
        .remote()
        .on(0, Noon)
        .act("s-1", "g-1", Schedule { in_days: 1 })
        .on(2, Noon)
        .act("s-1", "t-a", MarkNoShow)
        .on(3, Noon)
        .act("s-1", "t-a", LogAttempt { reached: true })
        .act("s-1", "g-1", Decline)
}

/// The family wants no more text messages; e-mail goes on.
fn stop(story: Telling) -> Telling {
    let both = guardian(Some(1), Some("g-1"));
    story
        .on(0, Early)
        .family(&["s-1"], &[("g-1", both)])
        .remote()
        .on(0, Noon)
        .text("g-1", Says::Stop)
        .on(2, Noon)
        .act("s-1", "g-1", Decline)
}

/// The first round comes back, and so did not count; the family has another address.
fn bounced(story: Telling) -> Telling {
    story
        .on(0, Early)
        .family(&["s-1"], &[("g-1", address("g-1"))])
        .remote()
        .on(0, Noon)
        .report("g-1", Channel::Email, Fate::Bounced)
        .on(1, Noon)
        .sis([("g-1", address("g-1-new"))])
        .on(2, Noon)
        .act("s-1", "g-1", Decline)
}

/// Two children; what is agreed for one holds back the welfare check of the other.
fn sibling(story: Telling) -> Telling {
    story
        .on(0, Early)
        .family(&["s-1", "s-2"], &[("g-1", number(1))])
        .remote()
        .on(1, Noon)
        .act("s-2", "g-1", Schedule { in_days: 9 })
        .on(8, Noon)
        .act("s-1", "p-a", LogAttempt { reached: true })
}

/// The SIS takes the period back, and brings it again.
fn rescinded(story: Telling) -> Telling {
    story
        .on(0, Early)
        .family(&["s-1"], &[("g-1", number(1))])
        .remote()
        .on(0, Between)
        .remote_after_all(false)
        .on(1, Noon)
        .remote_after_all(true)
        .on(2, Noon)
        .act("s-1", "g-1", Decline)
}

/// The child changes schools while a time is agreed with the old school's teacher.
fn transfer(story: Telling) -> Telling {
    story
        .on(0, Early)
        .family(&["s-1"], &[("g-1", number(1))])
        .school("b")
        .remote()
        .on(0, Noon)
        .act("s-1", "g-1", Schedule { in_days: 4 })
        .on(1, Noon)
        .student("s-1", &["g-1"], "b", true)
        .on(2, Noon)
        .act("s-1", "g-1", Decline)
}

/// What the family writes reads as danger; the principal takes care of it before anybody is asked again.
fn danger(story: Telling) -> Telling {
    story
        .on(0, Early)
        .family(&["s-1"], &[("g-1", number(1))])
        .remote()
        .on(0, Noon)
        .text("g-1", Says::Danger)
        .on(1, Noon)
        .acknowledged("s-1")
        .on(2, Noon)
        .act("s-1", "g-1", Decline)
}

/// Nobody can be written to; the office finds a number.
fn no_contact(story: Telling) -> Telling {
    story
        .on(0, Early)
        .family(&["s-1"], &[("g-1", guardian(None, None))])
        .teacher("t-a", &["s-1"])
        .remote()
        .on(1, Noon)
        .sis([("g-1", number(1))])
        .on(2, Noon)
        .act("s-1", "g-1", Decline)
}

/// Half a year after the first conference the next is due.
fn six_months(story: Telling) -> Telling {
    story
        .on(0, Early)
        .family(&["s-1"], &[("g-1", number(1))])
        .remote()
        .on(0, Noon)
        .act("s-1", "g-1", Schedule { in_days: 1 })
        .on(2, Noon)
        .act("s-1", "p-a", MarkHeld)
        .on(182, Noon)
        .newest("s-1", "g-1", Decline)
}
