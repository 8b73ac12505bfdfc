"""What a district gets that deploys infra/template.yaml: one story, from the SIS's first request to the principal's task.

The stack is real but for AWS itself (see stack.py). The story begins on Monday 2026-09-21, the 22nd day of remote learning,
and its tests go on from each other; a failure ends it, and says what the functions logged.
"""

import base64
import hashlib
import hmac
import json
import re
import subprocess
import sys
import unittest
import urllib.parse
from datetime import datetime, timedelta, timezone
from pathlib import Path

from stack import ACCOUNT, QUEUES, REGION, ROOT, TEMPLATE, ZONE, Cloud, eventually

DISTRICT = "Maple Harbor Public Schools"
FROM = "school@maple-harbor.example.org"
ORIGIN = "+18605550100"
# Of two families one answers, and the other does not.
ANSWERS, SILENT = "st-1", "st-2"
EMAIL, NUMBER = "parent@example.net", "+18605550111"
SILENT_EMAIL = "silent@example.net"
PRINCIPAL_EMAIL, PRINCIPAL_NUMBER = "principal@maple-harbor.example.org", "+18605550122"


def at(text):
    """A local time of the district, as `2026-09-21 09:00`."""
    return datetime.strptime(text, "%Y-%m-%d %H:%M").replace(tzinfo=ZONE)


def event(kind, subject, n=1, **data):
    """State `n` of an object of the SIS."""
    changed = "2026-08-31T12:00:00Z"
    return {
        "specversion": "1.0", "id": f"{kind}-{subject}-{n}", "source": "urn:sis:deployment", "type": f"sis.{kind}.changed",
        "time": changed, "subject": subject, "sequence": str(n), "datacontenttype": "application/json",
        "data": {"sourcedId": subject, "status": "active", "dateLastModified": changed, **data},
    }


def user(subject, n=1, **data):
    return event("user", subject, n, givenName=subject, familyName="Quarrystone", **data)


def role(name):
    return [{"role": name, "org": {"sourcedId": "s-1"}}]


def enrolled(subject, name):
    place = {"class": {"sourcedId": "hr-1"}, "user": {"sourcedId": subject}, "role": name, "primary": name == "teacher"}
    return event("enrollment", f"hr-1-{subject}", **place)


def student(subject, guardian, n=1):
    return user(subject, n, grades=["03"], roles=role("student"), agents=[{"sourcedId": guardian}])


ROSTER = [
    event("org", "d-1", name=DISTRICT, type="district"),
    event("org", "s-1", name="Lantern Hill School", type="school", parent={"sourcedId": "d-1"}),
    event("calendar", "cal-1", org={"sourcedId": "s-1"}, nonInstructionalDays=[{"date": "2026-10-12"}]),
    event("class", "hr-1", classType="homeroom", school={"sourcedId": "s-1"}),
    user("t-1", roles=role("teacher"), email="teacher@maple-harbor.example.org"),
    enrolled("t-1", "teacher"),
    user("p-1", roles=role("principal"), email=PRINCIPAL_EMAIL, sms=PRINCIPAL_NUMBER),
    user("g-1", email=EMAIL, sms=NUMBER, phone=NUMBER),
    student(ANSWERS, "g-1"),
    enrolled(ANSWERS, "student"),
    user("g-2", email=SILENT_EMAIL),
    student(SILENT, "g-2"),
    enrolled(SILENT, "student"),
    event("remoteLearningPeriod", "rlp-1", scope={"type": "school", "org": {"sourcedId": "s-1"}}, startDate="2026-08-31",
          delivery="internet"),
]


class Lint(unittest.TestCase):
    """What others who read templates find."""

    def finds_nothing(self, *command):
        tool = Path(sys.executable).with_name(command[0])
        done = subprocess.run([tool, *command[1:], TEMPLATE], cwd=ROOT, capture_output=True, text=True)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)

    def test_cfn_lint(self):
        """cfn-lint knows every resource, property and attribute of the template"""
        self.finds_nothing("cfn-lint")

    def test_checkov(self):
        """checkov finds nothing but what infra/checkov.yaml gives reasons for"""
        self.finds_nothing("checkov", "--config-file", "infra/checkov.yaml", "--file")


