//! Whether the model and the checks hold themselves: hand-made cases of the policy, and one story in which each thing that is
//! made wrong must be found.

mod policy;
mod story;

/// What does not hold, in words.
pub fn self_test() -> Result<(), String> {
    let mut wrong = policy::wrong();
    wrong.extend(story::wrong());
    if wrong.is_empty() {
        Ok(())
    } else {
        Err(wrong.join("\n"))
    }
}
