import { fork, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

export const root = fileURLToPath(new URL("../..", import.meta.url));
export const cli = join(root, "dist/main.js");

const peakScript = fileURLToPath(new URL("peak.cjs", import.meta.url));

/** In milliseconds. */
const longest = 900_000;

export async function inFolder(use) {
  const home = mkdtempSync(join(tmpdir(), "mplus-codegen-bench-"));
  try {
    return await use(home);
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

export const importFrom = (folder, path) => import(pathToFileURL(join(folder, path)).href);

/**
 * Runs node until it exits successfully. Returns the milliseconds of the whole process and of its processors, and its peak
 * memory in MiB.
 */
export function measureProcess(args, cwd, env = {}) {
  const start = performance.now();
  const { status, signal, output } = spawnSync(process.execPath, ["--require", peakScript, ...args], {
    cwd,
    env: { ...process.env, ...env },
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe", "pipe"],
    timeout: longest,
  });
  const wall = performance.now() - start;
  if (status !== 0) throw new Error(`ended with ${status ?? signal}: ${reasonIn(output[2] || output[1])}`);
  // A process that replaces itself, as TypeScript 7's `tsc` does since Node 22.15, reports nothing.
  const { maxRSS, userCPUTime, systemCPUTime } = JSON.parse(output[3] || "{}");
  return { wall, cpu: (userCPUTime + systemCPUTime) / 1000, peak: maxRSS / 1024 };
}

const reasonIn = (text) => /FATAL ERROR: (.*)/.exec(text)?.[1] ?? text.trim().slice(0, 300);

/** Starts a long-running script. `told` is its first message; it sends more on request. */
export async function startScript(path, args, flags) {
  const child = fork(path, args, { execArgv: ["--expose-gc", "--no-warnings", ...flags] });
  const failure = once(child, "exit").then(([code]) => {
    throw new Error(`${path} ${args[0]} ended with ${code}`);
  });
  const [told] = await Promise.race([once(child, "message"), failure]);
  failure.catch(() => undefined);
  return {
    told,
    async ask(what = "state") {
      child.send(what);
      return (await once(child, "message"))[0];
    },
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, "exit");
      child.kill("SIGKILL");
      await ended;
    },
  };
}
