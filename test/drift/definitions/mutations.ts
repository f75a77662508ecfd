import type { Verdict } from "../../../generator/drift/judge/finding.js";
import { oneOf, type Draw } from "../../workbench/draw.js";
import type { Draft, DraftItem, DraftPart, DraftRow, DraftSection } from "./draft.js";
import type { Look } from "./render.js";

/** A changed page, and what is to be found. */
export interface Mutated {
  readonly draft: Draft;
  readonly look?: Look;
  /** What the findings have to name. */
  readonly about: string;
  /** One of these has to be found there; none: the page says the same as before. */
  readonly want: readonly Verdict[];
  /** The same for a page that is saved as text, where no columns are. */
  readonly wantInText?: readonly Verdict[];
}

interface Spot<Part> {
  readonly section: DraftSection;
  readonly part: Part;
}

const isRow = (part: DraftPart): part is DraftRow => "name" in part;

const listRows = ({ sections }: Draft): readonly Spot<DraftRow>[] =>
  sections.flatMap((section) => section.parts.filter(isRow).map((part) => ({ section, part })));

const listNotes = ({ sections }: Draft, word: string): readonly Spot<{ readonly sentence: string }>[] =>
  sections.flatMap((section) =>
    section.parts.flatMap((part) =>
      !isRow(part) && part.sentence.includes(word) ? [{ section, part }] : [],
    ),
  );

/** The draft with other parts in the place of one. */
const replace = (draft: Draft, { section, part }: Spot<DraftPart>, ...parts: readonly DraftPart[]): Draft =>
  changeSection(draft, section, {
    parts: section.parts.flatMap((other) => (other === part ? parts : [other])),
  });

const changeSection = (draft: Draft, section: DraftSection, change: Partial<DraftSection>): Draft => ({
  ...draft,
  sections: draft.sections.map((other) => (other === section ? { ...section, ...change } : other)),
});

const changeItem = (draft: Draft, item: DraftItem, ...items: readonly DraftItem[]): Draft => ({
  ...draft,
  lists: draft.lists.map((list) => ({
    ...list,
    items: list.items.flatMap((other) => (other === item ? items : [other])),
  })),
});

const lastName = (path: string): string => path.replaceAll("[]", "").split(".").at(-1) ?? path;

/** Changes one row. */
const onRow =
  (
    change: (row: DraftRow, draw: Draw) => readonly DraftPart[],
    want: readonly Verdict[],
    fits: (row: DraftRow) => boolean = () => true,
  ): Mutation =>
  (draft, draw) => {
    const spot = oneOf(
      draw,
      listRows(draft).filter(({ part }) => fits(part)),
    );
    return { draft: replace(draft, spot, ...change(spot.part, draw)), about: lastName(spot.part.path), want };
  };

/** Changes one sentence that has a word. */
const onNote =
  (word: string, change: (sentence: string) => readonly string[], want: readonly Verdict[]): Mutation =>
  (draft, draw) => {
    const spot = oneOf(draw, listNotes(draft, word));
    const sentences = change(spot.part.sentence).map((sentence) => ({ sentence }));
    const about = lastName((spot.part.sentence.split(` ${word}`)[0] ?? "").split(" ").at(-1) ?? "");
    return { draft: replace(draft, spot, ...sentences), about: about.replace(/\.$/, ""), want };
  };

type Mutation = (draft: Draft, draw: Draw) => Mutated;

/** A review that fits no longer is found as vanished, so what was reviewed as wrong and is now right is heard, too. */
const changed: readonly Verdict[] = ["new", "contradicts", "vanished", "unread"];

const listsValues = ({ explanation }: DraftRow): boolean => !explanation.startsWith("It is");

