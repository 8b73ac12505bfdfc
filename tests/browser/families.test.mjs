// A parent with an old phone taps the link in a text and books a conference: no scripts, 320 px, in the family's language.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { gzipSync } from "node:zlib";
import { looksRight } from "./checks.mjs";
import { browse, goes, serve } from "./local.mjs";

// A page with its styles, in bytes; one request is all there is.
const LARGEST = 14 * 1024;
const LARGEST_COMPRESSED = 5 * 1024;
// Where pictures of the pages go, for whoever wants to look at them.
const PICTURES = process.env.CONFER_PICTURES;

let local, browser, texts;
before(async () => {
  local = await serve();
  await local.post("/_local/triggers", { trigger: "period_starts", start: "2026-08-31" });
  await local.post("/_local/clock", { to: "2026-09-21" });
  const letters = await local.get("/_local/inbox");
  texts = letters.filter((letter) => letter.channel === "sms" && letter.purpose === "invitation");
  browser = await browse();
});
after(async () => {
  await browser?.close();
  await local?.stop();
});

// The next family of this language that nobody has played yet; `several`: with children at two schools.
const played = new Set();
async function family(language, several = false) {
  const conferences = await local.get("/_local/conferences");
  const schools = (letter) =>
    new Set(conferences.filter((c) => letter.conferences.includes(c.id)).map((c) => c.school)).size;
  const fits = (letter) => letter.language === language && (several ? schools(letter) > 1 : letter.students.length === 1);
  const letter = texts.find((letter) => fits(letter) && !played.has(letter.recipient));
  assert.ok(letter, `a family that reads ${language}`);
  played.add(letter.recipient);
  return { letter, link: letter.body.match(/http:\S+/)[0] };
}

async function phone(options = {}) {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 320, height: 640 },
    ...options,
  });
  const page = await context.newPage();
  const requests = [];
  page.on("request", (request) => requests.push(request.url()));
  return { page, requests };
}

let pictures = 0;
async function picture(page, name) {
  if (!PICTURES) return;
  pictures += 1;
  await page.screenshot({ path: `${PICTURES}/${String(pictures).padStart(3, "0")}-${name}.png`, fullPage: true });
}

// Small, with a heading, and its title names no child.
async function isGood(page, name) {
  const html = await page.content();
  const bytes = Buffer.byteLength(html);
  assert.ok(bytes <= LARGEST, `${name}: ${bytes} bytes`);
  assert.ok(gzipSync(html).length <= LARGEST_COMPRESSED, `${name}: compressed`);
  assert.equal(await page.locator("h1").count(), 1, name);
  await picture(page, name);
}

const follow = (page, ending) => goes(page, page.locator(`a[href$="${ending}"]`).first());
const document = (page) => page.locator('section[aria-labelledby="document"] h3').count();
const onwards = (page) => goes(page, page.locator("main form button").last());
const heading = (page) => page.locator("h1").textContent();
const inboxOf = async (who) => (await local.get("/_local/inbox")).filter((letter) => letter.recipient === who);
const standing = async (id) => (await local.get("/_local/conferences")).find((conference) => conference.id === id);

// From the first page to a booked conference; `look` sees every page on the way.
async function book(page, { how = "video", interpreter = "no", number, look = isGood, language }) {
  await look(page, `${language}-home`);
  await goes(page, page.locator("main a.button").first());
  // Nothing chosen is said at the top and at the field, and the page stays.
  for (;;) {
    const radios = page.locator('main form[method="get"] input[type="radio"]');
    if ((await radios.count()) === 0) break;
    const field = await radios.first().getAttribute("name");
    await look(page, `${language}-${field}`);
    await onwards(page);
    assert.equal(await page.getByRole("alert").count(), 1, field);
    await look(page, `${language}-${field}-missing`);
    const chosen = { how, interpreter }[field];
    await (chosen ? page.locator(`input[value="${chosen}"]`) : radios.first()).check();
    await onwards(page);
  }
  await look(page, `${language}-check`);
  assert.equal(await document(page), 1, "the state's document is read before it is booked (R8)");
  if (how === "phone" && number) {
    await page.locator('input[value="other"]').check();
    await page.locator("#other").fill("12345");
    await onwards(page);
    assert.equal(await page.getByRole("alert").count(), 1);
    await look(page, `${language}-check-wrong`);
    await page.locator("#other").fill(number);
  }
  await onwards(page);
  await look(page, `${language}-booked`);
  assert.equal(await document(page), 1);
}

