import { posix } from "node:path";
import { report } from "../problem/catalogue.js";
import { failure, success, type Outcome, type Problem } from "../problem/problem.js";
import type { View } from "../view/view.js";
import { targets } from "./all.js";
import type { OutputFile, Target, TargetContext } from "./target.js";

/** The version of what a target is given and gives. It grows where a target for the last one would no longer work. */
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
  readonly emit: (
    view: View,
    context: TargetContext,
  ) => readonly OutputFile[] | Promise<readonly OutputFile[]>;
}

/**
 * Defines a target of your own, to name in `target` of a config or of `generate`. It does nothing but type what it is given.
 * Whether it can be used is checked when something is generated.
 */
export const defineTarget = (target: OwnTarget): OwnTarget => target;

/** Checks a target of the user's, which may be written in JavaScript. */
export function admitTarget(own: unknown): Outcome<Target> {
  const { apiVersion, name, summary, needs = [], emit } = (own ?? {}) as Readonly<Record<string, unknown>>;
  const refuse = (reason: string): Outcome<never> =>
    failure([report("own-target-unusable", { name: typeof name === "string" ? name : "", reason })]);
  if (apiVersion !== targetApiVersion)
    return refuse(
      `it is for version ${String(apiVersion)} of the API of targets, and this mplus-codegen has version ${targetApiVersion}`,
    );
  if (typeof name !== "string" || !/^[a-z][a-z0-9-]*$/.test(name))
    return refuse("its name has to consist of small letters, digits and hyphens, and to begin with a letter");
  if (targets.some((target) => target.name === name))
    return refuse("mplus-codegen has a target of that name itself");
  if (typeof summary !== "string") return refuse("it has no summary");
  if (!Array.isArray(needs) || !needs.every((need) => typeof need === "string"))
    return refuse("needs has to be a list of names of targets");
  if (typeof emit !== "function") return refuse("it has no function emit");
  return success({
    name,
    summary,
    needs,
    // Its context has it.
    reads: ["language"],
    emit: async (view, context) => (emit as OwnTarget["emit"])(view, context),
  });
}

/** Has a target make its files, which may only lie in its own folder. A fault of a target of the user's is reported as such. */
export async function emitFiles(
  target: Target,
  view: View,
  context: TargetContext,
): Promise<Outcome<readonly OutputFile[]>> {
  if (targets.includes(target)) return success(await target.emit(view, context));
  try {
    const given: unknown = await target.emit(view, context);
    // What is checked is what is written, whatever the target does with its files later.
    const files = Array.isArray(given) ? given.map(copyFile) : given;
    const problems = findMisplaced(target.name, files);
    return problems.length > 0 ? failure(problems) : success(files as readonly OutputFile[]);
  } catch (error) {
    return failure([report("own-target-failed", { name: target.name, reason: describeFault(error) })]);
  }
}

function copyFile(file: unknown): object {
  const { path, content } = (file ?? {}) as Readonly<Record<string, unknown>>;
  return { path, content };
}

function findMisplaced(name: string, files: unknown): Problem[] {
  if (!Array.isArray(files))
    return [report("own-target-unusable", { name, reason: "its emit gives no list of files" })];
  const seen = new Set<string>();
  return files.flatMap((file: unknown) => {
    const { path, content } = (file ?? {}) as Readonly<Record<string, unknown>>;
    if (typeof path !== "string" || typeof content !== "string")
      return [report("own-target-unusable", { name, reason: "a file has to have a path and a content" })];
    const key = path.normalize().toLowerCase();
    const reason = describeMisplaced(path, name) ?? (seen.has(key) ? `it makes ${path} twice` : undefined);
    const below = [...seen].find((other) => other.startsWith(`${key}/`) || key.startsWith(`${other}/`));
    seen.add(key);
    if (reason === undefined && below === undefined) return [];
    return [
      report("own-target-unusable", { name, reason: reason ?? `${path} would be a file and a folder` }),
    ];
  });
}

/** No file system that we know of takes longer names. */
const longestName = 255;

function describeMisplaced(path: string, name: string): string | undefined {
  if (!isInside(path, name)) return `the path ${path} does not lie in ${name}/`;
  return path.split("/").some((part) => Buffer.byteLength(part) > longestName)
    ? `a name in the path ${path.slice(0, 60)}… is too long`
    : undefined;
}

const isInside = (path: string, folder: string): boolean =>
  path.startsWith(`${folder}/`) &&
  !path.endsWith("/") &&
  !/[\\\0-\x1f\x7f]/.test(path) &&
  posix.normalize(path) === path;

/** The message, and where in the user's code it comes from. */
function describeFault(error: unknown): string {
  if (!(error instanceof Error)) return typeof error === "string" ? error : "it threw what is no error";
  const line = error.stack?.split("\n").find((text) => /^\s+at .*[/\\]/.test(text));
  return line === undefined ? error.message : `${error.message} (${line.trim()})`;
}
