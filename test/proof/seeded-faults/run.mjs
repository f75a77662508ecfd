// Shows that tests find each fault of faults.txt: `node test/proof/seeded-faults/run.mjs [part of a name …]`.
// Seeds one fault after the other in a copy of this checkout, and runs the named test there as `npm test` or
// `.ci/run` does.
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { allFaults } from "./faults.mjs";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const copy = mkdtempSync(join(tmpdir(), "seeded-faults-"));
process.on("exit", () => rmSync(copy, { recursive: true, force: true }));
process.on("SIGINT", () => process.exit(130));

const asked = process.argv.slice(2);
const faults = allFaults.filter(
  ({ name }) => asked.length === 0 || asked.some((part) => name.includes(part)),
);

const isCopied = (path) => !/(^|\/)(node_modules|\.git|coverage)$/.test(relative(root, path));
cpSync(root, copy, { recursive: true, filter: isCopied });
for (const packages of ["node_modules", "test/tools/node_modules", "test/tools/exports/node_modules"])
  if (existsSync(join(root, packages))) symlinkSync(join(root, packages), join(copy, packages));

const run = (program, ...args) => spawnSync(program, args, { cwd: copy, encoding: "utf8" });
const modeOf = (test) => (test.endsWith(".ci.test.ts") ? "ci" : "quick");

/** Returns the output of failing tests, or undefined. A fault can make a test wait for ever. */
function findFailure(mode, tests) {
  const { status, stdout, stderr } = run(
    "npx",
    "vitest",
    "run",
    "--mode",
    mode,
    "--testTimeout=240000",
    ...tests,
  );
  return status === 0 ? undefined : stdout + stderr;
}

/** Seeds a fault, and returns why its test does not find it, or undefined. */
function findReason({ file, find, put, test }) {
  const path = join(copy, file);
  const text = readFileSync(path, "utf8");
  if (text.split(find).length !== 2) return `${file} does not have "${find}" once`;
  writeFileSync(
    path,
    text.replace(find, () => put),
  );
  try {
    // Tests of `.ci/run` may use the built program.
    if (modeOf(test) === "ci" && run("node", "generator/cli/compile/build.mjs").status !== 0)
      return "the build fails";
    return findFailure(modeOf(test), [test]) === undefined ? `${test} passes` : undefined;
  } finally {
    writeFileSync(path, text);
  }
}

for (const mode of ["quick", "ci"]) {
  const tests = new Set(faults.map(({ test }) => test).filter((test) => modeOf(test) === mode));
  const failure = tests.size > 0 ? findFailure(mode, [...tests]) : undefined;
  if (failure !== undefined) throw new Error(`Tests fail without a fault\n${failure}`);
}
const missed = faults.filter((fault) => {
  const reason = findReason(fault);
  console.log(
    `${fault.name.padEnd(90)} ${reason === undefined ? `found by ${fault.test}` : `NOT FOUND: ${reason}`}`,
  );
  return reason !== undefined;
});
console.log(`${faults.length - missed.length} of ${faults.length} faults found`);
process.exitCode = missed.length > 0 ? 1 : 0;
