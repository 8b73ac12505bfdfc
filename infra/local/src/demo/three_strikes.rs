//! The story of the policy's three attempts, at the sample district's middle school: from the roster to the period's end.
//! What must happen, and when, is worked out here from the policy's words.

use super::chronicle::Chronicle;
use super::dates::{day_22, school_day_from, school_days_after, six_months_after};
use super::families::{Cast, Channels, Family, at_school};
use super::stage::{Stage, period, roster};
use crate::client::ClientError;
use crate::settings::Settings;
use chrono::{Days, NaiveDate, NaiveTime};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;

/// Where it plays: Lantern Hill Middle School.
pub(super) const SCHOOL: &str = "mh-ms";
/// The school's principal, and the designee for it.
const ALERTED: [&str; 2] = ["ds-1", "pr-2"];

/// The first day of school, of the story, and of remote learning: a Monday.
pub(super) fn first_day() -> NaiveDate {
    NaiveDate::from_ymd_opt(crate::sample::SCHOOL_YEAR, 8, 31).unwrap_or_default()
}

/// Plays the story on a new stage; the stage as it is then, and whether every step held.
pub(super) async fn play(settings: &Settings, out: &mut (dyn Write + Send)) -> Result<(Stage, bool), ClientError> {
    let first = first_day();
    let roster = roster()?;
    let families = at_school(&roster, SCHOOL, day_22(first));
    let cast = Cast::of(&families)?;
    let mut story = Story {
        stage: Stage::new(settings, first).await?,
        settings,
        told: Chronicle::new(out),
        first,
        families: &families,
        cast: &cast,
        silenced: Channels::new(),
    };
    story.roster_and_period(&roster).await?;
    story.day_22().await?;
    story.after_round_1().await?;
    story.round_2().await?;
    story.round_3().await?;
    story.welfare_check().await?;
    story.half_a_year_later(&roster).await?;
    story.rescinded().await?;
    let Story { stage, told, .. } = story;
    Ok((stage, told.end()?))
}

struct Story<'a> {
    stage: Stage,
    settings: &'a Settings,
    told: Chronicle<'a>,
    first: NaiveDate,
    families: &'a [Family],
    cast: &'a Cast<'a>,
    /// Numbers and addresses that must not be written to any more.
    silenced: Channels,
}

