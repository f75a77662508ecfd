// Whole cold processes, interleaved: each round runs every contestant once, and ratios are taken within a round.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { formatFigures, summarise } from "./figures.mjs";
import { writeBundledSchema } from "./bundle-schema.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const cli = join(root, "dist/cli/main.js");
const json2ts = join(root, "node_modules/json-schema-to-typescript/dist/src/cli.js");
const chainAjv = fileURLToPath(new URL("chain-ajv.mjs", import.meta.url));

/** Runs the contestants and returns their wall times in milliseconds, round by round. */
export function benchGeneration(rounds) {
  const home = mkdtempSync(join(tmpdir(), "mplus-codegen-bench-"));
  mkdirSync(join(home, "node_modules"));
  const schema = join(home, "webhooks.schema.json");
  const { roots, definitions } = writeBundledSchema(schema);
  const chain = (names) => () => [
    [json2ts, "-i", schema, "-o", join(home, "webhooks.ts")],
    [chainAjv, schema, join(home, "validators.js"), names.join(",")],
  ];
  const generate = (out) => [cli, "--target", "express", "--min-version", "48", "--out", out];
  const contestants = {
    "node -e 0": () => [["-e", "0"]],
    "chain by hand: json2ts, then ajv standalone": chain(roots),
    "express, cold": () => {
      rmSync(join(home, "cold"), { recursive: true, force: true });
      rmSync(join(home, "node_modules/.cache"), { recursive: true, force: true });
      return [generate("cold")];
    },
    "express, nothing to do": () => [generate("warm")],
    "--help": () => [[cli, "--help"]],
  };
  time(generate("warm"), home);
  const times = Object.fromEntries(Object.keys(contestants).map((name) => [name, []]));
  for (let round = -1; round < rounds; round++) {
    for (const [name, prepare] of Object.entries(contestants)) {
      const commands = prepare();
      if (name === "express, nothing to do") time(generate("warm"), home);
      const total = commands.reduce((sum, command) => sum + time(command, home), 0);
      if (round >= 0) times[name].push(total);
    }
  }
  rmSync(home, { recursive: true, force: true });
  return { times, definitions, roots: roots.length };
}

function time(args, cwd) {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { cwd, encoding: "utf8" });
  const elapsed = performance.now() - start;
  if (status !== 0) throw new Error(`${args.join(" ")} ended with ${status}: ${stderr}`);
  return elapsed;
}

const rounds = Number(process.argv[2] ?? 9);
const { times, definitions, roots } = benchGeneration(rounds);
const figures = summarise(times, {
  "express, cold": "chain by hand: json2ts, then ajv standalone",
  "express, nothing to do": "node -e 0",
  "--help": "node -e 0",
});
console.log(
  `Generation, whole cold processes: ${rounds} interleaved rounds; chain on ${definitions} definitions, ${roots} roots.\n`,
);
console.log(formatFigures(figures));
console.log(JSON.stringify({ generation: { rounds, definitions, roots, figures } }));
