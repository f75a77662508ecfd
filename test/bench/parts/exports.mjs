// The targets for those who do not write TypeScript, beside `types`, which is made of the same view.
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { targets } from "../../../dist/generator/targets/all.js";
import { figure, ratios, spread } from "../figures.mjs";
import { growAll } from "../growth/growing.mjs";
import { measureProcess } from "../processes.mjs";
import { interleave } from "../rounds.mjs";
import { listArgs } from "../target-args.mjs";

const cli = fileURLToPath(new URL("../../../dist/generator/cli/main.js", import.meta.url));

const known = targets.map(({ name }) => name);
const exported = ["jsonschema", "openapi", "asyncapi", "zod", "models", "postman", "bruno"].filter((name) =>
  known.includes(name),
);

export async function run({ quick }) {
  const home = mkdtempSync(join(tmpdir(), "mplus-codegen-bench-"));
  try {
    mkdirSync(join(home, "node_modules"));
    const names = ["types", ...exported];
    const contestants = Object.fromEntries(names.map((name) => [name, () => generate(name, home)]));
    const costs = await interleave(contestants, { rounds: quick ? 1 : 11, warmups: quick ? 0 : 1 });
    return [
      ...exported.flatMap((name) => compare(name, costs)),
      ...names.map((name) => measureSize(name, home)),
      ...growAll(
        names.map((name) => ({ name, args: listArgs(name), isWhole: (files) => files.length > 1 })),
        { sizes: quick ? [1, 2, 3] : [1, 4, 16], rounds: quick ? 1 : 3 },
      ),
    ];
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

function generate(name, home) {
  for (const old of [name, "node_modules/.cache"]) rmSync(join(home, old), { recursive: true, force: true });
  const cost = measureProcess([cli, ...listArgs(name), "--min-version", "48", "--out", name], home);
  if (sizeOf(join(home, name)) < 1000) throw new Error(`${name} is all but empty`);
  return cost;
}

const compare = (name, costs) =>
  ["wall", "cpu"].map((measure) => {
    const [own, types] = [costs[name], costs.types].map((some) => some.map((cost) => cost[measure]));
    return figure({
      what: `export, ${measure === "wall" ? "wall" : "processor"} time`,
      contestant: name,
      beside: "types",
      values: ratios(own, types),
      note: `${Math.round(spread(own).median)} ms beside ${Math.round(spread(types).median)} ms`,
    });
  });

const measureSize = (name, home) =>
  figure({
    what: "export, size of the output",
    contestant: name,
    beside: "",
    values: [sizeOf(join(home, name)) / 1000],
    unit: "kB",
  });

const sizeOf = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);
