import { posix } from "node:path";
import { isTargetName } from "../base/options.js";
import { report } from "../base/problem/catalogue.js";
import { failure, getErrorCode, success, type Outcome } from "../base/problem/problem.js";
import type { View } from "../contract/view/view.js";
import { targets } from "./all.js";
import type { OutputFile, Target, TargetContext } from "./target.js";

/** The version of the interface of targets. It grows when a target for the last one would no longer work. */
export const targetApiVersion = 1;

/** A target of your own. */
export interface OwnTarget {
  /** The version of this interface that it was written for. */
  readonly apiVersion: typeof targetApiVersion;
  /** What `--target` names it by, and the folder that its files land in. */
  readonly name: string;
  /** What it generates, in a few words. */
  readonly summary: string;
  /** The targets whose output it imports: these are generated with it. */
  readonly needs?: readonly string[];
  /** Makes its files. The same view should always give the same files: `--check` compares them. */
  readonly emit: Target["emit"];
}

/**
 * Defines a target of your own, to name in `target` of a config or of `generate`. It does nothing but type what it is given.
 * Whether it can be used is checked when something is generated.
 */
export const defineTarget = (target: OwnTarget): OwnTarget => target;

/** Checks a target of the user's, which may be written in JavaScript. */
export function admitTarget(own: unknown): Outcome<Target> {
  const { apiVersion, name, summary, needs = [], emit } = (own ?? {}) as Partial<OwnTarget>;
  const faults = [
    apiVersion !== targetApiVersion &&
      `it is for version ${String(apiVersion)} of the API of targets, and this mplus-codegen has version ${targetApiVersion}`,
    !isTargetName(typeof name === "string" ? name : "") &&
      "its name has to consist of small letters, digits and hyphens, and to begin with a letter",
    targets.some((target) => target.name === name) && "mplus-codegen has a target of that name itself",
    typeof summary !== "string" && "it has no summary",
    !(Array.isArray(needs) && needs.every((need) => typeof need === "string")) &&
      "needs has to be a list of names of targets",
    typeof emit !== "function" && "it has no function emit",
  ];
  const reason = faults.find((fault) => typeof fault === "string");
  if (reason !== undefined || name === undefined || summary === undefined || emit === undefined)
    return rejectTarget(typeof name === "string" ? name : "", reason);
  // Its context has the language.
  return success({ name, summary, needs, reads: ["language"], emit });
}

const rejectTarget = (name: string, reason = ""): Outcome<never> =>
  failure([report("own-target-unusable", { name, reason })]);

/** Has a target make its files. A fault of a target of the user's is reported as such. */
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
    // The library of `models` is only installed by those who want them.
    if (getErrorCode(error) !== "ERR_MODULE_NOT_FOUND" || !String(error).includes("'quicktype-core'"))
      throw error;
    return failure([report("package-missing", { name: "quicktype-core", version: "26" })]);
  }
}

/** Files of a target of the user's may only be in its own folder. */
function checkFiles(name: string, emitted: unknown): Outcome<readonly OutputFile[]> {
  if (!Array.isArray(emitted)) return rejectTarget(name, "its emit gives no list of files");
  const seen: string[] = [];
  // What is checked is what is written, whatever the target does with its files later.
  const files = emitted.map((file: unknown) => {
    const { path, content } = (file ?? {}) as Partial<OutputFile>;
    return { path, content } as OutputFile;
  });
  const faults = files.flatMap(({ path, content }: { readonly path: unknown; readonly content: unknown }) => {
    if (typeof path !== "string" || typeof content !== "string")
      return ["a file has to have a path and a content"];
    if (!isInside(path, name)) return [`the path ${path} does not lie in ${name}/`];
    // No file system that we know of takes longer names.
    if (path.split("/").some((part) => Buffer.byteLength(part) > 255))
      return [`a name in the path ${path.slice(0, 60)}… is too long`];
    // Some file systems ignore case. A file that is also a folder clashes too.
    const key = `${path.normalize().toLowerCase()}/`;
    const clashes = seen.some((other) => other.startsWith(key) || key.startsWith(other));
    seen.push(key);
    return clashes ? [`${path} clashes with another file that it makes`] : [];
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

/** The message, and where in the user's code it comes from. */
function describeThrown(error: unknown): string {
  if (!(error instanceof Error)) return typeof error === "string" ? error : "it threw what is no error";
  const line = error.stack?.split("\n").find((text) => /^\s+at .*[/\\]/.test(text));
  return line === undefined ? error.message : `${error.message} (${line.trim()})`;
}
