//! Planted bugs: mistakes that a careless engineer might make, each put into a copy of the sources, so that it is seen that
//! the simulation catches it. The sources themselves know nothing of them, and no release can hold one.
//!
//! One copy holds all of them, and an environment variable says which is on: so one build serves for all, and with none on
//! the copy behaves as the sources do.

mod asking;
mod facts;
mod seeds;
mod sending;
mod table;

use crate::run;
use std::collections::{BTreeMap, BTreeSet};
use std::env::{var_os, vars_os};
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};

/// A bug that is planted.
#[derive(Clone, Copy, Debug)]
pub struct Planted {
    /// What it is called.
    pub name: &'static str,
    /// What was done, as whoever did it would say.
    pub why: &'static str,
    /// Where.
    pub edits: &'static [Edit],
}

/// A place in a file, what stands there, and what is put there instead. In that `PLANTED!` is whether the bug is on.
type Edit = (&'static str, &'static str, &'static str);

/// The bugs, by where they are.
pub const PLANTED: [&[Planted]; 4] = [table::BUGS, sending::BUGS, asking::BUGS, facts::BUGS];

/// Says which bug is on.
const SWITCH: &str = "CONFER_PLANTED";

/// What of the sources is no source.
const LEFT_OUT: [&str; 3] = ["target", "node_modules", ".git"];

/// All bugs.
pub fn all() -> impl Iterator<Item = &'static Planted> {
    PLANTED.into_iter().flatten()
}

/// Puts all bugs into the copy, and says where that is; why not, where a bug has no place in the sources as they are now.
pub fn planted() -> Result<PathBuf, String> {
    let sources = Path::new(env!("CARGO_MANIFEST_DIR"));
    let sources = sources.parent().ok_or("the workspace has no root")?;
    let copy = target()?.join("planted");
    write(sources, &copy)?;
    Ok(copy)
}

/// Whether each bug in the copy, or the named one, is caught within so many seeds; tells which invariant caught it, and by
/// which seed.
pub fn all_caught(copy: &Path, only: Option<&str>, seeds: u64) -> bool {
    let bugs: Vec<&Planted> = all().filter(|bug| only.is_none_or(|name| name == bug.name)).collect();
    let binary = match build(copy) {
        Ok(binary) => binary,
        Err(why) => {
            println!("planted bugs   {why}");
            return false;
        }
    };
    let found = AtomicUsize::new(0);
    run::each(bugs.len() as u64, |n| {
        let bug = bugs[n as usize];
        match caught(&binary, bug, seeds) {
            Some((seed, invariant)) => {
                found.fetch_add(1, Ordering::Relaxed);
                let new = known(bug) != Some(seed);
                let note = if new {
                    ": note it in planted/seeds.rs, or each run looks for it again"
                } else {
                    ""
                };
                println!("  {:<42} {invariant:<12} seed {seed}{note}", bug.name);
            }
            None => println!("  {:<42} NOT CAUGHT: {}", bug.name, bug.why),
        }
    });
    let found = found.into_inner();
    println!("planted bugs   {} of {} caught", found, bugs.len());
    found == bugs.len() && !bugs.is_empty()
}

/// Builds the copy's simulation, with each bug off until it is switched on; says where the binary is.
fn build(copy: &Path) -> Result<PathBuf, String> {
    let cargo = var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut build = Command::new(cargo);
    // What cargo says to this test of itself would have whatever asks for it built anew.
    for (name, _) in vars_os() {
        let text = name.to_string_lossy();
        if text.starts_with("CARGO_PKG_") || text.starts_with("CARGO_MANIFEST_") {
            build.env_remove(name);
        }
    }
    let built = build
        // As the whole workspace is tested, so that what is not the project's own has the same features, and is built.
        .args(["build", "--workspace", "--test", "simulation", "--offline"])
        .arg("--message-format=json-render-diagnostics")
        .current_dir(copy)
        .env("CARGO_TARGET_DIR", target()?)
        // What is wrong on purpose is no matter for lints.
        .env_remove("RUSTC_WORKSPACE_WRAPPER")
        // They are played for a short time only.
        .env("CARGO_PROFILE_DEV_OPT_LEVEL", "0")
        .stderr(Stdio::inherit())
        .output()
        .map_err(|error| format!("cargo cannot be started: {error}"))?;
    if !built.status.success() {
        return Err(format!("they do not compile in {}", copy.display()));
    }
    binary(&String::from_utf8_lossy(&built.stdout)).ok_or_else(|| "cargo names no simulation that it built".into())
}

/// Plays histories with a bug on; a seed that shows it, and the invariant by which. The one that showed it before is tried
/// first.
pub fn caught(binary: &Path, bug: &Planted, seeds: u64) -> Option<(u64, String)> {
    known(bug)
        .and_then(|seed| shown(binary, bug, seed, 1))
        .or_else(|| shown(binary, bug, 0, seeds))
}

/// The seed that showed it before.
fn known(bug: &Planted) -> Option<u64> {
    let known = seeds::KNOWN.iter().find(|(name, _)| *name == bug.name);
    known.map(|(_, seed)| *seed)
}

fn shown(binary: &Path, bug: &Planted, from: u64, seeds: u64) -> Option<(u64, String)> {
    let played = Command::new(binary)
        .args([
            "--from",
            &from.to_string(),
            "--histories",
            &seeds.to_string(),
            "--until-violation",
        ])
        .env(SWITCH, bug.name)
        .stderr(Stdio::null())
        .output()
        .ok()?;
    let said = String::from_utf8_lossy(&played.stdout);
    said.lines().find_map(|line| {
        let (seed, invariant) = line.trim().strip_prefix("seed ")?.split_once(" invariant ")?;
        Some((seed.parse().ok()?, invariant.trim().to_owned()))
    })
}

