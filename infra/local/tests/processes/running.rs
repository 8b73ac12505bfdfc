//! The `confer` command as a process of its own.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Output, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};

/// A running `confer serve`; killed when dropped.
pub struct Serve {
    child: Child,
    /// What it printed until it was ready.
    pub greeting: Vec<String>,
    /// Where it listens.
    pub url: String,
    _rest: BufReader<ChildStdout>,
}

/// The command, with none of the settings that the machine may have.
pub fn confer(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_confer"));
    for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("CONFER_")) {
        command.env_remove(name);
    }
    command.env_remove("RUST_LOG").args(args);
    command
}

impl Serve {
    /// Starts it on a port that is free, and waits until it says that it is ready.
    pub fn start(args: &[&str]) -> Self {
        Self::start_as("serve", args)
    }

    /// As [`Serve::start`], by a command that serves.
    pub fn start_as(command: &str, args: &[&str]) -> Self {
        let mut child = confer(&[command, "--port", "0"])
            .args(args)
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut rest = BufReader::new(child.stdout.take().unwrap());
        let mut greeting = Vec::new();
        // The last line it prints says where the other commands find it.
        let url = loop {
            let mut line = String::new();
            assert!(rest.read_line(&mut line).unwrap() > 0, "it ended: {greeting:?}");
            let line = line.trim_end().to_owned();
            let url = line
                .split_once("export CONFER_LOCAL_URL=")
                .map(|(_, url)| url.to_owned());
            greeting.push(line);
            if let Some(url) = url {
                break url;
            }
        };
        Self {
            child,
            greeting,
            url,
            _rest: rest,
        }
    }

    /// Its process id.
    pub fn pid(&self) -> u32 {
        self.child.id()
    }

    /// `kill -9`.
    pub fn kill(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// Whether it has ended.
    pub fn is_dead(&mut self) -> bool {
        self.child.try_wait().unwrap().is_some()
    }

    /// Runs another command that talks to it.
    pub fn run(&self, args: &[&str]) -> Done {
        Done::of(confer(args).env("CONFER_LOCAL_URL", &self.url).output().unwrap())
    }
}

impl Drop for Serve {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// What a command did.
#[derive(Debug, PartialEq, Eq)]
pub struct Done {
    /// Its exit code.
    pub code: i32,
    /// What it printed.
    pub out: String,
    /// What it complained about.
    pub err: String,
}

impl Done {
    /// Of a process that ended.
    pub fn of(output: Output) -> Self {
        Self {
            code: output.status.code().unwrap_or(-1),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }
}

/// A folder of this test's own, removed when dropped.
pub struct Folder(PathBuf);

impl Folder {
    /// An empty one.
    pub fn new() -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let name = format!("{}-{number}", std::process::id());
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        let _ = std::fs::remove_dir_all(&path);
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    /// Its path.
    pub fn path(&self) -> &str {
        self.0.to_str().unwrap()
    }

    /// Writes a file into it; its path.
    pub fn file(&self, name: &str, content: impl AsRef<[u8]>) -> String {
        let path = self.0.join(name);
        std::fs::write(&path, content).unwrap();
        path.to_str().unwrap().to_owned()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
