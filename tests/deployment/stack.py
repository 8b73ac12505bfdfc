"""The stack of infra/template.yaml on MiniStack, an emulator of AWS, with a clock that tests move.

The template is the one that a district deploys, put up by a change set; the functions are those that were packed, run as Lambda
runs them, under their own roles (AUTH=true: every call they make is signed by the role and held against its policies). Time is
told, never waited for: one clock is the emulator's and the functions' (see clock.c), and stands where a test puts it.

What MiniStack 1.5.33 does otherwise than AWS, and what is done about it, stands at `OTHERWISE` and in the tests.
"""

import base64
import hashlib
import hmac
import http.client
import json
import os
import re
import shutil
import socket
import struct
import subprocess
import sys
import tempfile
import time
import urllib.request
from contextlib import closing, contextmanager
from datetime import datetime, timedelta, timezone
from pathlib import Path
from string import punctuation

import boto3
from boto3.dynamodb.types import TypeDeserializer
from botocore.config import Config

ROOT = Path(__file__).resolve().parents[2]
TEMPLATE = ROOT / "infra" / "template.yaml"
FUNCTIONS = Path(os.environ["CONFER_FUNCTIONS"])
STACK = "confer"
REGION = "us-east-1"
# As an access key it is the account's root user to the emulator.
ACCOUNT = "123456789012"
# New York's time while the story is played, in September.
ZONE = timezone(timedelta(hours=-4))
# Nothing here is anywhere else.
os.environ["NO_PROXY"] = os.environ["no_proxy"] = "127.0.0.1,localhost"

# Whose queues functions take work from.
QUEUES = ["roster-projection", "daily-detection", "escalate", "send-sms", "send-email", "delivery-feedback"]

# What of the template MiniStack takes otherwise than AWS, and what means the same to both.
OTHERWISE = [
    # AWS: `Ref` of a secret is its ARN, as `Id` is. MiniStack: its name.
    (r"!Ref (WebhookSecret|ContactKey|LinkKey)\b", r"!GetAtt \1.Id"),
    # MiniStack knows the characters that a secret is to do without, and not the one word for them.
    (r"ExcludePunctuation: true", "ExcludeCharacters: '{}'".format(punctuation.replace("\\", r"\\").replace("'", "''"))),
    # AWS: who may send one message may send several. MiniStack: that is another action.
    (r"(\[[^\]\n]*\bsqs:SendMessage)\b", r"\1, sqs:SendMessageBatch"),
    # AWS names the records for DKIM. MiniStack has no attributes of an e-mail identity; cfn-lint knows them.
    (r"  DkimRecords:\n(?:    .*\n)+", ""),
]


class Undone(AssertionError):
    """Something did not come about in time."""


def eventually(what, probe, within=60):
    """What `probe` finds as soon as it finds anything."""
    give_up = time.monotonic() + within
    while not (found := probe()):
        if time.monotonic() > give_up:
            raise Undone(f"not within {within} seconds: {what}")
        time.sleep(0.1)
    return found


class Clock:
    """The wall clock of the emulator and of every function."""

    def __init__(self, folder):
        self.file = folder / "clock-offset"
        self.library = folder / "clock.so"
        self.offset = 0
        self.file.write_bytes(struct.pack("=q", 0))
        source = Path(__file__).with_name("clock.c")
        compiler = os.environ.get("CC") or shutil.which("cc") or shutil.which("gcc") or "clang"
        subprocess.run([compiler, "-shared", "-fPIC", "-O1", "-o", self.library, source, "-ldl"], check=True)

    def now(self):
        return datetime.fromtimestamp(time.time() + self.offset, ZONE)

    def set(self, to):
        self.offset = int(to.timestamp() - time.time()) + 1
        # In place, for it is mapped by every process.
        with self.file.open("r+b") as file:
            file.write(struct.pack("=q", self.offset))


