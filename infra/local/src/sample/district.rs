//! Who lives in Maple Harbor: schools, staff, families.

use super::generator::Generator;
use super::names::{self, TONGUES, Tongue};

/// The district's `sourcedId`.
pub(super) const ID: &str = "mh";
/// The district's name.
pub(super) const NAME: &str = "Maple Harbor Public Schools";

/// A school.
pub(super) struct School {
    pub(super) id: &'static str,
    pub(super) name: &'static str,
    pub(super) phone: &'static str,
    /// Its grades, and how many homerooms each has.
    grades: &'static [(&'static str, usize)],
}

/// The schools: 24 homerooms in all.
pub(super) const SCHOOLS: [School; 3] = [
    School {
        id: "mh-es",
        name: "Tidewater Elementary School",
        phone: "860-555-0110",
        grades: &[("KG", 2), ("01", 2), ("02", 2), ("03", 2), ("04", 2), ("05", 2)],
    },
    School {
        id: "mh-ms",
        name: "Lantern Hill Middle School",
        phone: "860-555-0120",
        grades: &[("06", 2), ("07", 2), ("08", 2)],
    },
    School {
        id: "mh-hs",
        name: "Maple Harbor High School",
        phone: "860-555-0130",
        grades: &[("09", 2), ("10", 2), ("11", 1), ("12", 1)],
    },
];

/// Families with one, two and three children: 180 children.
const CHILDREN: [(usize, usize); 3] = [(88, 1), (34, 2), (8, 3)];
/// Families with one, two, three and four guardians: 300 guardians.
const GUARDIANS: [(usize, usize); 4] = [(24, 1), (60, 2), (28, 3), (18, 4)];

/// Places in a homeroom.
const SEATS: usize = 8;

/// Students, counted from 0, of whom something particular is true.
const LONG_NAMED: usize = 12;
const WITHOUT_HOMEROOM: usize = 40;
const DISABLED: usize = 76;

/// The whole of a school year, or a half.
#[derive(Clone, Copy)]
pub(super) enum Part {
    Year,
    Fall,
    Spring,
}

/// What a person is at a school or in the district.
pub(super) struct Role {
    pub(super) kind: &'static str,
    pub(super) org: &'static str,
    pub(super) part: Part,
}

/// A student, guardian, relative or member of staff.
#[derive(Default)]
pub(super) struct Person {
    pub(super) id: String,
    pub(super) disabled: bool,
    pub(super) given: String,
    pub(super) family: String,
    pub(super) preferred: String,
    pub(super) email: String,
    pub(super) sms: String,
    pub(super) phone: String,
    pub(super) agents: Vec<String>,
    pub(super) grades: String,
    pub(super) roles: Vec<Role>,
    pub(super) language: &'static str,
    pub(super) relation: &'static str,
    pub(super) emergency_for: Vec<String>,
    pub(super) do_not_contact_for: Vec<String>,
    pub(super) designee_for: Vec<&'static str>,
}

impl Person {
    /// Where the person belongs first of all.
    pub(super) fn org(&self) -> &'static str {
        self.roles.first().map_or(ID, |role| role.org)
    }
}

/// A homeroom.
pub(super) struct Homeroom {
    pub(super) id: String,
    pub(super) school: &'static str,
    pub(super) grade: &'static str,
    pub(super) number: usize,
}

/// A user's place in a class.
pub(super) struct Place {
    pub(super) class: String,
    pub(super) school: &'static str,
    pub(super) user: String,
    pub(super) role: &'static str,
    pub(super) part: Part,
}

/// Everybody and everything.
pub(super) struct District {
    pub(super) homerooms: Vec<Homeroom>,
    pub(super) people: Vec<Person>,
    pub(super) places: Vec<Place>,
}

impl District {
    /// The same district every time.
    pub(super) fn generate() -> Self {
        let mut making = Making {
            random: Generator::new(0x6310),
            district: Self {
                homerooms: homerooms(),
                people: Vec::new(),
                places: Vec::new(),
            },
            seats: Vec::new(),
            students: 0,
            guardians: 0,
            mobiles: 0,
            landlines: 0,
        };
        making.staff();
        making.families();
        making.transfer();
        making.district
    }
}

fn homerooms() -> Vec<Homeroom> {
    let mut homerooms = Vec::new();
    for school in &SCHOOLS {
        for (grade, count) in school.grades {
            homerooms.extend((1..=*count).map(|number| Homeroom {
                id: format!("{}-hr-{grade}-{number}", school.id),
                school: school.id,
                grade,
                number,
            }));
        }
    }
    homerooms
}

