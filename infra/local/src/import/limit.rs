//! How much of what the table has an import may take out without being asked for: an export that was cut short looks
//! like a district that has shrunk.

use crate::roster::Known;
use domain::roster::ObjectKind;
use std::collections::BTreeMap;

/// More than one in so many of a group are not taken out unless that is asked for. However small the group: to ask
/// once more costs a small district less than to lose its only teacher.
const ONE_IN: usize = 10;

/// What is counted by itself. The many of one group must not hide that another one is gone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Group {
    Students,
    OtherUsers,
    Enrollments,
}

impl Group {
    /// The group of an object as the table has it; `None`: it is not there any more, or not counted.
    fn of(known: &Known) -> Option<Self> {
        match known.kind {
            ObjectKind::User if known.student => Some(Self::Students),
            ObjectKind::User if known.active => Some(Self::OtherUsers),
            ObjectKind::Enrollment if known.active => Some(Self::Enrollments),
            _ => None,
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Students => "students",
            Self::OtherUsers => "other users",
            Self::Enrollments => "enrollments",
        }
    }
}

/// What an import takes out.
#[derive(Debug, Default)]
pub struct Losses(BTreeMap<Group, Loss>);

#[derive(Debug, Default)]
struct Loss {
    lost: usize,
    of: usize,
}

impl Losses {
    /// None yet of what the table has.
    pub fn none_of(known: &[Known]) -> Self {
        let mut losses = Self::default();
        for group in known.iter().filter_map(Group::of) {
            losses.0.entry(group).or_default().of += 1;
        }
        losses
    }

    /// Counts an object that the table has as `before`, and will have as `after`, if that takes it out: whether it is
    /// deleted, or a student who is disabled or not called one any more.
    pub fn compare(&mut self, before: &Known, after: &Known) {
        let stays = match Group::of(before) {
            Some(Group::Students) => after.student,
            _ => after.active,
        };
        if !stays {
            self.count(before);
        }
    }

    /// Counts an object that is removed.
    pub fn count(&mut self, before: &Known) {
        if let Some(group) = Group::of(before) {
            self.0.entry(group).or_default().lost += 1;
        }
    }

    /// What is taken out, as "3 of 20 students: more than one in 10 of a kind", where it is more of a group than may be
    /// without being asked for.
    pub fn too_many(&self) -> Option<String> {
        let beyond = self.0.values().any(|loss| loss.lost * ONE_IN > loss.of);
        let lost = self.0.iter().filter(|(_, loss)| loss.lost > 0);
        let lost: Vec<String> = lost
            .map(|(group, loss)| format!("{} of {} {}", loss.lost, loss.of, group.name()))
            .collect();
        beyond.then(|| format!("{}: more than one in {ONE_IN} of a kind", lost.join(", ")))
    }
}
