import type { Block, Page, TableRow, WideRow } from "./page.js";

/**
 * An edit to a page. A section is named by its side and heading: `request sender`, `response`, or "" for
 * everything above.
 */
export type Edit =
  | { readonly do: "change row"; readonly at: At; readonly to: RowChange }
  | { readonly do: "remove row"; readonly at: At }
  | { readonly do: "add row"; readonly section: string; readonly where: Where; readonly row: RowGiven }
  | { readonly do: "move row"; readonly at: At; readonly section: string; readonly where: Where }
  | { readonly do: "duplicate row"; readonly at: At }
  | { readonly do: "split table"; readonly at: At }
  | { readonly do: "sort rows"; readonly section: string; readonly order: "reverse" | "by name" }
  | { readonly do: "empty table"; readonly section: string }
  | {
      readonly do: "rename column";
      readonly section: string;
      readonly from: string;
      readonly to: string;
    }
  | { readonly do: "change text"; readonly section: string; readonly starts: string; readonly to: TextChange }
  | { readonly do: "remove text"; readonly section: string; readonly starts: string }
  | { readonly do: "add text"; readonly section: string; readonly where: TextWhere; readonly text: string }
  | { readonly do: "change entry"; readonly section: string; readonly name: string; readonly to: TextChange }
  | { readonly do: "remove entry"; readonly section: string; readonly name: string }
  | { readonly do: "add entry"; readonly section: string; readonly after: string; readonly text: string }
  | { readonly do: "move entry"; readonly section: string; readonly name: string; readonly after: string }
  | { readonly do: "change heading"; readonly section: string; readonly to: string }
  | { readonly do: "remove heading"; readonly section: string }
  | { readonly do: "remove section"; readonly section: string }
  | {
      readonly do: "add section";
      readonly before: string;
      readonly name: string;
      readonly texts?: readonly string[];
      readonly rows: readonly RowGiven[];
    }
  | { readonly do: "swap sections"; readonly section: string; readonly with: string }
  | { readonly do: "every row"; readonly to: RowChange }
  | { readonly do: "every text"; readonly to: TextChange }
  | { readonly do: "every level"; readonly by: number };

export type At = readonly [section: string, name: string];

export type Where = "first" | "last" | { readonly before: string } | { readonly after: string };

export type TextWhere = "first" | "last" | { readonly beforeRow: string };

export type RowGiven = readonly [name: string, type: string, mark: string, text: string];

export type TextChange = string | readonly [from: RegExp, to: string];

export interface RowChange {
  readonly name?: TextChange;
  readonly type?: TextChange;
  readonly optional?: string;
  readonly text?: TextChange;
}

type Table = Extract<Block, { readonly kind: "table" }>;
type Heading = Extract<Block, { readonly kind: "heading" }>;
type Rows = readonly (TableRow | WideRow)[];

type Appliers = {
  readonly [Do in Edit["do"]]: (page: Page, edit: Extract<Edit, { readonly do: Do }>) => Page;
};

const appliers: Appliers = {
  "change row": (page, { at, to }) => onRow(page, at, (row) => [changeRow(row, to)]),
  "remove row": (page, { at }) => onRow(page, at, () => []),
  "duplicate row": (page, { at }) => onRow(page, at, (row) => [row, row]),
  "add row": (page, { section, where, row }) => addRow(page, section, where, toRow(row)),
  "move row": (page, { at, section, where }) => {
    const rest = onRow(page, at, () => []);
    return addRow(rest, section, where, findRow(page, at));
  },
  "every row": (page, { to }) =>
    onBlocks(page, "*", "table", (table) => [
      { ...table, rows: table.rows.map((row) => ("wide" in row ? row : changeRow(row, to))) },
    ]),
  "split table": (page, { at }) => splitTable(page, at, []),
  "sort rows": (page, { section, order }) =>
    onBlocks(page, section, "table", (table) => [{ ...table, rows: sortRows(table.rows, order) }]),
  "empty table": (page, { section }) =>
    onBlocks(page, section, "table", (table) => (table.header.length > 0 ? [{ ...table, rows: [] }] : [])),
  "rename column": (page, { section, from, to }) =>
    onBlocks(page, section, "table", (table) => [
      { ...table, header: table.header.map((name) => (name === from ? to : name)) },
    ]),
  "change text": (page, { section, starts, to }) =>
    onText(page, section, starts, (text) => [changeText(text, to)]),
  "remove text": (page, { section, starts }) => onText(page, section, starts, () => []),
  "add text": (page, { section, where, text }) => addText(page, section, where, text),
  "every text": (page, { to }) => page.map((block) => changeTexts(block, to)),
  "change entry": (page, { section, name, to }) =>
    onEntry(page, section, name, (entry) => [changeText(entry, to)]),
  "remove entry": (page, { section, name }) => onEntry(page, section, name, () => []),
  "add entry": (page, { section, after, text }) => onEntry(page, section, after, (entry) => [entry, text]),
  "move entry": (page, { section, name, after }) => {
    const moved = findEntry(page, section, name);
    const rest = onEntry(page, section, name, () => []);
    return onEntry(rest, section, after, (entry) => [entry, moved]);
  },
  "change heading": (page, { section, to }) =>
    onHeading(page, section, (heading) => [{ ...heading, text: to }]),
  "remove heading": (page, { section }) => onHeading(page, section, () => []),
  "every level": (page, { by }) =>
    page.map((block) => (block.kind === "heading" ? { ...block, level: block.level + by } : block)),
  "remove section": (page, { section }) => {
    const [start, end] = findSection(page, section);
    return page.toSpliced(start, end - start);
  },
  "add section": (page, { before, name, texts = [], rows }) => {
    const gap = 1;
    const blocks: Page = [
      { kind: "heading", gap, level: 3, text: name },
      ...texts.map((text): Block => ({ kind: "paragraph", gap, text })),
      { kind: "table", gap, header: ["Property", "Type", "Explanation"], rows: rows.map(toRow) },
    ];
    return page.toSpliced(findSection(page, before)[0], 0, ...blocks);
  },
  "swap sections": (page, { section, with: other }) => {
    const [first, second] = [findSection(page, section), findSection(page, other)];
    return [
      ...page.slice(0, first[0]),
      ...page.slice(...second),
      ...page.slice(first[1], second[0]),
      ...page.slice(...first),
      ...page.slice(second[1]),
    ];
  },
};

