//! The district on its first day: its schools, staff, families and students, and how the SIS comes to tell of them.

use super::district::number;
use super::season::{Began, Season};
use super::{chance, emphasis, one, range, weighted, which};
use crate::history::{Is, Role, StaffRole, Time};
use fastrand::Rng;

/// What an object says, by its id.
pub type Said = (String, Is);

/// On which day, when, and which objects in one request.
pub type Request = (i32, Time, Vec<Said>);

/// What the SIS tells at first.
pub struct Setup {
    pub requests: Vec<Request>,
    pub students: Vec<Pupil>,
    /// Holidays are known from the first day.
    pub calendar: bool,
}

/// A student, as the plan knows them.
pub struct Pupil {
    pub id: String,
    pub school: String,
    pub grade: String,
    guardians: Vec<String>,
}

/// What the SIS tells at first.
pub fn district(rng: &mut Rng, began: &Began, days: u32) -> Setup {
    let schools: Vec<String> = ["a", "b", "c"][..range(rng, emphasis::SCHOOLS) as usize]
        .iter()
        .map(|id| (*id).to_owned())
        .collect();
    let mut objects = vec![("d".to_owned(), Is::District)];
    objects.extend(schools.iter().flat_map(|school| staff(school)));
    let (families, students) = families(rng, &schools);
    let calendar = if began.season == Season::Holidays {
        emphasis::CALENDAR_IN_THE_HOLIDAYS
    } else {
        emphasis::CALENDAR
    };
    let calendar = chance(rng, calendar);
    if calendar {
        let org = if rng.bool() { "d" } else { "a" };
        let days = began.holidays.clone();
        objects.push((
            format!("cal-{org}"),
            Is::Calendar {
                org: org.to_owned(),
                days,
            },
        ));
    }
    let mut people = families;
    for student in &students {
        people.extend(pupil(rng, began, student));
    }
    let requests = requests(rng, objects, people, days);
    Setup {
        requests,
        students,
        calendar,
    }
}

/// A school with its teacher, principal and homeroom.
fn staff(school: &str) -> Vec<Said> {
    let who = |role| Is::Staff {
        role,
        school: school.to_owned(),
    };
    let (teacher, room) = (format!("t-{school}"), format!("hr-{school}"));
    vec![
        (school.to_owned(), Is::School),
        (teacher.clone(), who(StaffRole::Teacher)),
        (format!("p-{school}"), who(StaffRole::Principal)),
        (
            room.clone(),
            Is::Homeroom {
                school: school.to_owned(),
            },
        ),
        enrollment(school, &teacher, true),
    ]
}

/// Somebody's place in a school's homeroom.
pub fn enrollment(school: &str, user: &str, teacher: bool) -> Said {
    let class = format!("hr-{school}");
    let is = Is::Enrollment {
        class: class.clone(),
        user: user.to_owned(),
        teacher,
    };
    (format!("{class}-{user}"), is)
}

/// The guardians, and the students with theirs.
fn families(rng: &mut Rng, schools: &[String]) -> (Vec<Said>, Vec<Pupil>) {
    let (mut guardians, mut students): (Vec<Said>, Vec<Pupil>) = (Vec::new(), Vec::new());
    for n in 1..=range(rng, emphasis::STUDENTS) {
        let mut parents = Vec::new();
        if n > 1 && chance(rng, emphasis::SIBLING) {
            parents = one(rng, &students)
                .map(|sibling| sibling.guardians.clone())
                .unwrap_or_default();
            if chance(rng, emphasis::ONE_PARENT_IN_COMMON) {
                parents.truncate(1);
                parents.push(new_guardian(rng, &mut guardians));
            }
        } else {
            for _ in 0..range(rng, emphasis::GUARDIANS) {
                parents.push(new_guardian(rng, &mut guardians));
            }
        }
        let pupil = Pupil {
            id: format!("s-{n}"),
            school: one(rng, schools).cloned().unwrap_or_default(),
            grade: format!("{:02}", rng.u32(1..=4)),
            guardians: parents,
        };
        for (id, is) in &mut guardians {
            if let Is::Guardian { do_not_contact_for, .. } = is
                && pupil.guardians.contains(id)
                && chance(rng, emphasis::RESTRICTED)
            {
                do_not_contact_for.push(pupil.id.clone());
            }
        }
        students.push(pupil);
    }
    (guardians, students)
}

