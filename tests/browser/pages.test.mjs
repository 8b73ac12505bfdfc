// Every page, empty and full, light and dark, narrow and wide: usable by everyone, small, and nothing in it runs.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { AXE, spillsOver, wrong } from "./checks.mjs";
import { browse, serve } from "./local.mjs";

// A page's HTML with its styles, in bytes. The largest is an inbox of fifty messages.
const LARGEST = 40_000;

const LISTS = [
  "",
  "conferences",
  "inbox",
  "replies",
  "tasks",
  "events",
  "reports/tomorrow",
  "reports/data-quality",
  "clock",
  "triggers",
  "sending",
  "faults",
  "queues",
  "students/st-001",
  "nowhere",
];

// What is there after seven weeks of remote learning in which people did one of everything.
async function lived(local) {
  const post = local.post;
  await post("/_local/triggers", { trigger: "period_starts", start: "2026-08-31" });
  await post("/_local/clock", { to: "2026-09-21" });
  const [booked, declined, called, held, missed] = await local.get("/_local/conferences");
  const schedule = (c, on) =>
    post("/_local/commands", { command: "schedule", conference: c.id, starts_at: `${on}T19:30:00Z`, mode: "video" });
  await schedule(booked, "2026-10-20");
  await schedule(held, "2026-09-23");
  await schedule(missed, "2026-09-23");
  await post("/_local/commands", { command: "decline", conference: declined.id });
  await post("/_local/commands", { command: "ask_for_call", conference: called.id });
  await post("/_local/clock", { to: "2026-09-24" });
  await post("/_local/commands", { command: "mark_held", conference: held.id });
  await post("/_local/commands", { command: "mark_no_show", conference: missed.id });
  await post("/_local/clock", { to: "2026-10-08" });
  const check = (await local.get("/_local/tasks")).find((task) => task.kind === "welfare_check");
  await post("/_local/commands", {
    command: "close_task",
    task: check.id,
    called: "a neighbour",
    student_safe: true,
    family_safe: true,
  });
  await post("/_local/commands", { command: "sending", daily_cap: 100 });
  await post("/_local/faults", { service: "ses", fault: "throttle", times: 3 });
  const letters = await local.get("/_local/inbox");
  const written = letters.filter((letter) => letter.channel === "sms" && letter.purpose === "invitation");
  for (const [i, text] of ["STOP", "no más", "I want to die"].entries()) {
    await post("/_local/feedback", { sms_from: written[i].to, text });
  }
  const paths = ["inbox?page=2", `inbox/${letters.find((letter) => letter.channel === "sms").id}`];
  paths.push(`inbox/${letters.find((letter) => letter.channel === "email").id}`);
  for (const conference of [booked, declined, called, held, missed]) paths.push(`conferences/${conference.id}`);
  const tasks = await local.get("/_local/tasks");
  for (const kind of new Set(tasks.map((task) => task.kind))) {
    paths.push(`tasks/${tasks.find((task) => task.kind === kind && task.state === "open").id}`);
  }
  paths.push(`tasks/${check.id}`, `students/${check.student}`, `events?student=${check.student}`);
  return paths;
}

async function check(page, url) {
  const answer = await page.goto(url);
  const size = (await answer.body()).length;
  assert.ok(size <= LARGEST, `${size} bytes`);
  const headers = answer.headers();
  assert.match(headers["content-security-policy"], /^default-src 'none';/);
  assert.equal(headers["cache-control"], "no-store");
  assert.equal(await page.locator("script").count(), 0);
  await page.evaluate(AXE);
  for (const colorScheme of ["light", "dark"]) {
    for (const width of [320, 1280]) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 800 });
      const at = `${colorScheme}, ${width} px`;
      assert.deepEqual(await wrong(page), [], at);
      assert.equal(await spillsOver(page), 0, `${at}: the page scrolls sideways`);
    }
  }
  await page.addStyleTag({ content: "html{font-size:200%}" });
  assert.equal(await spillsOver(page), 0, "with text of 200 % the page scrolls sideways");
}

test("what is wrong is seen", async () => {
  const browser = await browse();
  const page = await browser.newPage({ viewport: { width: 320, height: 800 } });
  await page.setContent('<p style="width:40rem;color:#aaa;background:#fff">no title, no language, too faint</p>');
  await page.evaluate(AXE);
  const found = (await wrong(page)).map((line) => line.split(":")[0]);
  for (const rule of ["color-contrast", "document-title", "html-has-lang"]) assert.ok(found.includes(rule), rule);
  assert.ok((await spillsOver(page)) > 0);
  await browser.close();
});

for (const state of ["empty", "lived"]) {
  describe(`pages of a district: ${state}`, async () => {
    let local, browser, page;
    const paths = [...LISTS];
    before(async () => {
      local = await serve();
      if (state === "lived") paths.push(...(await lived(local)));
      browser = await browse();
      // The checks run scripts in the page, which the page itself forbids.
      const context = await browser.newContext({ bypassCSP: true });
      page = await context.newPage();
    });
    after(async () => {
      await browser?.close();
      await local?.stop();
    });
    test("each is good", async (t) => {
      for (const path of paths) await t.test(`/_local/${path}`, () => check(page, `${local.url}/_local/${path}`));
    });
  });
}
