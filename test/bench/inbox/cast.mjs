// Starts the processes of the bench of the inbox, under a node that runs pg-boss, and makes what they are sent.
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { tsImport } from "tsx/esm/api";
import { startScript } from "../processes.mjs";

const { findNewNode } = await tsImport("../../workbench/new-node.ts", import.meta.url);
const node = findNewNode();
const path = (file) => fileURLToPath(new URL(file, import.meta.url));

/** Packages that only tests and the bench use are found from here. */
export const tools = path("../../tools/package.json");

/** Starts one, see program.mjs; `told` is its port, or that it is ready. */
export const start = (setup) =>
  startScript(path("program.mjs"), [JSON.stringify({ ...setup, tools })], { node });

/** Runs another script of this folder to its end. */
export const runScript = (file, setup) =>
  execFileSync(node, ["--no-warnings", path(file), JSON.stringify({ ...setup, tools })], {
    stdio: "inherit",
  });
