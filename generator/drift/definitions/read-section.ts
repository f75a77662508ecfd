import type { Statement } from "../claim.js";
import { listEntries, type RowEntry, type SentenceEntry } from "./entries.js";
import { listSubjects } from "./note-subjects.js";
import type { Note } from "./notes.js";
import type { ObjectSection, Said } from "./said.js";

/** Reads the tables and the sentences of a section that describes an object. */
export function readObjectSection(section: ObjectSection): Said {
  const entries = listEntries(section);
  const subjects = listSubjects(entries, section.object);
  const planned = new Set(
    entries.flatMap((entry) =>
      "note" in entry && entry.note?.says === "plan" ? (subjects.get(entry) ?? []) : [],
    ),
  );
  const said = entries.map((entry) =>
    "row" in entry
      ? readRowEntry(entry, planned, section)
      : readSentence(entry, subjects.get(entry), section),
  );
  return {
    claims: said.flatMap(({ claims }) => claims),
    remarks: said.flatMap(({ remarks }) => remarks),
    count: entries.length,
  };
}

/** What a row says of what it names; that this is planned, a sentence says. */
function readRowEntry(
  { row, path }: RowEntry,
  planned: ReadonlySet<string>,
  { side, quote }: ObjectSection,
): Omit<Said, "count"> {
  const subject = { side, path };
  const sentence = quote(row.text, row.line);
  const explained = quote(`${row.name} ${row.explanation}`, row.line);
  const says: readonly Statement[] = [
    ...(planned.has(path) ? [] : [{ about: "existence" as const }]),
    ...row.says,
  ];
  return {
    claims: row.isNamed ? says.map((statement) => ({ subject, says: statement, sentence })) : [],
    remarks: [
      ...(row.unread.length === 0
        ? []
        : [{ sentence, unread: row.unread.join("; "), ...(row.isNamed && { of: subject }) }]),
      ...(row.explanation === "" ? [] : [{ sentence: explained, of: subject }]),
    ],
  };
}

/** A sentence says what its note says of each subject; without one, nobody has read it. */
function readSentence(
  { text, line, note }: SentenceEntry,
  paths: readonly string[] | undefined,
  { side, quote }: ObjectSection,
): Omit<Said, "count"> {
  const sentence = quote(text, line);
  if (!note) return { claims: [], remarks: [{ sentence }] };
  if (!paths) return { claims: [], remarks: [{ sentence, unread: "what it is about is not clear" }] };
  const says = toStatement(note);
  return { claims: paths.map((path) => ({ subject: { side, path }, says, sentence })), remarks: [] };
}

function toStatement(note: Note): Statement {
  if (note.says === "since") return { about: "since", release: note.release };
  return note.says === "plan" ? { about: "plan" } : { about: "events", events: note.events };
}
