import { spawnSync } from "node:child_process";
import { parts } from "./parts.mjs";

/** `npm run proof [part..]` runs all parts, or the named ones, and prints each result and duration. */
const names = process.argv.slice(2);
const unknown = names.filter((name) => !Object.hasOwn(parts, name));
if (unknown.length > 0) {
  console.error(`There is no part ${unknown.join(", ")}. There are: ${Object.keys(parts).join(", ")}.`);
  process.exit(2);
}

const rows = (names.length > 0 ? names : Object.keys(parts)).map((part) => {
  const started = Date.now();
  // Run the remaining parts after a failure.
  const failed = parts[part].filter(([program, ...args]) => {
    console.log(`\n${part}: ${program} ${args.join(" ")}`);
    return spawnSync(program, args, { stdio: "inherit" }).status !== 0;
  });
  return { part, ending: failed.length === 0 ? "holds" : "FAILS", minutes: (Date.now() - started) / 60_000 };
});
console.log("");
for (const { part, ending, minutes } of rows)
  console.log(`${part.padEnd(12)} ${ending} ${minutes.toFixed(1).padStart(7)} min`);
process.exitCode = rows.some(({ ending }) => ending === "FAILS") ? 1 : 0;
