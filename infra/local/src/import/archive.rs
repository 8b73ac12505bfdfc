//! A zip file as the files of an export. Nothing is ever written: a path that leads out of it is named, and left out.

use sis::csv::{Files, Problem};
use std::io::{Cursor, Read};
use zip::ZipArchive;
use zip::result::ZipError;

/// How large the files may be together when they are unpacked, in bytes: several times the largest district's, and what
/// a machine can hold.
const MAX_UNPACKED: u64 = 512 * 1024 * 1024;

/// Why a file is not read as a zip file.
#[derive(Debug, thiserror::Error)]
pub enum NotAnArchive {
    /// It is no zip file, or a damaged one.
    #[error("is neither a folder nor a zip file that can be read: {0}")]
    Broken(#[from] ZipError),
    /// Which of them is meant cannot be known.
    #[error("holds several files of one name: make it anew from the folder that holds manifest.csv")]
    Ambiguous,
}

/// The `*.csv` files of a zip file: those at its top, or of one folder there if that is where `manifest.csv` lies. What
/// else ends in `.csv` is named and left out, as is every path that leads out of the archive.
///
/// # Errors
/// The bytes are not a zip file's.
pub fn read(bytes: &[u8]) -> Result<(Files, Vec<Problem>), NotAnArchive> {
    unpack(bytes, MAX_UNPACKED)
}

fn unpack(bytes: &[u8], mut room: u64) -> Result<(Files, Vec<Problem>), NotAnArchive> {
    let mut archive = ZipArchive::new(Cursor::new(bytes))?;
    if archive.has_duplicate_names() {
        return Err(NotAnArchive::Ambiguous);
    }
    let names: Vec<String> = archive
        .file_names_raw()
        .map(|name| String::from_utf8_lossy(name).into_owned())
        .collect();
    let folder = folder(&names);
    let (mut files, mut problems) = (Files::new(), Vec::new());
    for (index, path) in names.iter().enumerate() {
        let read = match place(path, folder) {
            Place::Elsewhere => continue,
            Place::Wrong(reason) => Err(reason.to_owned()),
            Place::File(name) => entry(&mut archive, index, room).map(|content| (name, content)),
        };
        match read {
            Ok((name, content)) => {
                room = room.saturating_sub(content.len().try_into().unwrap_or(u64::MAX));
                files.insert(name.to_owned(), content);
            }
            Err(reason) => problems.push(Problem {
                file: path.escape_debug().take(100).collect(),
                line: 0,
                column: String::new(),
                reason: format!("{reason}, so it was not read"),
            }),
        }
    }
    Ok((files, problems))
}

/// Where a path of the archive lies.
#[derive(Debug, PartialEq, Eq)]
enum Place<'a> {
    /// It is a file of the export.
    File(&'a str),
    /// It has nothing to do with it.
    Elsewhere,
    /// It cannot be one, and this is why.
    Wrong(&'static str),
}

fn place<'a>(path: &'a str, folder: &str) -> Place<'a> {
    if leads_out(path) {
        return Place::Wrong("leads out of the zip file");
    }
    // What a Mac adds to every file it packs.
    if path.starts_with("__MACOSX/") || !path.ends_with(".csv") {
        return Place::Elsewhere;
    }
    match path.strip_prefix(folder) {
        Some(name) if !name.contains('/') => Place::File(name),
        _ => Place::Wrong("does not lie beside manifest.csv"),
    }
}

/// A path that names anything but what lies in the archive, on whatever system.
fn leads_out(path: &str) -> bool {
    let plain = path.strip_suffix('/').unwrap_or(path);
    path.contains(['\\', ':', '\0']) || plain.split('/').any(|part| matches!(part, "" | "." | ".."))
}

/// The folder of `manifest.csv`, with its slash: the top, or one folder there.
fn folder(names: &[String]) -> &str {
    let folders = names
        .iter()
        .filter(|name| !leads_out(name))
        .filter_map(|name| name.strip_suffix("manifest.csv"))
        .filter(|folder| folder.is_empty() || folder.find('/') == Some(folder.len() - 1));
    folders.min().unwrap_or_default()
}

fn entry(archive: &mut ZipArchive<Cursor<&[u8]>>, index: usize, room: u64) -> Result<Vec<u8>, String> {
    let cannot = |error: &dyn std::fmt::Display| format!("cannot be unpacked ({error})");
    let too_large = || "is too large, unpacked".to_owned();
    let file = archive.by_index(index).map_err(|error| cannot(&error))?;
    if !file.is_file() {
        return Err("is no plain file".into());
    }
    if file.size() > room {
        return Err(too_large());
    }
    // What an archive says of its sizes need not be so.
    let mut content = Vec::new();
    file.take(room.saturating_add(1))
        .read_to_end(&mut content)
        .map_err(|error| cannot(&error))?;
    if u64::try_from(content.len()).is_ok_and(|size| size <= room) {
        Ok(content)
    } else {
        Err(too_large())
    }
}

#[cfg(test)]
mod tests;
