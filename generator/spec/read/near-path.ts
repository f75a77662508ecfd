import { readdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { getErrorCode } from "../../problem/system-error.js";
import { suggest } from "../../text/suggest.js";

/** The path that was probably meant by one that leads to nothing: of what lies beside it, what has nearly that name. */
export function findNearPath(path: string, error: unknown): string | undefined {
  if (getErrorCode(error) !== "ENOENT") return undefined;
  try {
    const near = suggest(basename(path), readdirSync(dirname(path)));
    return near === undefined ? undefined : join(dirname(path), near);
  } catch {
    return undefined;
  }
}
