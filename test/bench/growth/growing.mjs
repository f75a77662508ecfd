// What a run costs as the spec grows: the exponent of time and of memory between two sizes. 1 is in proportion.
import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { figure, missing } from "../figures.mjs";
import { writeGrownSpec } from "./grown-spec.mjs";
import { cli, inFolder, measureProcess } from "../processes.mjs";

/** After so many milliseconds no other round of a contestant begins. */
const longest = 300_000;

/**
 * The figures of contestants `{ name, args, isWhole }` with a spec so many times the real one. `isWhole` tells by the files of an
 * output whether all of it is there.
 */
export const growAll = (contestants, { sizes, rounds }) =>
  inFolder((home) => {
    const made = sizes.map((times) => [times, writeGrownSpec(join(home, `spec-${times}`), times)]);
    const types = Object.fromEntries(made);
    return contestants.flatMap((contestant) =>
      grow(contestant, { home, sizes, types, rounds, until: performance.now() + longest }),
    );
  });

/** Rounds of all sizes; one that fails is not tried again, nor is a larger one. */
function grow(contestant, { home, sizes, types, rounds, until }) {
  const { name } = contestant;
  const empty = [];
  const costs = new Map(sizes.map((size) => [size, []]));
  const failures = new Map();
  for (let round = 0; round < rounds && (round === 0 || performance.now() < until); round++) {
    empty.push(measureProcess(["-e", "0"], home));
    for (const size of sizes) {
      const failed = [...failures.keys()].some((other) => size >= other);
      if (failed) continue;
      try {
        costs.get(size).push(generate(home, contestant, size));
      } catch (error) {
        failures.set(size, error.message);
      }
    }
  }
  // From the second size on: the first is mostly what any run costs.
  const pair = [sizes[1], sizes.at(-1)];
  return measures.map((measure) => exponentOf({ ...measure, name, pair, types, empty, costs, failures }));
}

const measures = [
  { measure: "cpu", what: "growth, processor time" },
  { measure: "wall", what: "growth, wall time" },
  { measure: "peak", what: "growth, peak memory" },
];

function generate(home, { args, isWhole }, size) {
  const out = join(home, "out");
  rmSync(out, { recursive: true, force: true });
  const all = ["--spec", `spec-${size}`, ...args, "--min-version", "48", "--out", out, "--quiet"];
  const cost = measureProcess([cli, ...all], home);
  if (!isWhole(readdirSync(out, { recursive: true }), size)) throw new Error("the output is not whole");
  return cost;
}

/** Beyond what an empty process costs. */
function exponentOf({ what, measure, name, pair: [from, to], types, empty, costs, failures }) {
  const contestant = `${name}, ${to}× the spec`;
  const line = { what, contestant, beside: `${from}× the spec`, unit: "exponent", aim: { most: 1.1 } };
  const [failed] = failures;
  if (failed) return missing({ ...line, note: `fails at ${failed[0]}×: ${failed[1]}` });
  const net = (size, round) => costs.get(size)[round][measure] - empty[round][measure];
  const grown = Math.log(types[to] / types[from]);
  return figure({
    ...line,
    values: empty.map((_, round) => Math.log(net(to, round) / net(from, round)) / grown),
  });
}