class Deployment(unittest.TestCase):
    """A district's stack, from its first event on."""

    @classmethod
    def setUpClass(cls):
        cls.cloud = Cloud()
        cls.addClassCleanup(cls.cloud.stop)
        cls.cloud.clock.set(at("2026-09-21 07:50"))
        cls.cloud.start()
        cls.cloud.deploy(
            Architecture="x86_64",
            DistrictName=DISTRICT,
            TimeZone="America/New_York",
            EmailFrom=FROM,
            EmailDomain=FROM.split("@")[1],
            SmsOrigin=ORIGIN,
            AlarmEmail="office@maple-harbor.example.org",
            # The yearly question whom to call has tests of its own.
            Policy=json.dumps({"emergency_contact_request": None}),
        )

    def run(self, result=None):
        before = len(result.failures) + len(result.errors)
        super().run(result)
        if len(result.failures) + len(result.errors) > before:
            print(f"\nWhat was logged before {self._testMethodName} failed:\n{self.cloud.said()}", file=sys.stderr)

    # ---- What happens in between ------------------------------------------------------------------------------------------

    def daily_run(self, day):
        """Lets the clock strike nine, and the schedule of the template start the day's run.

        MiniStack knows neither time zones nor `<aws.scheduler.scheduled-time>`, so both are put in here. That the template
        has them, says test_template.
        """
        nine = at(f"{day} 09:00")
        said = nine.astimezone(timezone.utc)
        scheduler = self.cloud.client("scheduler")
        schedule = scheduler.get_schedule(Name=self.cloud.resources["DailyRun"])
        input_ = schedule["Target"]["Input"]
        input_ = re.sub(r'"<aws\.scheduler\.scheduled-time>"|"20[^"]*Z"', f'"{said:%Y-%m-%dT%H:%M:%SZ}"', input_)
        scheduler.update_schedule(
            Name=schedule["Name"],
            ScheduleExpression=f"cron({said.minute} {said.hour} * * ? *)",
            FlexibleTimeWindow=schedule["FlexibleTimeWindow"],
            Target=schedule["Target"] | {"Input": input_},
        )
        self.cloud.pass_to(nine)
        eventually(f"the run of {day} is complete", lambda: self.run_of(day).get("completed_at"))

    def run_of(self, day):
        return self.cloud.row(f"RUN#{day}", "!") or {}

    def invitations(self, student):
        return [row for sk, row in sorted(self.cloud.rows(f"STUDENT#{student}").items()) if sk.startswith("M#") and row["round"]]

    def contact(self, number_or_address):
        """What is known of a number or an address, which the table knows by a keyed digest only."""
        key = self.cloud.secret("ContactKey").encode()
        digest = hmac.digest(key, number_or_address.encode(), hashlib.sha256).hex()[:32]
        return self.cloud.rows(f"CONTACT#{digest}")

    def report(self, kind, to, message, **more):
        """Publishes what SES says of the e-mail that carried a message, to where the template has it told."""
        now, tag = self.cloud.clock.now().isoformat(), message["sent_as"].replace(".", "_2e_")
        told = {
            "eventType": kind,
            "mail": {"timestamp": now, "destination": [to], "tags": {"confer-send": [tag]}},
            **{name: {"timestamp": now, **value} for name, value in more.items()},
        }
        self.cloud.client("sns").publish(TopicArn=self.cloud.resources["MailReports"], Message=json.dumps(told))

    def command(self, **command):
        """A command of whoever runs it, by `aws lambda invoke`."""
        failed, answer = self.cloud.invoke("commands", command)
        self.assertFalse(failed, answer)

    def sweep(self):
        """What the schedule does every minute, now; how many rows were relayed."""
        failed, answer = self.cloud.invoke("outbox-relay", {"sweep": True})
        self.assertFalse(failed, answer)
        return answer["relayed"]

    def home(self):
        """The path of the family's page, as the text has it."""
        link = re.search(r"https://\S+/f/\S+", self.cloud.texts(NUMBER)[0]["Message"])[0]
        return urllib.parse.urlsplit(link).path

    # ---- The story ----------------------------------------------------------------------------------------------------------

    def test_01_the_sweep_comes_every_minute(self):
        """The schedule wakes outbox-relay every minute, whether anything happened or not"""
        self.cloud.pass_to(at("2026-09-21 08:00"))
        eventually("a sweep came", lambda: self.cloud.calls("outbox-relay"))

    def test_02_signed_events_are_taken_once_and_forged_ones_never(self):
        """A signed batch of the SIS is taken, the same again is known already, a forged one is refused"""
        secret = self.cloud.secret("WebhookSecret")
        self.assertEqual(self.cloud.sis(ROSTER, secret, forged=True)[0], 401)
        self.assertEqual(self.cloud.sis(ROSTER, secret), (202, {"accepted": len(ROSTER), "duplicates": 0}))
        self.assertEqual(self.cloud.sis(ROSTER, secret), (202, {"accepted": 0, "duplicates": len(ROSTER)}))

    def test_03_the_stream_carries_events_to_the_students(self):
        """The table's stream wakes outbox-relay, its queue roster-projection, and each student's record appears"""
        for child in (ANSWERS, SILENT):
            eventually(f"{child} is there", lambda: self.cloud.row(f"STUDENT#{child}", "!"))
        eventually("every event has been carried", self.cloud.is_quiet)
        for child in (ANSWERS, SILENT):
            root = self.cloud.row(f"STUDENT#{child}", "!")
            self.assertEqual(root["next_action_on"], "2026-09-21", "the 22nd day")
            self.assertRegex(root["GSI1PK"], "^DUE#")

    def test_04_the_schedule_starts_the_daily_run(self):
        """At nine the schedule starts the daily run: on day 22 each student is owed a conference"""
        self.daily_run("2026-09-21")
        for child in (ANSWERS, SILENT):
            self.assertEqual(self.cloud.row(f"STUDENT#{child}", "C#000001")["due_on"], "2026-09-21")
        self.assertEqual(sorted(row["channel"] for row in self.invitations(ANSWERS)), ["email", "sms"])

    def test_05_nothing_is_sent_until_somebody_says_so(self):
        """A new stack sends nothing until it is told to; then what has waited for twenty minutes leaves"""
        self.cloud.pass_to(at("2026-09-21 09:25"))
        self.sweep()
        self.assertEqual({row["status"] for row in self.invitations(ANSWERS)}, {"pending"})
        self.command(command="sending", sending="live")
        # The schedule of the template, which comes every minute.
        eventually("both are sent", lambda: {row["status"] for row in self.invitations(ANSWERS)} == {"sent"})

    def test_06_the_family_has_one_text_and_one_email(self):
        """The guardian has one text from the district's number, and one e-mail, each with the family's link"""
        texts, emails = self.cloud.texts(NUMBER), self.cloud.emails(EMAIL)
        self.assertEqual((len(texts), len(emails)), (1, 1), (texts, emails))
        for words in (texts[0]["Message"], emails[0]["BodyText"]):
            self.assertIn(f"{self.cloud.outputs['FamilyPagesUrl']}/f/", words)
        self.assertEqual(emails[0]["Source"], FROM)
        origin = texts[0]["MessageAttributes"]["AWS.MM.SMS.OriginationNumber"]
        self.assertIn(ORIGIN, json.dumps(origin))

    def test_07_the_link_opens_the_familys_page(self):
        """The link in the text opens the family's page; looking at it writes nothing, and another site's form is refused"""
        before = self.cloud.rows(f"STUDENT#{ANSWERS}")
        status, headers, page = self.cloud.request("GET", self.home())
        self.assertEqual(status, 200, page)
        self.assertIn(DISTRICT, page)
        self.assertIn("no-store", headers["cache-control"])
        status, _, page = self.cloud.request("HEAD", self.home())
        self.assertEqual((status, page), (200, ""))
        form = {"content-type": "application/x-www-form-urlencoded", "origin": "https://elsewhere.example.org"}
        self.assertEqual(self.cloud.request("POST", f"{self.home()}/c/{ANSWERS}.c1/call", "nonce=1", form)[0], 403)
        self.assertEqual(self.cloud.request("GET", "/f/nobody-has-this-link")[0], 404)
        self.assertEqual(self.cloud.request("GET", "/")[0], 404, "no route leads anywhere else")
        self.assertEqual(self.cloud.rows(f"STUDENT#{ANSWERS}"), before)

    def test_08_the_family_books_a_time_and_is_told(self):
        """The family books a time; the confirmation leaves at once, and nobody asks any more"""
        book = f"{self.home()}/c/{ANSWERS}.c1/book"
        offered = re.findall(r'name="at" value="([^"]+)"', self.cloud.request("GET", book)[2])
        answers = urllib.parse.urlencode({"at": offered[0], "how": "video", "interpreter": "no"})
        nonce = re.search(r'name="nonce" value="([^"]+)"', self.cloud.request("GET", f"{book}?{answers}")[2])[1]
        form = {"content-type": "application/x-www-form-urlencoded", "origin": self.cloud.outputs["FamilyPagesUrl"]}
        status, headers, page = self.cloud.request("POST", book, f"{answers}&nonce={nonce}", form)
        self.assertEqual(status, 303, page)
        self.assertEqual(self.cloud.row(f"STUDENT#{ANSWERS}", "C#000001")["state"], "scheduled")
        eventually("the confirmation is there", lambda: len(self.cloud.emails(EMAIL)) == 2)
        self.assertEqual(self.cloud.request("GET", headers["location"])[0], 200)

    def test_09_providers_reports_find_their_message(self):
        """What SES and SNS report of a message is noted with it: by the topic and the queue, and by the log of texts"""
        (silent,) = self.invitations(SILENT)
        self.report("Delivery", SILENT_EMAIL, silent, delivery={})
        eventually("the e-mail has arrived", lambda: self.invitations(SILENT)[0].get("delivered_at"))
        # SNS writes what became of a text into a log, which calls the function.
        sent, logs = self.cloud.texts(NUMBER)[0], self.cloud.client("logs")
        line = {
            "notification": {"messageId": sent["MessageId"], "timestamp": "2026-09-21 13:20:10.000"},
            "delivery": {"destination": NUMBER, "providerResponse": "Message has been accepted by phone"},
            "status": "SUCCESS",
        }
        group = f"sns/{REGION}/{ACCOUNT}/DirectPublishToPhoneNumber"
        now = int(self.cloud.clock.now().timestamp() * 1000)
        logs.create_log_stream(logGroupName=group, logStreamName="one")
        logs.put_log_events(logGroupName=group, logStreamName="one", logEvents=[{"timestamp": now, "message": json.dumps(line)}])
        text = next(row for row in self.invitations(ANSWERS) if row["channel"] == "sms")
        eventually("the text has arrived", lambda: self.cloud.row(f"STUDENT#{ANSWERS}", text["SK"]).get("delivered_at"))

    def test_10_a_bounce_and_a_stop_are_kept_by_a_digest(self):
        """A bounce and a STOP are kept with the address and the number, which the table knows by a digest only"""
        email = next(row for row in self.invitations(ANSWERS) if row["channel"] == "email")
        bounce = {"bounceType": "Permanent", "bouncedRecipients": [{"emailAddress": EMAIL}]}
        self.report("Bounce", EMAIL, email, bounce=bounce)
        eventually("the bounce is known", lambda: "bounced_at" in self.contact(EMAIL).get("!", {}))
        written = {
            "originationNumber": NUMBER, "destinationNumber": ORIGIN, "messageKeyword": "KEYWORD",
            "messageBody": "STOP", "inboundMessageId": "in-1", "previousPublishedMessageId": "out-1",
        }
        self.cloud.client("sns").publish(TopicArn=self.cloud.outputs["RepliesTopic"], Message=json.dumps(written))
        eventually("the STOP is known", lambda: "stopped_at" in self.contact(NUMBER).get("!", {}))

    def test_11_while_sending_is_stopped_nothing_leaves(self):
        """From the command `stopped` on nothing is sent, and everything is once it is `live` again"""
        self.daily_run("2026-09-23")
        self.command(command="sending", sending="stopped")
        self.cloud.pass_to(at("2026-09-23 09:25"))
        self.sweep()
        self.assertEqual([row["status"] for row in self.invitations(SILENT)], ["sent", "pending"])
        self.assertEqual(len(self.cloud.emails(SILENT_EMAIL)), 1)
        self.command(command="sending", sending="live")
        eventually("the second round left", lambda: len(self.cloud.emails(SILENT_EMAIL)) == 2)
        self.assertEqual(len(self.invitations(ANSWERS)), 2, "whoever has booked is not asked again")

    def test_12_the_principal_gets_one_task(self):
        """Two school days after the third attempt the principal gets one task, and is told by e-mail and text"""
        self.daily_run("2026-09-25")
        self.cloud.pass_to(at("2026-09-25 09:25"))
        eventually("the third round left", lambda: len(self.cloud.emails(SILENT_EMAIL)) == 3)
        eventually("it is recorded", lambda: {row["status"] for row in self.invitations(SILENT)} == {"sent"})
        self.daily_run("2026-09-28")
        self.assertNotIn("E#000001", self.cloud.rows(f"STUDENT#{SILENT}"), "one school day is not two")
        self.daily_run("2026-09-29")
        task = "T#000001#welfare_check"
        eventually("the task is there", lambda: task in self.cloud.rows(f"STUDENT#{SILENT}"))
        self.assertEqual(self.cloud.row(f"STUDENT#{SILENT}", "C#000001")["state"], "unreachable")
        self.cloud.pass_to(at("2026-09-29 09:25"))
        eventually("the principal has both", lambda: self.cloud.emails(PRINCIPAL_EMAIL) and self.cloud.texts(PRINCIPAL_NUMBER))
        eventually("everything that is due is done", self.cloud.is_quiet)
        emails, texts = self.cloud.emails(PRINCIPAL_EMAIL), self.cloud.texts(PRINCIPAL_NUMBER)
        self.assertEqual((len(emails), len(texts)), (1, 1), (emails, texts))
        tasks = [sk for sk in self.cloud.rows(f"STUDENT#{SILENT}") if sk.startswith("T#")]
        self.assertEqual(tasks, [task])

    def test_13_the_webhooks_secret_is_changed_without_a_gap(self):
        """While the webhook's secret is changed both are taken; afterwards the old one is refused"""
        old, new = self.cloud.secret("WebhookSecret"), base64.b64encode(b"the new secret of the SIS").decode()
        secrets = self.cloud.client("secretsmanager")

        def put(text):
            secrets.put_secret_value(SecretId=self.cloud.resources["WebhookSecret"], SecretString=text)
            # A function looks for a newer secret at most once a minute.
            self.cloud.pass_to(self.cloud.clock.now() + timedelta(seconds=61))

        known = (202, {"accepted": 0, "duplicates": len(ROSTER)})
        put(f"{new},{old}")
        self.assertEqual(self.cloud.sis(ROSTER, new), known)
        self.assertEqual(self.cloud.sis(ROSTER, old), known)
        put(new)
        # What is signed by neither makes the function look; until then it goes by what it knows.
        self.assertEqual(self.cloud.sis(ROSTER, new, forged=True)[0], 401)
        self.assertEqual(self.cloud.sis(ROSTER, old)[0], 401)
        self.assertEqual(self.cloud.sis(ROSTER, new), known)

    def test_14_what_cannot_be_done_ends_among_dead_letters(self):
        """Work that is none is tried five times, each after the queue's own visibility timeout, and ends among dead letters"""
        sqs = self.cloud.client("sqs")
        sqs.send_message(QueueUrl=self.cloud.queue("escalate"), MessageBody='{"poison":true}')
        for tried in range(1, 6):
            eventually(f"try {tried}", lambda: any(m["ReceiveCount"] == tried for m in self.cloud.peek("escalate")))
            self.cloud.clock.set(self.cloud.clock.now() + timedelta(seconds=361))
        (dead,) = eventually("it is among dead letters", lambda: self.cloud.peek("escalate-dlq"))
        self.assertEqual(dead["Body"], '{"poison":true}')

    def test_15_dead_letters_are_put_back_and_done(self):
        """A start of the daily run that ended among dead letters is put back, and the run of the day is done

        MiniStack has no StartMessageMoveTask; what it does is done here by hand.
        """
        self.cloud.pass_to(at("2026-09-30 08:00"))
        self.assertEqual(self.run_of("2026-09-30"), {})
        sqs, dead = self.cloud.client("sqs"), self.cloud.queue("daily-detection-dlq")
        start = json.dumps({"scheduled": "2026-09-30T13:00:00Z"})
        sqs.send_message(QueueUrl=dead, MessageBody=start)
        for message in sqs.receive_message(QueueUrl=dead, MaxNumberOfMessages=10)["Messages"]:
            sqs.send_message(QueueUrl=self.cloud.queue("daily-detection"), MessageBody=message["Body"])
            sqs.delete_message(QueueUrl=dead, ReceiptHandle=message["ReceiptHandle"])
        eventually("the day's run is complete", lambda: self.run_of("2026-09-30").get("completed_at"))

    def test_16_a_function_can_do_what_its_role_grants_and_no_more(self):
        """A function works by its role alone: without one action of it, it fails"""
        live = {"command": "sending", "sending": "live"}
        with self.cloud.lacking("CommandsRole", "dynamodb:UpdateItem"):
            failed, answer = self.cloud.invoke("commands", live)
            self.assertTrue(failed, answer)
        self.command(**live)

    def test_17_no_log_holds_a_name_a_number_an_address_or_a_link(self):
        """In all this no function logged a name, a number, an address or a link"""
        token = self.home().split("/")[2]
        for function in sorted(path.name for path in (ROOT / "functions").iterdir()):
            for line in self.cloud.lines(function):
                for personal in ("Quarrystone", EMAIL, SILENT_EMAIL, PRINCIPAL_EMAIL, NUMBER[2:], token):
                    self.assertNotIn(personal, line, function)

    def test_18_no_dead_letters_are_left_but_the_one(self):
        """All work was done: no queue holds any, and no dead letters but the one"""
        for queue in QUEUES:
            eventually(f"{queue} is empty", lambda: not self.cloud.peek(queue))
            self.assertEqual(len(self.cloud.peek(f"{queue}-dlq")), 1 if queue == "escalate" else 0, queue)
        self.assertEqual(self.cloud.peek("outbox-relay-dlq"), [])


if __name__ == "__main__":
    unittest.main()