class Cloud:
    """A running emulator, and the stack on it."""

    def __init__(self):
        self.folder = Path(tempfile.mkdtemp(prefix="confer-deployment-"))
        self.clock = Clock(self.folder)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        self.process = None
        self.clients = {}
        # Of the stack, once it is deployed, by their names.
        self.outputs, self.resources = {}, {}

    # ---- Up and down ------------------------------------------------------------------------------------------------

    def start(self):
        own = {name: value for name, value in os.environ.items() if not name.startswith(("AWS_", "CONFER_"))}
        own |= {
            "GATEWAY_PORT": str(self.port),
            "BIND_HOST": "127.0.0.1",
            "AWS_ENDPOINT_URL": self.url,
            "MINISTACK_ACCOUNT_ID": ACCOUNT,
            "MINISTACK_REGION": REGION,
            "AUTH": "true",
            "IOT_MTLS_ENABLED": "0",
            "SFTP_ENABLED": "0",
            "TMPDIR": str(self.folder),
            "HOME": str(self.folder),
            "PYTHONUNBUFFERED": "1",
            "LD_PRELOAD": str(self.clock.library),
            "CLOCK_OFFSET": str(self.clock.file),
        }
        command = [sys.executable, "-m", "ministack"]
        with (self.folder / "ministack.log").open("w") as log:
            self.process = subprocess.Popen(command, cwd=self.folder, env=own, stdout=log, stderr=subprocess.STDOUT)
        eventually("MiniStack is ready", self._is_ready)

    def _is_ready(self):
        if self.process.poll() is not None:
            raise Undone(f"MiniStack ended:\n{(self.folder / 'ministack.log').read_text()}")
        try:
            return urllib.request.urlopen(f"{self.url}/_ministack/ready", timeout=5).status == 200
        except OSError:
            return False

    def stop(self):
        if self.process:
            self.process.terminate()
            try:
                self.process.wait(20)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)

    def client(self, service):
        """The account's root user, at any service."""
        if service not in self.clients:
            self.clients[service] = boto3.client(
                service,
                endpoint_url=self.url,
                region_name=REGION,
                aws_access_key_id=ACCOUNT,
                aws_secret_access_key="of the root user",
                config=Config(s3={"addressing_style": "path"}),
            )
        return self.clients[service]

    def deploy(self, **parameters):
        """As `aws cloudformation package` and `deploy` do."""
        bucket, s3, formation = "packages", self.client("s3"), self.client("cloudformation")
        s3.create_bucket(Bucket=bucket)
        template = TEMPLATE.read_text()
        for name in set(re.findall(r"target/lambda/([a-z-]+\.zip)", template)):
            s3.upload_file(str(FUNCTIONS / name), bucket, name)
        template = re.sub(r"\.\./target/lambda/([a-z-]+\.zip)", rf"s3://{bucket}/\1", template)
        for pattern, instead in OTHERWISE:
            template = re.sub(pattern, instead, template)
        s3.put_object(Bucket=bucket, Key="template.yaml", Body=template.encode())
        formation.create_change_set(
            StackName=STACK,
            ChangeSetName="first",
            ChangeSetType="CREATE",
            TemplateURL=f"{self.url}/{bucket}/template.yaml",
            Capabilities=["CAPABILITY_IAM", "CAPABILITY_AUTO_EXPAND"],
            Parameters=[{"ParameterKey": name, "ParameterValue": value} for name, value in parameters.items()],
        )

        def planned():
            plan = formation.describe_change_set(StackName=STACK, ChangeSetName="first")
            if plan["Status"] == "FAILED":
                raise Undone(f"the change set failed: {plan.get('StatusReason')}")
            return plan["Status"] == "CREATE_COMPLETE"

        eventually("the change set is there", planned)
        formation.execute_change_set(StackName=STACK, ChangeSetName="first")

        def created():
            stack = formation.describe_stacks(StackName=STACK)["Stacks"][0]
            return not stack["StackStatus"].endswith("IN_PROGRESS") and stack

        stack = eventually("the stack is created", created)
        if stack["StackStatus"] != "CREATE_COMPLETE":
            events = formation.describe_stack_events(StackName=STACK)["StackEvents"]
            told = [f"{e['LogicalResourceId']}: {e['ResourceStatus']} {e.get('ResourceStatusReason', '')}" for e in events]
            raise Undone("the stack was not created:\n" + "\n".join(reversed(told)) + "\n" + self.said())
        self.outputs = {output["OutputKey"]: output["OutputValue"] for output in stack["Outputs"]}
        resources = formation.describe_stack_resources(StackName=STACK)["StackResources"]
        self.resources = {each["LogicalResourceId"]: each["PhysicalResourceId"] for each in resources}
        # AWS holds a send against the identity that it comes from, which the template grants. MiniStack: against everything.
        anything = {"Effect": "Allow", "Action": "ses:SendEmail", "Resource": "*"}
        document = json.dumps({"Version": "2012-10-17", "Statement": [anything]})
        self.client("iam").put_role_policy(RoleName=self.resources["SendEmailRole"], PolicyName="ses", PolicyDocument=document)

    # ---- From outside -------------------------------------------------------------------------------------------------

    def request(self, method, path, body=None, headers=None):
        """A request over the internet, to where the stack's outputs say; status, headers, text."""
        api = re.fullmatch(r"https://([^.]+)\..*", self.outputs["FamilyPagesUrl"])[1]
        host = {"Host": f"{api}.execute-api.localhost:{self.port}"}
        with closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)) as connection:
            connection.request(method, path, body=body, headers=host | (headers or {}))
            answer = connection.getresponse()
            return answer.status, answer.headers, answer.read().decode()

    def sis(self, events, secret, forged=False):
        """A batch of events as the SIS sends it, signed with the text of a secret; status, and what was answered."""
        body = json.dumps(events)
        key = base64.b64decode(secret.removeprefix("whsec_"))
        number, at = hashlib.sha256(body.encode()).hexdigest()[:24], str(int(self.clock.now().timestamp()))
        signed = f"{number}.{at}.{body}{' and more' if forged else ''}".encode()
        signature = base64.b64encode(hmac.digest(key, signed, "sha256")).decode()
        status, _, text = self.request("POST", "/sis/events", body, {
            "content-type": "application/cloudevents-batch+json",
            "webhook-id": number,
            "webhook-timestamp": at,
            "webhook-signature": f"v1,{signature}",
        })
        return status, json.loads(text)

    def emails(self, to=None):
        """What SES was given to send."""
        with urllib.request.urlopen(f"{self.url}/_ministack/ses/messages?account={ACCOUNT}") as answer:
            sent = json.load(answer)["messages"].get(ACCOUNT, [])
        return [letter for letter in sent if to in (None, *letter["To"])]

    def texts(self, to):
        """What SNS was given to send to a number."""
        number = to.replace("+", "%2B")
        with urllib.request.urlopen(f"{self.url}/_ministack/sns/sms-messages?phoneNumber={number}") as answer:
            return json.load(answer)["sms_messages"].get(to, [])

    # ---- Time -----------------------------------------------------------------------------------------------------------

    def pass_to(self, when):
        """Lets time pass, once everything that is due is done: no call is under way that was signed at another time."""
        eventually("everything that is due is done", self.is_quiet)
        self.clock.set(when)

    def is_quiet(self):
        return not any(self.peek(queue) for queue in QUEUES) and not self.due()

    def due(self):
        """Rows of the outbox that may be acted upon by now."""
        now, found = self.clock.now().astimezone(timezone.utc), []
        for shard in range(16):
            found += self.client("dynamodb").query(
                TableName=self.outputs["TableName"],
                IndexName="GSI1",
                KeyConditionExpression="GSI1PK = :shard AND GSI1SK <= :now",
                ExpressionAttributeValues={":shard": {"S": f"OUT#{shard:02}"}, ":now": {"S": f"{now:%Y-%m-%dT%H:%M:%S}"}},
            )["Items"]
        return found

    # ---- From inside --------------------------------------------------------------------------------------------------

    def rows(self, partition):
        """The rows of a partition of the table, by their sort keys."""
        query = self.client("dynamodb").query(
            TableName=self.outputs["TableName"],
            KeyConditionExpression="PK = :pk",
            ExpressionAttributeValues={":pk": {"S": partition}},
            ConsistentRead=True,
        )
        read = TypeDeserializer().deserialize
        rows = [{name: read(value) for name, value in item.items()} for item in query["Items"]]
        return {row["SK"]: row for row in rows}

    def row(self, partition, sort):
        return self.rows(partition).get(sort)

    def secret(self, name):
        return self.client("secretsmanager").get_secret_value(SecretId=self.resources[name])["SecretString"]

    def invoke(self, function, event):
        """Calls a function as `aws lambda invoke` does; whether it failed, and what it answered."""
        called = self.client("lambda").invoke(FunctionName=f"{STACK}-{function}", Payload=json.dumps(event).encode())
        return "FunctionError" in called, json.loads(called["Payload"].read())

    def queue(self, name):
        return self.client("sqs").get_queue_url(QueueName=f"{STACK}-{name}")["QueueUrl"]

    def peek(self, name):
        """What a queue holds, whoever is just reading it."""
        with urllib.request.urlopen(f"{self.url}/_ministack/sqs/messages?account={ACCOUNT}") as answer:
            queues = json.load(answer)["messages"].get(ACCOUNT, {}).get(REGION, {})
        return next((held for url, held in queues.items() if url.endswith(f"/{STACK}-{name}")), [])

    @contextmanager
    def lacking(self, role, action):
        """A role of the stack without one action."""
        iam, name, kept = self.client("iam"), self.resources[role], {}
        for policy in iam.list_role_policies(RoleName=name)["PolicyNames"]:
            kept[policy] = iam.get_role_policy(RoleName=name, PolicyName=policy)["PolicyDocument"]
        if action not in json.dumps(kept):
            raise Undone(f"{role} never had {action}")
        try:
            for policy, document in kept.items():
                less = json.dumps(document).replace(f'"{action}"', '"none:Such"')
                iam.put_role_policy(RoleName=name, PolicyName=policy, PolicyDocument=less)
            yield
        finally:
            for policy, document in kept.items():
                iam.put_role_policy(RoleName=name, PolicyName=policy, PolicyDocument=json.dumps(document))

    def _log(self, function):
        pages = self.client("logs").get_paginator("filter_log_events").paginate(logGroupName=f"/aws/lambda/{STACK}-{function}")
        return [event["message"] for page in pages for event in page["events"]]

    def lines(self, function):
        """What a function logged, oldest first."""
        platforms = ("START RequestId", "END RequestId", "REPORT RequestId")
        return [line for line in self._log(function) if not line.startswith(platforms)]

    def calls(self, function):
        """How often a function was called."""
        return sum(line.startswith("REPORT RequestId") for line in self._log(function))

    def said(self):
        """What there is to say where something went wrong: the functions' last lines, and the emulator's warnings."""
        told = []
        for name in sorted(path.name for path in (ROOT / "functions").iterdir()):
            try:
                told += [f"{name}: {line}" for line in self.lines(name)[-15:]]
            except Exception as error:  # Whatever it is, the others are worth reading.
                told.append(f"{name}: its log cannot be read: {error}")
        log = (self.folder / "ministack.log").read_text(errors="replace").splitlines()
        # Each once, whenever it was said last.
        wrong = {line.partition(" [")[2]: line for line in log if " WARNING " in line or " ERROR " in line}
        told += list(wrong.values())[-15:]
        return "\n".join(told)