/** What can happen to a page between two readings. */
export const mutations: Readonly<Record<string, Mutation>> = {
  "a row is added": (draft, draw) => {
    const section = oneOf(draw, draft.sections);
    const row = { path: "", name: `${section.heading}.brandNew`, type: "string", explanation: "It is new." };
    return {
      draft: changeSection(draft, section, { parts: [...section.parts, row] }),
      about: "brandNew",
      want: ["new"],
    };
  },
  "a row is removed": onRow(() => [], ["vanished"]),
  "a row is renamed": onRow((row) => [{ ...row, name: `${row.name.replace(/\[\]$/, "")}Too` }], ["new"]),
  "a type is another": onRow(
    (row) => [
      { ...row, type: row.type.replace(/^\S+/, row.type.startsWith("boolean") ? "uuid" : "boolean") },
    ],
    ["contradicts", "new"],
    ({ type }) => type !== "" && !type.startsWith("("),
  ),
  "a type is a word that nobody knows": onRow(
    (row) => [{ ...row, type: row.type.replace(/^\S*/, "blob") }],
    ["unread"],
    ({ type }) => type !== "",
  ),
  "something is no longer, or now, optional": onRow(
    (row) => [
      {
        ...row,
        type: row.type.includes("(optional)")
          ? row.type.replace(" (optional)", "")
          : `${row.type} (optional)`,
      },
    ],
    ["contradicts", "vanished", "new"],
    ({ type }) => type !== "" && !type.startsWith("("),
  ),
  "a release is another": onNote("was added", (sentence) => [sentence.replace(/v[\d.]+$/, "v60.9")], [
    "contradicts",
    "new",
  ]),
  "a release is taken away": onNote("was added", () => [], ["vanished"]),
  "a plan is taken away": onNote("may be added", () => [], ["new"]),
  "a plan has come true": onNote(
    "may be added",
    (sentence) => [sentence.replace("may be added in a future version", "was added in v60")],
    ["new"],
  ),
  "two cells are swapped, but not their columns": onRow(
    (row) => [{ ...row, isSwapped: true }],
    ["unread"],
    ({ type }) => type !== "",
  ),
  "two columns are swapped": (draft, draw) => {
    const section = oneOf(
      draw,
      draft.sections.filter(({ parts }) => parts.some(isRow)),
    );
    const [row] = section.parts.filter(isRow);
    return {
      draft: changeSection(draft, section, { header: ["Type", "Property", "Explanation"] }),
      about: lastName(row?.path ?? ""),
      want: [],
      wantInText: ["unread"],
    };
  },
  "a column has another name": (draft, draw) => {
    const section = oneOf(
      draw,
      draft.sections.filter(({ parts }) => parts.some(isRow)),
    );
    const [row] = section.parts.filter(isRow);
    return {
      draft: changeSection(draft, section, { header: ["Property", "Kind", "Explanation"] }),
      about: lastName(row?.path ?? ""),
      want: ["unread"],
    };
  },
  "a heading has another name": (draft, draw) => {
    const section = oneOf(draw, draft.sections);
    return {
      draft: changeSection(draft, section, { heading: `${section.heading}Too` }),
      about: `${section.heading}Too`,
      want: ["new"],
    };
  },
  "a heading is no name": (draft, draw) => {
    const section = oneOf(draw, draft.sections);
    return {
      draft: changeSection(draft, section, { heading: `Odds and ${section.heading}` }),
      about: `Odds and ${section.heading}`,
      want: ["unread"],
    };
  },
  "a section moves to the other side": (draft, draw) => {
    const section = oneOf(
      draw,
      draft.sections.filter(({ side, parts }) => side === "Request objects" && parts.some(isRow)),
    );
    const moved = { ...section, side: "Response objects" as const };
    const rest = draft.sections.filter((other) => other !== section);
    return {
      draft: { ...draft, sections: [...rest, moved] },
      about: section.heading,
      want: ["new", "contradicts", "vanished"],
    };
  },
  "a table is split": onRow((row) => [{ ...row, isSplit: true }], []),
  "the markup is another": (draft, draw) => ({
    draft,
    look: { decorated: draw.below(2) > 0, plainCells: draw.below(2) > 0 },
    about: "",
    want: [],
  }),
  "a type is emptied": onRow(
    (row) => [{ ...row, type: "" }],
    ["unread", "vanished"],
    ({ type }) => type !== "",
  ),
  "an explanation is emptied": onRow((row) => [{ ...row, explanation: "" }], ["vanished"]),
  "a name is emptied": onRow((row) => [{ ...row, name: "" }], ["vanished", "unread"]),
  "an explanation is another": onRow(
    (row) => [{ ...row, explanation: `${row.explanation} Or not.` }],
    ["unread"],
  ),
  "a sentence is another": onNote("This is about", (sentence) => [sentence.replace("about", "not about")], [
    "unread",
  ]),
  "a sentence is added": onNote("This is about", (sentence) => [sentence, "Nobody wrote this before."], [
    "unread",
  ]),
  "a value is added": onRow(
    (row) => [{ ...row, explanation: `${row.explanation}, brandNew` }],
    ["new"],
    listsValues,
  ),
  "a value is removed": onRow(
    (row) => [{ ...row, explanation: row.explanation.replace(/, [^,]*$/, "") }],
    changed,
    listsValues,
  ),
  "an item is removed": (draft, draw) => {
    const item = oneOf(
      draw,
      draft.lists.flatMap(({ items }) => items),
    );
    return { draft: changeItem(draft, item), about: item.name, want: ["vanished"] };
  },
  "an item is added": (draft, draw) => {
    const item = oneOf(
      draw,
      draft.lists.flatMap(({ items }) => items),
    );
    return {
      draft: changeItem(draft, item, item, { name: "brandNew", text: "It is new." }),
      about: "brandNew",
      want: ["new"],
    };
  },
  "an object comes with another event": (draft, draw) => {
    const item = oneOf(
      draw,
      draft.lists.flatMap(({ items }) => items).filter(({ limit }) => limit !== undefined),
    );
    return {
      draft: changeItem(draft, item, { ...item, limit: "only occurs with startSession event" }),
      about: item.name,
      want: ["new"],
    };
  },
};
