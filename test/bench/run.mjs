// `npm run bench`, or `npm run bench -- validation growth`: measures, prints one table and writes bench.json.
// `--quick` goes through the motions in few rounds: what it prints means nothing.
import { fork } from "node:child_process";
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { describeMachine } from "./machine.mjs";
import { formatTable } from "./table.mjs";

const parts = [
  "generation",
  "start",
  "watch",
  "growth",
  "validation",
  "gates",
  "receiver",
  "loopback",
  "memory",
  "inbox",
  "output",
  "checking",
];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { quick: { type: "boolean", default: false }, json: { type: "string", default: "bench.json" } },
});
const unknown = positionals.filter((name) => !parts.includes(name));
if (unknown.length > 0)
  throw new Error(`no part is called ${unknown.join(", ")}; there are ${parts.join(", ")}`);

/** Each part has a process of its own, so that none warms up or burdens the next. */
const runPart = (name) =>
  new Promise((resolve) => {
    const args = [name, ...(values.quick ? ["--quick"] : [])];
    const child = fork(fileURLToPath(new URL("part.mjs", import.meta.url)), args);
    let figures;
    child.on("message", (message) => (figures = message));
    child.on("exit", () => resolve(figures));
  });

const started = describeMachine();
const results = [];
for (const name of parts.filter((part) => positionals.length === 0 || positionals.includes(part))) {
  console.error(`${name} …`);
  results.push({ part: name, load: describeMachine().load, figures: await runPart(name) });
}
const figures = results.flatMap(({ figures = [] }) => figures);
console.log(formatTable(figures));
writeFileSync(values.json, `${JSON.stringify({ started, ended: describeMachine(), results }, null, 2)}\n`);

const failed = results.filter(({ figures }) => figures === undefined).map(({ part }) => part);
if (failed.length > 0) {
  console.error(`Failed: ${failed.join(", ")}`);
  process.exitCode = 1;
}
