//! Takes the comments out of the texts and deflates them: the comments are for whoever translates, and together that is
//! six sevenths of what every sender would carry.

use flate2::Compression;
use flate2::read::DeflateEncoder;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=texts");
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    for file in fs::read_dir(Path::new("texts"))? {
        let path = file?.path();
        let text = fs::read_to_string(&path)?;
        let kept: String = text
            .lines()
            .filter(|line| !line.is_empty() && !line.starts_with('#'))
            .map(|line| format!("{line}\n"))
            .collect();
        let mut deflated = Vec::new();
        DeflateEncoder::new(kept.as_bytes(), Compression::best()).read_to_end(&mut deflated)?;
        if let Some(tag) = path.file_stem().and_then(|tag| tag.to_str()) {
            fs::write(out.join(format!("{tag}.ftl.deflate")), deflated)?;
            // Said at the head of a file that no person who speaks the language has reviewed yet.
            let draft = text
                .lines()
                .take_while(|line| line.starts_with("###"))
                .any(|line| line.starts_with("### Draft:"));
            fs::write(out.join(format!("{tag}.draft")), draft.to_string())?;
        }
    }
    Ok(())
}
