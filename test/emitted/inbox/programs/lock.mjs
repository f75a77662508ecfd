// Takes or releases a folder's lock for each line of stdin: `node lock.mjs <folder-lock.ts> <folder>`. Prints as JSON whether it has the
// lock, or why not.
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

const [module, folder] = process.argv.slice(2);
const { lockFolder } = await import(pathToFileURL(module).href);
let release;
const say = (said) => console.log(JSON.stringify({ pid: process.pid, ...said }));
say({});
for await (const line of createInterface(process.stdin)) {
  if (line === "release") {
    await release?.();
    release = undefined;
    say({});
  } else
    await lockFolder(folder).then(
      (lock) => say({ isOwner: Boolean((release = lock)) }),
      (error) => say({ error: error.message }),
    );
}
