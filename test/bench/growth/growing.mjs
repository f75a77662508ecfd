// How the cost of a run grows with the spec: the exponent of time and memory between two sizes. 1 is proportional.
import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { figure, missing } from "../figures.mjs";
import { writeGrownSpec } from "./grown-spec.mjs";
import { cli, inFolder, measureProcess } from "../processes.mjs";

/** In milliseconds. After this time, a contestant starts no further round. */
const longest = 300_000;

/**
 * Measures contestants `{ name, args, isWhole }` with multiples of the real spec. `isWhole` checks the files of an output for
 * completeness.
 */
export const growAll = (contestants, { sizes, rounds }) =>
  inFolder((home) => {
    const made = sizes.map((times) => [times, writeGrownSpec(join(home, `spec-${times}`), times)]);
    const types = Object.fromEntries(made);
    return contestants.flatMap((contestant) =>
      grow(contestant, { home, sizes, types, rounds, until: performance.now() + longest }),
    );
  });

/** Runs rounds of all sizes. After a failure, skips that size and all larger ones. */
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
  // The first size is mostly fixed cost.
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

/** The exponent after subtracting the cost of an empty process. */
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
