import { loudVerdicts, type Finding, type LoudVerdict } from "../../../drift/judge/finding.js";
import type { JudgedSource } from "../../../drift/drift.js";
import { toVisibleLine } from "../../../text/quote.js";
import type { FileLine } from "../../spec-folder/find-line.js";
import { describeSubject, groupLoud, loudMeanings, shorten, type DriftReport } from "./drift-report.js";

const levels = { new: "warning", contradicts: "error", vanished: "warning", unread: "warning" } as const;

/** What is about the spec is shown there: a page of the vendor's is no file of the repository. */
const isAboutSpec = { new: false, contradicts: true, vanished: true, unread: false } as const;

/** What there is to do, as SARIF 2.1.0, for services that show findings beside code. */
export const driftToSarif = (report: DriftReport, version: string) => ({
  $schema: "https://json.schemastore.org/sarif-2.1.0.json",
  version: "2.1.0",
  runs: [
    {
      tool: { driver: { name: "mplus-codegen", version, rules: loudVerdicts.map(toRule) } },
      columnKind: "utf16CodeUnits",
      results: groupLoud(report).flatMap(([verdict, groups]) =>
        groups.flatMap(({ source, findings }) =>
          findings.map((finding) => toResult(finding, { verdict, source, line: report.findLine(finding) })),
        ),
      ),
    },
  ],
});

function toRule(id: LoudVerdict) {
  const { title, meaning, advice, review } = loudMeanings[id];
  return {
    id,
    name: title,
    shortDescription: { text: meaning },
    fullDescription: { text: `${meaning} ${advice} ${review}` },
    help: { text: `${advice} ${review}` },
    defaultConfiguration: { level: levels[id] },
  };
}

interface Where {
  readonly verdict: LoudVerdict;
  readonly source: JudgedSource;
  readonly line: FileLine | undefined;
}

function toResult(finding: Finding, { verdict, source, line }: Where) {
  const { sentence, hash, name, message } = finding;
  const inSource = { file: source.file, line: sentence?.place.line ?? 1 };
  const [first, second] = isAboutSpec[verdict] && line ? [line, inSource] : [inSource, line];
  const says = sentence ? ` It says: ${shorten(toVisibleLine(sentence.text), 300)}` : "";
  const about = describeSubject(finding);
  return {
    ruleId: verdict,
    ruleIndex: loudVerdicts.indexOf(verdict),
    level: levels[verdict],
    message: { text: toPlain(`${about === "" ? "" : `${about}: `}${toVisibleLine(message)}.${says}`) },
    locations: [toLocation(first)],
    ...(second && { relatedLocations: [{ id: 0, ...toLocation(second) }] }),
    // The same from run to run, wherever the sentence stands by then.
    partialFingerprints: { "claim/v1": [source.title, name ?? "", hash ?? message].join(" ") },
  };
}

const toLocation = ({ file, line }: FileLine) => ({
  physicalLocation: { artifactLocation: { uri: toUri(file) }, region: { startLine: line } },
});

/** A relative path as a relative URI; of an absolute one, as a URI of a file. */
function toUri(file: string): string {
  const path = file.replaceAll("\\", "/").split("/").map(encodeURIComponent).join("/");
  if (path.startsWith("/")) return `file://${path}`;
  return /^[A-Za-z]%3A\//.test(path) ? `file:///${path.replace("%3A", ":")}` : path;
}

/** A text in which SARIF sees neither links nor places to fill. */
const toPlain = (text: string): string => text.replaceAll("](", "] (").replace(/\{(?=\d)/g, "{ ");
