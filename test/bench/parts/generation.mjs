// Cold starts: `--target express` beside the chain of tools that one would run by hand for types and validators, and
// `--help` beside an empty process.
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { emit } from "../emitted.mjs";
import { cli, makeHome, root, timeProcess } from "../processes.mjs";
import { ratios, report } from "../report.mjs";
import { interleave } from "../rounds.mjs";

const home = makeHome();
await emit(home, ["jsonschema"]);
const schema = join(home, "jsonschema/draft-07.schema.json");
const titles = Object.keys(JSON.parse(readFileSync(schema, "utf8")).definitions).filter((title) =>
  /(?:Request|Response)$/.test(title),
);

const json2ts = join(root, "node_modules/json-schema-to-typescript/dist/src/cli.js");
const prettier = join(root, "node_modules/prettier/bin/prettier.cjs");
const chainAjv = fileURLToPath(new URL("../chain-ajv.mjs", import.meta.url));

const run = (...args) => timeProcess(args, home);

function express() {
  rmSync(join(home, "mplus"), { recursive: true, force: true });
  return run(cli, "--target", "express", "--min-version", "48", "--out", "mplus", "--quiet");
}

function chain() {
  mkdirSync(join(home, "chain"), { recursive: true });
  const types = run(json2ts, "-i", schema, "-o", "chain/types.ts", "--unreachableDefinitions");
  const validators = run(chainAjv, schema, "chain/validators.js", ...titles);
  return types + validators + run(prettier, "--write", "--with-node-modules", "chain/types.ts");
}

const times = await interleave(
  { express, chain, help: () => run(cli, "--help"), empty: () => run("-e", "0") },
  { rounds: 11 },
);
report("cold --target express beside the chain by hand", ratios(times.express, times.chain), { most: 1 });
report("--help beside node -e 0", ratios(times.help, times.empty), { most: 3 });
