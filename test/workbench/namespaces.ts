import { spawnSync } from "node:child_process";
import { isNothingSkipped } from "./tools.js";

/** Starts a program as a container does: with process numbers of its own, and the same host name. It ends with its starter. */
export const inNamespace = ["unshare", "--pid", "--fork", "--mount-proc", "--uts", "--kill-child"] as const;

/** Why what needs namespaces of processes is skipped, or undefined. */
export const noNamespaces =
  isNothingSkipped || canStart() ? undefined : "skipped: it needs Linux and the rights of root (unshare)";

function canStart(): boolean {
  const [program, ...args] = inNamespace;
  return spawnSync(program, [...args, "true"]).status === 0;
}
