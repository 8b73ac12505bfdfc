//! The `confer` command as processes of its own: what it prints, and that killing it loses nothing.

mod command;
mod crash;
mod demo;
mod import;
mod reports;
mod running;
