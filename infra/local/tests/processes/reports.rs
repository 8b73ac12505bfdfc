//! `confer report` as somebody at a terminal has it, on the sample district.

use crate::running::{Done, Folder, Serve};
use serde_json::json;

fn printed(serve: &Serve, args: &[&str]) -> String {
    let Done { code, out, err } = serve.run(&[&["report"], args].concat());
    assert_eq!((code, err.as_str()), (0, ""), "{out}");
    out.replace(&serve.url, "URL")
}

#[test]
fn what_to_mend_and_whom_the_next_run_would_ask() {
    let serve = Serve::start(&["--sample", "--start", "2021-08-23"]);
    let first = printed(&serve, &["data-quality"]);
    insta::assert_snapshot!("data_quality", first);
    let all = printed(&serve, &["data-quality", "--all"]);
    assert!(first.contains("more: --all") && !all.contains("more: --all"), "{all}");

    let folder = Folder::new();
    let period = json!({
        "specversion": "1.0", "id": "evt-1", "source": "urn:sis:here", "type": "sis.remoteLearningPeriod.changed",
        "time": "2021-08-31T12:00:00Z", "subject": "rlp-1",
        "data": {"sourcedId": "rlp-1", "status": "active", "dateLastModified": "2021-08-31T12:00:00Z",
            "scope": {"type": "district"}, "startDate": "2021-08-31", "delivery": "internet"},
    });
    serve.run(&["send", &folder.file("period.json", period.to_string())]);
    serve.run(&["clock", "2021-09-20"]);
    insta::assert_snapshot!("tomorrow", printed(&serve, &["tomorrow"]));
}
