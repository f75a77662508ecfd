import { posix } from "node:path";
import { isTargetName } from "../base/options.js";
import { report } from "../base/problem/catalogue.js";
import { failure, getErrorCode, success, type Outcome } from "../base/problem/problem.js";
import { readThrown } from "../base/problem/thrown.js";
import { findNameFault, foldPath } from "../base/text/file-name.js";
import { quote, toVisible, truncate } from "../base/text/quote.js";
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
  readonly needs?: readonly string[] | undefined;
  /** Creates its files. The same view must always give the same files, because `--check` compares them. */
  readonly emit: Target["emit"];
}

/** Types a custom target, for `target` in a config or a call of `generate`. It is checked when something is generated. */
export const defineTarget = (target: OwnTarget): OwnTarget => target;

/** A custom target may be written in JavaScript, so its types are checked here. Reads each property once. */
export function admitTarget(own: unknown): Outcome<Target> {
  try {
    const { apiVersion, name, summary, needs = [], emit } = (own ?? {}) as Partial<OwnTarget>;
    const listed = Array.isArray(needs) ? Array.from<unknown>(needs) : undefined;
    return checkTarget({ apiVersion, name, summary, needs: listed, emit });
  } catch (error) {
    return rejectTarget(
      readTargetName(own as Partial<OwnTarget>) ?? "",
      `reading it failed: ${readThrown(error).message}`,
    );
  }
}

/** Undefined if it cannot be read. */
export function readTargetName(own: Partial<OwnTarget>): string | undefined {
  try {
    const { name } = own;
    return typeof name === "string" ? name : undefined;
  } catch {
    return undefined;
  }
}

type UncheckedTarget = { readonly [Name in keyof OwnTarget]-?: unknown };

function checkTarget({ apiVersion, name, summary, needs, emit }: UncheckedTarget): Outcome<Target> {
  const faults = [
    apiVersion !== targetApiVersion &&
      `its apiVersion is ${formatVersion(apiVersion)}, but this mplus-codegen has version ${targetApiVersion} of the target API`,
    !isTargetName(typeof name === "string" ? name : "") &&
      'its name must consist of lowercase letters, digits and hyphens, begin with a letter, have at most 100 characters, and not be "constructor"',
    targets.some((target) => target.name === name) && "a built-in target has the same name",
    typeof summary !== "string" && "it has no summary",
    !(Array.isArray(needs) && needs.every((need) => typeof need === "string")) &&
      "needs must be a list of target names",
    typeof emit !== "function" && "emit must be a function",
  ];
  const reason = faults.find((fault) => typeof fault === "string");
  if (reason !== undefined) return rejectTarget(typeof name === "string" ? name : "", reason);
  // A custom target may read the language from its context.
  return success({
    ...({ name, summary, needs, emit } as Pick<Target, "name" | "summary" | "needs" | "emit">),
    reads: ["language"],
  });
}

const formatVersion = (version: unknown): string =>
  typeof version === "number" ? `${version}` : typeof version === "string" ? quote(version) : "not a number";

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

/** The files of a custom target must be inside its own folder, with names that every system can have. */
function checkFiles(name: string, emitted: unknown): Outcome<readonly OutputFile[]> {
  if (!Array.isArray(emitted)) return rejectTarget(name, "its emit does not return a list of files");
  // Copied, so that a target cannot change its files after the check.
  const files = Array.from(emitted, (file: unknown) => {
    const { path, content } = (file ?? {}) as Partial<OutputFile>;
    return { path, content } as OutputFile;
  });
  const paths = createPathSet();
  const faults = files.flatMap(({ path, content }: { readonly path: unknown; readonly content: unknown }) => {
    if (typeof path !== "string" || typeof content !== "string")
      return ["a file must have a path and content"];
    const shown = toVisible(truncate(path, 200));
    if (!isInside(path, name)) return [`the path ${shown} is not in ${name}/`];
    const fault = findNameFault(path);
    if (fault !== undefined) return [`the path ${shown} ${fault}`];
    return paths.add(path) ? [] : [`${shown} clashes with another of its files`];
  });
  return faults.length > 0
    ? failure(faults.slice(0, maxFaults).map((reason) => report("own-target-unusable", { name, reason })))
    : success(files);
}

const maxFaults = 100;

const isInside = (path: string, folder: string): boolean =>
  path.startsWith(`${folder}/`) && !path.endsWith("/") && posix.normalize(path) === path;

/** Some file systems ignore case. A path that is both file and folder also clashes. */
function createPathSet() {
  const [files, folders] = [new Set<string>(), new Set<string>()];
  return {
    /** False if the path clashes with an earlier one. */
    add: (path: string): boolean => {
      const key = foldPath(path);
      const names = key.split("/");
      const above = names.slice(1).map((_, index) => names.slice(0, index + 1).join("/"));
      const clashes = files.has(key) || folders.has(key) || above.some((folder) => files.has(folder));
      files.add(key);
      for (const folder of above) folders.add(folder);
      return !clashes;
    },
  };
}

function describeThrown(error: unknown): string {
  const { message, places } = readThrown(error);
  const sentence = message.replace(/\.$/, "");
  const place = places.find((line) => /[/\\]/.test(line));
  return place === undefined ? sentence : `${sentence} (${truncate(place, 500)})`;
}
