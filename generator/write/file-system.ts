import { lstatSync, readdirSync, readlinkSync, realpathSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { getErrorCode } from "../problem/system-error.js";

/** Whether an error says that there is nothing at a path. */
export const isNotFound = (error: unknown): boolean => getErrorCode(error) === "ENOENT";

/** Whether an error says that files cannot have a second name (hard link) here. */
export const isLinkUnsupported = (error: unknown): boolean =>
  ["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EMLINK", "EINVAL", "UNKNOWN"].includes(getErrorCode(error));

/** Whether there is anything at a path, even a link that leads nowhere. */
export function exists(path: string): boolean {
  try {
    lstatSync(path);
    return true;
  } catch (error) {
    if (isNotFound(error)) return false;
    throw error;
  }
}

/** Lists the names in a folder; none where there is no folder, or none that may be listed. */
export function listNames(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch (error) {
    if (["ENOENT", "ENOTDIR", "EACCES", "EPERM"].includes(getErrorCode(error))) return [];
    throw error;
  }
}

/** Returns the real path of a folder, which need not exist yet. */
export function resolveRealPath(path: string): string {
  try {
    return realpathSync(path);
  } catch (error) {
    if (!isNotFound(error)) throw error;
    // After a run that was killed between its two renames, a link to the folder leads nowhere until recovery.
    if (exists(path)) return resolveRealPath(resolve(dirname(path), readlinkSync(path)));
    return join(resolveRealPath(dirname(path)), basename(path));
  }
}

/** Runs something that the next run does again if it fails. */
export function attempt(task: () => void): void {
  try {
    task();
  } catch {
    // The next run does it.
  }
}
