import { lstatSync } from "node:fs";
import { join, posix, relative } from "node:path";
import { quote, quoteForShell } from "../../base/text/quote.js";
import { listWords } from "../../base/text/words.js";
import { parseRelease } from "../../base/time/release.js";
import { ownSpec } from "../../contract/package/package-files.js";
import { placeIn } from "../../contract/read/pointer.js";
import { findDrift, type DriftSource } from "../../drift/drift.js";
import { isOpenVerdict } from "../../drift/source-content.js";
import { createSnapshots } from "../../contract/lattice/snapshot.js";
import type { Model } from "../../contract/model/model.js";
import { createTrafficReader } from "../../till/traffic/traffic-reader.js";
import { listFolderNames } from "../../output/folder.js";
import { printForTerminal } from "../../pages/blocks/terminal.js";
import { requireSuccess, throwUsageProblem } from "../call-error.js";
import { formatJson, type RenderedResult, type WithWarnings } from "../command-result.js";
import { findSpecLine, loadReviewedSpec } from "../inputs/spec-folder.js";
import { readUserFile } from "../inputs/user-files.js";
import { readShopReleases } from "../inputs/receiver.js";
import type { Args } from "../options/commands.js";
import { formatProblems } from "../terminal/problem-text.js";
import type { CommandContext } from "../terminal/terminal.js";
import { driftToJson, escapeWorkflowCommands, formatMarkdown } from "./drift/report.js";
import { listToDo, reportDrift, type DriftReport } from "./drift/report.js";
import { listSpecFiles, type SpecParts } from "./drift/spec-files.js";

/** `drift`: compares saved sources with the spec. */
export function drift(args: Args<"drift">, { terminal }: CommandContext): RenderedResult {
  const { json, markdown, quiet, source: names, spec: folder = ownSpec } = args;
  if (json && markdown) throwUsageProblem("Use only one of --json and --markdown.");
  if (markdown && args.showValues) throwUsageProblem("--markdown is for others, so it shows no values.");
  const message = "Name the files to compare. drift reads saved files and fetches nothing.";
  if (names.length === 0)
    throwUsageProblem(message, "For example: mplus-codegen drift pages/definitions.html");
  const { value: spec, warnings } = requireSuccess(loadReviewedSpec(folder, args.additions));
  const given = { findRelease: readShopReleases(args.release), showsValues: args.showValues };
  const createReader = (model: Model) => createTrafficReader(createSnapshots(model), given);
  const { value } = requireSuccess(findDrift(names.flatMap(openSources), spec, createReader));
  const findLine: DriftReport["findLine"] = ({ subject, lost: [review] = [] }) => {
    if (review) {
      const list = "claim" in review ? "claims" : "sentences";
      const index = spec.reviewed[list].findIndex((each) => each === review);
      return findSpecLine(placeIn("drift/reviewed.json", list, index), folder);
    }
    if (!subject || subject.side === "event" || subject.side === "release") return undefined;
    // A new part gets the line of its parent.
    return findSpecLine(
      value.contract.paths.place({ path: subject.path, direction: subject.side }),
      folder,
      spec.additions,
    );
  };
  const inFolder = (file: string): string => relative(".", join(folder, file)).replaceAll("\\", "/");
  const parts: SpecParts = {
    has: value.contract.has,
    option: args.spec === undefined ? "" : ` --spec ${quoteForShell(args.spec)}`,
    hasRelease: (path) => spec.releases.some(({ release }) => release === parseRelease(path)),
    isBeyond: (path) => spec.beyond !== undefined && spec.beyond.from <= (parseRelease(path) ?? 0),
  };
  const findFiles: DriftReport["findFiles"] = (finding) => {
    const files = finding.seen ? undefined : listSpecFiles(finding, parts);
    return files && { ...files, create: files.create.map(inFolder), edit: files.edit.map(inFolder) };
  };
  const shops = new Map(value.shops.map((shop, index) => [shop, index + 1]));
  mustHaveShops(args.release, value.shops);
  const shown = { shops: markdown ? shops : undefined, isOwnSpec: args.spec !== undefined };
  const found = { ...value, shown, findLine, findFiles };
  const write = (): string => {
    if (json) return formatJson({ ...driftToJson(found), warnings } satisfies DriftJson);
    if (markdown) return formatMarkdown(found);
    return printForTerminal(quiet ? listToDo(found) : reportDrift(found), terminal);
  };
  const isOpen = value.sources.some(({ findings }) => findings.some((each) => isOpenVerdict(each.verdict)));
  return {
    code: isOpen ? 1 : 0,
    stdout: escapeWorkflowCommands(write()),
    stderr: escapeWorkflowCommands(formatProblems(json ? [] : warnings)),
  };
}

function mustHaveShops(releases: readonly string[], shops: readonly string[]): void {
  const ids = shops.filter((shop) => shop !== "");
  const named = releases
    .filter((each) => each.includes("="))
    .map((each) => each.slice(0, each.lastIndexOf("=")));
  const wrong = named.find((shop) => !ids.includes(shop));
  if (wrong === undefined) return;
  const known =
    shops.length > 0
      ? `the recordings are of ${listWords(shops.slice(0, 10).map(quote), "and")}`
      : "no recording names its shop";
  throwUsageProblem(`--release names the shop ${quote(wrong)}, but ${known}.`);
}

export type DriftJson = ReturnType<typeof driftToJson> & WithWarnings;

/** For a folder, opens its files except hidden files, links and subfolders. */
export function openSources(name: string): readonly DriftSource[] {
  const inside = listFolderNames(name).filter((each) => !each.startsWith("."));
  const files = inside.map((each) => posix.join(name, each)).filter((path) => lstatSync(path).isFile());
  const found = files.length > 0 ? files : [name];
  return found.map((file) => ({ file, read: (limit) => readUserFile(file, limit) }));
}
