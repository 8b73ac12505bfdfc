// One person with a browser that runs no scripts goes the whole way: a period starts, weeks go by, families are asked,
// one answers, one texts STOP, for another a check is closed, and a bad day is ordered and called off.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { browse, goes, serve } from "./local.mjs";

let local, browser, page;
before(async () => {
  local = await serve();
  browser = await browse();
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });
  page = await context.newPage();
});
after(async () => {
  await browser?.close();
  await local?.stop();
});

const press = (name) => goes(page, page.getByRole("button", { name, exact: true }));
const follow = (name) => goes(page, page.getByRole("link", { name }).first());
const go = (section) => goes(page, page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name: section }));
const said = async (words) => assert.equal(await page.getByRole("status").textContent(), words);
const sees = (words) => page.getByRole("main").getByText(words).first().waitFor();

test("from a period's first day to a closed check, without a script", async () => {
  await page.goto(`${local.url}/`);
  assert.equal(page.url(), `${local.url}/_local/`);

  // A period starts, and three weeks go by.
  await follow("Let a remote period start");
  await press("Start");
  await said("The SIS says: the district is remote from Mon, Aug 31, 2026.");
  for (const day of ["Sep 7", "Sep 14", "Sep 21"]) {
    await press("+1 week");
    await said(`It is now Mon, ${day}, 2026, 12:00 PM.`);
  }
  await go("Conferences");
  await sees(/^1–50 of 1\d\d$/);
  await follow("Older →");
  await sees(/^51–100 of 1\d\d$/);

  // A family's text message, as on a phone.
  await go("Inbox");
  const texts = page.getByRole("listitem").filter({ hasText: /GSM-7, \d+ characters, [12] segments?/ });
  while ((await texts.count()) === 0) await follow("Older →");
  await goes(page, texts.first().getByRole("link").first());
  assert.equal(await page.getByRole("heading", { level: 1 }).textContent(), "SMS: invitation");
  assert.equal(await page.locator(".phone .bubble").count(), 1);
  await press("They text “STOP”");
  await said("The text message was received.");
  await goes(page, page.locator("dd a[href*='/conferences/']").first());
  const conference = page.url();

  // The family agrees on a time, gives it up, and would rather be called.
  await page.getByLabel("Date and time").fill("2026-09-28T15:30");
  await page.getByLabel("By phone").check();
  await press("Schedule");
  await sees(/^Done\. Conference .+ is now: scheduled\.$/);
  await sees("Mon, Sep 28, 2026, 3:30 PM, by phone");
  await press("Cancel the time");
  await sees(/is now: open\.$/);
  await press("Please call me");
  await sees("reach family");

  // What cannot be done is said, and leads back.
  await page.getByLabel("Date and time").fill("2026-09-01T15:30");
  await page.getByLabel("In person").check();
  await press("Schedule");
  assert.equal(await page.getByRole("alert").textContent(), "starts_at: the time lies in the past");
  await follow("Go back");
  assert.equal(page.url(), conference);

  // Nobody reaches another family: the principal's task, which is closed with both findings.
  await press("+1 week");
  await press("+1 week");
  await go("Tasks");
  await goes(page, page.getByRole("link", { name: /^welfare check/ }).first());
  const record = async (student) => {
    await page.getByLabel("Who was called").fill("the grandmother");
    await page.getByRole("group", { name: "The student is healthy and safe" }).getByLabel(student).check();
    await page.getByRole("group", { name: "The family is healthy and safe" }).getByLabel("Yes").check();
    await press("Record what was found");
  };
  const state = page.locator(".head .badge");
  await record("Could not be found out");
  assert.equal(await state.textContent(), "open", "what could not be found out keeps it open");
  await record("Yes");
  assert.equal(await state.textContent(), "closed");
  await goes(page, page.locator("dd a[href*='/students/']"));
  await sees("R11");

  // A bad day is ordered, and called off.
  await go("Faults");
  await page.getByLabel("What happens").selectOption("The service throttles");
  await page.getByLabel("In a call to").selectOption("SES");
  await page.getByLabel("How often").fill("3");
  await press("Add");
  await sees("a call to SES is throttled, 3 times");
  await press("Heal all");
  await sees("None: everything works.");

  // Time goes to when something is due; sending is stopped.
  const time = () => page.locator(".now time").textContent();
  const earlier = await time();
  await press("Next due time");
  assert.notEqual(await time(), earlier);
  await go("Sending");
  await page.getByLabel("stopped").check();
  await press("Set");
  await said("Sending is now stopped, without a cap.");
});
