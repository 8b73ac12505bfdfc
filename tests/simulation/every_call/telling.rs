//! Tells a small history: one district, a family, and what befalls it.

use crate::history::{
    Act, Channel, Delivery, Fate, History, Is, Object, Role, Says, Scope, StaffRole, Step, Time, Trouble, What, Which,
};
use chrono::{Days, NaiveDate, NaiveTime};

/// A history while it is told: what is told next happens then.
pub struct Telling {
    history: History,
    day: u32,
    time: Time,
    /// How many states of objects were told.
    told: u64,
}

/// A Monday of autumn, far from holidays and changes of the clocks.
fn monday() -> NaiveDate {
    NaiveDate::from_ymd_opt(2021, 10, 4).unwrap_or_default()
}

/// A guardian whom a text message reaches.
pub fn number(n: u32) -> Is {
    guardian(Some(n), None)
}

/// A guardian whom an e-mail reaches.
pub fn address(name: &str) -> Is {
    guardian(None, Some(name))
}

/// A guardian with a number, an address, both or neither.
pub fn guardian(number: Option<u32>, name: Option<&str>) -> Is {
    Is::Guardian {
        sms: number.map(|n| format!("860-520-1{n:03}")),
        email: name.map(|name| format!("{name}@example.net")),
        phone: None,
        language: None,
        do_not_contact_for: Vec::new(),
    }
}

impl Default for Telling {
    fn default() -> Self {
        Self {
            history: History {
                seed: 0,
                start: monday(),
                days: 0,
                steps: Vec::new(),
                trouble: Trouble::none(),
            },
            day: 0,
            time: Time::Early,
            told: 0,
        }
    }
}

impl Telling {
    /// What was told, with a day after the last step: by its end all that the step entails is done.
    pub fn history(mut self) -> History {
        self.history.days = self.day + 1;
        self.history
    }

    /// What follows happens then.
    pub fn on(mut self, day: u32, time: Time) -> Self {
        (self.day, self.time) = (day, time);
        self
    }

    fn what(mut self, what: What) -> Self {
        let (day, time) = (self.day, self.time);
        self.history.steps.push(Step { day, time, what });
        self
    }

    fn object(&mut self, id: &str, active: bool, is: Is) -> Object {
        let eight = NaiveTime::from_hms_opt(12, 0, 0).unwrap_or_default();
        self.told += 1;
        Object {
            id: id.to_owned(),
            modified: (self.history.start + Days::new(self.day.into()))
                .and_time(eight)
                .and_utc(),
            sequence: self.told,
            active,
            is,
        }
    }

    /// The SIS sends these in one request; what it sends at one time goes into one.
    pub fn sis<'a>(mut self, objects: impl IntoIterator<Item = (&'a str, Is)>) -> Self {
        let objects = objects.into_iter().map(|(id, is)| self.object(id, true, is)).collect();
        self.tell(objects)
    }

    fn tell(mut self, objects: Vec<Object>) -> Self {
        let (day, time) = (self.day, self.time);
        if let Some(last) = self.history.steps.last_mut()
            && (last.day, last.time) == (day, time)
            && let What::Sis(request) = &mut last.what
        {
            request.extend(objects);
            return self;
        }
        self.what(What::Sis(objects))
    }

    /// A school with its principal.
    pub fn school(self, school: &str) -> Self {
        let principal = format!("p-{school}");
        let is = Is::Staff {
            role: StaffRole::Principal,
            school: school.to_owned(),
        };
        self.sis([(school, Is::School), (principal.as_str(), is)])
    }

    /// A teacher of school `a`, in whose homeroom these students are.
    pub fn teacher(self, teacher: &str, students: &[&str]) -> Self {
        let is = Is::Staff {
            role: StaffRole::Teacher,
            school: "a".into(),
        };
        let room = Is::Homeroom { school: "a".into() };
        let mut story = self.sis([(teacher, is), ("hr-a", room)]).seat(teacher, true);
        for student in students {
            story = story.seat(student, false);
        }
        story
    }

    fn seat(self, user: &str, teacher: bool) -> Self {
        let is = Is::Enrollment {
            class: "hr-a".into(),
            user: user.to_owned(),
            teacher,
        };
        self.sis([(format!("hr-a-{user}").as_str(), is)])
    }

    /// A district with one school, in which these students with these guardians are.
    pub fn family(self, students: &[&str], guardians: &[(&str, Is)]) -> Self {
        let ids: Vec<&str> = guardians.iter().map(|(id, _)| *id).collect();
        let mut story = self
            .sis([("d", Is::District)])
            .school("a")
            .sis(guardians.iter().cloned());
        for student in students {
            story = story.student(student, &ids, "a", true);
        }
        story
    }

    /// A student, where they are from now on; `enabled`: in the district.
    pub fn student(self, student: &str, guardians: &[&str], school: &str, enabled: bool) -> Self {
        let role = Role {
            school: school.to_owned(),
            begin: None,
        };
        let is = Is::Student {
            enabled,
            roles: vec![role],
            grade: "03".into(),
            guardians: guardians.iter().map(|id| (*id).to_owned()).collect(),
        };
        self.sis([(student, is)])
    }

    /// The district is remote, and today is day 22 of it.
    pub fn remote(self) -> Self {
        self.remote_after_all(true)
    }

    /// The district's period is taken back, or stands again.
    pub fn remote_after_all(mut self, active: bool) -> Self {
        let is = Is::Period {
            scope: Scope::District,
            start: monday() - Days::new(21),
            end: None,
            delivery: Delivery::Internet,
        };
        let object = self.object("rlp-1", active, is);
        self.tell(vec![object])
    }

    /// Somebody does something about the student's first conference.
    pub fn act(self, student: &str, actor: &str, act: Act) -> Self {
        self.acted(student, Which::Oldest, actor, act)
    }

    /// As [`Telling::act`], about the last conference.
    pub fn newest(self, student: &str, actor: &str, act: Act) -> Self {
        self.acted(student, Which::Newest, actor, act)
    }

    fn acted(self, student: &str, which: Which, actor: &str, act: Act) -> Self {
        self.what(What::Act {
            student: student.to_owned(),
            which,
            actor: Some(actor.to_owned()),
            act,
        })
    }

    /// The principal closes the welfare check: all is well.
    pub fn check_closed(self, student: &str) -> Self {
        self.what(What::CloseCheck {
            student: student.to_owned(),
            which: Which::Oldest,
            student_safe: Some(true),
            family_safe: Some(true),
        })
    }

    /// The principal has taken care of what read as danger.
    pub fn acknowledged(self, student: &str) -> Self {
        let student = student.to_owned();
        self.what(What::Acknowledge { student })
    }

    /// A guardian writes a text message.
    pub fn text(self, guardian: &str, says: Says) -> Self {
        let guardian = guardian.to_owned();
        self.what(What::Text { guardian, says })
    }

    /// A provider reports on the last letter to a guardian.
    pub fn report(self, guardian: &str, channel: Channel, fate: Fate) -> Self {
        self.what(What::Report {
            guardian: guardian.to_owned(),
            channel,
            fate,
        })
    }
}
