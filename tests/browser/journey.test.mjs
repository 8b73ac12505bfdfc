// One person with a browser that runs no scripts goes the whole way: a period starts, weeks go by, families are asked,
// one answers, for another a check is closed.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { browse, serve } from "./local.mjs";

let local, browser, page;
before(async () => {
  local = await serve();
  browser = await browse();
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });
  page = await context.newPage();
  page.setDefaultTimeout(20_000);
});
after(async () => {
  await browser?.close();
  await local?.stop();
});

const press = (name) => page.getByRole("button", { name, exact: true }).click();
const follow = (name) => page.getByRole("link", { name }).first().click();
const go = (section) => page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name: section }).click();
const status = () => page.getByRole("status").textContent();
const text = () => page.getByRole("main").innerText();

test("a period starts, and everything follows from it", async () => {
  await page.goto(`${local.url}/`);
  assert.equal(page.url(), `${local.url}/_local/`);
  await follow("Let a remote period start");
  await press("Start");
  assert.equal(await status(), "The SIS says: the district is remote from Mon, Aug 31, 2026.");

  for (const day of ["Sep 7", "Sep 14", "Sep 21"]) {
    await press("+1 week");
    assert.equal(await status(), `It is now Mon, ${day}, 2026, 12:00 PM.`);
  }
  await go("Conferences");
  assert.match(await text(), /1–50 of 180/);
  await follow("Older →");
  assert.match(await text(), /51–100 of 180/);
});

test("a family's text message looks as on a phone, and leads to its conference", async () => {
  await go("Inbox");
  const row = page.getByRole("listitem").filter({ hasText: "SMS" }).filter({ hasText: "GSM-7" }).first();
  assert.match(await row.innerText(), /GSM-7, \d+ characters, [12] segments?/);
  await row.getByRole("link").first().click();
  const heading = await page.getByRole("heading", { level: 1 }).textContent();
  assert.equal(heading, "SMS: invitation");
  assert.equal(await page.locator(".phone .bubble").count(), 1);
  await page.locator("dd a[href*='/conferences/']").first().click();
});

test("the family agrees on a time, and gives it up again", async () => {
  await page.getByLabel("Date and time").fill("2026-09-28T15:30");
  await page.getByLabel("By phone").check();
  await press("Schedule");
  assert.match(await status(), /^Done\. Conference .+ is now: scheduled\.$/);
  assert.match(await text(), /Mon, Sep 28, 2026, 3:30 PM, by phone/);
  await press("Cancel the time");
  assert.match(await status(), /is now: open\.$/);
  await press("Please call me");
  assert.match(await text(), /reach family\s+open/);
});

test("what cannot be done is said, and leads back", async () => {
  const conference = page.url();
  await page.getByLabel("Date and time").fill("2026-09-01T15:30");
  await page.getByLabel("In person").check();
  await press("Schedule");
  assert.equal(await page.getByRole("alert").textContent(), "starts_at: the time lies in the past");
  await follow("Go back");
  assert.equal(page.url().split("?")[0], conference.split("?")[0]);
});

test("a family that nobody reaches becomes the principal's task, which is closed with both findings", async () => {
  await press("+1 week");
  await press("+1 week");
  await go("Tasks");
  const row = page.getByRole("row").filter({ hasText: "welfare check" }).first();
  await row.getByRole("link").click();
  await page.getByLabel("Who was called").fill("the grandmother");
  const student = page.getByRole("group", { name: "The student is healthy and safe" });
  const family = page.getByRole("group", { name: "The family is healthy and safe" });
  await student.getByLabel("Could not be found out").check();
  await family.getByLabel("Yes").check();
  await press("Record what was found");
  assert.match(await text(), /^Done\.[^]*welfare check\s+open/, "what could not be found out keeps it open");
  await page.getByLabel("Who was called").fill("the grandmother");
  await student.getByLabel("Yes").check();
  await family.getByLabel("Yes").check();
  await press("Record what was found");
  assert.match(await text(), /welfare check\s+closed/);
  await page.locator("dd a[href*='/students/']").click();
  assert.match(await text(), /R11/);
});

test("a bad day is ordered, and called off", async () => {
  await go("Faults");
  await page.getByLabel("What happens").selectOption("The service throttles");
  await page.getByLabel("In a call to").selectOption("SES");
  await page.getByLabel("How often").fill("3");
  await press("Add");
  assert.match(await text(), /a call to SES is throttled, 3 times/);
  await press("Heal all");
  assert.match(await text(), /None: everything works\./);
});

test("time goes to when something is due, and sending is stopped", async () => {
  const before = (await page.locator(".now time").textContent()).trim();
  await press("To the next due time");
  assert.notEqual((await page.locator(".now time").textContent()).trim(), before);
  await go("Sending");
  await page.getByLabel("stopped").check();
  await press("Set");
  assert.equal(await status(), "Sending is now stopped.");
});
