//! Inputs changed as JSON: by its bytes alone a whole element is seldom taken away and JSON left behind.

use libfuzzer_sys::fuzzer_mutate;
use serde_json::{Value, json};

/// Changes what comes after `begins` as JSON every other time, else any bytes; the new size.
pub fn mutate(input: &mut [u8], size: usize, most: usize, seed: u32, begins: usize) -> usize {
    let changed = input.get(begins..size).filter(|_| seed.is_multiple_of(2));
    let changed = changed.and_then(|text| changed_json(text, seed as usize / 2));
    let whole = changed.filter(|text| begins + text.len() <= most);
    let Some(text) = whole else {
        return fuzzer_mutate(input, size, most);
    };
    input[begins..begins + text.len()].copy_from_slice(text.as_bytes());
    begins + text.len()
}

/// One value is taken away, or becomes another.
fn changed_json(text: &[u8], dice: usize) -> Option<String> {
    let mut value: Value = serde_json::from_slice(text).ok()?;
    let mut places = Vec::new();
    note_places(&value, "", &mut places);
    let place = &places[dice % places.len()];
    let dice = dice / places.len();
    let others = [
        json!(null),
        json!([]),
        json!({}),
        json!(""),
        json!(-1),
        json!(true),
        json!("other"),
    ];
    match others.get(dice % 12) {
        Some(other) => *value.pointer_mut(place)? = other.clone(),
        None => {
            let (parent, name) = place.rsplit_once('/')?;
            match value.pointer_mut(parent)? {
                Value::Array(values) => _ = values.remove(name.parse().ok()?),
                Value::Object(fields) => _ = fields.remove(name),
                _ => return None,
            }
        }
    }
    Some(value.to_string())
}

/// The pointers (RFC 6901) to every value within; a name that would have to be escaped leads nowhere.
fn note_places(value: &Value, at: &str, places: &mut Vec<String>) {
    places.push(at.to_owned());
    match value {
        Value::Array(values) => {
            for (i, value) in values.iter().enumerate() {
                note_places(value, &format!("{at}/{i}"), places);
            }
        }
        Value::Object(fields) => {
            for (name, value) in fields {
                note_places(value, &format!("{at}/{name}"), places);
            }
        }
        _ => {}
    }
}
