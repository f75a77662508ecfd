import { type Dirent, existsSync, readdirSync, realpathSync, statSync } from "node:fs";
import { dirname, extname, join, relative, sep } from "node:path";
import { printForTerminal } from "../../pages/blocks/terminal.js";
import type { Contract } from "../../drift/contract.js";
import type { ReviewedSpec } from "../../contract/lint/reviews.js";
import { findDrift, type DriftSource } from "../../drift/drift.js";
import type { Proposal } from "../../drift/propose.js";
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
import { findSpecLine, loadReviewedSpec, type FileLine } from "../inputs/spec-folder.js";
import type { CommandContext } from "../terminal/terminal.js";

/** `drift`: compares saved sources with the spec. */
export async function drift(args: Args<"drift">, { terminal }: CommandContext): Promise<RenderedResult> {
  const { json, markdown, patch, quiet } = args;
  checkUsage(args);
  const opened = requireSuccess(openSources(args.source));
  const folder = args.spec ?? ownSpec;
  const loaded = requireSuccess(loadReviewedSpec(folder));
  const prefix = patch ? findPatchPrefix(folder) : "";
  const { value } = requireSuccess(
    findDrift(opened.value, {
      ...loaded.value,
      lint: lintSources,
      today: new Date().toISOString().slice(0, 10),
      propose: patch || markdown || json,
    }),
  );
  const warnings = [...opened.warnings, ...loaded.warnings];
  const findLine = (finding: DriftFinding): FileLine | undefined => {
    const place = findPlace(finding, loaded.value.spec, value.contract);
    return place && findSpecLine(place, folder);
  };
  const driftReport: DriftReport = { ...value, findLine };
  const write = (): string => {
    if (json) return formatJson({ ...driftToJson(driftReport), warnings } satisfies DriftJson);
    if (markdown) return formatMarkdown(reportDrift(driftReport));
    return printForTerminal(quiet ? listToDo(driftReport) : reportDrift(driftReport), terminal);
  };
  const isOpen = value.sources.some(({ findings }) => findings.some((each) => isOpenVerdict(each.verdict)));
  return {
    code: isOpen ? 1 : 0,
    // A patch is exact: it has nothing of a source but what the spec may have.
    stdout: patch ? await makePatch(value.proposal.files, prefix) : escapeWorkflowCommands(write()),
    stderr: escapeWorkflowCommands(
      formatProblems(json ? [] : warnings) + (patch ? formatDecisions(driftReport) : ""),
    ),
  };
}

/** What the sources say, against what the spec says. */
export type DriftJson = ReturnType<typeof driftToJson> & WithWarnings;

/** Finds the place in the spec of the part or the review that a finding is about; for a new part, the place of what contains it. */
function findPlace(
  { subject, lost: [review] = [] }: DriftFinding,
  { reviewed }: ReviewedSpec,
  { paths }: Contract,
): SourceLocation | undefined {
  if (review) {
    const list = "claim" in review ? "claims" : "sentences";
    const index = reviewed[list].findIndex((each) => each === review);
    return placeIn("drift/reviewed.json", list, index);
  }
  if (!subject || subject.side === "event" || subject.side === "release") return undefined;
  return paths.place({ path: subject.path, direction: subject.side });
}

function checkUsage({ source, ...args }: Args<"drift">): void {
  const chosen = (["json", "markdown", "patch"] as const).flatMap((name) => (args[name] ? `--${name}` : []));
  if (chosen.length > 1) throwUsageProblem(`Choose one of ${listWords(chosen, "and")}.`);
  const message = "Say what to read: drift reads files that you have saved, and fetches nothing.";
  if (source.length === 0)
    throwUsageProblem(message, "For example: mplus-codegen drift pages/definitions.html");
}

/** Makes a patch of files that are new or change, in their order, for `git apply`. */
export async function makePatch(changed: Proposal["files"], prefix: string): Promise<string> {
  const { formatPatch, structuredPatch } = await import("diff");
  const patches = changed.map(({ path, before, after }) => {
    const isCreate = before === undefined;
    const [oldName, newName] = [isCreate ? "/dev/null" : `a/${prefix}${path}`, `b/${prefix}${path}`];
    const patch = structuredPatch(oldName, newName, before ?? "", after, undefined, undefined, {
      context: 3,
    });
    return formatPatch({ ...patch, isGit: true, isCreate });
  });
  return patches.join("");
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

/** Opens files that the user named. A folder means the sources in it, in the order of their names. */
export function openSources(names: readonly string[]): Outcome<readonly DriftSource[]> {
  const all = joinOutcomes(names.map(listSources));
  if (!all.ok) return all;
  const opened = all.value
    .flat()
    .map((file) => ({ file, read: (limit: number) => readUserFile(file, limit) }));
  return success(opened, all.warnings);
}

/** A file, or the files in a folder, but not those in folders of it. Nobody named a link in it: it may lead anywhere. */
function listSources(name: string): Outcome<readonly string[]> {
  const fail = (reason: string): Outcome<never> =>
    failure([report("file-unreadable", { reason }, { file: name, pointer: "" })]);
  try {
    if (!statSync(name).isDirectory()) return success([name]);
    const items = readdirSync(name, { withFileTypes: true }).filter((item) => !item.isDirectory());
    const isSource = (item: Dirent): boolean => item.isFile() && extensions.test(extname(item.name));
    const toPaths = (some: readonly Dirent[]): readonly string[] =>
      some.map((item) => join(name, item.name).replaceAll("\\", "/")).sort();
    const sources = toPaths(items.filter(isSource));
    const others = toPaths(items.filter((item) => !isSource(item)));
    if (sources.length === 0) return fail("there is no source in this folder");
    return success(
      sources,
      others.map((path) => report("source-passed-over", { path })),
    );
  } catch (error) {
    return fail(describeSystemError(error));
  }
}