for (const language of ["en", "es", "ar"]) {
  test(`the whole way without scripts at 320 px: ${language}`, async () => {
    const { letter, link } = await family(language);
    const { page, requests } = await phone();
    await page.goto(link);
    assert.equal(await page.locator("html").getAttribute("lang"), language);
    assert.equal(await page.locator("html").getAttribute("dir"), language === "ar" ? "rtl" : "ltr");
    await book(page, { language, how: "phone", number: "860 555 0123", interpreter: "yes" });
    const [id] = letter.conferences;
    const booked = await standing(id);
    assert.equal(booked.state, "scheduled");
    assert.equal(booked.mode, "phone");
    assert.equal(booked.document, "shown");
    const told = (await inboxOf(letter.recipient)).filter((sent) => sent.purpose === "confirmation");
    assert.ok(told.some((sent) => sent.channel === "sms" && sent.body.includes(link)));
    assert.ok(told.every((sent) => sent.language === language));

    // Once more with "back" and the same form: still one booking, and nothing new is said.
    await page.goBack();
    await onwards(page);
    assert.equal((await standing(id)).starts_at, booked.starts_at);

    // Another time.
    await follow(page, "/book");
    await page.locator('input[name="interpreter"][value="no"]').check({ timeout: 500 }).then(() => onwards(page), () => {});
    await page.locator('input[name="at"]').nth(3).check();
    await onwards(page);
    await page.locator('input[value="in_person"]').check();
    await onwards(page);
    if (await page.locator('input[name="interpreter"][type="radio"]').count()) {
      await page.locator('input[value="no"]').check();
      await onwards(page);
    }
    await onwards(page);
    await isGood(page, `${language}-changed`);
    const changed = await standing(id);
    assert.notEqual(changed.starts_at, booked.starts_at);
    assert.equal(changed.mode, "in_person");

    // Given up, and then: please call me.
    await follow(page, "/cancel");
    await isGood(page, `${language}-cancel`);
    await onwards(page);
    await isGood(page, `${language}-cancelled`);
    assert.equal(await page.getByRole("status").count(), 1);
    assert.equal((await standing(id)).state, "open");
    await follow(page, "/call");
    await isGood(page, `${language}-call`);
    await onwards(page);
    await isGood(page, `${language}-called`);
    const tasks = await local.get(`/_local/tasks?conference=${encodeURIComponent(id)}`);
    assert.ok(tasks.some((task) => task.kind === "reach_family" && task.state === "open"));
    const purposes = (await inboxOf(letter.recipient)).filter((sent) => sent.channel === "sms").map((sent) => sent.purpose);
    const about = purposes.filter((purpose) => purpose !== "emergency_contact_request");
    assert.deepEqual(about, ["invitation", "confirmation", "change", "cancellation"]);
    assert.ok(requests.every((url) => url.startsWith(local.url)), "nothing is asked of anybody else");
  });
}

test("two children at two schools: each has a time, and the second's are close to the first's", async () => {
  const { letter, link } = await family("en", true);
  const { page } = await phone();
  await page.goto(link);
  await isGood(page, "two-home");
  assert.equal(await page.locator("main .card").count(), letter.students.length);
  await book(page, { language: "two", how: "in_person" });
  // The booked page leads on to the other child.
  await goes(page, page.locator("main a.button").first());
  await isGood(page, "two-near");
  const booked = (await Promise.all(letter.conferences.map(standing))).filter((c) => c.state === "scheduled");
  assert.equal(booked.length, 1);
  await page.goto(link);
  await follow(page, "which/decline");
  await isGood(page, "two-which");
  await goes(page, page.locator("main a.button").last());
  await isGood(page, "two-decline");
  await onwards(page);
  const states = (await Promise.all(letter.conferences.map(standing))).map((c) => c.state);
  assert.ok(states.includes("scheduled") && states.includes("declined"), states.join());
});

test("another language, and no more texts", async () => {
  const { letter, link } = await family("en");
  const { page } = await phone();
  await page.goto(link);
  await follow(page, "/language");
  await isGood(page, "language");
  await goes(page, page.locator('button[value="ar"]'));
  assert.equal(await page.locator("html").getAttribute("lang"), "ar");
  await isGood(page, "language-ar");
  await follow(page, "/stop");
  await isGood(page, "stop");
  await onwards(page);
  assert.equal(await page.getByRole("alert").count(), 1);
  await page.locator('input[value="texts"]').check();
  await onwards(page);
  await isGood(page, "stopped");
  await local.post("/_local/clock", { to: "2026-09-23" });
  const after = (await inboxOf(letter.recipient)).filter((sent) => sent.sent_at > "2026-09-22");
  assert.deepEqual(after.filter((sent) => sent.channel === "sms"), []);
  assert.ok(after.every((sent) => sent.language === "ar"));
});

