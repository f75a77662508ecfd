// `npm run bench`, or `npm run bench -- validation growth`: measures, prints one table and writes bench.json.
import { execFileSync, fork } from "node:child_process";
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { releases } from "../proof/parts.mjs";
import { findFallen, keep, nodesOf, onEachNode, readKept } from "./kept.mjs";
import { describeMachine } from "./machine.mjs";
import { writePage } from "./page.mjs";
import { formatTable } from "./table.mjs";

const own = process.versions.node.split(".")[0];

const parts = [
  ...onEachNode,
  "checking",
  "output",
  "generation",
  "watch",
  "growth",
  "gates",
  "memory",
  "inbox",
];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    /**
     * Few rounds: `receiver`, `loopback` and `validation` measure to within a third; other parts only show that
     * they run.
     */
    quick: { type: "boolean", default: false },
    /** Only the few figures that users notice: relative to handwritten code, ajv and the bound. */
    few: { type: "boolean", default: false },
    node: { type: "string" },
    /** Keeps the figures and updates docs/performance.md. */
    keep: { type: "boolean", default: false },
    /** Fails if a figure with an aim is less than half as good as the kept figure. */
    hold: { type: "boolean", default: false },
    json: { type: "string", default: "bench.json" },
  },
});
const unknown = positionals.filter((name) => !parts.includes(name));
if (unknown.length > 0)
  throw new Error(`no part is called ${unknown.join(", ")}; there are ${parts.join(", ")}`);

function listNodes(part) {
  if (values.node !== undefined) return values.node.split(",");
  return values.keep || values.hold ? nodesOf(part) : [own];
}

function findNode(major) {
  if (major === own) return process.execPath;
  const release = releases.find((each) => each.startsWith(`${major}.`));
  if (release === undefined) throw new Error(`Node ${major} is none of ${releases.join(", ")}`);
  const ask = ["--call", "node -p process.execPath"];
  return execFileSync("npx", ["--yes", "--prefer-offline", "--package", `node@${release}`, ...ask], {
    encoding: "utf8",
  }).trim();
}

/** Runs each part in its own process, so that none warms up or burdens the next. */
const runPart = (part, node) =>
  new Promise((resolve) => {
    const args = [part, ...["quick", "few"].filter((name) => values[name]).map((name) => `--${name}`)];
    const execPath = findNode(node);
    const child = fork(fileURLToPath(new URL("part.mjs", import.meta.url)), args, { execPath });
    let measured;
    child.on("message", (message) => (measured = message));
    child.on("exit", () => resolve(measured));
  });

const fewParts = [...onEachNode, "checking", "output"];
const all = values.few ? fewParts : parts;

const runs = [];
const failed = [];
for (const part of all.filter((each) => positionals.length === 0 || positionals.includes(each)))
  for (const node of listNodes(part)) {
    console.error(`${part}, Node ${node} …`);
    const machine = describeMachine();
    const measured = await runPart(part, node);
    if (measured === undefined) failed.push(`${part}, Node ${node}`);
    else runs.push({ part, ...machine, ...measured });
    writeFileSync(values.json, `${JSON.stringify({ runs }, null, 2)}\n`);
  }
console.log(formatTable(runs));

if (values.keep) {
  keep(runs);
  await writePage();
}
const fallen = values.hold ? findFallen(runs, readKept()) : [];
for (const line of fallen) console.error(line);
if (failed.length > 0) console.error(`Failed: ${failed.join("; ")}`);
if (failed.length + fallen.length > 0) process.exitCode = 1;
