import { type Dirent, existsSync, readdirSync, realpathSync, statSync } from "node:fs";
import { dirname, extname, join, relative, sep } from "node:path";
import { printForTerminal } from "../../pages/blocks/terminal.js";
import type { Contract } from "../../drift/contract.js";
import { findDrift, type DriftSource } from "../../drift/drift.js";
import { type DriftFinding, isOpenVerdict } from "../../drift/source-content.js";
import { lintSources, ownSpec } from "../../contract/package/package-files.js";
import { report } from "../../base/problem/catalogue.js";
import { describeSystemError, failure, success, type Outcome } from "../../base/problem/problem.js";
import type { SourceLocation } from "../../base/problem/problem.js";
import { placeIn } from "../../contract/read/pointer.js";
import { quotePath } from "../../base/text/quote.js";
import { listWords } from "../../base/text/words.js";
import { isInsideFolder, listAncestors, readUserFile } from "../inputs/user-files.js";
import type { Args } from "../options/commands.js";
import {
  driftToJson,
  escapeWorkflowCommands,
  type DriftReport,
  formatDecisions,
  formatMarkdown,
  listToDo,
  reportDrift,
} from "./drift/report.js";
import { joinOutcomes, requireSuccess, throwUsageProblem } from "../call-error.js";
import { type RenderedResult, formatJson, type WithWarnings } from "../command-result.js";
import { formatProblems } from "../terminal/problem-text.js";
import {
  findSpecLine,
  loadReviewedSpec,
  type FileLine,
  type SpecWithReviews,
} from "../inputs/spec-folder.js";
import type { CommandContext } from "../terminal/terminal.js";

/** `drift`: what saved sources say today, held against the spec. */
export async function drift(args: Args<"drift">, { terminal }: CommandContext): Promise<RenderedResult> {
  const { json, markdown, patch, quiet } = args;
  checkUsage(args);
  const { value: sources, warnings: skippedWarnings } = requireSuccess(openSources(args.source));
  terminal.progress("reading the spec");
  const folder = args.spec ?? ownSpec;
  const { value: loaded, warnings: specWarnings } = requireSuccess(loadReviewedSpec(folder));
  const name = patch ? findPatchPrefix(folder) : "";
  const { value } = requireSuccess(
    findDrift(sources, {
      ...loaded,
      lint: lintSources,
      today: new Date().toISOString().slice(0, 10),
      propose: patch || markdown || json,
      progress: terminal.progress,
    }),
  );
  const warnings = [...skippedWarnings, ...specWarnings];
  const driftReport: DriftReport = { ...value, findLine: createLineFinder(loaded, folder, value.contract) };
  const write = async (): Promise<string> => {
    if (json) return formatJson({ ...driftToJson(driftReport), warnings } satisfies DriftJson);
    if (markdown) return formatMarkdown(reportDrift(driftReport));
    if (!patch) return printForTerminal(quiet ? listToDo(driftReport) : reportDrift(driftReport), terminal);
    const { makePatch } = await import("./drift/git-patch.js");
    return makePatch(driftReport.proposal.files.map((file) => ({ ...file, name: name + file.path })));
  };
  const stdout = await write();
  return {
    code: driftReport.sources.some(({ findings }) => findings.some(({ verdict }) => isOpenVerdict(verdict)))
      ? 1
      : 0,
    // A patch is exact: it holds nothing of a source but what the spec may have.
    stdout: patch ? stdout : escapeWorkflowCommands(stdout),
    stderr: escapeWorkflowCommands(
      formatProblems(json ? [] : warnings) + (patch ? formatDecisions(driftReport) : ""),
    ),
  };
}

/** What the sources say, against what the spec says. */
export type DriftJson = ReturnType<typeof driftToJson> & WithWarnings;