test("who is not the parent: messages end, and the link is dead at once", async () => {
  const { link } = await family("en");
  const { page } = await phone();
  await page.goto(link);
  await follow(page, "/not-mine");
  await isGood(page, "not-mine");
  await onwards(page);
  await isGood(page, "not-mine-done");
  const answer = await page.goto(link);
  assert.equal(answer.status(), 404);
  await isGood(page, "expired");
});

test("every page and state is usable by everyone", async () => {
  const { letter, link } = await family("en");
  // The checks run scripts in the page, which the page itself forbids.
  const { page } = await phone({ javaScriptEnabled: true, bypassCSP: true });
  const look = (page) => looksRight(page);
  await page.goto(link);
  await book(page, { language: "axe", how: "phone", number: "8605550123", look });
  for (const path of ["", "/language", "/stop", "/stop?news=missing", "/which/call"]) {
    await page.goto(link + path);
    await looksRight(page);
  }
  await page.goto(link);
  await goes(page, page.locator("main a.link").first());
  for (const ending of ["/cancel", "/decline", "/call", "/not-mine"]) {
    const booked = page.url();
    await follow(page, ending);
    await looksRight(page);
    await page.goto(booked);
  }
  // Whom to call when nobody can be reached, with what is wrong with it.
  await page.goto(`${link}/s/${encodeURIComponent(letter.students[0])}/contact`);
  await looksRight(page);
  await onwards(page);
  assert.equal(await page.getByRole("alert").count(), 1);
  await looksRight(page);
  for (const path of ["AbCdEfGhIjKlMnOpQrStUv", "new?wrong", "new?sent"]) {
    await page.goto(`${local.url}/f/${path}`);
    await looksRight(page);
  }
});

test("somebody to call, and a new link", async () => {
  const asked = (await local.get("/_local/inbox")).filter((sent) => sent.purpose === "emergency_contact_request");
  const alone = (sent) => asked.every((other) => other.to !== sent.to || other.recipient === sent.recipient);
  const fits = (sent) => sent.channel === "sms" && sent.language === "en" && sent.students.length === 1 && alone(sent);
  const text = asked.find((sent) => fits(sent) && !played.has(sent.recipient));
  played.add(text.recipient);
  const [letter, link] = [text, text.body.match(/http:\S+/)[0]];
  const { page } = await phone();
  await page.goto(link);
  await isGood(page, "whom-to-call");
  await follow(page, "/contact");
  await isGood(page, "contact");
  await page.locator("#name").fill("Ada Quarry");
  await page.locator("#phone").fill("860 555 0177");
  await onwards(page);
  await isGood(page, "contact-wrong");
  assert.equal(await page.locator("#name").inputValue(), "Ada Quarry", "what was entered stays");
  await page.locator("#relation").fill("aunt");
  await onwards(page);
  assert.equal(await page.getByRole("status").count(), 1);
  await isGood(page, "contact-saved");
  assert.equal(await page.locator('a[href$="/contact"]').count(), 0, "it is not asked again");
  await page.goto(`${local.url}/f/AbCdEfGhIjKlMnOpQrStUv`);
  await page.locator("#contact").fill("860");
  await onwards(page);
  assert.equal(await page.getByRole("alert").count(), 1);
  await page.locator("#contact").fill(letter.to);
  await onwards(page);
  await isGood(page, "new-link-sent");
  const last = (await inboxOf(letter.recipient)).at(-1);
  assert.equal(last.purpose, "new_link");
  assert.ok(last.body.endsWith(link));
});

test("with the keyboard alone", async () => {
  const { letter, link } = await family("en");
  const { page: own } = await phone({ javaScriptEnabled: true });
  const reach = async (selector, key) => {
    for (let i = 0; i < 60; i += 1) {
      await own.keyboard.press("Tab");
      if (await own.evaluate((s) => document.activeElement?.matches(s), selector)) {
        await own.keyboard.press(key);
        return;
      }
    }
    assert.fail(`no way to ${selector}`);
  };
  await own.goto(link);
  await reach("main a.button", "Enter");
  await own.waitForURL(/book/);
  for (let i = 0; i < 3; i += 1) {
    const before = own.url();
    await reach('main input[type="radio"]', "Space");
    await reach("main button", "Enter");
    await own.waitForURL((url) => url.href !== before);
  }
  await reach("main button", "Enter");
  await own.waitForURL((url) => !url.pathname.endsWith("/book"));
  assert.equal((await standing(letter.conferences[0])).state, "scheduled");
});
