import { posix } from "node:path";
import { report } from "../problem/catalogue.js";
import { failure, success, type Outcome, type Problem } from "../problem/problem.js";
import type { FoundFile } from "./disk.js";
import { flagsOf, formatStamp, hashText, parseStamp, stampName, type Settings, type Stamp } from "./stamp.js";

/** What a run wants in the output folder. */
export interface Wanted {
  readonly settings: Settings;
  readonly tool: string;
  readonly outputs: readonly {
    readonly target: string;
    readonly files: readonly { readonly path: string; readonly content: string }[];
  }[];
}

export type Action = "create" | "change" | "unchanged" | "delete";

/** What would have to be done to one file. `content` is there where something is to be written. */
export interface Step {
  readonly path: string;
  readonly target: string;
  readonly action: Action;
  readonly content?: string;
}

/** Everything that would have to be done, the stamp last. */
export interface Plan {
  readonly steps: readonly Step[];
  readonly stamp: Step;
  /** What the folder was made for before, where that is something else. */
  readonly before?: string;
}

/** What lies in the output folder at a path. */
export type Look = (path: string) => FoundFile;

/**
 * Compares what is wanted with what is there, and refuses to touch what the tool did not write, and to settle among
 * it: `others` are the names in the folder.
 */
export function planOutput(
  out: string,
  wanted: Wanted,
  look: Look,
  others: readonly string[] = [],
): Outcome<Plan> {
  const found = look(stampName);
  if (found.kind === "blocked")
    return failure([report("output-unwritable", { path: `${out}/${stampName}`, reason: found.reason })]);
  const stamp = parseStamp(found.kind === "file" ? found.text : undefined, `${out}/${stampName}`);
  if (!stamp.ok) return stamp;
  const mixed = otherSettings(out, wanted, stamp.value);
  if (mixed) return failure([mixed]);
  const outcomes = [
    ...writeSteps(out, wanted, stamp.value, look),
    ...deleteSteps(out, wanted, stamp.value, look),
  ];
  const problems = outcomes.filter((outcome): outcome is Problem => "severity" in outcome);
  if (problems.length > 0) return failure(problems);
  const strangers = found.kind === "absent" ? strangersAmong(others, wanted) : [];
  if (strangers[0] !== undefined)
    return failure([report("folder-of-others", { path: out, name: strangers[0] })]);
  const before = madeForBefore(wanted, stamp.value);
  return success({
    steps: outcomes as Step[],
    stamp: stampStep(wanted, stamp.value, look),
    ...(before !== undefined && { before }),
  });
}

/** What else is in a folder that we never wrote to, besides what keeps an empty one in version control. */
const strangersAmong = (names: readonly string[], { outputs }: Wanted): string[] =>
  names.filter((name) => !placeholders.has(name) && !outputs.some(({ target }) => target === name));

const placeholders = new Set([".gitkeep", ".keep", ".gitignore", ".gitattributes", ".DS_Store"]);

/** Targets that this run does not remake must have been made with the same settings. */
function otherSettings(out: string, { settings, outputs }: Wanted, stamp: Stamp): Problem | undefined {
  const remade = new Set(outputs.map(({ target }) => target));
  const others = Object.entries(stamp.targets).filter(
    ([name, entry]) => !remade.has(name) && settingsKey(entry) !== settingsKey(settings),
  );
  const [first] = others;
  if (!first) return undefined;
  const asked = outputs.map(({ target }) => target);
  const all = [...new Set([...asked, ...others.map(([name]) => name)])];
  const call = (names: readonly string[], made: Settings): string =>
    ["mplus-codegen", `--target ${names.join(",")}`, ...flagsOf(made), `--out ${out}`].join(" ");
  return report("other-range", {
    existing: describe(first[1]),
    asked: describe(settings),
    targets: others.map(([name]) => name).join(", "),
    joining: call(asked, first[1]),
    command: call(all, settings),
  });
}

function madeForBefore({ settings }: Wanted, stamp: Stamp): string | undefined {
  const other = Object.values(stamp.targets).find((entry) => settingsKey(entry) !== settingsKey(settings));
  return other && describe(other);
}

const settingsKey = (settings: Settings): string => {
  const { minVersion, maxVersion, versions, responses, importExtension, int64, crypto } = settings;
  return JSON.stringify([minVersion, maxVersion, versions, responses, importExtension, int64, crypto]);
};

const describe = (settings: Settings): string => {
  const { minVersion = "", maxVersion = "", versions, responses, importExtension, int64, crypto } = settings;
  return [
    `${versions ?? `${minVersion}..${maxVersion}`} with ${responses} responses and import extension ${importExtension}`,
    ...(int64 === undefined ? [] : [`with 64-bit integers as ${int64}`]),
    ...(crypto === undefined ? [] : [`for ${crypto} crypto`]),
  ].join(", ");
};

function writeSteps(out: string, { outputs }: Wanted, stamp: Stamp, look: Look): (Step | Problem)[] {
  return outputs.flatMap(({ target, files }) =>
    files.map(({ path, content }): Step | Problem => {
      const found = look(path);
      if (found.kind === "absent") return { path, target, action: "create", content };
      if (found.kind === "blocked")
        return report("output-unwritable", { path: `${out}/${path}`, reason: found.reason });
      if (hashText(found.text) === hashText(content)) return { path, target, action: "unchanged" };
      return foreign(out, path, found.text, stamp) ?? { path, target, action: "change", content };
    }),
  );
}

function deleteSteps(out: string, { outputs }: Wanted, stamp: Stamp, look: Look): (Step | Problem)[] {
  return outputs.flatMap(({ target, files }) => {
    const kept = new Set(files.map(({ path }) => path));
    const gone = Object.keys(stamp.targets[target]?.files ?? {}).filter(
      (path) => !kept.has(path) && isInside(path, target),
    );
    return gone.flatMap((path): (Step | Problem)[] => {
      const found = look(path);
      // Left out of the stamp it would be nobody's for ever.
      if (found.kind === "blocked" && found.isUnknown)
        return [report("output-unwritable", { path: `${out}/${path}`, reason: found.reason })];
      if (found.kind !== "file") return [];
      return [foreign(out, path, found.text, stamp) ?? { path, target, action: "delete" }];
    });
  });
}

/** A stamp is only a file: it cannot make the tool delete anything outside a target's folder. */
const isInside = (path: string, target: string): boolean =>
  path.startsWith(`${target}/`) && !path.includes("\\") && posix.normalize(path) === path;

/** The problem with overwriting or deleting a file, if it is not exactly what the tool wrote there. */
function foreign(out: string, path: string, text: string, stamp: Stamp): Problem | undefined {
  const written = Object.values(stamp.targets).flatMap(({ files }) => files[path] ?? []);
  if (written.length === 0) return report("foreign-file", { path: `${out}/${path}` });
  return written.includes(hashText(text)) ? undefined : report("edited-file", { path: `${out}/${path}` });
}

function stampStep({ settings, tool, outputs }: Wanted, before: Stamp, look: Look): Step {
  const entries = outputs.map(({ target, files }) => [
    target,
    {
      ...settings,
      tool,
      files: Object.fromEntries(files.map(({ path, content }) => [path, hashText(content)])),
    },
  ]);
  const content = formatStamp({
    targets: { ...before.targets, ...(Object.fromEntries(entries) as Stamp["targets"]) },
  });
  const found = look(stampName);
  const action =
    found.kind !== "file" ? "create" : hashText(found.text) === hashText(content) ? "unchanged" : "change";
  return { path: stampName, target: "", action, content };
}
