//! The story of the policy's three attempts, at the sample district's middle school: from the roster to the period's end.
//! What must happen, and when, is worked out here from the policy's words.

mod ending;
mod seen;

use super::chronicle::Chronicle;
use super::dates::{day_22, school_days_after, yearly_question};
use super::families::{Cast, Channels, Family, at_school};
use super::stage::{Stage, period, roster};
use crate::client::ClientError;
use crate::settings::Settings;
use chrono::{Days, NaiveDate};
use seen::{counted, text};
use serde_json::{Value, json};
use std::collections::BTreeSet;
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
    story
        .told
        .say("Three strikes at Maple Harbor Public Schools, which does not exist. ✓ where the policy's rule holds.")?;
    story.roster_and_period(&roster).await?;
    story.day_22().await?;
    story.after_round_1().await?;
    story.nothing_left().await?;
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

        self.whom_to_call(roster).await?;

        let day_21 = day_22(first) - Days::new(1);
        self.stage.to(day_21).await?;
        let invitations = self.letters().await?.into_iter();
        let invitations = invitations.filter(|letter| letter["purpose"] == "invitation");
        let found = (self.conferences().await?.len(), invitations.count());
        let what = "Day 21 of remote learning: no conference, nobody is asked for a time";
        self.told.step((day_21, "12:00"), "R3", what, &found, &(0, 0))
    }

    /// The yearly question, to every family of the district of whom the roster has nobody to call but guardians.
    async fn whom_to_call(&mut self, roster: &[Value]) -> Result<(), ClientError> {
        let day = yearly_question(self.first);
        self.stage.to(day).await?;
        let schools = roster.iter().filter(|event| event["data"]["type"] == "school");
        let families = schools.filter_map(|school| Some(at_school(roster, school["subject"].as_str()?, day)));
        let asked = families.flatten().filter(|family| !family.somebody_to_call);
        let expected: Channels = asked.flat_map(|family| family.channels()).collect();
        let what = format!(
            "{} of the whole district ask whom the school may call, once a school year",
            self.counts(&expected)
        );
        let found = self.sent("emergency_contact_request", day).await?;
        self.told
            .step((day, "09:20"), "R6", what, &found, &expected.into_iter().collect())
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

        let silent = self.families.iter().filter(|family| family.channels().is_empty());
        let silent: BTreeSet<String> = silent.map(|family| family.student.clone()).collect();
        let found = self.tasks("reach_family", "open").await?;
        let what = format!(
            "{} cannot be written to: their teachers are asked to call",
            counted(silent.len(), "family")
        );
        self.told.step((day, "09:00"), "R9", what, &found, &silent)?;

        let expected: Channels = self.families.iter().flat_map(Family::channels).collect();
        let what = format!("Round 1: {} ask for a time", self.counts(&expected));
        self.round((day, "09:20"), what, expected).await?;

        let inbox = self.stage.items("/_local/inbox").await?.into_iter();
        let spanish = inbox.filter(|letter| letter["purpose"] == "invitation" && letter["language"] == "es");
        let spanish: BTreeSet<String> = spanish.map(|letter| text(&letter, "recipient")).collect();
        let guardians = self.families.iter().flat_map(|family| &family.guardians);
        let written = guardians.filter(|guardian| guardian.sms.is_some() || guardian.email.is_some());
        let speak = written.filter(|guardian| guardian.language.starts_with("es"));
        let expected: BTreeSet<String> = speak.map(|guardian| guardian.id.clone()).collect();
        let what = format!(
            "{} guardians whose language is Spanish are asked in Spanish",
            expected.len()
        );
        self.told.step((day, "09:20"), "R15", what, &spanish, &expected)
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
        self.told.step(
            at,
            "R2",
            what,
            &self.agreed(cast.first).await?,
            &"scheduled video".into(),
        )?;

        self.hear_from_families(day).await?;

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
            "{} more families agree on a time, some of them called by their teachers",
            others.len()
        );
        self.told
            .step(at, "R9", what, &self.in_state("scheduled").await?, &booked)
    }

    /// What comes back: a text that bounces, STOP, and "wrong number".
    async fn hear_from_families(&mut self, day: NaiveDate) -> Result<(), ClientError> {
        let (at, cast) = ((day, "12:00"), self.cast);
        let inbox = self.stage.items("/_local/inbox").await?;
        let about = json!([format!("{}.c1", cast.bounces.student)]);
        let bounced = inbox
            .iter()
            .find(|letter| letter["conferences"] == about)
            .map(|letter| &letter["id"]);
        self.feedback(json!({"message": bounced, "event": "bounced"})).await?;
        self.silence(cast.bounces);
        let what = format!(
            "The one number of {}'s family takes no messages: round 1 does not count",
            cast.bounces.student
        );
        self.told
            .step(at, "R9", what, &self.attempts(cast.bounces).await?, &0)?;

        for (family, text, news, what) in [
            (
                cast.stops,
                "STOP",
                "stopped_at",
                "The parent of {} texts STOP: no text any more, e-mail goes on",
            ),
            (
                cast.wrong,
                "wrong number",
                "wrong_at",
                "One number of {}'s family is somebody else's: not used again",
            ),
        ] {
            let number = family.guardians.iter().find_map(|guardian| guardian.sms.as_ref());
            let number = number.map(|number| number.reveal());
            self.feedback(json!({"sms_from": number, "text": text})).await?;
            self.silence(family);
            let what = what.replace("{}", &family.student);
            self.told.step(at, "R9", what, &self.contacts_that(news).await?, &1)?;
        }
        Ok(())
    }

    /// The family of whom a text bounced has no other channel.
    async fn nothing_left(&mut self) -> Result<(), ClientError> {
        let bounces = self.cast.bounces;
        let day = school_days_after(day_22(self.first), 1);
        self.stage.to(day).await?;
        let found = self.tasks("reach_family", "open").await?;
        let what = format!(
            "Nothing is left to write to {}'s family: the teacher is asked to call",
            bounces.student
        );
        self.told.step(
            (day, "09:00"),
            "R9",
            what,
            &found,
            &BTreeSet::from([bounces.student.clone()]),
        )?;
        self.book(bounces, day).await?;
        let what = "The teacher calls, and agrees on a time";
        self.told.step(
            (day, "12:00"),
            "R9",
            what,
            &self.state(bounces).await?,
            &"scheduled".into(),
        )
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
            "The teacher of {} reaches a parent by phone: that of {} too, whose teacher is told",
            cast.other_sibling.student, cast.sibling.student
        );
        let found = self.tasks("reach_family", "open").await?;
        let expected = BTreeSet::from([cast.sibling.student.clone(), cast.other_sibling.student.clone()]);
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
}
