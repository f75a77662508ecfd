import { existsSync, lstatSync, realpathSync } from "node:fs";
import { dirname, join, posix, relative, resolve } from "node:path";
import { quotePath } from "../../base/text/quote.js";
import { listWords } from "../../base/text/words.js";
import { lintSources, ownSpec } from "../../contract/package/package-files.js";
import { placeIn } from "../../contract/read/pointer.js";
import { findDrift, type DriftSource } from "../../drift/drift.js";
import type { Proposal } from "../../drift/propose.js";
import { isOpenVerdict } from "../../drift/source-content.js";
import { listFolderNames } from "../../output/folder.js";
import { printForTerminal } from "../../pages/blocks/terminal.js";
import { requireSuccess, throwUsageProblem } from "../call-error.js";
import { formatJson, type RenderedResult, type WithWarnings } from "../command-result.js";
import { findSpecLine, loadReviewedSpec } from "../inputs/spec-folder.js";
import { listAncestors } from "../../output/folder.js";
import { isInsideFolder, readUserFile } from "../inputs/user-files.js";
import type { Args } from "../options/commands.js";
import { formatProblems } from "../terminal/problem-text.js";
import type { CommandContext } from "../terminal/terminal.js";
import { driftToJson, escapeWorkflowCommands, formatDecision, formatMarkdown } from "./drift/report.js";
import { listToDo, reportDrift, type DriftReport } from "./drift/report.js";

/** `drift`: compares saved sources with the spec. */
export async function drift(args: Args<"drift">, { terminal }: CommandContext): Promise<RenderedResult> {
  const { json, markdown, patch, quiet, source: names, spec: folder = ownSpec } = args;
  const chosen = (["json", "markdown", "patch"] as const).flatMap((name) => (args[name] ? `--${name}` : []));
  if (chosen.length > 1) throwUsageProblem(`Use only one of ${listWords(chosen, "and")}.`);
  const message = "Name the files to compare. drift reads saved files and fetches nothing.";
  if (names.length === 0)
    throwUsageProblem(message, "For example: mplus-codegen drift pages/definitions.html");
  const { value: against, warnings } = requireSuccess(loadReviewedSpec(folder));
  const prefix = patch ? findPatchPrefix(folder) : "";
  const today = new Date().toISOString().slice(0, 10);
  const options = { ...against, lint: lintSources, today, propose: patch || markdown || json };
  const { value } = requireSuccess(findDrift(names.flatMap(openSources), options));
  const findLine: DriftReport["findLine"] = ({ subject, lost: [review] = [] }) => {
    if (review) {
      const list = "claim" in review ? "claims" : "sentences";
      const index = against.spec.reviewed[list].findIndex((each) => each === review);
      return findSpecLine(placeIn("drift/reviewed.json", list, index), folder);
    }
    if (!subject || subject.side === "event" || subject.side === "release") return undefined;
    // A new part gets the line of its parent.
    return findSpecLine(value.contract.paths.place({ path: subject.path, direction: subject.side }), folder);
  };
  const found = { ...value, findLine };
  const write = (): string => {
    if (json) return formatJson({ ...driftToJson(found), warnings } satisfies DriftJson);
    if (markdown) return formatMarkdown(found);
    return printForTerminal(quiet ? listToDo(found) : reportDrift(found), terminal);
  };
  const decisions = patch ? value.proposal.decisions.map((each) => `${formatDecision(each)}\n`) : [];
  const isOpen = value.sources.some(({ findings }) => findings.some((each) => isOpenVerdict(each.verdict)));
  return {
    code: isOpen ? 1 : 0,
    // A patch must stay exact. It quotes only what the spec may contain.
    stdout: patch ? await makePatch(value.proposal.files, prefix) : escapeWorkflowCommands(write()),
    stderr: escapeWorkflowCommands(formatProblems(json ? [] : warnings) + decisions.join("")),
  };
}

export type DriftJson = ReturnType<typeof driftToJson> & WithWarnings;

/** Makes a patch for `git apply`. Keeps the order of the files. */
export async function makePatch(changed: Proposal["files"], prefix: string): Promise<string> {
  const { formatPatch, structuredPatch } = await import("diff");
  const patches = changed.map(({ path, before, after }) => {
    const name = posix.join(prefix, path);
    const isCreate = before === undefined;
    const patch = structuredPatch(isCreate ? "/dev/null" : `a/${name}`, `b/${name}`, before ?? "", after);
    return formatPatch({ ...patch, isGit: true, isCreate });
  });
  return patches.join("");
}

/**
 * The path of the spec from the root of the repository. Git resolves the names in a patch from there, and skips
 * files outside the working folder.
 */
function findPatchPrefix(spec: string): string {
  const folder = realpathSync(spec);
  const message = `The spec folder ${quotePath(spec)} is outside the working folder, so git apply would skip it.`;
  const hint = `Run drift --patch and git apply in ${quotePath(dirname(folder))}.`;
  if (!isInsideFolder(folder, resolve())) throwUsageProblem(message, hint);
  const top = listAncestors(resolve()).find((each) => existsSync(join(each, ".git")));
  return relative(top ?? "", folder).replaceAll("\\", "/");
}

/** For a folder, opens its files except hidden files, links and subfolders. */
export function openSources(name: string): readonly DriftSource[] {
  const inside = listFolderNames(name).filter((each) => !each.startsWith("."));
  const files = inside.map((each) => posix.join(name, each)).filter((path) => lstatSync(path).isFile());
  const found = files.length > 0 ? files : [name];
  return found.map((file) => ({ file, read: (limit) => readUserFile(file, limit) }));
}
