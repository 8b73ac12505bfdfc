//! The policy told a second time, from the requirements alone (rules R1 to R15), for the checks to measure what was observed
//! against. It shares nothing with the code that it judges: every number stands here again, with its rule.

pub mod asking;
pub mod calendar;
pub mod contacts;
pub mod facts;
pub mod spans;

/// The extra conference is owed on this day of remote learning, the first day included (R3).
pub const DAY_OWED: u64 = 22;
/// A further one is owed each time as many months have passed since that day (R4).
pub const MONTHS_BETWEEN: u32 = 6;
/// So many conferences at most a span opens a day, however far back it was reported.
pub const OPENED_A_DAY: usize = 4;
/// So many attempts are made to reach the family (R9).
pub const ATTEMPTS: usize = 3;
/// So many school days lie between attempts, and between the last one and the welfare check (R9, R10).
pub const SCHOOL_DAYS_BETWEEN: u32 = 2;
/// After so many rounds that did not count the teacher is asked to call (R9).
pub const UNCOUNTED_ROUNDS: usize = 5;
/// From this hour to that one, local, nothing automated is sent.
pub const QUIET_HOURS: (u32, u32) = (20, 8);
/// A number that more people than this have is an office's.
pub const OFFICE_NUMBER: usize = 25;
/// When the daily run starts, local: hour and minute.
pub const RUN_AT: (u32, u32) = (9, 0);