/// One household's guardians: how each is related, and whether a woman.
type Household = &'static [(&'static str, bool)];

/// The households of a family by its number of guardians; of each, the ways it may look.
fn households(random: &mut Generator, guardians: usize) -> &'static [Household] {
    const ALONE: [&[Household]; 4] = [
        &[&[("mother", true)]],
        &[&[("mother", true)]],
        &[&[("father", false)]],
        &[&[("grandmother", true)]],
    ];
    const TOGETHER: [&[Household]; 4] = [
        &[&[("mother", true), ("father", false)]],
        &[&[("mother", true), ("father", false)]],
        &[&[("mother", true), ("mother", true)]],
        &[&[("mother", true)], &[("father", false)]],
    ];
    const THREE: [&[Household]; 2] = [
        &[&[("mother", true)], &[("father", false), ("stepmother", true)]],
        &[&[("mother", true), ("stepfather", false)], &[("father", false)]],
    ];
    const FOUR: [&[Household]; 1] = [&[
        &[("mother", true), ("stepfather", false)],
        &[("father", false), ("stepmother", true)],
    ]];
    let ways: &[&[Household]] = match guardians {
        1 => &ALONE,
        2 => &TOGETHER,
        3 => &THREE,
        _ => &FOUR,
    };
    random.pick(ways).unwrap_or_default()
}

struct Making {
    random: Generator,
    district: District,
    /// Free places, as indices of homerooms.
    seats: Vec<usize>,
    students: usize,
    guardians: usize,
    mobiles: usize,
    landlines: usize,
}

impl Making {
    fn name(&mut self, tongue: &Tongue, woman: bool) -> String {
        let names = if woman { tongue.women } else { tongue.men };
        self.random.pick(names).unwrap_or_default().to_owned()
    }

    fn surname(&mut self, tongue: &Tongue) -> String {
        self.random.pick(tongue.surnames).unwrap_or_default().to_owned()
    }

