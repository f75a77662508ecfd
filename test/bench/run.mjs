// `npm run bench`, or `npm run bench -- receiver loopback:koa,node`: measures on the Node that runs it, and prints one line a
// figure.
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

const folder = new URL("parts/", import.meta.url);
const parts = readdirSync(folder).map((name) => name.replace(".mjs", ""));

const named = process.argv.slice(2);
const unknown = named.filter((name) => !parts.includes(name.split(":")[0]));
if (unknown.length > 0) {
  console.error(`There is no part ${unknown.join(", ")}. There are: ${parts.join(", ")}.`);
  process.exit(2);
}

console.log(`Node ${process.versions.node}\n`);
// Each part has a process of its own, so that none warms up or burdens the next.
const failed = (named.length > 0 ? named : parts).filter((name) => {
  const [part, ...choice] = name.split(":");
  const script = fileURLToPath(new URL(`${part}.mjs`, folder));
  return spawnSync(process.execPath, ["--no-warnings", script, ...choice], { stdio: "inherit" }).status !== 0;
});
if (failed.length > 0) {
  console.error(`\nFailed: ${failed.join(", ")}`);
  process.exitCode = 1;
}
