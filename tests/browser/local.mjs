// A local cloud of the test's own, and a browser to look at it with.

import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const CONFER = fileURLToPath(new URL("../../target/debug/confer", import.meta.url));

// Starts `confer serve` with the sample district on a free port; the last line of its greeting says where it is.
export async function serve(start = "2026-08-31") {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(CONFER_|RUST_LOG)/.test(name)));
  const child = spawn(CONFER, ["serve", "--sample", "--start", start, "--port", "0"], {
    env,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const url = await new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`confer serve ended with ${code}`)));
    createInterface({ input: child.stdout }).on("line", (line) => {
      const said = line.split("CONFER_LOCAL_URL=")[1];
      if (said) resolve(said.trim());
    });
  });
  const ask = async (method, path, body) => {
    const response = await fetch(url + path, {
      method,
      headers: { accept: "application/json", "content-type": "application/json" },
      body: body && JSON.stringify(body),
    });
    const answer = await response.json();
    if (!response.ok) throw new Error(`${method} ${path}: ${answer.detail}`);
    return answer;
  };
  return {
    url,
    get: async (path) => (await ask("GET", path)).items,
    post: (path, body) => ask("POST", path, body),
    stop: () =>
      new Promise((resolve) => {
        child.removeAllListeners("exit");
        child.once("exit", resolve);
        child.kill();
      }),
  };
}

// Chromium as Debian packages it; it reaches nothing but this machine.
export const browse = () =>
  chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });

// Clicks what leads to a page, and waits until that page is there: else whoever counts next counts on the old one, or on none.
export const goes = (page, element) => Promise.all([page.waitForEvent("load"), element.click()]);
