"""What must hold of infra/template.yaml, as AWS would read it: translated by SAM's own translator."""

import functools
import json
import os
import pathlib
import re
import unittest

import yaml
from samtranslator.translator.transform import transform

ROOT = pathlib.Path(__file__).resolve().parents[2]
TEMPLATE = ROOT / "infra" / "template.yaml"
RUNBOOK = ROOT / "infra" / "RUNBOOK.md"
FUNCTIONS = sorted(path.name for path in (ROOT / "functions").iterdir())

# What the platform itself does in a function's name: write its log, take work from its queue or stream, put away what fails.
PLATFORM = {
    "logs:CreateLogStream", "logs:PutLogEvents",
    "sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes",
    "dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator", "dynamodb:ListStreams",
}
# Where AWS has nothing narrower than "*", and why.
WILDCARDS = {
    ("SendSmsRole", "sns:Publish"): "a telephone number has no ARN",
    ("ReportsKey", "kms:*"): "a key's own policy speaks of that key only, and without it nobody rules the key",
    ("ReportsKey", "kms:GenerateDataKey"): "a key's own policy speaks of that key only",
    ("ReportsKey", "kms:Decrypt"): "a key's own policy speaks of that key only",
}


class Loader(yaml.SafeLoader):
    """Reads CloudFormation's short forms (!Ref, !Sub, !GetAtt) as what they are short for."""


def short_form(loader, suffix, node):
    name = suffix if suffix in ("Ref", "Condition") else f"Fn::{suffix}"
    if isinstance(node, yaml.ScalarNode):
        value = loader.construct_scalar(node)
        return {name: value.split(".", 1) if name == "Fn::GetAtt" else value}
    if isinstance(node, yaml.SequenceNode):
        return {name: loader.construct_sequence(node, deep=True)}
    return {name: loader.construct_mapping(node, deep=True)}


Loader.add_multi_constructor("!", short_form)


class NoManagedPolicies:
    """The template names none of AWS's own policies: they grant more than a function needs."""

    def load(self):
        return {}


@functools.cache
def source():
    return yaml.load(TEMPLATE.read_text(), Loader)


@functools.cache
def translated():
    template = yaml.load(TEMPLATE.read_text(), Loader)
    for resource in template["Resources"].values():
        if resource["Type"] == "AWS::Serverless::Function":
            resource["Properties"]["CodeUri"] = "s3://bucket/key"
    os.environ.setdefault("AWS_DEFAULT_REGION", "us-east-1")
    return transform(template, {}, NoManagedPolicies(), feature_toggle=None, passthrough_metadata=True)


def of_type(kind):
    return {name: it for name, it in translated()["Resources"].items() if it["Type"] == kind}


def listed(value):
    return value if isinstance(value, list) else [value]


def target(value):
    """The logical name of what an ARN, a URL or a name refers to."""
    if isinstance(value, str):
        return value
    if "Ref" in value:
        return value["Ref"]
    if "Fn::GetAtt" in value:
        return value["Fn::GetAtt"][0]
    if "Fn::Sub" in value:
        text = value["Fn::Sub"]
        index = re.fullmatch(r"\$\{(\w+)\.Arn\}/index/(\w+)", text)
        return f"{index[1]}/{index[2]}" if index else text
    raise AssertionError(f"not a reference: {value}")


def statements(role):
    for policy in translated()["Resources"][role]["Properties"].get("Policies", []):
        yield from policy["PolicyDocument"]["Statement"]


def role_of(function):
    return target(function["Properties"]["Role"])


def folder_of(function):
    """The folder of functions/ whose code a function runs."""
    return function["Properties"]["FunctionName"]["Fn::Sub"].removeprefix("${AWS::StackName}-")


def logical(folder):
    return "".join(part.capitalize() for part in folder.split("-"))


