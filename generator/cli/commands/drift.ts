import { join, relative, sep } from "node:path";
import { drift as findDrift } from "../../drift/drift.js";
import type { Finding } from "../../drift/judge/finding.js";
import { placeFinding } from "../../drift/place-finding.js";
import { buildModel } from "../../model/build.js";
import { createPaths } from "../../model/paths.js";
import { report } from "../../problem/catalogue.js";
import { failure, success, type Outcome, type Problem } from "../../problem/problem.js";
import type { SourceFile } from "../../spec/read/read-spec.js";
import { lintSources } from "../../package/load-spec.js";
import { loadReviewedSpec } from "../spec-folder/reviewed-spec.js";
import { ownSpec, readToolVersion } from "../../package/package-files.js";
import { toVisibleLine } from "../../text/quote.js";
import { listWords } from "../../text/words.js";
import type { Args } from "../options/commands.js";
import { driftToJson } from "../report/drift/drift-json.js";
import { formatDriftMarkdown } from "../report/drift/drift-markdown.js";
import { formatDecision, hasLoud, type DriftReport } from "../report/drift/drift-report.js";
import { driftToSarif } from "../report/drift/drift-sarif.js";
import { formatDrift, formatToDo } from "../report/drift/drift-text.js";
import { formatJson, problemEnding, type Ending } from "../report/ending.js";
import { formatProblems } from "../report/problem-text.js";
import { disarm } from "../report/drift/disarm.js";
import { openSources } from "../sources/open-sources.js";
import { findLine } from "../spec-folder/find-line.js";
import type { Surroundings } from "../surroundings.js";
import type { Terminal } from "../terminal/terminal.js";

/** `drift`: what saved sources say today, held against the spec. */
export async function drift(args: Args<"drift">, around: Surroundings): Promise<Ending> {
  const found = await readDrift(args, around);
  if (!found.ok) return problemEnding(found.problems, args.json);
  const { value, warnings } = found;
  const stdout = await format(value, warnings, { ...args, terminal: around.terminal });
  const stderr = formatProblems(args.json ? [] : warnings) + (args.patch ? formatDecisions(value) : "");
  // A patch is exact: it holds nothing of a source but names that the spec may have.
  return {
    code: hasLoud(value) ? 1 : 0,
    stdout: args.patch ? stdout : disarm(stdout),
    stderr: disarm(stderr),
  };
}

interface LoadedDrift extends DriftReport {
  readonly folder: string;
}

async function readDrift(
  args: Args<"drift">,
  { terminal: { progress }, memo }: Surroundings,
): Promise<Outcome<LoadedDrift>> {
  const misuse = findMisuse(args);
  if (misuse) return failure([misuse]);
  const sources = openSources(args.source);
  if (!sources.ok) return sources;
  progress("reading the spec");
  const folder = args.spec ?? ownSpec;
  const loaded = loadReviewedSpec(folder, memo);
  if (!loaded.ok) return loaded;
  const { spec, contract, reviews } = loaded.value;
  const editing = {
    files: contract,
    lint: (changed: readonly SourceFile[]) => lintSources(changed, memo),
    today: new Date().toISOString().slice(0, 10),
  };
  // A proposal takes its time, and the other formats print nothing of it.
  const isProposed = args.patch || args.markdown || args.json;
  const found = await findDrift(sources.value, {
    ...{ spec, progress },
    ...(isProposed && { editing }),
  });
  if (!found.ok) return found;
  const texts = { folder, sources: [...contract, ...reviews] };
  const paths = createPaths(buildModel(spec));
  const place = (finding: Finding) => {
    const at = placeFinding(finding, spec, paths);
    return at && findLine(at, texts);
  };
  return success({ ...found.value, folder, findLine: place }, [...sources.warnings, ...loaded.warnings]);
}

const formats = ["json", "markdown", "sarif", "patch"] as const;

function findMisuse(args: Args<"drift">): Problem | undefined {
  if (args.source.length === 0)
    return report("usage", {
      message: "Say what to read: drift reads files that you have saved, and fetches nothing.",
      hint: "For example: mplus-codegen drift pages/definitions.html",
    });
  const given = formats.filter((name) => args[name]).map((name) => `--${name}`);
  return given.length > 1
    ? report("usage", { message: `Choose one of ${listWords(given, "and")}.`, hint: undefined })
    : undefined;
}

interface Manner extends Args<"drift"> {
  readonly terminal: Terminal;
}

async function format(
  found: LoadedDrift,
  warnings: readonly Problem[],
  { json, markdown, sarif, patch, quiet, terminal }: Manner,
): Promise<string> {
  if (json) return formatJson(driftToJson(found, warnings));
  if (sarif) return formatJson(driftToSarif(found, readToolVersion()));
  if (patch) return formatProposal(found);
  if (markdown) return formatDriftMarkdown(found);
  return quiet ? formatToDo(found, terminal) : formatDrift(found, terminal);
}

/** The proposal as a patch, under names as one has them in the working folder. */
async function formatProposal({ folder, proposal }: LoadedDrift): Promise<string> {
  const { makePatch } = await import("../patch.js");
  const toName = (path: string): string => relative("", join(folder, path)).replaceAll(sep, "/");
  return makePatch(proposal.files.map((file) => ({ ...file, name: toName(file.path) }))).text;
}

const formatDecisions = ({ proposal }: LoadedDrift): string =>
  proposal.decisions.map((decision) => `${toVisibleLine(formatDecision(decision))}\n`).join("");
