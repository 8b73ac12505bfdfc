//! Plays seeded histories on the local cloud, with every kind of trouble, and checks each against an independent model.

#![allow(dead_code, unused_imports, reason = "being built")]

mod check;
mod generate;
mod history;
mod model;
mod observed;
mod play;
mod shrink;
mod story;

use std::collections::BTreeMap;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Instant;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() {
    std::panic::set_hook(Box::new(|info| {
        let said = info.payload_as_str().unwrap_or_default();
        if said != "a panic that was asked for" {
            eprintln!("{info}");
        }
    }));
    if let Err(wrong) = check::self_test() {
        eprintln!("the model does not know the policy: {wrong:?}");
        // exit(1)
    }
    let args: Vec<String> = std::env::args().collect();
    let number = |name: &str| {
        let at = args.iter().position(|arg| arg == name)?;
        args.get(at + 1)?.parse::<u64>().ok()
    };
    if let Some(seed) = number("--seed") {
        let history = generate::history(seed);
        println!("{}", story::told(&history));
        let start = Instant::now();
        let played = play::play(&history, args.iter().any(|arg| arg == "--trace"));
        println!("{:?} {} calls", start.elapsed(), played.calls);
        for line in &played.trace {
            println!("{line}");
        }
        if args.iter().any(|arg| arg == "--audit") {
            for entry in &played.observed.audit {
                println!("{} {} {} {:?} {}", entry.at, entry.student, entry.kind, entry.conference, entry.detail);
            }
            for (id, m) in &played.observed.messages {
                println!("{id:?} {m:?}");
            }
        }
        for violation in check::violations(&history, &played.observed) {
            println!("{}: {}", violation.invariant, violation.what);
        }
        return;
    }
    let (from, count) = (number("--from").unwrap_or(0), number("--histories").unwrap_or(50));
    let next = AtomicU64::new(from);
    let (calls, steps) = (AtomicU64::new(0), AtomicU64::new(0));
    let found: Mutex<BTreeMap<u64, Vec<String>>> = Mutex::default();
    let start = Instant::now();
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                loop {
                    let seed = next.fetch_add(1, Ordering::Relaxed);
                    if seed >= from + count {
                        return;
                    }
                    let history = generate::history(seed);
                    let played = play::play(&history, false);
                    calls.fetch_add(played.calls, Ordering::Relaxed);
                    steps.fetch_add(played.steps as u64, Ordering::Relaxed);
                    let violations = check::violations(&history, &played.observed);
                    if !violations.is_empty() {
                        let mode = if history.trouble == history::Trouble::none() { "clean" } else if history.trouble.is_prompt() { "prompt" } else { "trouble" };
                        let lines = violations.iter().map(|v| format!("{mode} {}: {}", v.invariant, v.what));
                        found.lock().unwrap().insert(seed, lines.collect());
                    }
                }
            });
        }
    });
    let found = found.into_inner().unwrap();
    for (seed, lines) in &found {
        println!("seed {seed}");
        for line in lines.iter().take(4) {
            println!("  {line}");
        }
    }
    println!("{} of {count} bad, {:?}, {} calls, {} steps", found.len(), start.elapsed(), calls.into_inner(), steps.into_inner());
}
