import { parseArgs } from "node:util";
import { defaults, writeVectors } from "./vectors.js";

/** `npm run vectors -- --out FOLDER [--count 2000] [--seed 1]`: docs/contract-table.md describes what it writes. */
const { out, ...numbers } = parseArgs({
  options: { out: { type: "string" }, count: { type: "string" }, seed: { type: "string" } },
}).values;
const [count, seed] = [Number(numbers.count ?? defaults.count), Number(numbers.seed ?? defaults.seed)];
if (out === undefined || !Number.isSafeInteger(count) || !Number.isSafeInteger(seed)) {
  console.error("Run npm run vectors -- --out FOLDER [--count 2000] [--seed 1]");
  process.exit(2);
}
const { tables, cases } = writeVectors(out, { count, seed });
console.log(`${tables} tables with ${cases} cases in ${out}`);
