use super::*;
use proptest::prelude::*;

const ZONE: Tz = chrono_tz::America::New_York;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn at(text: &str) -> DateTime<Utc> {
    let local: chrono::NaiveDateTime = format!("{text}:00").parse().unwrap();
    ZONE.from_local_datetime(&local).unwrap().to_utc()
}

/// The times offered on `on`, as local hours and minutes.
fn offered(plan: &WorkingPlan, taken: &[(&str, &str, u32, &str)], on: &str, holder: &str, now: &str) -> String {
    let mut days: BTreeMap<NaiveDate, Taken> = BTreeMap::new();
    for (date, time, minutes, who) in taken {
        let from = format!("{time}:00").parse().unwrap();
        for grain in grains(from, *minutes) {
            let holders = days.entry(day(date)).or_default().entry(grain).or_default();
            holders.insert((*who).to_owned());
        }
    }
    let calendar = SchoolCalendar {
        days_off: BTreeSet::from([day("2021-10-11")]),
        sessions: Vec::new(),
    };
    let diary = Diary {
        plan,
        calendar: &calendar,
        taken: &days,
        zone: ZONE,
    };
    let times = diary.free_on(day(on), &[holder.to_owned()], at(now));
    let local = times
        .iter()
        .map(|time| time.with_timezone(&ZONE).format("%H:%M").to_string());
    local.collect::<Vec<_>>().join(" ")
}

fn after_school() -> WorkingPlan {
    WorkingPlan {
        hours: WorkingPlan::default()
            .hours
            .into_iter()
            .filter(|hours| hours.from.hour() == 15)
            .collect(),
        ..WorkingPlan::default()
    }
}

#[test]
fn a_usual_day_has_early_hours_and_one_evening() {
    let plan = WorkingPlan::default();
    assert_eq!(plan.check(), Ok(()));
    for (on, expected) in [
        ("2021-09-28", "07:30 07:55 15:00 15:25 15:50 16:15 16:40"),
        (
            "2021-09-29",
            "07:30 07:55 15:00 15:25 15:50 16:15 16:40 18:00 18:25 18:50 19:15 19:40",
        ),
        ("2021-10-02", ""), // Saturday
        ("2021-10-11", ""), // a day off
    ] {
        assert_eq!(offered(&plan, &[], on, "", "2021-09-22T12:00"), expected, "{on}");
    }
}

#[test]
fn neither_too_soon_nor_too_far_ahead() {
    let plan = after_school();
    for (now, on, expected) in [
        ("2021-09-27T21:00", "2021-09-28", "15:00 15:25 15:50 16:15 16:40"),
        ("2021-09-27T21:30", "2021-09-28", "15:50 16:15 16:40"),
        ("2021-09-28T12:00", "2021-09-28", ""),
        ("2021-09-28T12:00", "2021-10-26", "15:00 15:25 15:50 16:15 16:40"),
        ("2021-09-28T12:00", "2021-10-27", ""),
    ] {
        assert_eq!(offered(&plan, &[], on, "", now), expected, "{on} at {now}");
    }
}

#[test]
fn what_overlaps_is_taken_whatever_length_a_slot_had() {
    let plan = after_school();
    let on = "2021-09-28";
    for (why, taken, holder, expected) in [
        ("one slot", vec![(on, "15:25", 20, "a")], "", "15:00 15:50 16:15 16:40"),
        ("across two", vec![(on, "15:40", 30, "a")], "", "15:00 16:15 16:40"),
        (
            "in the break only",
            vec![(on, "15:20", 5, "a")],
            "",
            "15:00 15:25 15:50 16:15 16:40",
        ),
        (
            "one's own",
            vec![(on, "15:25", 20, "a")],
            "a",
            "15:00 15:25 15:50 16:15 16:40",
        ),
        (
            "shared with another",
            vec![(on, "15:25", 20, "a"), (on, "15:25", 20, "b")],
            "a",
            "15:00 15:50 16:15 16:40",
        ),
        (
            "another day",
            vec![("2021-09-29", "15:25", 20, "a")],
            "",
            "15:00 15:25 15:50 16:15 16:40",
        ),
        ("all of it", vec![(on, "14:00", 240, "a")], "", ""),
    ] {
        assert_eq!(
            offered(&plan, &taken, on, holder, "2021-09-22T12:00"),
            expected,
            "{why}"
        );
    }
}

#[test]
fn a_time_keeps_its_clock_face_across_daylight_saving() {
    let plan = after_school();
    for on in ["2021-11-05", "2021-11-08"] {
        assert!(
            offered(&plan, &[], on, "", "2021-11-01T12:00").starts_with("15:00 "),
            "{on}"
        );
    }
}

#[test]
fn a_plan_that_cannot_be_used_says_why() {
    let change = |edit: fn(&mut WorkingPlan)| {
        let mut plan = WorkingPlan::default();
        edit(&mut plan);
        plan.check()
    };
    assert_eq!(change(|plan| plan.minutes = 0), Err(BadPlan::Minutes));
    assert_eq!(change(|plan| plan.minutes = 12), Err(BadPlan::Minutes));
    assert_eq!(change(|plan| plan.between = 125), Err(BadPlan::Between));
    assert_eq!(
        change(|plan| plan.hours[0].until = plan.hours[0].from),
        Err(BadPlan::Hours)
    );
    assert_eq!(change(|plan| plan.furthest_days = 121), Err(BadPlan::Furthest));
    assert_eq!(
        change(|plan| plan.video_link = Some("http://x".into())),
        Err(BadPlan::VideoLink)
    );
}

proptest! {
    /// Booking free times one after the other never makes two of them overlap, whatever the lengths.
    #[test]
    fn times_booked_from_what_is_free_never_overlap(choices in prop::collection::vec((0usize..40, 1u32..7, 0u32..4), 1..25)) {
        let on = day("2021-09-29");
        let calendar = SchoolCalendar::default();
        let mut taken: BTreeMap<NaiveDate, Taken> = BTreeMap::new();
        let mut booked: Vec<(DateTime<Utc>, DateTime<Utc>)> = Vec::new();
        for (i, (choice, minutes, between)) in choices.into_iter().enumerate() {
            let plan = WorkingPlan { minutes: minutes * 5, between: between * 5, ..WorkingPlan::default() };
            let diary = Diary { plan: &plan, calendar: &calendar, taken: &taken, zone: ZONE };
            let free = diary.free_on(on, &[], at("2021-09-22T12:00"));
            let Some(time) = free.get(choice % free.len().max(1)).copied() else { continue };
            let end = time + TimeDelta::minutes(plan.minutes.into());
            prop_assert!(booked.iter().all(|(from, until)| end <= *from || *until <= time));
            booked.push((time, end));
            let local = time.with_timezone(&ZONE).time();
            for grain in grains(local, plan.minutes) {
                taken.entry(on).or_default().entry(grain).or_default().insert(i.to_string());
            }
        }
    }
}
