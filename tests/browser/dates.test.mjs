// Days and times of day as each language writes them, held against CLDR as node has it. Punctuation and spaces aside, which
// change from one edition of CLDR to the next.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const WRITTEN = new URL(
  "../../shared/messages/src/tests/snapshots/messages__tests__dates__dates.snap",
  import.meta.url,
);
// Families of the United States, digits as their children's school writes them.
const LOCALES = { es: "es-US" };
// CLDR has no dates in Haitian Creole. In Albanian it shortens the half of the day, which we write out.
const BY_HAND = new Set(["ht"]);
const LETTERS = { "e paradites": "p.d.", "e pasdites": "m.d." };

const plain = (text) => text.replace(/[^\p{L}\p{M}\p{N}:]/gu, "").replace(/^0(?=\d:)/, "").toLowerCase();

test("days and times are written as CLDR has them", () => {
  const lines = readFileSync(WRITTEN, "utf8").split("---\n").at(-1).trim().split("\n");
  const seen = new Set();
  for (const line of lines) {
    const [, tag, when, words] = line.match(/^(\S+) (\S+) (.+)$/);
    seen.add(tag);
    if (BY_HAND.has(tag)) continue;
    const shape = when.includes(":")
      ? { hour: "numeric", minute: "2-digit" }
      : { weekday: "long", month: "long", day: "numeric" };
    const at = new Date(when.includes(":") ? `2027-01-01T${when}:00Z` : `${when}T12:00:00Z`);
    const format = new Intl.DateTimeFormat(LOCALES[tag] ?? tag, { ...shape, timeZone: "UTC", numberingSystem: "latn" });
    let ours = words;
    for (const [long, short] of Object.entries(LETTERS)) if (tag === "sq") ours = ours.replace(long, short);
    const theirs = format.format(at);
    assert.ok([ours, words].some((ours) => plain(ours) === plain(theirs)), `${line}: ${theirs}`);
  }
  assert.equal(seen.size, 10);
});
