// Processes from a cold start. A user would run the chain by hand, for types and validators alone.
import { rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { writeBundledSchema } from "../bundle-schema.mjs";
import { figureOfTimes } from "../figures.mjs";
import { cli, inFolder, measureProcess, root } from "../processes.mjs";
import { interleave } from "../rounds.mjs";
import { listArgs } from "../target-args.mjs";
import { importSource } from "../../workbench/sources.mjs";

const { targets } = await importSource("targets/all.ts");

const json2ts = join(root, "node_modules/json-schema-to-typescript/dist/src/cli.js");
const chainAjv = fileURLToPath(new URL("../chain-ajv.mjs", import.meta.url));

const empty = "node -e 0";
const chain = "the chain by hand";

const aims = [
  ["express", chain, { most: 1 }],
  ["all targets", chain],
  ["--help", empty, { most: 3 }],
];

export const run = ({ quick }) =>
  inFolder(async (home) => {
    const costs = await interleave(contestantsIn(home), { rounds: quick ? 1 : 11, warmups: quick ? 0 : 1 });
    const compare = (measure, line) => {
      const [ours, theirs] = [line.contestant, line.beside].map((name) =>
        costs[name].map((cost) => cost[measure]),
      );
      return figureOfTimes(line, ours, theirs);
    };
    return aims.flatMap(([contestant, beside, aim]) => [
      compare("wall", { what: "generation, wall time", contestant, beside, aim }),
      compare("cpu", { what: "generation, processor time", contestant, beside, detail: true }),
    ]);
  });

function contestantsIn(home) {
  const schema = join(home, "webhooks.schema.json");
  const roots = writeBundledSchema(schema);
  const generate = (names, out) => [cli, ...listArgs(...names), "--min-version", "48", "--out", out];
  /** Removes the output before a run, and throws if it is incomplete afterwards. */
  const cold = (out, file, commands) => () => {
    rmSync(join(home, out), { recursive: true, force: true });
    const costs = commands.map((command) => measureProcess(command, home));
    if (statSync(join(home, out, file)).size < 1000) throw new Error(`${out}/${file} is all but empty`);
    const sum = (measure) => costs.reduce((total, cost) => total + cost[measure], 0);
    return { wall: sum("wall"), cpu: sum("cpu") };
  };
  return {
    [empty]: () => measureProcess(["-e", "0"], home),
    [chain]: cold("by-hand", "validators.js", [
      [json2ts, "-i", schema, "-o", "by-hand/webhooks.ts"],
      [chainAjv, schema, "by-hand/validators.js", roots.join()],
    ]),
    express: cold("express", "types/responses.ts", [generate(["express"], "express")]),
    "all targets": cold("all", "site/index.html", [
      generate(
        targets.map(({ name }) => name),
        "all",
      ),
    ]),
    "--help": () => measureProcess([cli, "--help"], home),
  };
}
