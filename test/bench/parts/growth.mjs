// How a run's time, memory and output grow with the contract. The exponent compares what a run with 16 times our contract adds
// to one with 4 times, and what that adds to one with ours: without the fixed part, 1 is proportional.
import { spawnSync } from "node:child_process";
import { readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { writeGrownSpec } from "../grown-spec.mjs";
import { cli, makeHome } from "../processes.mjs";
import { report } from "../report.mjs";
import { interleave } from "../rounds.mjs";

const home = makeHome();
for (const times of [1, 4, 16]) writeGrownSpec(join(home, `spec-${times}`), 24 * times);

const runs = { one: () => generate(1), four: () => generate(4), sixteen: () => generate(16) };
const { one, four, sixteen } = await interleave(runs, { rounds: 3, warmups: 0 });
const grow = (measure) =>
  one.map((run, round) => toExponent(...[run, four[round], sixteen[round]].map(measure)));
const ofTime = grow(({ userCPUTime, systemCPUTime }) => userCPUTime + systemCPUTime);
report("growth of a run's processor time", ofTime, { unit: "exponent", most: 1.1 });
report(
  "growth of a run's memory",
  grow(({ maxRSS }) => maxRSS),
  { unit: "exponent", most: 1.1 },
);
report(
  "growth of the output's size",
  grow(({ size }) => size),
  { unit: "exponent", most: 1.05 },
);

function toExponent(one, four, sixteen) {
  return Math.log((sixteen - four) / (four - one)) / Math.log(4);
}

/** Returns what a run used, and the size of its output. */
function generate(times) {
  const out = `out-${times}`;
  // With earlier output, a run would have nothing to do.
  rmSync(join(home, out), { recursive: true, force: true });
  const print = "process.on('exit', () => console.log(JSON.stringify(process.resourceUsage())))";
  const options = ["--target", "express", "--spec", `spec-${times}`, "--out", out, "--quiet"];
  const args = ["--import", `data:text/javascript,${print}`, cli, ...options];
  const { stdout, stderr, status } = spawnSync(process.execPath, args, { cwd: home, encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
  const size = readdirSync(join(home, out), { recursive: true })
    .filter((path) => path.endsWith(".ts"))
    .reduce((sum, path) => sum + statSync(join(home, out, path)).size, 0);
  return { ...JSON.parse(stdout), size };
}