class Grants(unittest.TestCase):
    def test_nothing_is_granted_on_everything(self):
        wild = set()
        for name, resource in translated()["Resources"].items():
            properties = resource["Properties"]
            documents = [policy["PolicyDocument"] for policy in properties.get("Policies", [])]
            documents += [properties[key] for key in ("PolicyDocument", "KeyPolicy") if key in properties]
            for statement in (it for document in documents for it in document["Statement"]):
                if statement["Effect"] == "Deny":
                    continue
                for action in listed(statement["Action"]):
                    on = listed(statement["Resource"])
                    if "*" in action or any(isinstance(it, str) and "*" in it for it in on):
                        wild.add((name, action))
        self.assertEqual(wild, set(WILDCARDS))

    def test_no_policy_of_awss_own_is_attached(self):
        for name, role in of_type("AWS::IAM::Role").items():
            self.assertNotIn("ManagedPolicyArns", role["Properties"], name)

    def test_roles_grant_what_the_functions_call_and_nothing_more(self):
        """The calls are those of every test before this one: see tests/run."""
        folder = os.environ.get("CONFER_CALLS_SEEN", "")
        self.assertTrue(pathlib.Path(folder).is_dir(), "run the other tests first, with CONFER_CALLS_SEEN naming a folder")
        for name, function in of_type("AWS::Lambda::Function").items():
            own = folder_of(function)
            seen = set()
            for file in pathlib.Path(folder, own).iterdir():
                action, on = file.name.split("@")
                seen.add((action, seen_on(on)))
            for value in function["Properties"]["Environment"]["Variables"].values():
                kept = target(value) if isinstance(value, dict) and "Ref" in value else None
                if kept in of_type("AWS::SecretsManager::Secret"):
                    seen.add(("secretsmanager:GetSecretValue", kept))
            granted = set()
            for statement in statements(role_of(function)):
                if statement["Effect"] != "Allow":
                    continue
                for action in listed(statement["Action"]):
                    for on in map(target, listed(statement["Resource"])):
                        dead = on.endswith("DeadLetters")
                        if action not in PLATFORM and not dead:
                            granted.add((action, "MailIdentity" if ":identity/" in on else on))
            granted = {it for it in granted if ":configuration-set/" not in it[1]}
            with self.subTest(own):
                self.assertEqual(sorted(granted - seen), [], "granted, and never called")
                self.assertEqual(sorted(seen - granted), [], "called, and not granted")


def seen_on(on):
    known = {"table": "Table", "erased": "ErasedTable", "phone": "*", "identity": "MailIdentity"}
    if on.startswith("GSI"):
        return f"Table/{on}"
    return known.get(on) or f"{logical(on)}Queue"


class Functions(unittest.TestCase):
    def test_every_folder_is_deployed(self):
        self.assertEqual(sorted(folder_of(it) for it in of_type("AWS::Lambda::Function").values()), FUNCTIONS)
        for name, function in source()["Resources"].items():
            if function["Type"] == "AWS::Serverless::Function":
                zipped = function["Properties"]["CodeUri"]
                self.assertEqual(zipped, f"../target/lambda/{folder_of(function)}.zip", name)

    def test_every_function_runs_on_the_processors_it_was_built_for(self):
        for name, function in of_type("AWS::Lambda::Function").items():
            properties = function["Properties"]
            self.assertEqual(properties["Runtime"], "provided.al2023", name)
            self.assertEqual(properties["Architectures"], [{"Ref": "Architecture"}], name)
        self.assertEqual(source()["Parameters"]["Architecture"]["Default"], "arm64")

    def test_a_sender_ends_before_its_lease_does(self):
        """Fifteen minutes: whoever comes later takes the sender for dead."""
        for name in ("SendSms", "SendEmail"):
            self.assertLess(translated()["Resources"][name]["Properties"]["Timeout"], 15 * 60)

    def test_no_setting_holds_a_secret(self):
        for name, function in of_type("AWS::Lambda::Function").items():
            for key, value in function["Properties"]["Environment"]["Variables"].items():
                if key.endswith(("_KEY", "_SECRETS")):
                    self.assertIn(target(value), of_type("AWS::SecretsManager::Secret"), f"{name} {key}")
        for name, parameter in source()["Parameters"].items():
            self.assertFalse(re.search("(?i)secret|password|token", name), name)


