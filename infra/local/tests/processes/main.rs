//! The `confer` command as processes of its own: what it prints, and that killing it loses nothing.

mod command;
mod demo;
mod import;
mod kill;
mod reports;
mod running;
