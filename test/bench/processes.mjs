import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const peakScript = fileURLToPath(new URL("peak.cjs", import.meta.url));

/** No measure needs more milliseconds than this. */
const longest = 900_000;

/**
 * Runs node to its end, which has to be a good one. Returns the milliseconds that the whole process took, those of
 * processors, and the most memory that it had, in MiB.
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
  const { maxRSS, userCPUTime, systemCPUTime } = JSON.parse(output[3]);
  return { wall, cpu: (userCPUTime + systemCPUTime) / 1000, peak: maxRSS / 1024 };
}

const reasonIn = (text) => /FATAL ERROR: (.*)/.exec(text)?.[1] ?? text.trim().slice(0, 300);
