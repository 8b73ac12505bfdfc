//! The policy as plain data and pure functions: who must be offered a conference, when a family is asked, when a
//! principal is told. Nothing here waits, reads a clock, draws a random number or touches the world; what is needed of
//! any of these is an argument.

pub mod asking;
pub mod availability;
pub mod calendar;
pub mod conference;
pub mod contact;
pub mod decide;
pub mod document;
pub mod due;
pub mod facts;
pub mod ids;
pub mod policy;
pub mod record;
pub mod roster;
pub mod span;
