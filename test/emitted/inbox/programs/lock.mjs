// Takes the lock of a folder for each line of stdin, and gives it back at the next: `node lock.mjs <folder-lock.ts> <folder>`.
// Prints for each whether it has it, as JSON, and why not.
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

const [module, folder] = process.argv.slice(2);
const { lockFolder } = await import(pathToFileURL(module).href);
let lock;
let lost;
const say = (said) => console.log(JSON.stringify({ pid: process.pid, ...said }));
say({});
for await (const line of createInterface(process.stdin)) {
  if (line === "release") {
    const isKept = lock === undefined || (lost === undefined && lock.isOurs?.() !== false);
    await lock?.release();
    lock = undefined;
    say({ isKept });
  } else {
    try {
      lock = await lockFolder(folder, (error) => (lost = error.message));
      say({ isOwner: true });
    } catch (error) {
      say({ error: error.message });
    }
  }
}
