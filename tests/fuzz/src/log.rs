//! What the functions log, at the level at which they are deployed.

use std::cell::RefCell;
use std::io::Write;
use std::sync::Once;
use tracing::Level;

thread_local! {
    static LINES: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
}

/// Where lines are written.
struct Lines;

impl Write for Lines {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        LINES.with_borrow_mut(|lines| lines.extend_from_slice(bytes));
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// Listens from now on, once a process.
pub(crate) fn listen() {
    static STARTED: Once = Once::new();
    STARTED.call_once(|| {
        tracing_subscriber::fmt()
            .json()
            .without_time()
            .with_max_level(Level::INFO)
            .with_writer(|| Lines)
            .init();
    });
}

pub(crate) fn forget() {
    LINES.with_borrow_mut(Vec::clear);
}

/// The lines of this thread since the last piece of work began.
pub fn logged() -> String {
    LINES.with_borrow(|lines| String::from_utf8_lossy(lines).into_owned())
}
