//! The local cloud and the `confer` command: the same handlers that run on AWS, in one process, with nothing of AWS.

pub mod api;
pub mod client;
pub mod cloud;
pub mod keeper;
pub mod sample;
pub mod settings;
pub mod views;
pub mod world;
