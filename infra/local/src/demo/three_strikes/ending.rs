//! How the story ends: the check on the child whose family never answered, the next conference, and the period's end.

use super::seen::text;
use super::{ALERTED, SCHOOL, Story};
use crate::client::ClientError;
use crate::demo::dates::{day_22, school_day_from, school_days_after, six_months_after};
use crate::demo::families::{Family, at_school};
use crate::demo::stage::period;
use chrono::Days;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

impl Story<'_> {
    pub(super) async fn welfare_check(&mut self) -> Result<(), ClientError> {
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

        let found = (self.sent("principal_alert", day).await?, self.alerts_name(never).await?);
        let both = |who: &&str| ["email", "sms"].map(|channel| ((*who).to_owned(), channel));
        let expected = (ALERTED.iter().flat_map(both).collect(), false);
        let what = "Principal and designee are told by e-mail and text, which name no child";
        self.told.step((day, "09:20"), "R10", what, &found, &expected)?;

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

    pub(super) async fn half_a_year_later(&mut self, roster: &[Value]) -> Result<(), ClientError> {
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

    pub(super) async fn rescinded(&mut self) -> Result<(), ClientError> {
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
