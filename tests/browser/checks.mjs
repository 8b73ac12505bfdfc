// What a page must be for everyone: nothing wrong that axe-core can see, nothing wider than the screen, and small.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

export const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

// What is wrong with the page as it now stands.
export async function wrong(page) {
  const { violations } = await page.evaluate(
    (rules) => axe.run({ runOnly: rules, iframes: false, resultTypes: ["violations"] }),
    RULES,
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" | ")}`);
}

export const spillsOver = (page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

// The page as it now stands, in light and dark, narrow and with letters of twice the size.
export async function looksRight(page) {
  await page.evaluate(AXE);
  for (const colorScheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme });
    assert.deepEqual(await wrong(page), [], `${colorScheme}: ${page.url()}`);
  }
  await page.emulateMedia({ colorScheme: "light" });
  assert.equal(await spillsOver(page), 0, page.url());
  await page.evaluate(() => (document.documentElement.style.fontSize = "200%"));
  assert.equal(await spillsOver(page), 0, `200 %: ${page.url()}`);
  await page.evaluate(() => (document.documentElement.style.fontSize = ""));
}
