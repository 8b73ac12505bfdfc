//! The local cloud and the `confer` command: the same handlers that run on AWS, in one process, with nothing of AWS.

pub mod api;
pub mod client;
pub mod cloud;
pub mod commands;
pub mod demo;
mod feedback;
pub mod import;
pub mod keeper;
mod pages;
pub mod reports;
pub mod roster;
pub mod sample;
pub mod serve;
pub mod settings;
pub mod timeline;
mod triggers;
pub mod views;
pub mod world;
