// Shows that tests find each fault of faults.txt: `node test/proof/seeded-faults/run.mjs [part of a name …]`.
// Seeds each fault in a copy of this checkout, and runs the named tests there as `npm test` does and then as
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

/** Returns the first failing test file in the copy, or undefined. */
function findFailing(mode, tests) {
  const report = join(copy, "report.json");
  rmSync(report, { force: true });
  const options = ["--passWithNoTests", "--bail=1", "--reporter=json", `--outputFile=${report}`];
  const vitest = ["vitest", "run", "--mode", mode, ...options, ...tests];
  const { stderr } = spawnSync("npx", vitest, { cwd: copy, encoding: "utf8" });
  if (!existsSync(report)) throw new Error(stderr);
  const { testResults } = JSON.parse(readFileSync(report, "utf8"));
  const failed = testResults.find(({ status }) => status === "failed");
  return failed && relative(copy, failed.name);
}

function build() {
  const { status, stdout } = spawnSync("npm", ["run", "build"], { cwd: copy, encoding: "utf8" });
  if (status !== 0) return `the build: ${stdout.split("\n").find((line) => line.includes("error"))}`;
  return undefined;
}

const places = [
  ["npm test", (tests) => findFailing("quick", tests)],
  [".ci/run", (tests) => build() ?? findFailing("ci", tests)],
];

/** Reports where a fault is found first. The test must pass without it. */
function findFault({ file, find, put, tests }) {
  const path = join(copy, file);
  const text = readFileSync(path, "utf8");
  if (text.split(find).length !== 2) return ["NOT FOUND", `${file} does not have "${find}" once`];
  for (const [place, look] of places) {
    writeFileSync(
      path,
      text.replace(find, () => put),
    );
    const found = look(tests);
    writeFileSync(path, text);
    if (found)
      return look([found]) === undefined ? [place, found] : ["NOT FOUND", `${found} fails without it`];
  }
  return ["NOT FOUND", `by ${tests.join(", ")}`];
}

const missed = faults.filter((fault) => {
  const [place, by] = findFault(fault);
  console.log(`${fault.name.padEnd(90)} ${place.padEnd(9)}  ${by}`);
  return place === "NOT FOUND";
});
console.log(`${faults.length - missed.length} of ${faults.length} faults found`);
process.exitCode = missed.length > 0 ? 1 : 0;
