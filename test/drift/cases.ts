import {
  nameSubject,
  type SourceContent,
  type SourceRow,
  type RowType,
  type Sentence,
} from "../../generator/drift/source-content.js";
import { formatRelease, parseRelease } from "../../generator/base/time/release.js";

/** Formats a row: `request sender.deviceType: string, optional, since 48, values a b, events x y`. */
export function toLine(row: SourceRow): string {
  const { type, optional, since, isUndated, values, events } = row;
  const says = [
    ...(type ? [type.join(" or ")] : []),
    ...(optional === undefined ? [] : [optional ? "optional" : "required"]),
    ...(since === undefined ? [] : [`since ${formatRelease(since)}`]),
    ...(isUndated ? ["undated"] : []),
    ...(values ? [`values ${values.join(" ")}`] : []),
    ...(events ? [`events ${events.join(" ")}`] : []),
  ];
  return [nameSubject(row), says.join(", ")].filter(Boolean).join(": ");
}

export function fromLine(line: string, place: Partial<SourceRow["place"]> = {}): SourceRow {
  const [name = "", says = ""] = line.split(": ");
  const [side = "", path = ""] = name.split(" ");
  const about = says.split(", ").filter(Boolean).map(fromWords);
  const of = { side, path, text: line, place: { file: "page.md", section: "", line: 1, ...place } };
  return Object.assign(of as SourceRow, ...about) as SourceRow;
}

function fromWords(words: string): Partial<SourceRow> {
  const [first = "", ...rest] = words.split(" ");
  const release = parseRelease(rest[0] ?? "");
  if (first === "undated") return { isUndated: true };
  if (first === "optional" || first === "required") return { optional: first === "optional" };
  if (first === "since" && release !== undefined) return { since: release };
  if (first === "values" || first === "events") return { [first]: rest };
  return { type: words.split(" or ") as RowType[] };
}

/** Formats a sentence: `“It is red.” of request box.color: why`. */
const quoteSentence = ({ text, of, why }: Sentence): string =>
  `“${text}”${of ? ` of ${nameSubject(of)}` : ""}${why === undefined ? "" : `: ${why}`}`;

export const listLines = ({ rows, sentences }: SourceContent): readonly string[] => [
  ...rows.map(toLine),
  ...sentences.map(quoteSentence),
];