impl Story<'_> {
    async fn roster_and_period(&mut self, roster: &[Value]) -> Result<(), ClientError> {
        let (first, at) = (self.first, (self.first, "08:00"));
        self.stage.tell(roster).await?;
        let role = |user: &Value, role: &str| user["data"]["roles"][0]["role"] == role;
        let described = roster.iter().filter(|event| role(event, "student")).count();
        let teachers = roster.iter().filter(|event| role(event, "teacher")).count();
        let what = format!("The roster comes in: 3 schools, {teachers} teachers, {described} students");
        self.told
            .step(at, "R3", what, &self.stage.students().await?, &described)?;

        self.stage
            .tell(&[period(SCHOOL, first, self.stage.cloud.now(), true)])
            .await?;
        let what = format!(
            "Lantern Hill Middle School ({} students) teaches over the internet from today on",
            self.families.len()
        );
        self.told.step(at, "R5", what, &self.conferences().await?.len(), &0)?;

        self.stage.to(first).await?;
        let unreachable = self
            .families
            .iter()
            .filter(|family| family.channels().is_empty() && !family.can_be_called());
        let unreachable: BTreeSet<String> = unreachable.map(|family| family.student.clone()).collect();
        let what = format!(
            "The families of {} can be neither written to nor called: the office is asked to mend that",
            counted(unreachable.len(), "student")
        );
        let found = self.tasks("repair_contact", "open").await?;
        self.told.step((first, "09:00"), "R9", what, &found, &unreachable)?;

        let day_21 = day_22(first) - Days::new(1);
        self.stage.to(day_21).await?;
        let found = (self.conferences().await?.len(), self.letters().await?.len());
        let what = "Day 21 of remote learning: no conference, no message";
        self.told.step((day_21, "12:00"), "R3", what, &found, &(0, 0))
    }

    async fn day_22(&mut self) -> Result<(), ClientError> {
        let day = day_22(self.first);
        self.stage.to(day).await?;
        let due: Vec<(String, NaiveDate)> = self
            .families
            .iter()
            .map(|family| (family.student.clone(), day))
            .collect();
        let what = format!(
            "Day 22: each of the {} students is owed one conference, due today",
            due.len()
        );
        let found = self.due("remote_initial").await?;
        self.told.step((day, "09:00"), "R3", what, &found, &due)?;

        let expected: Channels = self.families.iter().flat_map(Family::channels).collect();
        let what = format!(
            "Round 1: {} ask for a time, each parent in their language",
            self.counts(&expected)
        );
        self.round((day, "09:20"), what, expected).await?;

        let silent = self.families.iter().filter(|family| family.channels().is_empty());
        let silent: BTreeSet<String> = silent.map(|family| family.student.clone()).collect();
        let found = self.tasks("reach_family", "open").await?;
        let what = format!(
            "{} cannot be written to: their teachers are asked to call",
            counted(silent.len(), "family")
        );
        self.told.step((day, "09:00"), "R9", what, &found, &silent)
    }

    /// What families say on the day of the first round.
    async fn after_round_1(&mut self) -> Result<(), ClientError> {
        let (day, cast) = (day_22(self.first), self.cast);
        let at = (day, "12:00");
        self.book(cast.first, day).await?;
        let what = format!(
            "The family of {} agrees on a time after round 1, by video",
            cast.first.student
        );
        self.told
            .step(at, "R2", what, &self.state(cast.first).await?, &"scheduled".into())?;

        let playing = self.playing();
        let others: Vec<&Family> = self
            .families
            .iter()
            .filter(|family| !playing.contains(&family.student))
            .collect();
        for family in &others {
            self.book(family, day).await?;
        }
        let mut booked: BTreeSet<String> = others.iter().map(|family| family.student.clone()).collect();
        booked.insert(cast.first.student.clone());
        let what = format!(
            "So do {} more, some of them called by their teachers",
            counted(others.len(), "family")
        );
        self.told
            .step(at, "R9", what, &self.in_state("scheduled").await?, &booked)
    }

    async fn round_2(&mut self) -> Result<(), ClientError> {
        let cast = self.cast;
        let day = school_days_after(day_22(self.first), 2);
        self.stage.to(day).await?;
        let asked = [
            cast.second,
            cast.declines,
            cast.stops,
            cast.wrong,
            cast.sibling,
            cast.other_sibling,
            cast.never,
        ];
        let expected = self.of(&asked);
        let what = format!(
            "Round 2, two school days later: {} to those who have not answered",
            self.counts(&expected)
        );
        self.round((day, "09:20"), what, expected).await?;

        self.book(cast.second, day).await?;
        let what = format!("The family of {} agrees on a time after round 2", cast.second.student);
        self.told.step(
            (day, "12:00"),
            "R9",
            what,
            &self.state(cast.second).await?,
            &"scheduled".into(),
        )?;

        self.command("decline", cast.declines, json!({})).await?;
        let what = format!(
            "The family of {} declines, which is an answer too",
            cast.declines.student
        );
        self.told.step(
            (day, "12:00"),
            "R9",
            what,
            &self.state(cast.declines).await?,
            &"declined".into(),
        )?;

        let call = json!({"channel": "phone", "reached": true});
        self.command("log_attempt", cast.other_sibling, call).await?;
        let what = format!(
            "The teacher of {} reaches a parent by phone, who is the parent of {} too",
            cast.other_sibling.student, cast.sibling.student
        );
        let found = self.tasks("reach_family", "open").await?;
        let expected = BTreeSet::from([cast.other_sibling.student.clone()]);
        self.told.step((day, "12:00"), "R9", what, &found, &expected)
    }

    async fn round_3(&mut self) -> Result<(), ClientError> {
        let cast = self.cast;
        let day = school_days_after(day_22(self.first), 4);
        self.stage.to(day).await?;
        let expected = self.of(&[cast.stops, cast.wrong, cast.never]);
        let what = format!(
            "Round 3: {}; nobody who answered, and no sibling of theirs",
            self.counts(&expected)
        );
        self.round((day, "09:20"), what, expected).await?;

        let late = [cast.stops, cast.wrong, cast.sibling, cast.other_sibling];
        for family in late {
            self.book(family, day).await?;
        }
        let never = BTreeSet::from([cast.never.student.clone()]);
        let what = format!("Everybody has answered by now but the family of {}", cast.never.student);
        self.told
            .step((day, "12:00"), "R9", what, &self.in_state("open").await?, &never)
    }

    async fn welfare_check(&mut self) -> Result<(), ClientError> {
        let never = self.cast.never;
        let day = school_days_after(day_22(self.first), 6);
        let eve = day - Days::new(1);
        self.stage.to(eve).await?;
        let found = self.tasks("welfare_check", "open").await?;
        let what = "One school day after the third attempt: not yet";
        self.told.step((eve, "12:00"), "R10", what, &found, &BTreeSet::new())?;

        self.stage.to(day).await?;
        let found = (self.tasks("welfare_check", "open").await?, self.state(never).await?);
        let expected = (BTreeSet::from([never.student.clone()]), "unreachable".to_owned());
        let what = format!(
            "Two: the principal gets one task, to find out whether {} is safe",
            never.student
        );
        self.told.step((day, "09:00"), "R10", what, &found, &expected)?;

        let alerts = self.sent("principal_alert", day).await?;
        let expected: Vec<(String, &str)> = ALERTED
            .iter()
            .flat_map(|who| ["email", "sms"].map(|channel| ((*who).to_owned(), channel)))
            .collect();
        let what = "Principal and designee are told by e-mail and text, which name no child";
        self.told.step((day, "09:20"), "R10", what, &alerts, &expected)?;

        let check = |student_safe: Value, family_safe: Value| {
            json!({"command": "close_task", "task": format!("{}.t1.welfare_check", never.student), "actor": "pr-2",
                "called": "the emergency contact", "student_safe": student_safe, "family_safe": family_safe})
        };
        self.stage
            .post("/_local/commands", &check(json!(true), Value::Null))
            .await?;
        let found = self.tasks("welfare_check", "open").await?;
        let expected = BTreeSet::from([never.student.clone()]);
        let what = "A call that tells of the child only leaves it open: the family's safety is the other half";
        self.told.step((day, "12:00"), "R11", what, &found, &expected)?;
        self.stage
            .done("/_local/commands", &check(json!(true), json!(true)))
            .await?;
        let found = self.tasks("welfare_check", "closed").await?;
        let what = "The emergency contact says that both are well: closed, with both findings";
        self.told.step((day, "12:00"), "R11", what, &found, &expected)?;

        let booked = self.in_state("scheduled").await?;
        for student in &booked {
            let held = json!({"command": "mark_held", "conference": format!("{student}.c1")});
            self.stage.done("/_local/commands", &held).await?;
        }
        let answered = self.families.iter().map(|family| family.student.clone());
        let others = [&never.student, &self.cast.declines.student];
        let expected: BTreeSet<String> = answered.filter(|student| !others.contains(&student)).collect();
        let what = format!("{} conferences have been held", expected.len());
        self.told
            .step((day, "12:00"), "R3", what, &self.in_state("held").await?, &expected)
    }

    async fn half_a_year_later(&mut self, roster: &[Value]) -> Result<(), ClientError> {
        let due = six_months_after(day_22(self.first));
        let later = at_school(roster, SCHOOL, due);
        let moved: Vec<&Family> = later.iter().filter(|family| family.since > self.first).collect();
        for family in moved {
            let day = day_22(family.since);
            self.stage.to(day).await?;
            let what = format!(
                "Day 22 of {}, who moved to the school on {}: one conference",
                family.student, family.since
            );
            let found: Vec<_> = self.due("remote_initial").await?;
            let own: Vec<_> = found
                .into_iter()
                .filter(|(student, _)| *student == family.student)
                .collect();
            self.told
                .step((day, "09:00"), "R3", what, &own, &vec![(family.student.clone(), day)])?;
            self.book(family, day).await?;
        }

        let eve = due - Days::new(1);
        self.stage.to(eve).await?;
        let what = "A day less than six months: nothing more";
        self.told.step(
            (eve, "12:00"),
            "R4",
            what,
            &self.due("remote_semiannual").await?,
            &Vec::new(),
        )?;
        self.stage.to(due).await?;
        let expected: Vec<_> = self
            .families
            .iter()
            .map(|family| (family.student.clone(), due))
            .collect();
        let what = format!(
            "Six months after day 22: each of the {} is owed another conference",
            expected.len()
        );
        self.told.step(
            (due, "09:00"),
            "R4",
            what,
            &self.due("remote_semiannual").await?,
            &expected,
        )?;

        let day = school_day_from(due);
        self.stage.to(day).await?;
        let all: Vec<&Family> = self.families.iter().collect();
        let expected = self.of(&all);
        let what = format!("The next school day they are asked: {}", self.counts(&expected));
        self.round((day, "09:20"), what, expected).await
    }

    async fn rescinded(&mut self) -> Result<(), ClientError> {
        let day = school_day_from(six_months_after(day_22(self.first)));
        let held = self.in_state("held").await?;
        let before = self.letters().await?.len();
        self.stage
            .tell(&[period(SCHOOL, self.first, self.stage.cloud.now(), false)])
            .await?;
        let mut states: BTreeMap<String, usize> = BTreeMap::new();
        for conference in self.conferences().await? {
            *states.entry(text(&conference, "state")).or_default() += 1;
        }
        let all = self.conferences().await?.len();
        let expected = BTreeMap::from([("held".to_owned(), held.len()), ("void".to_owned(), all - held.len())]);
        let what = "The period is rescinded: what was not held is void, what was held stays";
        self.told.step((day, "12:00"), "R3", what, &states, &expected)?;

        let week = day + Days::new(7);
        self.stage.to(week).await?;
        let tasks = self.stage.items("/_local/tasks").await?;
        let open = tasks.iter().filter(|task| task["state"] == "open").count();
        let queued: u64 = self
            .stage
            .items("/_local/queues")
            .await?
            .iter()
            .map(|queue| queue["visible"].as_u64().unwrap_or_default())
            .sum();
        let found = (self.letters().await?.len() - before, open, queued);
        let what = "A week later: no message more, no open task, every queue empty";
        self.told.step((week, "12:00"), "R3", what, &found, &(0, 0, 0))
    }
}

