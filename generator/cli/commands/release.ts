import { existsSync, realpathSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import type { ReportBlock } from "../../pages/blocks/block.js";
import { plain, styled, text } from "../../pages/blocks/text.js";
import { codeBlock, heading, toParagraph } from "../../pages/blocks/builders.js";
import { lintSources, readSpecSources } from "../../contract/package/package-files.js";
import { report } from "../../base/problem/catalogue.js";
import type { ReleaseEntry } from "../../contract/read/dialect.js";
import { addRelease } from "../../contract/read/add-release.js";
import type { Problem } from "../../base/problem/problem.js";
import { quote, quotePath } from "../../base/text/quote.js";
import { parseRelease } from "../../base/time/release.js";
import { listAncestors } from "../../output/folder.js";
import { writeUserFile } from "../inputs/user-files.js";
import type { Args } from "../options/commands.js";
import { requireSuccess, throwProblems, usageProblem } from "../call-error.js";

export function release({ spec, number, summary, date }: Args<"release">) {
  const folder = spec ?? findSpec() ?? throwProblems(report("no-checkout", {}));
  if (parseRelease(number) === undefined)
    throwProblems(report("malformed-release", { option: "The release", value: number }));
  const named = { release: number.replace(/^v/, ""), summary: summary.trim() };
  const entry: ReleaseEntry = date === undefined ? named : { ...named, date };
  const sources = requireSuccess(readSpecSources(folder)).value;
  // The next install would undo the edit.
  if (realpathSync(folder).split(sep).includes("node_modules"))
    throwProblems(report("installed-spec", { path: folder }));
  const edited = "releases.json";
  const source = sources.find(({ path }) => path === edited);
  const before = lintSources(sources);
  // Problems in other files may exist only because the release is not listed yet.
  const broken = before.ok ? [] : before.problems.filter(({ place }) => !source || place?.file === edited);
  if (!source || broken.length > 0) throwProblems(broken);
  const text = requireSuccess(addRelease(source.text, entry)).value;
  const added = lintSources(sources.map((file) => (file.path === edited ? { ...file, text } : file)));
  if (!added.ok) throwProblems(added.problems.map((problem) => toOptionProblem(problem, { summary, date })));
  const file = relative(".", join(folder, edited));
  writeUserFile(file, text);
  const line = text.slice(0, text.indexOf(`"release": ${JSON.stringify(entry.release)}`)).split("\n").length;
  return {
    report: () => reportNewRelease(entry.release, relative(".", folder) || ".", line),
    json: () => ({ file, line, ...entry }),
  };
}

export type ReleaseJson = ReturnType<ReturnType<typeof release>["json"]>;

/** No file contains the entry yet, so a problem with it is reported as a problem with its option. */
function toOptionProblem(problem: Problem, options: Readonly<Record<string, string | undefined>>): Problem {
  const { file, pointer = "" } = problem.place ?? {};
  const name = pointer.split("/").at(-1) ?? "";
  const value = file === "releases.json" ? options[name] : undefined;
  return value === undefined
    ? problem
    : usageProblem(`--${name} ${quote(value)} cannot be added to releases.json.`, problem.message);
}

/** Searches the working folder and its parents. */
const findSpec = (): string | undefined =>
  listAncestors(resolve("."))
    .flatMap((folder) => [join(folder, "spec"), folder])
    .find((spec) => existsSync(join(spec, "releases.json")) && existsSync(join(spec, "envelope.json")));

function reportNewRelease(release: string, folder: string, line: number): readonly ReportBlock[] {
  const spec = `--spec ${quotePath(folder)}`;
  // The output folder must be outside the spec, whatever the working folder is.
  const out = quotePath(join(folder, "..", "generated"));
  const calls = [
    `mplus-codegen lint ${spec}`,
    `mplus-codegen diff ${release} ${spec}    # is this what the vendor announced?`,
    `mplus-codegen --target types ${spec} --out ${out}    # or your own targets; in a clone: npm run generate`,
  ];
  const added = plain(`v${release.replace(/(?:\.0){1,2}$/, "")} to ${folder}/releases.json, line ${line}.`);
  return [
    ...toParagraph(text`${styled("good", "Added")} ${added}`),
    ...toParagraph(
      `Now describe its changes. Mark new parts with "x-added-in": "${release}". spec/README.md lists the annotations for other changes.`,
    ),
    heading(2, "Then run:"),
    codeBlock("sh", calls.join("\n")),
  ];
}
