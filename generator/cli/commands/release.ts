import type { ReportBlock } from "../../blocks/block.js";
import { printForTerminal } from "../../blocks/terminal.js";
import { plain, styled, text } from "../../blocks/text.js";
import { codeBlock, grid, heading, toParagraph } from "../../blocks/write.js";
import { join, relative } from "node:path";
import { report } from "../../problem/catalogue.js";
import { failure, type Outcome, success } from "../../problem/problem.js";
import { addRelease } from "../../spec/edit/edit-json.js";
import type { ReleaseEntry } from "../../spec/dialect.js";
import { readSpec } from "../../spec/read/read-spec.js";
import { quotePath } from "../../text/quote.js";
import { parseRelease } from "../../time/release.js";
import type { Result } from "../results.js";
import type { Args } from "../options/commands.js";
import { writeNamedFile } from "../named-files.js";
import { findEditableSpec, isCheckoutSpec } from "../spec-folder.js";
import { lintSources } from "../../package/load-spec.js";
import { jsonEnding, problemEnding, successEnding, type Ending } from "../report/ending.js";

import type { Surroundings } from "../terminal.js";

/** `release`: adds a release to a spec, and says how to go on. */
export function release(args: Args<"release">, { terminal }: Surroundings): Ending {
  const folder = findEditableSpec(args.spec, ".");
  const entry = toEntry(args);
  if (!folder.ok) return problemEnding(folder.problems, args.json);
  if (!entry.ok) return problemEnding(entry.problems, args.json);
  const text = editReleases(folder.value, entry.value);
  if (!text.ok) return problemEnding(text.problems, args.json);
  const path = join(folder.value, "releases.json");
  const problems = writeNamedFile(path, text.value);
  if (problems.length > 0) return problemEnding(problems, args.json);
  const added = {
    folder: relative(".", folder.value) || ".",
    line: findLine(entry.value, text.value),
    entry: entry.value,
    isOwn: isCheckoutSpec(folder.value, "."),
  };
  const result: Result<"release"> = { file: relative(".", path), line: added.line, ...entry.value };
  return args.json ? jsonEnding(result) : successEnding(printForTerminal(reportAdded(added), terminal));
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
function editReleases(folder: string, entry: ReleaseEntry): Outcome<string> {
  const sources = readSpec(folder);
  if (!sources.ok) return sources;
  const before = lintSources(sources.value);
  if (!before.ok) return before;
  const old = sources.value.find(({ path }) => path === "releases.json")?.text ?? "";
  const text = addRelease(old, entry);
  if (!text.ok) return text;
  const edited = sources.value.map((file) =>
    file.path === "releases.json" ? { ...file, text: text.value } : file,
  );
  const after = lintSources(edited);
  return after.ok ? text : after;
}

const findLine = ({ release: added }: ReleaseEntry, text: string): number =>
  text.slice(0, text.indexOf(`"release": ${JSON.stringify(added)}`)).split("\n").length;

interface AddedRelease {
  /** The folder of the spec, relative to the working folder. */
  readonly folder: string;
  readonly line: number;
  readonly entry: ReleaseEntry;
  /** Whether `npm run generate` generates from this spec. */
  readonly isOwn: boolean;
}

/** What was done, and how to go on. */
function reportAdded({ folder, line, entry: { release }, isOwn }: AddedRelease): readonly ReportBlock[] {
  const since = `"x-added-in": "${release}"`;
  const spec = `--spec ${quotePath(folder)}`;
  const rows = [
    ["requests/<object>.json", `what the POS sends: a new property gets ${since}`],
    ["responses/<object>.json", "what we answer: the same"],
    ["events/<event>.json", `a new event (${since}), or what an event carries and takes`],
    ["envelope.json", "what every event carries and takes"],
    ["examples/<event>/<what>.json", `a body as it goes over the wire, with "release": "${release}"`],
    ["products.json", "which products send a new event, or take a new answer"],
    ["sources.json, open-questions.json", "where it is from, and what is no question any more"],
  ] as const;
  const calls = [
    `mplus-codegen lint ${spec}`,
    `mplus-codegen diff ${release} ${spec}    # is that what the vendor announced?`,
    isOwn
      ? "npm run generate"
      : `mplus-codegen --target types ${spec} --out ${formatOutFolder(folder)}    # or your own targets`,
  ];
  const version = release.replace(/(?:\.0){1,2}$/, "");
  return [
    ...toParagraph(
      text`${styled("good", "Added")} v${version} to ${plain(`${folder}/releases.json, line ${line}.`)}`,
    ),
    heading(2, "Now say what it brought:"),
    grid(rows.map(([path, what]) => [plain(`${folder}/${path}`), plain(what)])),
    ...toParagraph(
      "Something else changed, or went? See the annotations in spec/README.md (x-removed-in, x-was, x-notes).",
    ),
    heading(2, "Then:"),
    codeBlock("sh", calls.join("\n")),
  ];
}

/** The output folder must not be in the spec, whatever the working folder is. */
const formatOutFolder = (spec: string): string => quotePath(join(spec, "..", "generated"));
