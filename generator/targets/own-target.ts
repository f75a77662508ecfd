import { posix } from "node:path";
import { isTargetName } from "../base/options.js";
import { report } from "../base/problem/catalogue.js";
import { failure, getErrorCode, success, type Outcome } from "../base/problem/problem.js";
import type { View } from "../contract/view/view.js";
import { targets } from "./all.js";
import type { OutputFile, Target, TargetContext } from "./target.js";

/** Version of the target API. It changes if targets for the previous version would break. */
export const targetApiVersion = 1;

/** A custom target. */
export interface OwnTarget {
  /** The version of the target API that it was written for. */
  readonly apiVersion: typeof targetApiVersion;
  /** Its name for `--target`, and the folder of its files. */
  readonly name: string;
  /** A short description of its output. */
  readonly summary: string;
  /** Targets whose output it imports; they are generated too. */
  readonly needs?: readonly string[];
  /** Creates its files. The same view must always give the same files, because `--check` compares them. */
  readonly emit: Target["emit"];
}

/** Types a custom target, for `target` in a config or a call of `generate`. It is checked when something is generated. */
export const defineTarget = (target: OwnTarget): OwnTarget => target;

/** A custom target may be written in JavaScript, so its types are checked here. */
export function admitTarget(own: unknown): Outcome<Target> {
  const { apiVersion, name, summary, needs = [], emit } = (own ?? {}) as Partial<OwnTarget>;
  const faults = [
    apiVersion !== targetApiVersion &&
      `its apiVersion is ${String(apiVersion)}, but this mplus-codegen has version ${targetApiVersion} of the target API`,
    !isTargetName(typeof name === "string" ? name : "") &&
      "its name must consist of lowercase letters, digits and hyphens, and begin with a letter",
    targets.some((target) => target.name === name) && "a built-in target has the same name",
    typeof summary !== "string" && "it has no summary",
    !(Array.isArray(needs) && needs.every((need) => typeof need === "string")) &&
      "needs must be a list of target names",
    typeof emit !== "function" && "emit must be a function",
  ];
  const reason = faults.find((fault) => typeof fault === "string");
  if (reason !== undefined || name === undefined || summary === undefined || emit === undefined)
    return rejectTarget(typeof name === "string" ? name : "", reason);
  // A custom target may read the language from its context.
  return success({ name, summary, needs, reads: ["language"], emit });
}

const rejectTarget = (name: string, reason = ""): Outcome<never> =>
  failure([report("own-target-unusable", { name, reason })]);

/** Reports failures of a custom target as such. */
export async function emitFiles(
  target: Target,
  view: View,
  context: TargetContext,
): Promise<Outcome<readonly OutputFile[]>> {
  const { name, emit } = target;
  const isOurs = targets.includes(target);
  try {
    const files = await emit(view, context);
    return isOurs ? success(files) : checkFiles(name, files);
  } catch (error) {
    if (!isOurs) return failure([report("own-target-failed", { name, reason: describeThrown(error) })]);
    // Only users of `models` install its library.
    if (getErrorCode(error) !== "ERR_MODULE_NOT_FOUND" || !String(error).includes("'quicktype-core'"))
      throw error;
    return failure([report("package-missing", { name: "quicktype-core", version: "26" })]);
  }
}

/** The files of a custom target must be inside its own folder. */
function checkFiles(name: string, emitted: unknown): Outcome<readonly OutputFile[]> {
  if (!Array.isArray(emitted)) return rejectTarget(name, "its emit does not return a list of files");
  const seen: string[] = [];
  // Copied, so that a target cannot change its files after the check.
  const files = emitted.map((file: unknown) => {
    const { path, content } = (file ?? {}) as Partial<OutputFile>;
    return { path, content } as OutputFile;
  });
  const faults = files.flatMap(({ path, content }: { readonly path: unknown; readonly content: unknown }) => {
    if (typeof path !== "string" || typeof content !== "string")
      return ["a file must have a path and content"];
    if (!isInside(path, name)) return [`the path ${path} is not in ${name}/`];
    // Some file systems ignore case. A path that is both file and folder also clashes.
    const key = `${path.normalize().toLowerCase()}/`;
    const clashes = seen.some((other) => other.startsWith(key) || key.startsWith(other));
    seen.push(key);
    return clashes ? [`${path} clashes with another of its files`] : [];
  });
  return faults.length > 0
    ? failure(faults.map((reason) => report("own-target-unusable", { name, reason })))
    : success(files);
}

const isInside = (path: string, folder: string): boolean =>
  path.startsWith(`${folder}/`) &&
  !path.endsWith("/") &&
  !/[\\\0-\x1f\x7f]/.test(path) &&
  posix.normalize(path) === path;

function describeThrown(error: unknown): string {
  if (!(error instanceof Error))
    return typeof error === "string" ? error : "it threw a value that is not an Error";
  const line = error.stack?.split("\n").find((text) => /^\s+at .*[/\\]/.test(text));
  return line === undefined ? error.message : `${error.message} (${line.trim()})`;
}