    fn tongue(&mut self) -> &'static Tongue {
        let mut at = self.random.below(100);
        for tongue in &TONGUES {
            match at.checked_sub(tongue.share) {
                Some(rest) => at = rest,
                None => return tongue,
            }
        }
        &TONGUES[0]
    }

    fn staff(&mut self) {
        for (i, school) in SCHOOLS.iter().enumerate() {
            let tongue = &TONGUES[i % TONGUES.len()];
            let mut principal = Person {
                id: format!("pr-{}", i + 1),
                given: self.name(tongue, i != 1),
                family: self.surname(tongue),
                sms: format!("+1 860 555 010{}", i + 1),
                roles: vec![role("principal", school.id)],
                ..Person::default()
            };
            principal.email = address(&principal, i + 1, ".");
            self.district.people.push(principal);
        }
        let [elementary, middle, _] = &SCHOOLS;
        let mut designee = Person {
            id: "ds-1".into(),
            given: "Marguerite".into(),
            family: "Bellweather-Stone".into(),
            sms: "(860) 555-0104".into(),
            roles: vec![role("siteAdministrator", elementary.id)],
            designee_for: vec![elementary.id, middle.id],
            ..Person::default()
        };
        designee.email = address(&designee, 4, ".");
        self.district.people.push(designee);

        for i in 0..self.district.homerooms.len() {
            let (class, school) = {
                let homeroom = &self.district.homerooms[i];
                (homeroom.id.clone(), homeroom.school)
            };
            let tongue = self.tongue();
            let woman = self.random.chance(70);
            let mut teacher = Person {
                id: format!("tc-{:02}", i + 1),
                given: self.name(tongue, woman),
                family: self.surname(tongue),
                roles: vec![role("teacher", school)],
                ..Person::default()
            };
            if i % 6 != 4 {
                teacher.email = address(&teacher, i + 11, ".");
            }
            self.district.places.push(Place {
                class,
                school,
                user: teacher.id.clone(),
                role: "teacher",
                part: Part::Year,
            });
            self.district.people.push(teacher);
        }
    }

    fn families(&mut self) {
        self.seats = (0..self.district.homerooms.len() * SEATS)
            .map(|seat| seat / SEATS)
            .collect();
        self.random.shuffle(&mut self.seats);
        let spread = |counts: &[(usize, usize)]| -> Vec<usize> {
            counts
                .iter()
                .flat_map(|(families, each)| vec![*each; *families])
                .collect()
        };
        let (mut children, mut guardians) = (spread(&CHILDREN), spread(&GUARDIANS));
        self.random.shuffle(&mut children);
        self.random.shuffle(&mut guardians);
        let (mut warned, mut halved) = (0, 0);
        for (i, (children, guardians)) in children.into_iter().zip(guardians).enumerate() {
            let tongue = self.tongue();
            let surname = self.surname(tongue);
            let households = households(&mut self.random, guardians);
            let ids: Vec<String> = (1..=children).map(|n| format!("st-{:03}", self.students + n)).collect();
            let mut adults = self.adults(tongue, &surname, households);

            if self.random.chance(55)
                && let Some(parent) = adults.first_mut()
            {
                parent.1.emergency_for = ids.clone();
            }
            // The father of a family whom a court keeps away, three times.
            if households.len() > 1
                && warned < 3
                && i >= warned * 40
                && let Some((_, father)) = adults.iter_mut().find(|(_, adult)| adult.relation == "father")
            {
                father.do_not_contact_for = ids.clone();
                father.sms = self.mobile();
                father.email = address(father, self.guardians, ".");
                warned += 1;
            }
            if i % 6 == 0 {
                self.relative(tongue, i / 6, &ids);
            }
            // Half-siblings: every other time, the youngest is a child of the first household only.
            let half = guardians == 4 && children > 1 && {
                halved += 1;
                halved % 2 == 1
            };
            for n in 0..children {
                let first_only = half && n + 1 == children;
                let agents = adults
                    .iter()
                    .filter(|(household, _)| *household == 0 || !first_only)
                    .map(|(_, adult)| adult.id.clone())
                    .collect();
                self.student(tongue, &surname, agents);
            }
            if half && let Some(youngest) = ids.last() {
                for (household, adult) in &mut adults {
                    if *household > 0 {
                        adult.do_not_contact_for.retain(|id| id != youngest);
                    }
                }
            }
            self.district.people.extend(adults.into_iter().map(|(_, adult)| adult));
        }
    }

    /// A family's guardians, each with the number of its household.
    fn adults(&mut self, tongue: &'static Tongue, surname: &str, households: &[Household]) -> Vec<(usize, Person)> {
        let mut adults = Vec::new();
        for (h, household) in households.iter().enumerate() {
            let tongue = if h > 0 && self.random.chance(20) {
                self.tongue()
            } else {
                tongue
            };
            for (relation, woman) in *household {
                let own = matches!(*relation, "stepmother" | "stepfather") || self.random.chance(25);
                self.guardians += 1;
                let mut adult = Person {
                    id: format!("gd-{:03}", self.guardians),
                    given: self.name(tongue, *woman),
                    family: if own { self.surname(tongue) } else { surname.to_owned() },
                    roles: vec![role("guardian", ID)],
                    language: if self.random.chance(60) { tongue.tag } else { "" },
                    relation,
                    ..Person::default()
                };
                self.channels(&mut adult);
                adults.push((h, adult));
            }
        }
        adults
    }

    fn channels(&mut self, adult: &mut Person) {
        let number = self.guardians;
        let roll = self.random.below(100);
        if roll < 60 {
            adult.sms = self.mobile();
        }
        if roll < 45 || (60..72).contains(&roll) {
            adult.email = address(adult, number, ".");
        }
        match roll {
            72..80 => adult.phone = self.landline(),
            // Nothing at all.
            80..86 => {}
            86..91 => adult.email = address(adult, number, " "),
            91..96 => adult.sms = outside_the_plan(number),
            96.. => {
                adult.sms = outside_the_plan(number);
                adult.phone = outside_the_plan(number + 1);
                adult.email = address(adult, number, " ");
            }
            _ if self.random.chance(30) => adult.phone = self.landline(),
            _ => {}
        }
    }

    /// A number of the range that belongs to nobody, written as people write numbers.
    fn mobile(&mut self) -> String {
        let area = ["203", "475", "959"][self.mobiles / 100 % 3];
        let line = self.mobiles % 100;
        self.mobiles += 1;
        match self.mobiles % 4 {
            0 => format!("({area}) 555-01{line:02}"),
            1 => format!("+1 {area} 555 01{line:02}"),
            2 => format!("{area}.555.01{line:02}"),
            _ => format!("{area}55501{line:02}"),
        }
    }

    fn landline(&mut self) -> String {
        self.landlines += 1;
        format!("(860) 555-01{}", 40 + self.landlines % 60)
    }

    /// Someone other than a guardian to call in an emergency.
    fn relative(&mut self, tongue: &'static Tongue, number: usize, students: &[String]) {
        let ways = [
            ("grandmother", true),
            ("aunt", true),
            ("uncle", false),
            ("neighbor", true),
        ];
        let (relation, woman) = ways[number % ways.len()];
        let relative = Person {
            id: format!("rl-{:02}", number + 1),
            given: self.name(tongue, woman),
            family: self.surname(tongue),
            sms: if self.random.chance(50) {
                self.mobile()
            } else {
                String::new()
            },
            phone: self.landline(),
            roles: vec![role("relative", ID)],
            language: tongue.tag,
            relation,
            emergency_for: students.to_vec(),
            ..Person::default()
        };
        self.district.people.push(relative);
    }

    fn student(&mut self, tongue: &'static Tongue, surname: &str, agents: Vec<String>) {
        let number = self.students;
        self.students += 1;
        let Some(homeroom) = self.seats.pop().and_then(|seat| self.district.homerooms.get(seat)) else {
            return;
        };
        let (class, school, grade) = (homeroom.id.clone(), homeroom.school, homeroom.grade);
        let woman = self.random.chance(50);
        let mut student = Person {
            id: format!("st-{:03}", number + 1),
            disabled: number == DISABLED,
            given: self.name(tongue, woman),
            family: surname.to_owned(),
            agents,
            grades: grade.to_owned(),
            roles: vec![role("student", school)],
            language: tongue.tag,
            ..Person::default()
        };
        if number == LONG_NAMED {
            student.given = names::LONG.to_owned();
        } else if self.random.chance(8) {
            student.preferred = student.given.chars().take(3).collect();
        }
        if number != WITHOUT_HOMEROOM {
            self.district.places.push(Place {
                class,
                school,
                user: student.id.clone(),
                role: "student",
                part: Part::Year,
            });
        }
        self.district.people.push(student);
    }

    /// A fifth-grader who goes on to the middle school at the half of the year.
    fn transfer(&mut self) {
        let [elementary, middle, _] = &SCHOOLS;
        let Some(class) = self
            .district
            .homerooms
            .iter()
            .find(|homeroom| homeroom.school == middle.id)
            .map(|homeroom| homeroom.id.clone())
        else {
            return;
        };
        let Some(student) = self
            .district
            .people
            .iter_mut()
            .find(|person| person.grades == "05" && !person.disabled && person.org() == elementary.id)
        else {
            return;
        };
        student.grades = "05,06".into();
        for role in &mut student.roles {
            role.part = Part::Fall;
        }
        student.roles.push(Role {
            kind: "student",
            org: middle.id,
            part: Part::Spring,
        });
        let id = student.id.clone();
        for place in self.district.places.iter_mut().filter(|place| place.user == id) {
            place.part = Part::Fall;
        }
        self.district.places.push(Place {
            class,
            school: middle.id,
            user: id,
            role: "student",
            part: Part::Spring,
        });
    }
}

