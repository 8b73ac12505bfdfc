//! The life of a conference: its states, what moves it from one to the next, and what each move entails.

use serde::{Deserialize, Serialize};

/// Where a conference stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Owed, without a time.
    Open,
    /// A time is agreed.
    Scheduled,
    /// It took place.
    Held,
    /// A time was agreed and the family did not come.
    NoShow,
    /// The family does not want it.
    Declined,
    /// Three attempts failed and the principal was told (R10).
    Unreachable,
    /// The policy does not demand it (any more): rescinded, or corrected below 22 days.
    Void,
    /// The student left the district.
    Moot,
}

/// What can befall a conference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Move {
    /// A time was agreed.
    Book,
    /// The agreed time was given up, by either side.
    Cancel,
    /// It took place.
    Hold,
    /// The family did not come.
    MissedByFamily,
    /// The family does not want it.
    Decline,
    /// The family would rather be called.
    AskForCall,
    /// Staff spoke with the family, without agreeing a time.
    Reach,
    /// Three attempts failed and the wait is over (R10).
    GiveUp,
    /// The span it was opened for is gone or too short.
    Rescind,
    /// The student left the district.
    Leave,
    /// What made it void or moot no longer holds.
    Reinstate,
}

/// Who asks the family, and whether earlier failed attempts still count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AskingNow {
    /// As before it became void or moot; from zero where an answer had stood then, or the welfare check was closed.
    Resumes,
    /// Automated rounds and the teacher, from zero.
    FromZero,
    /// The teacher only, from zero.
    TeacherFromZero,
    /// Nobody: an answer stands, or there is nothing to ask.
    Stops,
}

/// What becomes of the conference's open welfare check.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Check {
    /// It is as it was.
    Stays,
    /// It is opened, or reopened: there is one per conference, ever.
    Opens,
    /// It is withdrawn, with this reason.
    Withdrawn(&'static str),
}

/// What a move makes of a conference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moved {
    /// Where it stands now.
    pub to: State,
    /// Who asks from here on. Messages that still wait are cancelled with every move.
    pub asking: AskingNow,
    /// The welfare check.
    pub check: Check,
}

const ANSWERED: Check = Check::Withdrawn("family answered");

impl State {
    /// What `to` makes of a conference that stands here; `None` where the policy's table knows no such move.
    ///
    /// ```
    /// use domain::conference::{AskingNow, Move, State};
    /// let moved = State::Unreachable.after(Move::Book).unwrap();
    /// assert_eq!((moved.to, moved.asking), (State::Scheduled, AskingNow::Stops));
    /// assert!(State::Held.after(Move::Book).is_none());
    /// ```
    pub fn after(self, to: Move) -> Option<Moved> {
        use State::{Declined, Held, Moot, NoShow, Open, Scheduled, Unreachable, Void};
        let moved = |to, asking, check| Some(Moved { to, asking, check });
        match (self, to) {
            (Open | NoShow | Declined | Unreachable | Scheduled, Move::Book) => {
                moved(Scheduled, AskingNow::Stops, ANSWERED)
            }
            (Scheduled, Move::Cancel) => moved(Open, AskingNow::FromZero, Check::Stays),
            (Scheduled, Move::Hold) => moved(Held, AskingNow::Stops, Check::Stays),
            (Scheduled, Move::MissedByFamily) => moved(NoShow, AskingNow::TeacherFromZero, Check::Stays),
            (Open | NoShow | Unreachable, Move::Decline) => moved(Declined, AskingNow::Stops, ANSWERED),
            (Open | NoShow | Unreachable, Move::AskForCall | Move::Reach) => {
                moved(Open, AskingNow::TeacherFromZero, ANSWERED)
            }
            (Open | NoShow, Move::GiveUp) => moved(Unreachable, AskingNow::Stops, Check::Opens),
            (Held | Void, Move::Rescind) | (Held | Moot, Move::Leave) => None,
            (_, Move::Rescind) => moved(Void, AskingNow::Stops, Check::Withdrawn("remote period rescinded")),
            (_, Move::Leave) => moved(Moot, AskingNow::Stops, Check::Withdrawn("student left the district")),
            (Void | Moot, Move::Reinstate) => moved(Open, AskingNow::Resumes, Check::Stays),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use State::{Declined, Held, Moot, NoShow, Open, Scheduled, Unreachable, Void};

    const STATES: [State; 8] = [Open, Scheduled, Held, NoShow, Declined, Unreachable, Void, Moot];

    /// From exactly these states the move leads there; from every other it is refused.
    fn check(made: Move, from: &[State], to: State) {
        for state in STATES {
            let expected = from.contains(&state).then_some(to);
            assert_eq!(state.after(made).map(|moved| moved.to), expected, "{state:?} {made:?}");
        }
    }

    #[test]
    fn states_move_along_the_table_only() {
        check(Move::Book, &[Open, NoShow, Declined, Unreachable, Scheduled], Scheduled);
        check(Move::Cancel, &[Scheduled], Open);
        check(Move::Hold, &[Scheduled], Held);
        check(Move::MissedByFamily, &[Scheduled], NoShow);
        check(Move::Decline, &[Open, NoShow, Unreachable], Declined);
        check(Move::AskForCall, &[Open, NoShow, Unreachable], Open);
        check(Move::Reach, &[Open, NoShow, Unreachable], Open);
        check(Move::GiveUp, &[Open, NoShow], Unreachable);
        check(
            Move::Rescind,
            &[Open, Scheduled, NoShow, Declined, Unreachable, Moot],
            Void,
        );
        check(
            Move::Leave,
            &[Open, Scheduled, NoShow, Declined, Unreachable, Void],
            Moot,
        );
        check(Move::Reinstate, &[Void, Moot], Open);
    }

    #[test]
    fn r10_one_move_alone_opens_a_check_and_every_answer_withdraws_it() {
        let all = [
            Move::Book,
            Move::Cancel,
            Move::Hold,
            Move::MissedByFamily,
            Move::Decline,
            Move::AskForCall,
            Move::Reach,
            Move::GiveUp,
            Move::Rescind,
            Move::Leave,
            Move::Reinstate,
        ];
        for (state, made) in STATES.into_iter().flat_map(|state| all.map(|made| (state, made))) {
            let Some(moved) = state.after(made) else { continue };
            assert_eq!(moved.check == Check::Opens, made == Move::GiveUp, "{state:?} {made:?}");
            assert_eq!(moved.to == Unreachable, made == Move::GiveUp, "{state:?} {made:?}");
            if state == Unreachable {
                assert!(matches!(moved.check, Check::Withdrawn(_)), "{state:?} {made:?}");
            }
        }
    }

    #[test]
    fn asking_after_a_move() {
        for (state, made, asking) in [
            (Open, Move::Book, AskingNow::Stops),
            (Scheduled, Move::Cancel, AskingNow::FromZero),
            (Scheduled, Move::MissedByFamily, AskingNow::TeacherFromZero),
            (Open, Move::Decline, AskingNow::Stops),
            (Open, Move::AskForCall, AskingNow::TeacherFromZero),
            (Unreachable, Move::Reach, AskingNow::TeacherFromZero),
            (Void, Move::Reinstate, AskingNow::Resumes),
        ] {
            let moved = state.after(made).unwrap();
            assert_eq!(moved.asking, asking, "{state:?} {made:?}");
        }
    }
}
