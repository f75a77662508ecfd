import { beforeAll, describe, expect, it } from "vitest";
import type { ObjectModel, TypeModel } from "../../generator/model/model.js";
import { collectTypes, findObjects } from "../../generator/view/walk.js";
import { firstIn } from "../../generator/time/spans.js";
import type { View } from "../../generator/view/view.js";
import { loadRange, loadRealModel } from "../workbench/real-spec.js";
import { findAll, parseMarkdown, rowsOf, textOf, type MarkdownNode } from "../targets/docs/markdown-tree.js";
import { pageAt, pagesOf } from "./pages.js";

const model = loadRealModel();
const walked = walkModel();

describe.each(["..", "48..", "59.4.2..", "10..10"])("the pages for %s", (label) => {
  const view = loadRange(label, model);
  let pages: ReadonlyMap<string, string>;

  beforeAll(async () => {
    pages = await pagesOf(view, model);
  });

  it("have one for each event of the spec, with every property it carries and may be answered with", () => {
    const lost = model.events.flatMap(({ name, request, response }) =>
      namesOf(request, response).filter(
        (property) => !listedOn(pages, `events/${name}.md`).includes(property),
      ),
    );
    expect(lost).toEqual([]);
  });

  it("have one for each object of the spec, with every property", () => {
    const lost = walked.objects.flatMap((object) =>
      namesOf(object)
        .filter((name) => !listedOn(pages, `objects/${object.title}.md`).includes(name))
        .map((name) => `${object.title}.${name}`),
    );
    expect(lost).toEqual([]);
  });

  it("have every value of every named enum, and every error code", () => {
    const enums = textOf(parseMarkdown(pageAt(pages, "enums.md")));
    const named = walked.enums.filter(({ title }) => title !== model.errorCodes?.title);
    const lost = named.flatMap(({ title = "", values }) => [title, ...values.map(({ value }) => value)]);
    expect(lost.filter((text) => !enums.includes(text))).toEqual([]);
    const codes = headingsOn(pages, "error-codes.md");
    expect(codes.slice(1, -1)).toEqual(model.errorCodes?.values.map(({ value }) => value));
  });

  it("mark each event, object and property that not every shop has", () => {
    expect(unmarked(pages, view)).toEqual([]);
  });

  it("mark each enum that not every shop has", () => {
    const [, ...sections] = pageAt(pages, "enums.md").split("\n## ");
    const seen = new Set(collectTypes([...findObjects(view).values()]).enums.map(({ name }) => name));
    const named = sections.map((section) => ({ name: section.split("\n")[0] ?? "", section }));
    expect(
      named.filter(({ name, section }) => !seen.has(name) && !mark.test(section)).map(({ name }) => name),
    ).toEqual([]);
  });

  it("have a cause and a cure of each error code", () => {
    const page = pageAt(pages, "error-codes.md");
    const count = (pattern: RegExp) => [...page.matchAll(pattern)].length;
    expect([count(/^\*\*Cause\*\*: \S/gm), count(/^\*\*Cure\*\*: \S/gm)]).toEqual([21, 21]);
  });

  it("have samples of each event, and a diagram of how it goes", () => {
    for (const { name } of model.events) {
      const page = pageAt(pages, `events/${name}.md`);
      expect([
        name,
        page.includes("\nThe POS sends:\n\n```json"),
        page.includes("\n```mermaid\nsequenceDiagram\n"),
      ]).toEqual([...[name, true, true]]);
    }
  });

  it("have a sample of each object whose contents are known", () => {
    const known = walked.objects.filter((object) => namesOf(object).length > 0);
    const lost = known.filter(
      ({ title }) => !pageAt(pages, `objects/${title}.md`).includes("\n```json title="),
    );
    expect(lost.map(({ title }) => title)).toEqual([]);
  });

  it("have a page of each flow, with every step and what went over the wire", () => {
    for (const { name, steps } of model.flows) {
      const headings = headingsOn(pages, `flows/${name}.md`).filter((heading) => heading.startsWith("Step"));
      expect(headings.map((heading) => heading.split(" ").slice(0, 3).join(" "))).toEqual(
        steps.map(({ event }, i) => `Step ${i + 1}: ${event}`),
      );
    }
    expect(model.flows.map(({ name }) => name)).toEqual(
      expect.arrayContaining(["dialog", "form", "polling", "external-payment", "discount", "receipt-footer"]),
    );
  });

  it("have every erratum of the spec, and every term of the glossary", () => {
    expect(headingsOn(pages, "errata.md").slice(1).sort()).toEqual([...walked.errata].sort());
    const terms = listedOn(pages, "glossary.md");
    expect(terms).toEqual(model.glossary.map(({ term }) => term));
  });

  it("have what is planned, apart from what is there", () => {
    const [before = "", planned = ""] = pageAt(pages, "objects/Sender.md").split("## Planned");
    expect(before).not.toContain("paperState");
    expect(planned).toContain(
      "- `paperState`: How much paper the receipt printer has. One of `Unknown`, `Empty`, `Low` or `Present`.",
    );
  });

  it("say what each release brought, newest first", () => {
    const page = pageAt(pages, "releases.md");
    const listed = [...page.matchAll(/^- \*\*v([\d.]+)\*\*/gm)].map(([, release]) => release);
    expect(listed).toHaveLength(model.releases.length);
    expect(listed[0]).toBe("59.4.2");
    const [, since59 = ""] = page.split("- **v59**");
    expect(since59.split("- **v57**")[0]).toContain("  - answer added: `form`");
    expect(page).toContain("  - event added: [selectRelation](events/selectRelation.md)");
    expect(page).toMatch(
      / {2}- enum value added in the answer: `form\.fields\[\]\.type`.*\. You may send "label"\./,
    );
  });

  it("have a matrix of every property, and the releases that have it", () => {
    const tables = findAll(parseMarkdown(pageAt(pages, "matrix.md")), "table").map(rowsOf);
    const [events = [], requests = [], answers = []] = tables;
    expect(events.map(([name]) => name)).toEqual(model.events.map(({ name }) => name));
    const [, ...columns] = requests[0] ?? [];
    expect(columns).toHaveLength(3 + model.changes.length + 1);
    const row = (rows: readonly string[][], path: string) => rows.find(([name]) => name === path)?.slice(1);
    const printer = row(requests, "sender.hasReceiptPrinter") ?? [];
    expect(printer.slice(1)).toEqual([
      "v57",
      ...Array<string>(13).fill(""),
      "new",
      ...Array<string>(3).fill("yes"),
      "all",
    ]);
    expect(row(requests, "sender.ageInSeconds")?.slice(0, 3)).toEqual(["no shop", "planned", ""]);
    const separator = row(answers, "form.fields[].separator") ?? [];
    expect(separator.slice(1)).toEqual(["v59.3.4", ...Array<string>(16).fill(""), "new", "all"]);
    expect(answers.find(([name]) => name === "receiptFooter")?.at(-1)).toBe("completeSession");
    const names = [...requests, ...answers].map(([name]) => name);
    expect(names.length).toBeGreaterThan(300);
  });

  it("say for which shops they are, and what these cannot use", () => {
    expect(textOf(parseMarkdown(pageAt(pages, "about.md")))).toContain(`(${label})`);
    const page = textOf(parseMarkdown(pageAt(pages, "releases.md")));
    expect(view.omissions.filter(({ what }) => !page.includes(what))).toEqual([]);
  });
});

