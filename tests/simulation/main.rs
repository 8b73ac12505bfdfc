//! Plays seeded histories of whole districts on the local cloud, with every kind of trouble, and checks each against an
//! independent model of the policy; then lets every call of a dozen stories fail; then shows with planted bugs that the
//! checks can see. `cargo test -p tests --test simulation -- --help` lists what else it does.

mod check;
mod every_call;
mod generate;
mod history;
mod kept;
mod model;
mod observed;
mod planted;
mod play;
mod run;
mod shrink;
mod story;

use run::Tally;
use std::process::ExitCode;
use std::time::Instant;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Histories that are played where nobody says how many.
const HISTORIES: u64 = 2_000;

/// Seeds within which each planted bug must be caught.
const SEEDS_FOR_A_BUG: u64 = 1_000;

const HELP: &str = "\
cargo test -p tests --test simulation -- [OPTION...]

  (none)               2,000 histories, every call of the named stories, the planted bugs
  --histories N        only histories, that many
  --from SEED          beginning with this one (default 0)
  --until-violation    stops at the first violation, prints the seed and the invariant
  --every-call         only the named stories, with a crash at every call
  --every-call NAME    only one of them; with --before N or --after N only with a crash at that call
  --planted [NAME]     only the planted bugs, or one of them
  --within N           with --planted: how many seeds each may take (1,000)
  --seed SEED          plays one history, tells its story and what is wrong with it
  --shrink             with --seed: the smallest history that still goes wrong
  --trace              with --seed: every call, every letter, and the table at the end
  --coverage N         how many of the first N histories have what";

fn main() -> ExitCode {
    quiet_panics();
    let args: Vec<String> = std::env::args().skip(1).collect();
    let has = |name: &str| args.iter().any(|arg| arg == name);
    let value = |name: &str| {
        let at = args.iter().position(|arg| arg == name)?;
        args.get(at + 1)
    };
    let number = |name: &str| value(name).and_then(|value| value.parse::<u64>().ok());
    if has("--help") {
        println!("{HELP}");
        return ExitCode::SUCCESS;
    }
    if let Some(count) = number("--coverage") {
        for (feature, histories) in generate::coverage(count) {
            println!("{histories:>7}  {feature}");
        }
        return ExitCode::SUCCESS;
    }
    if let Err(wrong) = check::self_test() {
        eprintln!("the model itself is wrong: {wrong}");
        return ExitCode::FAILURE;
    }
    if let Some(seed) = number("--seed") {
        return run::one(seed, has("--trace"), has("--shrink"));
    }
    let from = number("--from").unwrap_or(0);
    if has("--until-violation") {
        return run::until_violation(from, number("--histories").unwrap_or(SEEDS_FOR_A_BUG));
    }
    let start = Instant::now();
    let mut tally = Tally::default();
    let only = |name: &str| {
        has(name)
            || !["--histories", "--every-call", "--planted"]
                .iter()
                .any(|other| has(other))
    };
    // That every bug has its place is known before anything takes long.
    let planted = match only("--planted").then(planted::planted).transpose() {
        Ok(copy) => copy,
        Err(why) => {
            eprintln!("planted bugs   {why}");
            return ExitCode::FAILURE;
        }
    };
    if only("--histories") {
        tally.add(kept::replayed());
        tally.add(run::histories(from, number("--histories").unwrap_or(HISTORIES)));
        tally.add(run::twice_the_same());
    }
    if only("--every-call") {
        tally.add(every_call::played());
    }
    println!("{}\nin {:.0} s", tally.summary(), start.elapsed().as_secs_f64());
    let only = value("--planted").filter(|name| !name.starts_with("--"));
    let within = number("--within").unwrap_or(SEEDS_FOR_A_BUG);
    let caught = planted.is_none_or(|copy| planted::all_caught(&copy, only.map(String::as_str), within));
    if tally.violations == 0 && caught {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

/// Panics that were asked for say nothing.
fn quiet_panics() {
    let loud = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |info| {
        if info.payload_as_str() != Some("a panic that was asked for") {
            loud(info);
        }
    }));
}
