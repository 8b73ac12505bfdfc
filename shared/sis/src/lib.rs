//! The contract with the student information system: what arrives, whether it is genuine, what it says.

pub mod csv;
pub mod event;
mod oneroster;
pub mod signature;
