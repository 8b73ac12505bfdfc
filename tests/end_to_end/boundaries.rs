//! What may depend on what, and what no file may call.

use cargo_metadata::{DependencyKind, Metadata, MetadataCommand, PackageId};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Everything `domain` is built of. A new name in this list wants a reason: none may bring a clock, randomness, I/O, an async
/// runtime or a service's client.
const DOMAIN_IS_BUILT_OF: [&str; 16] = [
    "chrono",
    "chrono-tz",
    "domain",
    "num-traits",
    "phf",
    "phf_shared",
    "proc-macro2",
    "quote",
    "serde",
    "serde_core",
    "serde_derive",
    "siphasher",
    "syn",
    "thiserror",
    "thiserror-impl",
    "unicode-ident",
];

/// Licences of what may be depended upon, as SPDX writes them.
const LICENCES: [&str; 10] = [
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-3-Clause",
    "BSL-1.0",
    "ISC",
    "MIT",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

/// What is not depended upon, and why.
const BANNED: [(&str, &str); 2] = [
    ("openssl-sys", "starts cold in no time, or not at all: TLS is rustls"),
    ("phonenumber", "2.4 MB, and a tenth of a second for its first number"),
];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

fn metadata() -> Metadata {
    let mut command = MetadataCommand::new();
    command.manifest_path(root().join("Cargo.toml"));
    // Not offline: crates that other platforms need have a licence too, and are fetched for it.
    command.other_options(["--locked".to_owned()]);
    command.exec().unwrap()
}

/// Members of the workspace by their folder inside it, and the members each depends on by any kind of dependency.
fn members(metadata: &Metadata) -> BTreeMap<String, BTreeSet<String>> {
    let folder = |id: &PackageId| {
        let manifest = metadata[id].manifest_path.strip_prefix(root()).unwrap();
        manifest.parent().unwrap().to_string()
    };
    let by_name: BTreeMap<&str, String> = metadata
        .workspace_members
        .iter()
        .map(|id| (metadata[id].name.as_str(), folder(id)))
        .collect();
    let depends = |id: &PackageId| {
        let all = metadata[id].dependencies.iter();
        all.filter_map(|dependency| by_name.get(dependency.name.as_str()).cloned())
            .collect()
    };
    metadata
        .workspace_members
        .iter()
        .map(|id| (folder(id), depends(id)))
        .collect()
}

#[test]
fn domain_is_built_of_what_knows_no_clock_and_no_world() {
    // The features that `domain` itself asks for: another member's must not count against it.
    let tree = Command::new(env!("CARGO"))
        .args([
            "tree",
            "--offline",
            "--locked",
            "-p",
            "domain",
            "-e",
            "normal",
            "--prefix",
            "none",
            "-f",
            "{lib}|{p}|{f}",
        ])
        .current_dir(root())
        .output()
        .unwrap();
    let tree = String::from_utf8(tree.stdout).unwrap();
    let lines: BTreeSet<&str> = tree.lines().map(|line| line.trim_end_matches(" (*)")).collect();
    assert!(lines.len() > 5, "{tree}");
    for line in lines {
        let mut parts = line.split('|').skip(1);
        let name = parts.next().unwrap().split(' ').next().unwrap();
        assert!(DOMAIN_IS_BUILT_OF.contains(&name), "{name} is new");
        let features = parts.next().unwrap_or_default();
        assert!(
            name != "chrono" || !features.contains("clock") && !features.contains("now"),
            "{features}"
        );
    }
}

#[test]
fn what_depends_on_what() {
    let metadata = metadata();
    let members = members(&metadata);
    for (member, depends) in &members {
        let allowed: &[&str] = match member.split('/').next().unwrap() {
            "functions" => &["shared/"],
            "infra" => &["shared/", "functions/"],
            "tests" => &["shared/", "functions/", "infra/"],
            _ => match member.as_str() {
                "shared/domain" => &[],
                "shared/sis" | "shared/store" | "shared/messages" => &["shared/domain"],
                _ => &["shared/"],
            },
        };
        for on in depends {
            assert!(
                on == member || allowed.iter().any(|folder| on.starts_with(folder)),
                "{member} depends on {on}"
            );
        }
    }
    for (crates, only) in [
        (
            &["dynoxide-rs", "rusqlite", "axum", "clap", "reqwest"][..],
            &["infra/local", "tests"][..],
        ),
        (
            &["tokio", "reqwest", "hyper"][..],
            &["functions", "shared/runtime", "infra/local", "tests"][..],
        ),
    ] {
        for id in &metadata.workspace_members {
            let package = &metadata[id];
            let folder = package.manifest_path.strip_prefix(root()).unwrap().to_string();
            for dependency in package
                .dependencies
                .iter()
                .filter(|dependency| dependency.kind == DependencyKind::Normal)
            {
                let named = crates.contains(&dependency.name.as_str());
                assert!(
                    !named || only.iter().any(|place| folder.starts_with(place)),
                    "{folder} depends on {}",
                    dependency.name
                );
            }
        }
    }
}

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

#[test]
fn no_function_reads_a_whole_table_or_a_clock() {
    let mut found = Vec::new();
    for folder in ["shared", "functions"] {
        sources(&root().join(folder), &mut found);
    }
    assert!(found.len() > 30, "{found:?}");
    for path in found {
        let text = std::fs::read_to_string(&path).unwrap();
        let code: String = text
            .lines()
            .filter(|line| !line.trim_start().starts_with("//"))
            .collect();
        let code: String = code.split_whitespace().collect();
        let shown = path.strip_prefix(root()).unwrap().display();
        assert!(
            !code.contains(".scan(") && !code.contains("ScanInput") && !code.contains("execute_statement("),
            "{shown} reads a whole table"
        );
        let clock = ["Utc::now", "Local::now", "SystemTime::now", "Instant::now"]
            .iter()
            .any(|clock| code.contains(clock));
        assert!(!clock || path.ends_with("src/main.rs"), "{shown} reads a clock");
    }
}

/// The simulation plays crashes between two changes as one, but where calls go out together: it must know where that is.
#[test]
fn only_these_functions_make_several_calls_at_once() {
    let mut found = Vec::new();
    for folder in ["shared", "functions"] {
        sources(&root().join(folder), &mut found);
    }
    found.retain(|path| {
        let text = std::fs::read_to_string(path).unwrap();
        let together = [
            "join_all",
            "join!(",
            "buffer_unordered",
            "buffered(",
            "FuturesUnordered",
            "select!",
            "spawn(",
        ];
        together.iter().any(|word| text.contains(word))
    });
    let inside = found.iter().map(|path| path.strip_prefix(root()).unwrap());
    let mut inside: Vec<String> = inside.map(|path| path.display().to_string()).collect();
    inside.sort();
    // Each stands in tests/simulation/every_call.rs, SEVERAL_AT_ONCE.
    assert_eq!(
        inside,
        ["functions/outbox-relay/src/lib.rs", "functions/sis-webhook/src/lib.rs"]
    );
}

/// What the macro of that name is given, at each of its places in the code.
fn given<'a>(code: &'a str, name: &str) -> Vec<&'a str> {
    let opened = code.match_indices(name).map(|(at, name)| &code[at + name.len()..]);
    opened
        .map(|rest| {
            let mut depth = 1;
            let end = rest.char_indices().find(|(_, c)| {
                depth += i32::from(*c == '(') - i32::from(*c == ')');
                depth == 0
            });
            end.map_or(rest, |(end, _)| &rest[..end])
        })
        .collect()
}

