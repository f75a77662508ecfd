import { spawn } from "node:child_process";
import { Worker } from "node:worker_threads";

/** Runs a command beside CPU-bound loops: `node test/proof/busy.mjs 4 npx vitest run --mode quick`. */
const [loops, command, ...args] = process.argv.slice(2);
if (!(Number(loops) >= 0) || command === undefined) {
  console.error("busy.mjs needs a number of loops and a command: node test/proof/busy.mjs 4 npm test");
  process.exit(2);
}
for (let index = 0; index < Number(loops); index++) new Worker("for (;;);", { eval: true });
spawn(command, args, { stdio: "inherit" }).once("exit", (code, signal) => {
  console.log(`beside ${loops} busy loops: ${signal ?? `exit code ${code}`}`);
  process.exit(code ?? 1);
});
