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
  const [, first, ...others] = sizes;
  const steps = others.map((size, index) => [others[index - 1] ?? first, size]);
  const pairs = others.length > 1 ? [[first, sizes.at(-1)], ...steps] : steps;
  const scene = { name, types, empty, costs, failures };
  return [
    ...measures.flatMap(({ measure, what }) =>
      pairs.map((pair, index) => exponentOf({ what, measure, pair, scene, aim: index === 0 })),
    ),
    ...sizes.flatMap((size) => costOf(size, scene)),
  ];
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
function exponentOf({ what, measure, pair: [from, to], scene, aim }) {
  const { name, types, empty, costs, failures } = scene;
  const line = {
    ...{ what, contestant: `${name}, ${to}× the spec`, beside: `${from}× the spec`, unit: "exponent" },
    ...(aim ? { aim: { most: 1.1 } } : { detail: true }),
  };
  const failed = [...failures].find(([size]) => size <= to);
  if (failed) return missing({ ...line, note: `fails at ${failed[0]}×: ${failed[1]}` });
  const net = (size, round) => costs.get(size)[round][measure] - empty[round][measure];
  const values = empty.map(
    (_, round) => Math.log(net(to, round) / net(from, round)) / Math.log(types[to] / types[from]),
  );
  return figure({ ...line, values });
}

function costOf(size, { name, types, empty, costs }) {
  const some = costs.get(size);
  if (some.length === 0) return [];
  const line = (what, measure, unit) =>
    figure({
      ...{ what, contestant: `${name}, ${size}× the spec, ${types[size]} types`, beside: "node -e 0", unit },
      values: some.map((cost, round) => cost[measure] - empty[round][measure]),
      detail: true,
    });
  return [line("growth, wall time", "wall", "ms more"), line("growth, peak memory", "peak", "MiB more")];
}
