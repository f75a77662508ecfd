// Starts the processes of the bench of the inbox, under a node that runs pg-boss.
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { tsImport } from "tsx/esm/api";

const { findNewNode } = await tsImport("../../workbench/new-node.ts", import.meta.url);
const node = findNewNode();
const path = (file) => fileURLToPath(new URL(file, import.meta.url));

/** Packages that only tests and the bench use are found from here. */
export const tools = path("../../tools/package.json");

/** Starts one, see program.mjs; `told` is its port, or that it is ready. */
export async function start(setup) {
  const args = ["--expose-gc", "--no-warnings", path("program.mjs"), JSON.stringify({ ...setup, tools })];
  const child = spawn(node, args, { stdio: ["ignore", "inherit", "inherit", "ipc"] });
  const failure = once(child, "exit").then(([code]) => {
    throw new Error(`${setup.kind} ended with ${code}`);
  });
  const [told] = await Promise.race([once(child, "message"), failure]);
  failure.catch(() => undefined);
  return {
    told,
    async ask() {
      child.send("state");
      return (await once(child, "message"))[0];
    },
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, "exit");
      child.kill("SIGKILL");
      await ended;
    },
  };
}

/** Runs another script of this folder to its end. */
export const runScript = (file, setup) =>
  execFileSync(node, ["--no-warnings", path(file), JSON.stringify({ ...setup, tools })], {
    stdio: "inherit",
  });
