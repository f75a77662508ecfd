// Runs only the last step of the command line, the write: node write.mjs <out> <wanted.json>
import { readFileSync } from "node:fs";
import { importSource } from "../../workbench/sources.mjs";

const [{ applyPlan, inspectFolder }, { formatFiles }, { planOutput }] = await Promise.all(
  ["apply", "layout", "plan"].map((name) => importSource(`output/${name}.ts`)),
);

const [out, wanted] = process.argv.slice(2);
const files = JSON.parse(readFileSync(wanted, "utf8"));
const format = (written) => formatFiles(written, out);
const outcome = await applyPlan(out, (isFinal) =>
  planOutput(out, files, { ...inspectFolder(out), format: isFinal ? format : undefined }),
);
if (!outcome.ok) process.stderr.write(outcome.problems.map(({ message }) => `${message}\n`).join(""));
process.exitCode = outcome.ok ? 0 : 2;