/// The target directory that this was built in: what is not the project's own need not be built again there.
fn target() -> Result<PathBuf, String> {
    let own = Path::new(env!("CARGO_TARGET_TMPDIR")).parent();
    own.map(Path::to_owned)
        .ok_or_else(|| "cargo names no target directory".to_owned())
}

/// The path of the simulation, among the messages of cargo.
fn binary(messages: &str) -> Option<PathBuf> {
    let all = messages
        .lines()
        .filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok());
    let mut tests = all.filter(|message| message["target"]["name"] == "simulation");
    tests.find_map(|message| Some(PathBuf::from(message["executable"].as_str()?)))
}

/// Brings the copy in line with the sources and the bugs. What is as it should be is not touched, so that it is not built
/// again; what is no longer among the sources goes.
fn write(sources: &Path, copy: &Path) -> Result<(), String> {
    let mut files: BTreeMap<PathBuf, Vec<u8>> = BTreeMap::new();
    for path in walk(sources)? {
        files.insert(path.clone(), fs::read(sources.join(&path)).map_err(|e| at(&path, &e))?);
    }
    plant(&mut files)?;
    set_apart(&mut files)?;
    let known: BTreeSet<PathBuf> = if copy.exists() { walk(copy)? } else { BTreeSet::new() };
    for gone in known.iter().filter(|path| !files.contains_key(*path)) {
        fs::remove_file(copy.join(gone)).map_err(|e| at(gone, &e))?;
    }
    for (path, content) in &files {
        let to = copy.join(path);
        if fs::read(&to).is_ok_and(|known| known == *content) {
            continue;
        }
        if let Some(folder) = to.parent() {
            fs::create_dir_all(folder).map_err(|e| at(folder, &e))?;
        }
        fs::write(&to, content).map_err(|e| at(&to, &e))?;
    }
    Ok(())
}

/// Every file below a folder but what is left out, by its path from there.
fn walk(root: &Path) -> Result<BTreeSet<PathBuf>, String> {
    let mut found = BTreeSet::new();
    let mut folders = vec![PathBuf::new()];
    while let Some(folder) = folders.pop() {
        let entries = fs::read_dir(root.join(&folder)).map_err(|e| at(&folder, &e))?;
        for entry in entries {
            let entry = entry.map_err(|e| at(&folder, &e))?;
            let path = folder.join(entry.file_name());
            let kind = entry.file_type().map_err(|e| at(&path, &e))?;
            if kind.is_dir() && !LEFT_OUT.iter().any(|name| entry.file_name() == OsStr::new(name)) {
                folders.push(path);
            } else if kind.is_file() {
                found.insert(path);
            }
        }
    }
    Ok(found)
}

fn at(path: &Path, error: &std::io::Error) -> String {
    format!("{}: {error}", path.display())
}

/// Puts every bug in its place. What a bug replaces must stand in its file exactly once: a change of the code cannot
/// silently switch a bug off.
fn plant(files: &mut BTreeMap<PathBuf, Vec<u8>>) -> Result<(), String> {
    let mut places: BTreeMap<&str, Vec<(usize, &Planted, &Edit)>> = BTreeMap::new();
    for bug in all() {
        for edit in bug.edits {
            let (file, old, _) = edit;
            let text = files.get(Path::new(file)).map(|text| String::from_utf8_lossy(text));
            let found: Vec<usize> = text
                .iter()
                .flat_map(|text| text.match_indices(old))
                .map(|(at, _)| at)
                .collect();
            let [place] = found.as_slice() else {
                return Err(format!(
                    "planted bug {}: what it replaces stands in {file} {} times, not once:\n{old}",
                    bug.name,
                    found.len()
                ));
            };
            places.entry(file).or_default().push((*place, bug, edit));
        }
    }
    for (file, mut places) in places {
        places.sort_by_key(|(place, ..)| *place);
        for pair in places.windows(2) {
            let [(first, bug, (_, old, _)), (second, other, _)] = pair else {
                continue;
            };
            if first + old.len() > *second {
                return Err(format!(
                    "planted bugs {} and {} overlap in {file}",
                    bug.name, other.name
                ));
            }
        }
        let Some(text) = files.get_mut(Path::new(file)) else {
            continue;
        };
        // From the end, so that the places before stay where they are.
        for (place, bug, (_, old, new)) in places.into_iter().rev() {
            let on = format!(
                "std::env::var_os(\"{SWITCH}\").is_some_and(|on| on == \"{}\")",
                bug.name
            );
            let new = new.replace("PLANTED!", &on);
            text.splice(place..place + old.len(), new.into_bytes());
        }
    }
    Ok(())
}

/// Gives the copy's packages a version of their own, so that what is built of them never passes for what is built of the
/// sources; and lets them warn.
fn set_apart(files: &mut BTreeMap<PathBuf, Vec<u8>>) -> Result<(), String> {
    let manifest = files.get_mut(Path::new("Cargo.toml")).ok_or("there is no Cargo.toml")?;
    let mut text = String::from_utf8_lossy(manifest).into_owned();
    for (old, new) in [
        (
            "[workspace.package]\nversion = \"",
            "[workspace.package]\nversion = \"9",
        ),
        ("warnings = \"deny\"", "warnings = \"allow\""),
    ] {
        if text.matches(old).count() != 1 {
            return Err(format!("Cargo.toml does not say {old} once"));
        }
        text = text.replace(old, new);
    }
    *manifest = text.into_bytes();
    Ok(())
}