class Queues(unittest.TestCase):
    def test_every_queue_has_dead_letters_and_both_have_alarms(self):
        alarms = [it["Properties"] for it in of_type("AWS::CloudWatch::Alarm").values()]
        watched = {
            (target(dimension["Value"]), alarm["MetricName"])
            for alarm in alarms for dimension in alarm.get("Dimensions", []) if dimension["Name"] == "QueueName"
        }
        for name, queue in of_type("AWS::SQS::Queue").items():
            with self.subTest(name):
                self.assertTrue(queue["Properties"]["SqsManagedSseEnabled"])
                if name.endswith("DeadLetters"):
                    self.assertIn((name, "ApproximateNumberOfMessagesVisible"), watched)
                    self.assertEqual(queue["Properties"]["MessageRetentionPeriod"], 14 * 24 * 3600)
                else:
                    dead = target(queue["Properties"]["RedrivePolicy"]["deadLetterTargetArn"])
                    self.assertEqual(dead, name.removesuffix("Queue") + "DeadLetters")
                    self.assertIn((name, "ApproximateAgeOfOldestMessage"), watched)

    def test_work_comes_back_only_after_six_times_what_a_function_may_take(self):
        for mapping in of_type("AWS::Lambda::EventSourceMapping").values():
            queue = target(mapping["Properties"]["EventSourceArn"])
            if queue in of_type("AWS::SQS::Queue"):
                function = translated()["Resources"][target(mapping["Properties"]["FunctionName"])]
                visible = translated()["Resources"][queue]["Properties"]["VisibilityTimeout"]
                self.assertGreaterEqual(visible, 6 * function["Properties"]["Timeout"], queue)

    def test_one_record_that_fails_takes_no_other_with_it(self):
        mappings = of_type("AWS::Lambda::EventSourceMapping")
        self.assertEqual(len(mappings), 7)
        for name, mapping in mappings.items():
            self.assertEqual(mapping["Properties"]["FunctionResponseTypes"], ["ReportBatchItemFailures"], name)

    def test_senders_are_bounded(self):
        for name in ("SendSmsWork", "SendEmailWork"):
            scaling = translated()["Resources"][name]["Properties"]["ScalingConfig"]
            self.assertLessEqual(scaling["MaximumConcurrency"], 5, name)

    def test_the_stream_is_given_up_in_the_end(self):
        stream = translated()["Resources"]["OutboxRelayStream"]["Properties"]
        self.assertTrue(stream["BisectBatchOnFunctionError"])
        self.assertLess(stream["MaximumRetryAttempts"], 100)
        self.assertEqual(target(stream["DestinationConfig"]["OnFailure"]["Destination"]), "OutboxRelayDeadLetters")


class Kept(unittest.TestCase):
    def test_tables_are_safe(self):
        for name, table in of_type("AWS::DynamoDB::Table").items():
            with self.subTest(name):
                properties = table["Properties"]
                self.assertEqual(table["DeletionPolicy"], "Retain")
                self.assertEqual(properties["BillingMode"], "PAY_PER_REQUEST")
                self.assertTrue(properties["DeletionProtectionEnabled"])
                self.assertTrue(properties["PointInTimeRecoverySpecification"]["PointInTimeRecoveryEnabled"])
                self.assertEqual(properties["SSESpecification"], {"SSEEnabled": True, "SSEType": "KMS"})

    def test_the_table_is_as_the_functions_expect_it(self):
        """Of shared/store: partition, sort key, two indexes of keys only, the stream, what expires."""
        table = of_type("AWS::DynamoDB::Table")["Table"]["Properties"]
        self.assertEqual(table["TimeToLiveSpecification"], {"AttributeName": "expires_at", "Enabled": True})
        self.assertEqual(table["StreamSpecification"], {"StreamViewType": "NEW_AND_OLD_IMAGES"})
        keys = lambda it: [key["AttributeName"] for key in it["KeySchema"]]
        self.assertEqual(keys(table), ["PK", "SK"])
        indexes = {it["IndexName"]: (keys(it), it["Projection"]) for it in table["GlobalSecondaryIndexes"]}
        only = {"ProjectionType": "KEYS_ONLY"}
        self.assertEqual(indexes, {n: ([f"{n}PK", f"{n}SK"], only) for n in ("GSI1", "GSI2")})

    def test_every_log_ends_and_no_function_writes_elsewhere(self):
        groups = of_type("AWS::Logs::LogGroup")
        for name, group in groups.items():
            self.assertIn("RetentionInDays", group["Properties"], name)
        for name, function in of_type("AWS::Lambda::Function").items():
            self.assertIn(target(function["Properties"]["LoggingConfig"]["LogGroup"]), groups, name)