fn role(kind: &'static str, org: &'static str) -> Role {
    Role {
        kind,
        org,
        part: Part::Year,
    }
}

/// An address that belongs to nobody. `between` given name and surname: a dot, or a space for one that cannot be used.
fn address(person: &Person, number: usize, between: &str) -> String {
    let domain = if number.is_multiple_of(3) {
        "example.net"
    } else {
        "example.org"
    };
    format!(
        "{}{between}{}{number}@{domain}",
        plain(&person.given),
        plain(&person.family)
    )
}

/// A name in the letters of an address.
fn plain(name: &str) -> String {
    let base = |letter: char| match letter {
        'á' | 'â' | 'ã' | 'à' => 'a',
        'ç' => 'c',
        'é' | 'ê' | 'è' | 'ę' => 'e',
        'í' => 'i',
        'ł' => 'l',
        'ñ' | 'ń' => 'n',
        'ó' | 'ô' | 'õ' => 'o',
        'ś' => 's',
        'ú' | 'ü' => 'u',
        'ź' | 'ż' => 'z',
        other => other,
    };
    name.to_lowercase()
        .chars()
        .map(base)
        .filter(char::is_ascii_alphabetic)
        .collect()
}

/// A number that nobody can be reached at: the numbering plan has no such exchange, or digits are missing.
fn outside_the_plan(number: usize) -> String {
    let line = number % 100;
    match number % 3 {
        0 => format!("(203) 155 01{line:02}"),
        1 => format!("(475) 055 01{line:02}"),
        _ => format!("555-01{line:02}"),
    }
}