/// What is asked of the stage.
impl Story<'_> {
    async fn conferences(&self) -> Result<Vec<Value>, ClientError> {
        self.stage.items("/_local/conferences").await
    }

    /// The messages to families.
    async fn letters(&self) -> Result<Vec<Value>, ClientError> {
        let inbox = self.stage.items("/_local/inbox").await?;
        let staff = |letter: &Value| ["staff_digest", "principal_alert"].contains(&text(letter, "purpose").as_str());
        Ok(inbox.into_iter().filter(|letter| !staff(letter)).collect())
    }

    /// Student and due date of each conference of a kind, by student.
    async fn due(&self, kind: &str) -> Result<Vec<(String, NaiveDate)>, ClientError> {
        let conferences = self.conferences().await?.into_iter().filter(|it| it["kind"] == kind);
        let due = |it: Value| (text(&it, "student"), text(&it, "due_on").parse().unwrap_or_default());
        let mut due: Vec<_> = conferences.map(due).collect();
        due.sort();
        Ok(due)
    }

    /// The students of whom a conference is in a state.
    async fn in_state(&self, state: &str) -> Result<BTreeSet<String>, ClientError> {
        let conferences = self.conferences().await?.into_iter();
        Ok(conferences
            .filter(|it| it["state"] == state)
            .map(|it| text(&it, "student"))
            .collect())
    }

    /// Where a family's first conference stands.
    async fn state(&self, family: &Family) -> Result<String, ClientError> {
        let path = format!("/_local/conferences?conference={}.c1", family.student);
        Ok(self
            .stage
            .items(&path)
            .await?
            .first()
            .map(|it| text(it, "state"))
            .unwrap_or_default())
    }

    /// The students about whom there is a task of a kind, in a state.
    async fn tasks(&self, kind: &str, state: &str) -> Result<BTreeSet<String>, ClientError> {
        let tasks = self.stage.items("/_local/tasks").await?.into_iter();
        let wanted = tasks.filter(|task| task["kind"] == kind && task["state"] == state);
        Ok(wanted.map(|task| text(&task, "student")).collect())
    }

    /// Recipient and channel of what was sent for a purpose on a day.
    async fn sent(&self, purpose: &str, on: NaiveDate) -> Result<Vec<(String, &'static str)>, ClientError> {
        let inbox = self.stage.items("/_local/inbox").await?.into_iter();
        let sent_on = |letter: &Value| {
            let at = text(letter, "sent_at").parse().ok()?;
            Some(self.settings.district.today(at))
        };
        let of = inbox.filter(|letter| letter["purpose"] == purpose && sent_on(letter) == Some(on));
        let mut sent: Vec<_> = of
            .map(|letter| {
                (
                    text(&letter, "recipient"),
                    if letter["channel"] == "sms" { "sms" } else { "email" },
                )
            })
            .collect();
        sent.sort();
        Ok(sent)
    }

    /// A round reaches exactly these, each with one message.
    async fn round(&mut self, at: (NaiveDate, &str), what: String, to: Channels) -> Result<(), ClientError> {
        let found = self.sent("invitation", at.0).await?;
        self.told.step(at, "R9", what, &found, &to.into_iter().collect())
    }

    /// The ways to write to families that may be used.
    fn of(&self, families: &[&Family]) -> Channels {
        let all: Channels = families.iter().flat_map(|family| family.channels()).collect();
        all.difference(&self.silenced).cloned().collect()
    }

    fn counts(&self, channels: &Channels) -> String {
        let of = |wanted: &str| channels.iter().filter(|(_, channel)| *channel == wanted).count();
        format!("{} and {}", counted(of("sms"), "text"), counted(of("email"), "e-mail"))
    }

    /// The students whose families play a part.
    fn playing(&self) -> BTreeSet<String> {
        let cast = self.cast;
        let playing = [
            cast.first,
            cast.second,
            cast.declines,
            cast.bounces,
            cast.stops,
            cast.wrong,
            cast.sibling,
            cast.other_sibling,
            cast.never,
        ];
        playing.iter().map(|family| family.student.clone()).collect()
    }

    /// The family's newest conference is agreed upon on `day`, for the next school day's afternoon.
    async fn book(&self, family: &Family, day: NaiveDate) -> Result<(), ClientError> {
        let three = NaiveTime::from_hms_opt(15, 0, 0).unwrap_or_default();
        let starts_at = self.settings.district.at(school_days_after(day, 1), three);
        self.command("schedule", family, json!({"starts_at": starts_at, "mode": "video"}))
            .await
    }

    /// A command about the family's first conference.
    async fn command(&self, command: &str, family: &Family, mut more: Value) -> Result<(), ClientError> {
        more["command"] = json!(command);
        more["conference"] = json!(format!("{}.c1", family.student));
        self.stage.done("/_local/commands", &more).await
    }
}

fn text(value: &Value, name: &str) -> String {
    value[name].as_str().unwrap_or_default().to_owned()
}

/// "1 text", "2 texts", "3 families".
fn counted(count: usize, thing: &str) -> String {
    match (count, thing.strip_suffix('y')) {
        (1, _) => format!("1 {thing}"),
        (_, Some(stem)) => format!("{count} {stem}ies"),
        (_, None) => format!("{count} {thing}s"),
    }
}