fn new_guardian(rng: &mut Rng, guardians: &mut Vec<Said>) -> String {
    let n = u32::try_from(guardians.len()).unwrap_or(0) + 1;
    let id = format!("g-{n}");
    let mine = number(n);
    let sms = match one(rng, guardians) {
        Some((_, Is::Guardian { sms: Some(sms), .. })) if chance(rng, emphasis::SHARED_NUMBER) => sms.clone(),
        _ => mine,
    };
    let is = guardian(rng, &id, sms);
    guardians.push((id.clone(), is));
    id
}

/// A guardian with such contacts as come in.
pub fn guardian(rng: &mut Rng, id: &str, number: String) -> Is {
    const NO_NUMBER: [&str; 3] = ["860-155-0100", "12345", "ask the aunt"];
    const NO_ADDRESS: [&str; 3] = ["not an address", "a@b", "@example.net"];
    let bad = |rng: &mut Rng, of: &[&str]| one(rng, of).map(|text| (*text).to_owned());
    let address = || Some(format!("{id}@example.net"));
    let (sms, email) = match which(rng, &emphasis::CONTACTS) {
        0 => (Some(number.clone()), address()),
        1 => (Some(number.clone()), None),
        2 => (None, address()),
        3 | 4 => (None, None),
        5 => (bad(rng, &NO_NUMBER), bad(rng, &NO_ADDRESS)),
        _ if rng.bool() => (bad(rng, &NO_NUMBER), address()),
        _ => (Some(number.clone()), bad(rng, &NO_ADDRESS)),
    };
    let unreached = sms.is_none() && email.is_none();
    Is::Guardian {
        phone: (unreached && rng.u32(0..11) < 7 || chance(rng, 15)).then_some(number),
        sms,
        email,
        language: weighted(rng, emphasis::LANGUAGES).map(str::to_owned),
        do_not_contact_for: Vec::new(),
    }
}

/// A student and their place in the homeroom.
fn pupil(rng: &mut Rng, began: &Began, pupil: &Pupil) -> Vec<Said> {
    let begin = if chance(rng, emphasis::ENROLLED_LATER) {
        Some(began.on(rng.i32(1..20)))
    } else if chance(rng, 20) {
        Some(began.on(-rng.i32(1..300)))
    } else {
        None
    };
    let is = Is::Student {
        enabled: true,
        roles: vec![Role {
            school: pupil.school.clone(),
            begin,
        }],
        grade: pupil.grade.clone(),
        guardians: pupil.guardians.clone(),
    };
    vec![(pupil.id.clone(), is), enrollment(&pupil.school, &pupil.id, false)]
}

/// How all that comes: in one request or two, in a sensible order or in none, and sometimes a part of it days later.
fn requests(rng: &mut Rng, objects: Vec<Said>, people: Vec<Said>, days: u32) -> Vec<Request> {
    let (mut first, mut second) = (objects, people);
    if chance(rng, emphasis::ODD_ORDER) {
        first.append(&mut second);
        rng.shuffle(&mut first);
        second = first.split_off(first.len() / 2);
    }
    let mut late = Vec::new();
    if chance(rng, emphasis::PART_LATER) && !second.is_empty() {
        let many = rng.usize(1..=second.len().min(3));
        for _ in 0..many {
            late.push(second.remove(rng.usize(0..second.len())));
        }
    }
    let mut requests = Vec::new();
    if chance(rng, emphasis::TWO_REQUESTS) {
        requests.push((0, Time::Early, first));
        requests.push((0, Time::Early, second));
    } else {
        first.append(&mut second);
        requests.push((0, Time::Early, first));
    }
    if !late.is_empty() {
        let on = rng.i32(1..=i32::try_from(days.clamp(1, 9)).unwrap_or(1));
        requests.push((on, if rng.bool() { Time::Early } else { Time::Noon }, late));
    }
    requests
}
