//! The local cloud, and what the `confer` command does with it.

pub mod cloud;
