//! Requests that nobody would send, always the same ones.

use serde_json::{Value, json};

/// Numbers that look random and are always the same: splitmix64.
pub(super) struct Dice(pub(super) u64);

impl Dice {
    pub(super) fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    pub(super) fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.roll() % u64::try_from(limit.max(1)).unwrap()).unwrap()
    }

    pub(super) fn pick<'a, T>(&mut self, some: &'a [T]) -> &'a T {
        &some[self.below(some.len())]
    }
}

fn deep(levels: usize) -> String {
    format!("{}{}", "[".repeat(levels), "]".repeat(levels))
}

/// A value that something may stumble over.
fn odd(dice: &mut Dice) -> Value {
    let dates = [
        "9999-12-31",
        "9999-12-01",
        "0001-01-01",
        "0000-01-01",
        "0000-00-00",
        "2021-02-29",
        "2021-13-01",
        "1970-01-01",
        "+99999-1-1",
        "-999-01-01",
        "9999-12-31T23:59:59Z",
        "1970-01-01T00:00:00Z",
        "2021-08-20T23:59:60Z",
        "2021-09-01T12:00:00+14:00",
        "2021-11-07",
        "2022-03-13",
        "2021-8-1",
        "",
    ];
    let texts = [
        "",
        " ",
        "#",
        "!",
        "\u{0}",
        "a#b",
        ".c1",
        ".m1.1",
        "%s%n",
        "../..",
        "\u{202e}abc",
        "🧒🏽👩‍👧",
        "e\u{301}",
        "\u{feff}",
        "ﷺ",
        "true",
        "null",
        "active",
        "tobedeleted",
        "internet",
        "student",
        "district",
        "1",
        "-1",
        "{}",
        "<b>&amp;",
        "'; DROP TABLE",
        "\r\nBcc: x@example.org",
        "+",
        "+1",
        "(((((((((",
        "x@",
        "pt-",
        "m-student",
        "m-school",
        "m-parent",
    ];
    match dice.below(12) {
        0 => Value::Null,
        1 => json!(dice.roll().is_multiple_of(2)),
        2 => json!(*dice.pick(&[0_i64, -1, i64::MAX, i64::MIN])),
        3 => json!(*dice.pick(&[1e308, -0.0, 0.1])),
        4 => json!([]),
        5 => json!({}),
        6 => serde_json::from_str(&deep(1 + dice.below(90))).unwrap(),
        7 => json!("x".repeat(*dice.pick(&[254, 255, 256, 1_025, 2_049, 50_000, 270_000]))),
        8 => json!(vec!["m-student"; dice.below(300)]),
        9 | 10 => json!(*dice.pick(&dates)),
        _ => json!(*dice.pick(&texts)),
    }
}

/// The place of a value somewhere in `root`, or `None` where there is none to choose.
fn somewhere<'a>(root: &'a mut Value, dice: &mut Dice) -> &'a mut Value {
    let inside = match root {
        Value::Object(map) => map.len(),
        Value::Array(items) => items.len(),
        _ => 0,
    };
    if inside == 0 || dice.below(6) == 0 {
        return root;
    }
    let at = dice.below(inside);
    match root {
        Value::Object(map) => somewhere(map.values_mut().nth(at).unwrap(), dice),
        Value::Array(items) => somewhere(&mut items[at], dice),
        scalar => scalar,
    }
}

/// Another shape of a valid event.
pub(super) fn misshapen(event: &mut Value, dice: &mut Dice) {
    for _ in 0..=dice.below(3) {
        // Mostly inside of the data: what is wrong outside is refused at once.
        let inside = dice.below(5) > 0 && event.get("data").is_some();
        let root = if inside { &mut event["data"] } else { &mut *event };
        let place = somewhere(root, dice);
        match (dice.below(6), place) {
            (0, Value::Object(map)) => {
                let name = map.keys().nth(dice.below(map.len())).cloned();
                name.and_then(|name| map.remove(&name));
            }
            (1, Value::Object(map)) => {
                map.insert(
                    (*dice.pick(&["", "metadata", "roles", "agents", "endDate", "beginDate", "\u{0}"])).into(),
                    odd(dice),
                );
            }
            (2, Value::Array(items)) if !items.is_empty() => {
                let again = items[0].clone();
                items.extend(vec![again; dice.below(40)]);
            }
            (3, Value::String(text)) => *text = text.chars().rev().collect(),
            (4, place) => *place = json!([place.clone()]),
            (_, place) => *place = odd(dice),
        }
    }
}

/// Another text of a request: bytes flipped, left out or doubled; a name twice; brackets without end.
pub(super) fn garbled(body: &str, dice: &mut Dice) -> Vec<u8> {
    let mut bytes = body.as_bytes().to_vec();
    match dice.below(6) {
        0 => {
            for _ in 0..=dice.below(4) {
                let at = dice.below(bytes.len());
                bytes[at] ^= 1 << dice.below(8);
            }
        }
        1 => {
            let at = dice.below(bytes.len());
            bytes.drain(at..(at + 1 + dice.below(20)).min(body.len()));
        }
        2 => bytes.truncate(dice.below(bytes.len())),
        3 => {
            let name = *dice.pick(&["\"sourcedId\":", "\"data\":", "\"startDate\":", "\"id\":"]);
            bytes = body
                .replacen(name, &format!("{name}{},{name}", odd(dice)), 1)
                .into_bytes();
        }
        4 => {
            bytes = body
                .replacen(
                    "\"status\":",
                    &format!("\"deep\":{},\"status\":", deep(100 + dice.below(100_000))),
                    1,
                )
                .into()
        }
        _ => bytes = body.replacen("\"1\"", "1e999", 1).into(),
    }
    bytes
}