const apply = (page: Page, edit: Edit): Page => {
  // The compiler cannot check that each applier matches the edit of its name.
  const applier = appliers[edit.do] as (page: Page, edit: Edit) => Page;
  return applier(page, edit);
};

const toRow = ([name, type, optional, text]: RowGiven): TableRow => ({ name, type, optional, text });

const changeText = (text: string, to: TextChange): string => {
  if (typeof to === "string") return to;
  return text.replace(to[0], to[1]);
};

const changeRow = (row: TableRow, to: RowChange): TableRow => ({
  name: changeText(row.name, to.name ?? row.name),
  type: changeText(row.type, to.type ?? row.type),
  optional:
    to.optional !== undefined && (row.optional !== "" || to.name === undefined) ? to.optional : row.optional,
  text: changeText(row.text, to.text ?? row.text),
});

function changeTexts(block: Block, to: TextChange): Block {
  if (block.kind === "paragraph") return { ...block, text: changeText(block.text, to) };
  if (block.kind === "list")
    return { ...block, entries: block.entries.map((entry) => changeText(entry, to)) };
  if (block.kind === "heading") return block;
  const rows = block.rows.map((row) =>
    "wide" in row ? { wide: changeText(row.wide, to) } : { ...row, text: changeText(row.text, to) },
  );
  return { ...block, rows };
}

function findSection(page: Page, section: string): readonly [start: number, end: number] {
  let side = "";
  for (const [start, block] of page.entries()) {
    if (block.kind !== "heading") continue;
    if (block.level < 3) side = /^(Request|Response) objects$/i.exec(block.text)?.[1]?.toLowerCase() ?? "";
    const name = block.level < 3 ? side || block.text : `${side} ${block.text}`.trim();
    if (block.level > 1 ? name !== section : section !== "" && section !== block.text) continue;
    const ends = page.findIndex(
      (each, i) => i > start && each.kind === "heading" && (block.level === 1 || each.level <= block.level),
    );
    return [start, ends < 0 ? page.length : ends];
  }
  throw new Error(`No section ${section} in the page`);
}

/** Changes each block of a kind within a section; "*" stands for the whole page. */
function onBlocks<Kind extends Block["kind"]>(
  page: Page,
  section: string,
  kind: Kind,
  change: (block: Extract<Block, { readonly kind: Kind }>) => readonly Block[],
): Page {
  const [start, end] = section === "*" ? [0, page.length] : findSection(page, section);
  const isOf = (block: Block): block is Extract<Block, { readonly kind: Kind }> => block.kind === kind;
  return page.flatMap((block, i) => (i >= start && i < end && isOf(block) ? change(block) : [block]));
}

const onHeading = (page: Page, section: string, change: (heading: Heading) => readonly Block[]): Page => {
  const [start] = findSection(page, section);
  return page.flatMap((block, i) => (i === start && block.kind === "heading" ? change(block) : [block]));
};

const isNamed = (row: TableRow | WideRow, name: string): row is TableRow =>
  !("wide" in row) && row.name === name;

function findRow(page: Page, [section, name]: At): TableRow {
  const [start, end] = findSection(page, section);
  for (const block of page.slice(start, end)) {
    const row = block.kind === "table" ? block.rows.find((each) => isNamed(each, name)) : undefined;
    if (row && !("wide" in row)) return row;
  }
  throw new Error(`No row ${name} in the section ${section}`);
}

