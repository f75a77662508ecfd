import { existsSync, realpathSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { drift as findDrift } from "../../drift/drift.js";
import type { Contract } from "../../drift/contract.js";
import { isLoud, type Finding } from "../../drift/row.js";
import { lintSources } from "../../package/load-spec.js";
import { ownSpec } from "../../package/package-files.js";
import { report } from "../../problem/catalogue.js";
import { failure, success, type Outcome, type Place } from "../../problem/problem.js";
import { placeIn } from "../../spec/pointer.js";
import { quotePath } from "../../text/quote.js";
import { listWords } from "../../text/words.js";
import { driftToJson } from "../json/drift.js";
import type { Args } from "../options/commands.js";
import { disarm, formatDecisions, formatForTerminal, formatMarkdown } from "../report/drift.js";
import { listToDo, makeReport, type DriftReport } from "../report/drift.js";
import { formatJson, problemEnding, type Ending } from "../report/ending.js";
import { formatProblems } from "../report/problem-text.js";
import type { Room } from "../report/tables.js";
import { openSources } from "../sources/open-sources.js";
import { findLine, type FileLine } from "../spec-folder/find-line.js";
import { loadReviewedSpec, type SpecWithReviews } from "../spec-folder/reviewed-spec.js";
import type { Surroundings } from "../surroundings.js";

/** `drift`: what saved sources say today, held against the spec. */
export async function drift(args: Args<"drift">, { terminal, memo }: Surroundings): Promise<Ending> {
  const sources = findMisuse(args) ?? openSources(args.source);
  if (!sources.ok) return problemEnding(sources.problems, args.json);
  terminal.progress("reading the spec");
  const folder = args.spec ?? ownSpec;
  const loaded = loadReviewedSpec(folder, memo);
  if (!loaded.ok) return problemEnding(loaded.problems, args.json);
  const name = args.patch ? nameInPatch(folder) : success("");
  if (!name.ok) return problemEnding(name.problems, args.json);
  const { spec, files } = loaded.value;
  const found = await findDrift(sources.value, {
    spec,
    files,
    lint: (changed) => lintSources(changed, memo),
    today: new Date().toISOString().slice(0, 10),
    propose: args.patch || args.markdown || args.json,
    progress: terminal.progress,
  });
  if (!found.ok) return problemEnding(found.problems, args.json);
  const warnings = [...sources.warnings, ...loaded.warnings];
  const told = { ...found.value, findLine: openLines(loaded.value, folder, found.value.contract) };
  const stdout = args.json
    ? formatJson(driftToJson(told, warnings))
    : await print(told, { ...args, name: name.value, columns: terminal.columns });
  return {
    code: told.sources.some(({ findings }) => findings.some(({ verdict }) => isLoud(verdict))) ? 1 : 0,
    // A patch is exact: it holds nothing of a source but what the spec may have.
    stdout: args.patch ? stdout : disarm(stdout),
    stderr: disarm(formatProblems(args.json ? [] : warnings) + (args.patch ? formatDecisions(told) : "")),
  };
}

/** Finds the line of the spec of the part or of the review that a finding is about; of a new part, the line of what holds it. */
function openLines(
  { spec, files }: SpecWithReviews,
  folder: string,
  { paths }: Contract,
): DriftReport["findLine"] {
  const lines = new Map<string, FileLine | undefined>();
  const findPlace = ({ subject, lost: [review] = [] }: Finding): Place | undefined => {
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
    if (place && !lines.has(key)) lines.set(key, findLine(place, { folder, sources: files }));
    return lines.get(key);
  };
}

async function print(
  told: DriftReport,
  { patch, markdown, quiet, name, columns }: Args<"drift"> & Room & { readonly name: string },
): Promise<string> {
  if (markdown) return formatMarkdown(makeReport(told));
  if (!patch) return formatForTerminal(quiet ? listToDo(told) : makeReport(told), { columns });
  const { makePatch } = await import("../patch.js");
  return makePatch(told.proposal.files.map((file) => ({ ...file, name: name + file.path }))).text;
}

function findMisuse(args: Args<"drift">): Outcome<never> | undefined {
  const given = (["json", "markdown", "patch"] as const).flatMap((name) => (args[name] ? `--${name}` : []));
  const message = "Say what to read: drift reads files that you have saved, and fetches nothing.";
  const hint = "For example: mplus-codegen drift pages/definitions.html";
  const choose = { message: `Choose one of ${listWords(given, "and")}.`, hint: undefined };
  if (given.length > 1) return failure([report("usage", choose)]);
  return args.source.length > 0 ? undefined : failure([report("usage", { message, hint })]);
}

/**
 * What the names of the spec's files begin with in a patch: git takes them from the top of the repository, wherever in it it is called,
 * and passes over in silence what is not below the folder of the call.
 */
function nameInPatch(spec: string): Outcome<string> {
  const [here, folder] = [realpathSync("."), realpathSync(spec)];
  const listUp = (from: string): readonly string[] =>
    dirname(from) === from ? [from] : [from, ...listUp(dirname(from))];
  if (!listUp(folder).includes(here)) {
    const message = `The spec folder ${quotePath(spec)} is not below this one, so git apply, called here, would pass over it.`;
    const hint = `Call drift --patch and git apply in ${quotePath(dirname(folder))}.`;
    return failure([report("usage", { message, hint })]);
  }
  const top = listUp(here).find((each) => existsSync(join(each, ".git"))) ?? here;
  return success([...relative(top, folder).split(sep).filter(Boolean), ""].join("/"));
}