#[test]
fn every_failure_in_the_log_says_what_happens_next() {
    let mut found = Vec::new();
    for folder in ["shared", "functions", "infra"] {
        sources(&root().join(folder), &mut found);
    }
    let mut lines = 0;
    for path in found
        .iter()
        .filter(|path| !path.components().any(|part| part.as_os_str() == "tests"))
    {
        let text = std::fs::read_to_string(path).unwrap();
        // What follows tests the file itself.
        let code = text.split("#[cfg(test)]").next().unwrap();
        for line in [given(code, "tracing::warn!("), given(code, "tracing::error!(")].concat() {
            lines += 1;
            let words: Vec<&str> = line.split_whitespace().collect();
            let says = words.windows(2).any(|pair| pair == ["next", "="]) || words.contains(&"next,");
            assert!(says, "{}: {line}", path.display());
        }
    }
    assert!(lines > 20, "{lines}");
}

/// Of a licence that is allowed, from crates.io, and at a version that somebody chose.
#[test]
fn what_is_depended_upon_may_be() {
    let metadata = metadata();
    let mut wrong = Vec::new();
    for package in &metadata.packages {
        let (id, name) = (format!("{} {}", package.name, package.version), package.name.as_str());
        if metadata.workspace_members.contains(&package.id) {
            let any = |version: &str| version.split(',').any(|part| part.trim() == "*");
            let loose = package
                .dependencies
                .iter()
                .filter(|on| on.path.is_none() && any(&on.req.to_string()));
            wrong.extend(loose.map(|on| format!("{id} takes any version of {}", on.name)));
            continue;
        }
        if !package.source.as_ref().is_some_and(|source| source.is_crates_io()) {
            wrong.push(format!("{id} is not from crates.io"));
        }
        wrong.extend(
            BANNED
                .iter()
                .filter(|(banned, _)| *banned == name)
                .map(|(_, why)| format!("{id}: {why}")),
        );
        let licence = package.license.as_deref().unwrap_or_default();
        let may = spdx::Expression::parse_mode(licence, spdx::ParseMode::LAX)
            .is_ok_and(|licence| licence.evaluate(|one| LICENCES.contains(&one.to_string().as_str())));
        if !may {
            wrong.push(format!("{id}: its licence is {licence:?}"));
        }
    }
    assert!(metadata.packages.len() > 100);
    assert_eq!(wrong, Vec::<String>::new());
}

/// What is not compiled for its own tests has none: they would be passed over without a word.
#[test]
fn what_is_not_tested_has_no_tests() {
    let metadata = metadata();
    let mut silent = 0;
    for package in metadata.workspace_packages() {
        for target in package.targets.iter().filter(|target| !target.test) {
            let path = target.src_path.as_std_path();
            let (files, unwanted) = match target.is_lib() {
                true => {
                    let mut found = Vec::new();
                    sources(path.parent().unwrap(), &mut found);
                    (found, &["test]", "cfg(test)"][..])
                }
                // A module of its own would be as silent.
                false => (vec![path.to_owned()], &["test]", "cfg(test)", "\nmod "][..]),
            };
            for file in files {
                let text = std::fs::read_to_string(&file).unwrap();
                let found = unwanted.iter().find(|unwanted| text.contains(*unwanted));
                assert_eq!(
                    found,
                    None,
                    "{}, of which Cargo.toml says `test = false`",
                    file.display()
                );
            }
            silent += 1;
        }
    }
    assert!(silent > 10, "{silent}");
}