function onRow(page: Page, at: At, change: (row: TableRow) => readonly TableRow[]): Page {
  const found = findRow(page, at);
  return onBlocks(page, at[0], "table", (table) => {
    const rows = table.rows.flatMap((row): Rows => (row === found ? change(found) : [row]));
    return rows.length === 0 && table.header.length === 0 ? [] : [{ ...table, rows }];
  });
}

function addRow(page: Page, section: string, where: Where, row: TableRow): Page {
  if (typeof where === "object") {
    const [name, before] = "before" in where ? [where.before, true] : [where.after, false];
    return onRow(page, [section, name], (each) => (before ? [row, each] : [each, row]));
  }
  const [start, end] = findSection(page, section);
  const isTable = (block: Block, i: number): block is Table =>
    i >= start && i < end && block.kind === "table";
  const at = where === "first" ? page.findIndex(isTable) : page.findLastIndex(isTable);
  const table = page[at];
  if (table?.kind !== "table") throw new Error(`No table in the section ${section}`);
  // The last row is before the full-width lines.
  const last = table.rows.findLastIndex((each) => !("wide" in each)) + 1;
  return page.with(at, { ...table, rows: table.rows.toSpliced(where === "first" ? 0 : last, 0, row) });
}

const sortRows = (rows: Rows, order: "reverse" | "by name"): Rows => {
  const named = rows.flatMap((row) => ("wide" in row ? [] : [row]));
  const wide = rows.filter((row) => "wide" in row);
  const sorted =
    order === "reverse" ? named.toReversed() : named.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  return [...sorted, ...wide];
};

/** Ends a table before a row. After the blocks in `between`, the table continues without a header. */
function splitTable(page: Page, at: At, between: readonly Block[]): Page {
  const found = findRow(page, at);
  return onBlocks(page, at[0], "table", (table) => {
    const index = table.rows.indexOf(found);
    if (index < 0) return [table];
    const rest: Table = { kind: "table", gap: 1, header: [], rows: table.rows.slice(index) };
    return index === 0 && table.header.length === 0
      ? [...between, { ...table, gap: 1 }]
      : [{ ...table, rows: table.rows.slice(0, index) }, ...between, rest];
  });
}

function onText(
  page: Page,
  section: string,
  starts: string,
  change: (text: string) => readonly string[],
): Page {
  const [start, end] = findSection(page, section);
  const texts = page.slice(start, end).flatMap((block) => {
    if (block.kind === "paragraph") return [block.text];
    return block.kind === "table" ? block.rows.flatMap((row) => ("wide" in row ? [row.wide] : [])) : [];
  });
  const found = texts.find((text) => text.startsWith(starts));
  if (found === undefined) throw new Error(`No text that starts with ${starts} in the section ${section}`);
  const changed = onBlocks(page, section, "paragraph", (block) =>
    block.text === found ? change(found).map((text) => ({ ...block, text })) : [block],
  );
  return onBlocks(changed, section, "table", (table) => [
    {
      ...table,
      rows: table.rows.flatMap((row) =>
        "wide" in row && row.wide === found ? change(found).map((wide) => ({ wide })) : [row],
      ),
    },
  ]);
}

function addText(page: Page, section: string, where: TextWhere, text: string): Page {
  const block: Block = { kind: "paragraph", gap: 1, text };
  if (typeof where === "object") return splitTable(page, [section, where.beforeRow], [block]);
  const [start, end] = findSection(page, section);
  return page.toSpliced(where === "first" ? start + 1 : end, 0, block);
}

const isNamedEntry = (entry: string, name: string): boolean => new RegExp(`^${name}\\b`).test(entry);

function findEntry(page: Page, section: string, name: string): string {
  const [start, end] = findSection(page, section);
  const entries = page.slice(start, end).flatMap((block) => (block.kind === "list" ? block.entries : []));
  const found = entries.find((entry) => isNamedEntry(entry, name));
  if (found === undefined) throw new Error(`No entry ${name} in the section ${section}`);
  return found;
}

function onEntry(
  page: Page,
  section: string,
  name: string,
  change: (entry: string) => readonly string[],
): Page {
  const found = findEntry(page, section, name);
  const at = page.findIndex((block) => block.kind === "list" && block.entries.includes(found));
  return page.map((block, i): Block => {
    if (block.kind !== "list" || i !== at) return block;
    return {
      ...block,
      entries: block.entries.flatMap((entry) => (entry === found ? change(entry) : [entry])),
    };
  });
}

/** Applies edits in order. A missing anchor is a bug in the case. */
export const applyEdits = (page: Page, edits: readonly Edit[]): Page => edits.reduce(apply, page);
