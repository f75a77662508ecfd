import { renameSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import type { Memo } from "../../memo.js";
import { report } from "../../problem/catalogue.js";
import { describeSystemError, failure, type Outcome, success } from "../../problem/problem.js";
import { addRelease } from "../../spec/edit/edit-json.js";
import type { ReleaseEntry } from "../../spec/dialect.js";
import { readSpec } from "../../spec/read/read-spec.js";
import { parseRelease } from "../../time/release.js";
import type { Result } from "../json/results.js";
import type { Args } from "../options/commands.js";
import { findEditableSpec, isCheckoutSpec } from "../spec-folder/editable-spec.js";
import { lintSources } from "../../package/load-spec.js";
import { formatAddedRelease } from "../report/added-release.js";
import { jsonEnding, problemEnding, successEnding, type Ending } from "../report/ending.js";
import type { Surroundings } from "../surroundings.js";

/** `release`: adds a release to a spec, and says how to go on. */
export function release(args: Args<"release">, { memo }: Surroundings): Ending {
  const folder = findEditableSpec(args.spec, ".");
  const entry = toEntry(args);
  if (!folder.ok) return problemEnding(folder.problems, args.json);
  if (!entry.ok) return problemEnding(entry.problems, args.json);
  const text = editReleases(folder.value, entry.value, memo);
  if (!text.ok) return problemEnding(text.problems, args.json);
  const path = join(folder.value, "releases.json");
  const written = writeText(path, text.value);
  if (!written.ok) return problemEnding(written.problems, args.json);
  const added = {
    folder: relative(".", folder.value) || ".",
    line: findLine(entry.value, text.value),
    entry: entry.value,
    isOwn: isCheckoutSpec(folder.value, "."),
  };
  const result: Result<"release"> = { file: relative(".", path), line: added.line, ...entry.value };
  return args.json ? jsonEnding(result) : successEnding(formatAddedRelease(added));
}

function toEntry({ number, summary, date }: Args<"release">): Outcome<ReleaseEntry> {
  if (parseRelease(number) === undefined) {
    return failure([report("malformed-release", { option: "The release", value: number })]);
  }
  if (date !== undefined && !isDate(date)) {
    return failure([
      report("usage", { message: `--date ${date} is not a date.`, hint: "A date is written as 2027-01-31." }),
    ]);
  }
  return success({
    release: number.replace(/^v/, ""),
    summary: summary.trim(),
    ...(date !== undefined && { date }),
  });
}

const isDate = (text: string): boolean => {
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(`${text}T`);
};

/** Returns the new text of releases.json, if the spec is valid before and after. */
function editReleases(folder: string, entry: ReleaseEntry, memo: Memo): Outcome<string> {
  const sources = readSpec(folder);
  if (!sources.ok) return sources;
  const before = lintSources(sources.value, memo);
  if (!before.ok) return before;
  const old = sources.value.find(({ path }) => path === "releases.json")?.text ?? "";
  const text = addRelease(old, entry);
  if (!text.ok) return text;
  const edited = sources.value.map((file) =>
    file.path === "releases.json" ? { ...file, text: text.value } : file,
  );
  const after = lintSources(edited, memo);
  return after.ok ? text : after;
}

/** Writes a new file and renames it, so that a fault leaves the old one whole and no link is followed. */
function writeText(path: string, text: string): Outcome<undefined> {
  try {
    rmSync(`${path}.new`, { force: true });
    writeFileSync(`${path}.new`, text, { flag: "wx" });
    renameSync(`${path}.new`, path);
    return success(undefined);
  } catch (error) {
    return failure([report("output-unwritable", { path, reason: describeSystemError(error) })]);
  }
}

const findLine = ({ release: added }: ReleaseEntry, text: string): number =>
  text.slice(0, text.indexOf(`"release": ${JSON.stringify(added)}`)).split("\n").length;