/** Everything that has a name in the model, whichever release has it. */
function walkModel() {
  const objects = new Map<string, ObjectModel>();
  const enums = new Map<string, NonNullable<typeof model.errorCodes>>();
  const envelopes = model.events.flatMap(({ request, response }) => [request, response]);
  const inObject = (object: ObjectModel): void => {
    if (objects.has(object.title)) return;
    objects.set(object.title, object);
    object.properties
      .filter(({ aside }) => !aside)
      .forEach(({ eras }) =>
        eras.forEach(({ type }) => {
          inType(type);
        }),
      );
  };
  const inType = (type: TypeModel): void => {
    for (const { kind } of type) {
      if (kind.kind === "object") inObject(kind.object);
      if (kind.kind === "array") inType(kind.items);
      if (kind.kind === "string" && kind.enum?.title !== undefined) enums.set(kind.enum.title, kind.enum);
    }
  };
  [...envelopes, model.errorRequest].forEach(inObject);
  const titles = new Set(envelopes.map(({ title }) => title));
  const errata = new Set(
    [...JSON.stringify(model).matchAll(/"id":"(E\d+)","says"/g)].map(([, id = ""]) => id),
  );
  return {
    objects: [...objects.values()].filter(({ title }) => !titles.has(title)),
    enums: [...enums.values()],
    errata,
  };
}

const namesOf = (...objects: readonly ObjectModel[]): string[] =>
  objects.flatMap(({ properties }) => properties.filter(({ aside }) => !aside).map(({ name }) => name));

const treeOf = (pages: ReadonlyMap<string, string>, path: string): MarkdownNode =>
  parseMarkdown(pageAt(pages, path));

const listed = new Map<string, readonly string[]>();

/** The first cells of all tables on a page. */
function listedOn(pages: ReadonlyMap<string, string>, path: string): readonly string[] {
  const text = pageAt(pages, path);
  const names =
    listed.get(text) ??
    findAll(parseMarkdown(text), "table").flatMap((table) => rowsOf(table).map(([name = ""]) => name));
  listed.set(text, names);
  return names;
}

const headingsOn = (pages: ReadonlyMap<string, string>, path: string): string[] =>
  findAll(treeOf(pages, path), "heading").map(textOf);

const mark = /\b(?:some shops|no shop|Not every shop|No shop)\b/;

/** What is on a page without a mark although not every shop of the fleet has it. */
function unmarked(pages: ReadonlyMap<string, string>, view: View): string[] {
  const seen = findObjects(view);
  return [...pages].flatMap(([path, text]) => {
    const [, folder, name = ""] = /^(events|objects)\/(.*)\.md$/.exec(path) ?? [];
    if (folder === undefined) return [];
    const [head = ""] = text.split("\n## ");
    if (mark.test(head)) return [];
    const event = view.events.find((known) => known.name === name);
    const shown = folder === "events" ? [event?.request, event?.response] : [seen.get(name)];
    const everywhere = shown
      .flatMap((object) => object?.properties ?? [])
      .filter(({ exists }) => exists === undefined);
    const isEverywhere =
      shown.every((object) => object !== undefined && firstIn(object.exists) === undefined) &&
      firstIn(event?.exists) === undefined;
    if (!isEverywhere) return [path];
    const rows = findAll(parseMarkdown(text), "table").flatMap(rowsOf);
    return rows
      .filter(
        ([property, , , since = ""]) =>
          !everywhere.some((known) => known.name === property) && !mark.test(since),
      )
      .map(([property = ""]) => `${path}: ${property}`);
  });
}
