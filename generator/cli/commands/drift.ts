import { type Dirent, existsSync, readdirSync, realpathSync, statSync } from "node:fs";
import { dirname, extname, join, relative, sep } from "node:path";
import { printForTerminal, type Room } from "../../blocks/terminal.js";
import type { Contract } from "../../drift/contract.js";
import { drift as findDrift, type Source } from "../../drift/drift.js";
import { type DriftFinding, isLoud } from "../../drift/row.js";
import { lintSources, ownSpec } from "../../package/package-files.js";
import { report } from "../../problem/catalogue.js";
import {
  describeSystemError,
  failure,
  type Outcome,
  type Place,
  type Problem,
  success,
} from "../../problem/problem.js";
import { placeIn } from "../../spec/pointer.js";
import { quotePath } from "../../text/quote.js";
import { listWords } from "../../text/words.js";
import { readNamedFile } from "../named-files.js";
import type { Result } from "../results.js";
import type { Args } from "../options/commands.js";
import {
  driftToJson,
  disarm,
  type DriftReport,
  formatDecisions,
  formatMarkdown,
  listToDo,
  makeReport,
} from "../report/drift.js";
import { type Ending, formatJson, formatProblems, problemEnding } from "../report/ending.js";
import { type FileLine, findLine, loadReviewedSpec, type SpecWithReviews } from "../spec-folder.js";
import type { Surroundings } from "../terminal.js";

/** `drift`: what saved sources say today, held against the spec. */
export async function drift(args: Args<"drift">, { terminal }: Surroundings): Promise<Ending> {
  const sources = findMisuse(args) ?? openSources(args.source);
  if (!sources.ok) return problemEnding(sources.problems, args.json);
  terminal.progress("reading the spec");
  const folder = args.spec ?? ownSpec;
  const loaded = loadReviewedSpec(folder);
  if (!loaded.ok) return problemEnding(loaded.problems, args.json);
  const name = args.patch ? nameInPatch(folder) : success("");
  if (!name.ok) return problemEnding(name.problems, args.json);
  const { spec, files } = loaded.value;
  const found = findDrift(sources.value, {
    spec,
    files,
    lint: lintSources,
    today: new Date().toISOString().slice(0, 10),
    propose: args.patch || args.markdown || args.json,
    progress: terminal.progress,
  });
  if (!found.ok) return problemEnding(found.problems, args.json);
  const warnings = [...sources.warnings, ...loaded.warnings];
  const told = { ...found.value, findLine: openLines(loaded.value, folder, found.value.contract) };
  const stdout = args.json
    ? formatJson({ ...driftToJson(told), warnings } satisfies Result<"drift">)
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
  const findPlace = ({ subject, lost: [review] = [] }: DriftFinding): Place | undefined => {
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
  if (!patch) return printForTerminal(quiet ? listToDo(told) : makeReport(told), { columns });
  const { makePatch } = await import("../patch.js");
  return makePatch(told.proposal.files.map((file) => ({ ...file, name: name + file.path })));
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

/** What the files are called that are taken from a folder, whatever the case. */
const extensions = /^\.(?:md|markdown|html?|txt|wsdl|xsd|xml|json|ndjson|jsonl)$/i;

/** Opens files that the user named. A folder stands for the sources that lie in it, in the order of their names. */
export function openSources(names: readonly string[]): Outcome<readonly Source[]> {
  const problems: Problem[] = [];
  const passedOver: Problem[] = [];
  const fail = (file: string, reason: string): readonly never[] => {
    problems.push(report("file-unreadable", { reason }, { file, pointer: "" }));
    return [];
  };
  function attempt<T>(file: string, act: (file: string) => readonly T[]): readonly T[] {
    try {
      return act(file);
    } catch (error) {
      return fail(file, describeSystemError(error));
    }
  }
  const listPaths = (name: string): readonly string[] => {
    if (!statSync(name).isDirectory()) return [name];
    const { sources, others } = listFolder(name);
    passedOver.push(...others.map((path) => report("source-passed-over", { path })));
    return sources.length > 0 ? sources : fail(name, "there is no source in this folder");
  };
  const paths = names.flatMap((name) => attempt(name, listPaths));
  const opened = paths.map((file) => ({ file, read: (limit: number) => readNamedFile(file, limit) }));
  return problems.length > 0 ? failure(problems) : success(opened, passedOver);
}

/** What lies in a folder, but not what lies in folders of it. Nobody named a link in it: it may lead anywhere. */
function listFolder(folder: string): Readonly<Record<"sources" | "others", readonly string[]>> {
  const items = readdirSync(folder, { withFileTypes: true }).filter((item) => !item.isDirectory());
  const isSource = (item: Dirent): boolean => item.isFile() && extensions.test(extname(item.name));
  const list = (some: readonly Dirent[]): readonly string[] =>
    some.map(({ name }) => join(folder, name).replaceAll("\\", "/")).sort();
  return { sources: list(items.filter(isSource)), others: list(items.filter((item) => !isSource(item))) };
}
