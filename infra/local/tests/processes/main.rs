//! The `confer` command as processes of its own: what it prints, and that killing it loses nothing.

mod command;
mod import;
mod kill;
mod running;
