"""Reads the calendar parts of our e-mails with a parser that is not ours, as a family's calendar would: an entry is put in,
replaced by its update, and taken out. Needs Debian's python3-icalendar."""

from pathlib import Path

from icalendar import Calendar

SNAPSHOTS = Path(__file__).parents[2] / "shared/messages/src/tests/snapshots"


def parts():
    for path in sorted(SNAPSHOTS.glob("messages__tests__news__calendar_*.snap")):
        text = path.read_text(encoding="utf-8").split("---\n", 2)[2]
        yield path.name, text.strip().replace("\n", "\r\n") + "\r\n"


def main():
    calendar = {}
    seen = []
    for name, text in parts():
        part = Calendar.from_ical(text)
        method = str(part["METHOD"])
        (event,) = part.walk("VEVENT")
        assert not event.errors, (name, event.errors)
        assert str(part["VERSION"]) == "2.0" and part["PRODID"], name
        start, end = event.decoded("DTSTART"), event.decoded("DTEND")
        assert start.tzinfo is not None and (end - start).total_seconds() == 20 * 60, name
        assert "mailto:" in event["ORGANIZER"] and "mailto:" in event["ATTENDEE"], name
        uid, sequence = str(event["UID"]), int(event["SEQUENCE"])
        known = calendar.get(uid)
        assert known is None or sequence > known[0], f"{name} would be taken for older"
        if method == "CANCEL":
            assert str(event["STATUS"]) == "CANCELLED", name
            del calendar[uid]
        else:
            assert method == "REQUEST" and str(event["STATUS"]) == "CONFIRMED", name
            calendar[uid] = (sequence, start)
        seen.append((method, len(calendar)))
    assert seen == [("REQUEST", 1), ("REQUEST", 1), ("CANCEL", 0), ("REQUEST", 1)], seen
    print(f"{len(seen)} calendar parts are read by a second parser; the update replaces its event")


main()
