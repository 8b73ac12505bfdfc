//! Plays a history on the local cloud.
