// What node's compile cache saves when the program starts. It takes Node 22.8: before that both do the same.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { figure, ratios, spread } from "../figures.mjs";
import { measureProcess } from "../processes.mjs";
import { interleave } from "../rounds.mjs";

const cli = fileURLToPath(new URL("../../../dist/generator/cli/main.js", import.meta.url));
const express = ["--target", "express", "--min-version", "48", "--out", "generated"];

/** Calls by what they do. Without `node_modules` in the folder no ending is remembered. */
const calls = {
  "--version": ["--version"],
  targets: ["targets"],
  lint: ["lint"],
  "express --check": [...express, "--check"],
};

const without = { NODE_DISABLE_COMPILE_CACHE: "1" };

export async function run({ quick }) {
  const home = mkdtempSync(join(tmpdir(), "mplus-codegen-bench-"));
  try {
    measureProcess([cli, ...express], home);
    const costs = await interleave(contestantsIn(home), { rounds: quick ? 1 : 21, warmups: 1 });
    return Object.keys(calls).flatMap((call) => [
      compare("wall", `start, wall time, Node ${process.version}`, call, costs),
      compare("cpu", `start, processor time, Node ${process.version}`, call, costs),
    ]);
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

const uncached = (call) => `${call}, without the cache`;

const contestantsIn = (home) =>
  Object.fromEntries(
    Object.entries(calls).flatMap(([call, args]) => [
      [call, () => measureProcess([cli, ...args], home)],
      [uncached(call), () => measureProcess([cli, ...args], home, without)],
    ]),
  );

function compare(measure, what, call, costs) {
  const [ours, theirs] = [call, uncached(call)].map((name) => costs[name].map((cost) => cost[measure]));
  const note = `${Math.round(spread(ours).median)} ms beside ${Math.round(spread(theirs).median)} ms`;
  return figure({
    what,
    contestant: call,
    beside: "without the compile cache",
    values: ratios(ours, theirs),
    note,
  });
}