class Outside(unittest.TestCase):
    def test_the_routes_are_those_of_the_functions(self):
        routes = {it["Properties"]["RouteKey"] for it in of_type("AWS::ApiGatewayV2::Route").values()}
        self.assertEqual(routes, {"POST /sis/events", "GET /f/{proxy+}", "HEAD /f/{proxy+}", "POST /f/{proxy+}"})
        (stage,) = of_type("AWS::ApiGatewayV2::Stage").values()
        throttled = stage["Properties"]["RouteSettings"]
        self.assertEqual(set(throttled), routes)
        for key, settings in throttled.items():
            self.assertLessEqual(settings["ThrottlingRateLimit"], 100, key)

    def test_the_access_log_never_has_a_path(self):
        """A family's link is a key to its page."""
        (stage,) = of_type("AWS::ApiGatewayV2::Stage").values()
        named = set(re.findall(r"\$context\.([\w.]+)", stage["Properties"]["AccessLogSettings"]["Format"]))
        self.assertEqual(
            named, {"requestId", "routeKey", "status", "responseLatency", "responseLength", "integrationErrorMessage"}
        )

    def test_the_daily_run_is_told_the_time_that_was_meant(self):
        daily = translated()["Resources"]["DailyRun"]["Properties"]
        self.assertEqual(json.loads(daily["Target"]["Input"]), {"scheduled": "<aws.scheduler.scheduled-time>"})
        self.assertEqual(daily["ScheduleExpressionTimezone"], {"Ref": "TimeZone"})
        self.assertGreater(daily["Target"]["RetryPolicy"]["MaximumRetryAttempts"], 10)
        self.assertEqual(target(daily["Target"]["DeadLetterConfig"]["Arn"]), "DailyDetectionDeadLetters")


class Watched(unittest.TestCase):
    def test_every_alarm_names_its_page_and_tells_somebody(self):
        pages = set(re.findall(r"^### (\S+)$", RUNBOOK.read_text(), re.M))
        named = set()
        for name, alarm in of_type("AWS::CloudWatch::Alarm").items():
            with self.subTest(name):
                page = re.fullmatch(r".+\. RUNBOOK\.md: (\S+)", alarm["Properties"]["AlarmDescription"])
                self.assertTrue(page, "its text names no page")
                named.add(page[1])
                self.assertEqual(target(alarm["Properties"]["AlarmActions"][0]), "Alarms")
        self.assertEqual(named, pages, "pages without an alarm, or alarms without a page")

    def test_silence_of_what_must_happen_is_an_alarm(self):
        for name in ("DailyRunMissed", "OutboxBehind"):
            alarm = translated()["Resources"][name]["Properties"]
            self.assertEqual(alarm["TreatMissingData"], "breaching", name)

    def test_figures_that_are_watched_or_shown_are_said_by_the_functions(self):
        code = "".join(
            path.read_text() for folder in ("functions", "shared/runtime/src") for path in (ROOT / folder).rglob("*.rs")
        )
        said = set(re.findall(r'figures::say(?:_always)?\("(\w+)"', code))
        watched = {
            it["Properties"]["MetricName"] for it in of_type("AWS::CloudWatch::Alarm").values()
            if it["Properties"]["Namespace"] == "Confer"
        }
        body = translated()["Resources"]["Dashboard"]["Properties"]["DashboardBody"]["Fn::Sub"]
        widgets = json.loads(re.sub(r"\$\{[^}]+\}", "x", body))["widgets"]
        metrics = [metric for widget in widgets for metric in widget["properties"]["metrics"]]
        shown = {metric[1] for metric in metrics if metric[0] == "Confer"}
        self.assertLessEqual(watched, said)
        self.assertEqual(shown, said)


if __name__ == "__main__":
    unittest.main()
