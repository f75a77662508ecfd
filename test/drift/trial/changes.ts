import { readCases } from "../cases.js";
import type { Edit, RowChange, RowGiven, Where } from "./edits.js";
import type { Case } from "./run.js";

interface Tables {
  readonly additions: readonly (readonly [string, Where, ...RowGiven, subject: string])[];
  readonly farewells: readonly Note[];
  readonly marks: readonly (readonly [section: string, row: string, mark: string, subject: string])[];
  readonly notes: readonly Note[];
  readonly removals: readonly (readonly [section: string, row: string, subject: string])[];
  readonly renamings: readonly (readonly [string, string, name: string, old: string, subject: string])[];
  readonly sentences: readonly (readonly [string, string, readonly string[], readonly string[]])[];
  readonly types: readonly (readonly [section: string, row: string, type: string, subject: string])[];
  readonly values: readonly (readonly [string, string, [RegExp, string], string])[];
}

type Note = readonly [section: string, beforeRow: string, text: string, subject: string, release: string];

const { others, ...given } = readCases("changes.yaml", import.meta) as Tables & {
  readonly others: readonly Case[];
};

const change = (section: string, name: string, to: RowChange): Edit => ({
  do: "change row",
  at: [section, name],
  to,
});

const addNote = ([section, beforeRow, text, subject]: Note) => ({
  name: `a note before ${subject}: ${text}`,
  edits: [{ do: "add text", section, where: { beforeRow }, text }] as const,
});

const tables: Readonly<Record<keyof Tables, readonly Case[]>> = {
  types: given.types.map(([section, row, type, subject]) => ({
    name: `type of ${subject} becomes ${type}`,
    edits: [change(section, row, { type })],
    finds: [`contradicts ${subject} type`],
    // A review of the earlier type no longer applies.
    may: ["vanished - *"],
  })),
  marks: given.marks.map(([section, row, optional, subject]) => ({
    name: `mark of ${subject} becomes “${optional}”`,
    edits: [change(section, row, { optional })],
    finds: [`contradicts ${subject} optional`],
  })),
  additions: given.additions.map(([section, where, name, type, mark, subject]) => ({
    name: `${subject} is added (${JSON.stringify(where)})`,
    edits: [
      { do: "add row", section, where, row: [name, type, mark, "Words on a thing that nobody knows yet."] },
    ],
    finds: [`new ${subject} existence`],
    may: [`new ${subject} *`],
  })),
  removals: given.removals.map(([section, row, subject]) => ({
    name: `${subject} is removed`,
    edits: [{ do: "remove row", at: [section, row] }],
    finds: [`vanished ${subject} existence`],
    // The statements about it disappear too.
    may: [
      `vanished ${subject}`,
      "vanished - *",
      `vanished ${subject.replace("receiptFooter", "billFooter")} *`,
    ],
  })),
  renamings: given.renamings.map(([section, row, name, old, subject]) => ({
    name: `${old} is renamed to ${name}`,
    edits: [change(section, row, { name })],
    finds: [`vanished ${old} existence`, `new ${subject} existence`],
    may: [`vanished ${old} *`, `new ${subject} *`, `unread ${subject} *`, "vanished - *"],
  })),
  values: given.values.map(([section, row, text, subject]) => ({
    name: `values of ${subject}: ${String(text[0])} becomes ${text[1]}`,
    edits: [change(section, row, { text: text })],
    // Values in a cell are prose, so a person must read them.
    finds: [`unread ${subject} *`],
  })),
  notes: given.notes.map((note) => ({
    ...addNote(note),
    lists: [{ says: note[2], parts: [note[3]], releases: [note[4]] }],
  })),
  /** Only sentences state a removal. */
  farewells: given.farewells.map((note) => ({
    ...addNote(note),
    lists: [{ says: note[2], parts: [note[3]], releases: [note[4]] }],
    may: [`* ${note[3]} existence`],
  })),
  sentences: given.sentences.map(([section, text, parts, releases]) => ({
    name: `a sentence in ${section}: ${text}`,
    edits: [{ do: "add text", section, where: "last", text }],
    lists: [{ says: text.replace(/\.$/, ""), parts, releases }],
  })),
};

export const changes: readonly Case[] = [...Object.values(tables).flat(), ...others];

/** Harmless edits must not cause findings. */
export const harmless = readCases("harmless.yaml", import.meta) as readonly Case[];

export const unedited: readonly Case[] = [
  { name: "the page of the definitions" },
  { name: "the page on how to subscribe", page: "how-to" },
];

/** Edits that only change words. The findings are listed but not tested. */
export const listed = (readCases("listed.yaml", import.meta) as readonly Case[]).map((given): Case => ({
  ...given,
  finds: ["unread|vanished *"],
  may: ["unread *", "vanished - *"],
}));
