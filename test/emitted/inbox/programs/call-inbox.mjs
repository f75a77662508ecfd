import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const main = fileURLToPath(new URL("../../../../dist/main.js", import.meta.url));

export async function callInbox(database, ...args) {
  const argv = [main, "inbox", ...args, "--database", database, "--json"];
  const { stdout } = await promisify(execFile)(process.execPath, argv);
  return JSON.parse(stdout);
}
