// What the command line does when it writes, without what comes before: node write.mjs <out> <wanted.json>
import { readFileSync } from "node:fs";

const room = new URL("../../../dist/generator/write/", import.meta.url);
const [{ applyPlan }, { findFile }, { planOutput }, { listOtherNames }] = await Promise.all(
  ["apply", "find-file", "plan", "temporary"].map((name) => import(new URL(`${name}.js`, room))),
);

const [out, wanted] = process.argv.slice(2);
const files = JSON.parse(readFileSync(wanted, "utf8"));
const outcome = applyPlan(out, () =>
  planOutput(out, files, (path) => findFile(out, path), listOtherNames(out)),
);
if (!outcome.ok) process.stderr.write(outcome.problems.map(({ message }) => `${message}\n`).join(""));
process.exitCode = outcome.ok ? 0 : 2;