/** Finds the line of the spec of the part or of the review that a finding is about; of a new part, the line of what holds it. */
function createLineFinder(
  { spec, files }: SpecWithReviews,
  folder: string,
  { paths }: Contract,
): DriftReport["findLine"] {
  const lines = new Map<string, FileLine | undefined>();
  const findPlace = ({ subject, lost: [review] = [] }: DriftFinding): SourceLocation | undefined => {
    if (review) {
      const list = "claim" in review ? "claims" : "sentences";
      const index = spec.reviewed[list].findIndex((each) => each === review);
      return placeIn("drift/reviewed.json", list, index);
    }
    if (!subject || subject.side === "event" || subject.side === "release") return undefined;
    return paths.place({ path: subject.path, direction: subject.side });
  };
  return (finding) => {
    const place = findPlace(finding);
    const key = JSON.stringify(place);
    // Many findings are about one place, and to find its line takes reading the file.
    if (place && !lines.has(key)) lines.set(key, findSpecLine(place, { folder, sources: files }));
    return lines.get(key);
  };
}

function checkUsage({ source, ...args }: Args<"drift">): void {
  const chosen = (["json", "markdown", "patch"] as const).flatMap((name) => (args[name] ? `--${name}` : []));
  if (chosen.length > 1) throwUsageProblem(`Choose one of ${listWords(chosen, "and")}.`);
  const message = "Say what to read: drift reads files that you have saved, and fetches nothing.";
  if (source.length === 0)
    throwUsageProblem(message, "For example: mplus-codegen drift pages/definitions.html");
}

/**
 * What the names of the spec's files begin with in a patch: git takes them from the top of the repository, wherever in it it is called,
 * and passes over in silence what is not below the folder of the call.
 */
function findPatchPrefix(spec: string): string {
  const [here, folder] = [realpathSync("."), realpathSync(spec)];
  const message = `The spec folder ${quotePath(spec)} is not below this one, so git apply, called here, would pass over it.`;
  const hint = `Call drift --patch and git apply in ${quotePath(dirname(folder))}.`;
  if (!isInsideFolder(folder, here)) throwUsageProblem(message, hint);
  const repository = listAncestors(here).find((each) => existsSync(join(each, ".git"))) ?? here;
  const way = relative(repository, folder).split(sep);
  return [...way.filter(Boolean), ""].join("/");
}

/** What the files are called that are taken from a folder, whatever the case. */
const extensions = /^\.(?:md|markdown|html?|txt|wsdl|xsd|xml|json|ndjson|jsonl)$/i;

/** Opens files that the user named. A folder stands for the sources that lie in it, in the order of their names. */
export function openSources(names: readonly string[]): Outcome<readonly DriftSource[]> {
  const listed = names.map((name): Outcome<readonly string[]> => {
    const fail = (reason: string): Outcome<never> =>
      failure([report("file-unreadable", { reason }, { file: name, pointer: "" })]);
    try {
      if (!statSync(name).isDirectory()) return success([name]);
      const { sources, others } = listFolder(name);
      if (sources.length === 0) return fail("there is no source in this folder");
      return success(
        sources,
        others.map((path) => report("source-passed-over", { path })),
      );
    } catch (error) {
      return fail(describeSystemError(error));
    }
  });
  const all = joinOutcomes(listed);
  if (!all.ok) return all;
  const opened = all.value
    .flat()
    .map((file) => ({ file, read: (limit: number) => readUserFile(file, limit) }));
  return success(opened, all.warnings);
}

/** What lies in a folder, but not what lies in folders of it. Nobody named a link in it: it may lead anywhere. */
function listFolder(folder: string): Readonly<Record<"sources" | "others", readonly string[]>> {
  const items = readdirSync(folder, { withFileTypes: true }).filter((item) => !item.isDirectory());
  const isSource = (item: Dirent): boolean => item.isFile() && extensions.test(extname(item.name));
  const list = (some: readonly Dirent[]): readonly string[] =>
    some.map(({ name }) => join(folder, name).replaceAll("\\", "/")).sort();
  return { sources: list(items.filter(isSource)), others: list(items.filter((item) => !isSource(item))) };
}
