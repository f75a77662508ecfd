import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { once } from "../../../generator/base/once.js";
import { loadReviewedSpec } from "../../../generator/cli/inputs/spec-folder.js";
import { isOpenVerdict, nameSubject, type DriftFinding } from "../../../generator/drift/source-content.js";
import { ownSpec } from "../../../generator/contract/package/package-files.js";
import { readCases } from "../../workbench/cases.js";
import { findDriftOf } from "../door.js";
import { need } from "../../workbench/need.js";
import { layouts } from "./layouts.js";
import { formatHtml, formatMarkdown, formatText, parsePage, type Page, type Row } from "./page.js";

type Change = [from: RegExp, to: string, ...told: string[]];

const { changes, harmless } = readCases("edits.yaml", import.meta) as {
  readonly changes: readonly Change[];
  readonly harmless: readonly (readonly [from: RegExp, to: string])[];
};

/** The vendor's pages are outside the repository. */
const folder = fileURLToPath(new URL("../../../../shared/seeds", import.meta.url));

const formats: readonly (readonly [extension: string, write: (page: Page) => string])[] = [
  ["txt", formatText],
  ["html", formatHtml],
  ["md", formatMarkdown],
];

const spec = once(() => need(loadReviewedSpec(ownSpec)));

function judge(extension: string, text: string): readonly DriftFinding[] {
  const source = { file: `page.${extension}`, read: () => Buffer.from(text) };
  const { sources } = need(findDriftOf([source], spec()));
  return sources.flatMap(({ findings }) => findings.filter(({ verdict }) => isOpenVerdict(verdict)));
}

/** Applies an edit to each row that `isChosen`, and lists the names of these rows. The page has some rows twice. */
function editRows(page: Page, isChosen: (at: number) => boolean, edit: (row: Row) => readonly Row[]) {
  let at = 0;
  const names: string[] = [];
  const all = page.flatMap((block) => (block.kind === "table" ? block.rows : []));
  const isTwice = (row: Row): boolean =>
    all.some((each) => each !== row && JSON.stringify(each) === JSON.stringify(row));
  const edited = page.map((block) => {
    if (block.kind !== "table") return block;
    const rows = block.rows.flatMap((row): readonly (Row | string)[] => {
      if (typeof row === "string" || row.type === "" || isTwice(row) || !isChosen((at += 1))) return [row];
      const now = edit(row);
      names.push((now.at(-1) ?? row).name);
      return now;
    });
    return { ...block, rows };
  });
  return { page: edited, names };
}

const edits: readonly (readonly [name: string, edit: (row: Row) => readonly Row[]])[] = [
  ["has another type", (row) => [{ ...row, type: row.type === "boolean" ? "int" : "boolean" }]],
  ["has another mark", (row) => [{ ...row, optional: row.optional === "" ? "(optional)" : "" }]],
  ["has another name", (row) => [{ ...row, name: row.name.replace(/\w+(?=(?:\[\])?$)/, "$&Anew") }]],
  ["has another explanation", (row) => [{ ...row, text: `Not ${row.text}` }]],
  ["is removed", () => []],
  ["has a new row below it", (row) => [row, { ...row, name: row.name.replace(/\w+(?:\[\])*$/, "newOne") }]],
];

/** One row of this many changes on a page, so that it stays the same page. Each row changes in one format. */
const share = 12;

describe.skipIf(!existsSync(folder))("the trial (skipped where ../shared/seeds is absent)", () => {
  let text = "";
  let definitions: Page;
  beforeAll(() => {
    text = readFileSync(join(folder, "003_bb36d0b5dd247fcf.txt"), "utf8");
    definitions = parsePage(text);
  });

  it.each<Change>(changes)("reports %s that becomes %j: %s", (from, to, ...told) => {
    const edited = text.replace(from, to);
    expect(edited).not.toBe(text);
    for (const [extension, write] of formats) {
      const found = judge(extension, write(parsePage(edited))).map(({ verdict, about = verdict, subject }) =>
        subject ? `${about} ${nameSubject(subject)}` : "",
      );
      const named = told.filter((each) => each !== "once");
      if (told.includes("listed")) expect(found).not.toEqual([]);
      else expect(found).toEqual(told.includes("once") ? named : expect.arrayContaining(named));
    }
  });

  it.each(harmless)("is quiet about %s that becomes %j", (from, to) => {
    const pages = formats.map(([extension, write]) => [extension, write(definitions)] as const);
    const edited = pages.map(([extension, page]) => [extension, page.replace(from, to)] as const);
    expect(edited).not.toEqual(pages);
    for (const [extension, page] of edited) expect(judge(extension, page)).toEqual([]);
  });

  it.each(formats)(
    "is quiet about the pages as they are, and with other line ends or gaps: %s",
    (extension, write) => {
      const page = write(definitions);
      expect(judge(extension, page)).toEqual([]);
      expect(judge(extension, page.replaceAll("\n", "\r\n").replaceAll("\r\n\r\n", "\r\n\r\n\r\n"))).toEqual(
        [],
      );
    },
  );

  it.each(edits)("is loud about each row that %s", (_, edit) => {
    const silent = formats.flatMap(([extension, write], index) =>
      Array.from({ length: share / 3 }, (_, i) => i * 3 + index).flatMap((rest) => {
        const { page, names } = editRows(definitions, (at) => at % share === rest, edit);
        const loud = judge(extension, write(page));
        expect(names.length).toBeGreaterThan(10);
        // The marks are about events, and only the error request has this part.
        const others = names.filter((name) => name !== "original");
        return others
          .filter((name) => !loud.some((finding) => isAbout(finding, name)))
          .map((name) => `${extension} ${name}`);
      }),
    );
    expect(silent).toEqual([]);
  });

  it.each(layouts)("asserts nothing of the same page as %s", (_, extension, write) => {
    // A page without a heading has no title, and that is reported.
    const asserted = judge(extension, write(definitions)).filter(
      ({ verdict, message }) => verdict !== "unread" && !message.startsWith("the title is"),
    );
    expect(asserted).toEqual([]);
  });
});

function isAbout({ subject, message, text = "" }: DriftFinding, name: string): boolean {
  const last = name.split(".").at(-1)?.replaceAll("[]", "") ?? "";
  const path = subject?.path.replaceAll("[]", "") ?? "";
  return path.split(".").at(-1) === last || `${message} ${text}`.includes(last);
}
