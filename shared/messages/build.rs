//! Takes the comments out of the texts: they are for whoever translates, and half of what every sender would carry.

use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=texts");
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    for file in fs::read_dir(Path::new("texts"))? {
        let path = file?.path();
        let text = fs::read_to_string(&path)?;
        // Whether a language is a draft is said in a comment at its head.
        let kept = text
            .lines()
            .filter(|line| !line.is_empty() && (!line.starts_with('#') || line.starts_with("### Draft:")));
        let kept: Vec<&str> = kept.collect();
        if let Some(name) = path.file_name() {
            fs::write(out.join(name), kept.join("\n") + "\n")?;
        }
    }
    Ok(())
}
