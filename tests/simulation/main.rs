//! Plays seeded histories on the local cloud, with every kind of trouble, and checks each against an independent model.

#![allow(dead_code, unused_imports, reason = "being built")]


mod check;
mod generate;
mod history;
mod observed;
mod play;
mod shrink;
mod story;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() {}
