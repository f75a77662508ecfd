import { spawnSync } from "node:child_process";
import { isNothingSkipped } from "./tools.js";

/**
 * Starts a program as a container does, with its own process ids and the same host name. It ends with the process
 * that started it.
 */
export const inNamespace = ["unshare", "--pid", "--fork", "--mount-proc", "--uts", "--kill-child"] as const;

export const noNamespaces =
  isNothingSkipped || canStart() ? undefined : "skipped: it needs Linux and the rights of root (unshare)";

function canStart(): boolean {
  const [program, ...args] = inNamespace;
  return spawnSync(program, [...args, "true"]).status === 0;
}
