import { beforeAll, describe, expect, it } from "vitest";
import { collectTypes } from "../../../generator/version/collect.js";
import type { ObjectView } from "../../../generator/version/view.js";
import { loadRealModel, loadRealView } from "../../real-spec.js";
import { findAll, parseMarkdown, rowsOf, textOf } from "./markdown-tree.js";
import { pageAt, pagesOf } from "./pages.js";

const model = loadRealModel();

describe.each([undefined, "48", "59.4.2"])("the pages from %s on", (minVersion) => {
  const view = loadRealView({ minVersion }, model);
  const { objects, enums } = collectTypes([
    ...view.events.flatMap(({ request, response }) => [request, response]),
    view.errorRequest,
  ]);
  let pages: ReadonlyMap<string, string>;

  beforeAll(async () => {
    pages = await pagesOf(view, model);
  });

  it("have one for each event, with every property it carries and may be answered with", () => {
    const lost = view.events.flatMap(({ name, request, response }) =>
      missingFrom(pageAt(pages, `events/${name}.md`), [request, response]),
    );
    expect(lost).toEqual([]);
  });

  it("have one for each other object, with every property", () => {
    const envelopes = view.events.flatMap(({ request, response }) => [request.name, response.name]);
    const others = objects.filter(({ name }) => !envelopes.includes(name));
    expect(
      others.flatMap((object) => missingFrom(pageAt(pages, `objects/${object.name}.md`), [object])),
    ).toEqual([]);
    expect(pages.size).toBe(view.events.length + others.length + 6);
  });

  it("have every event in the index", () => {
    const [events] = findAll(parseMarkdown(pageAt(pages, "README.md")), "table");
    expect(events && rowsOf(events).map(([name]) => name)).toEqual(view.events.map(({ name }) => name));
  });

  it("have every named enum with its values", () => {
    const page = parseMarkdown(pageAt(pages, "enums.md"));
    const headings = findAll(page, "heading").map(textOf);
    const tables = findAll(page, "table").map((table) => rowsOf(table).map(([value]) => value));
    const listed = Object.fromEntries(headings.slice(1).map((name, i) => [name, tables[i]]));
    const named = enums.filter(({ name }) => name !== view.errorCodes?.name);
    expect(listed).toEqual(
      Object.fromEntries(named.map(({ name = "", values }) => [name, values.map(({ value }) => value)])),
    );
  });

  it("have every error code with its meaning", () => {
    const [codes] = findAll(parseMarkdown(pageAt(pages, "error-codes.md")), "table");
    const rows = codes ? rowsOf(codes) : [];
    expect(rows.map(([code]) => code)).toEqual(view.errorCodes?.values.map(({ value }) => value));
    expect(rows.filter(([, , meaning]) => meaning === "")).toEqual([]);
  });

  it("have a sample of each event, and of a request that reports an error", () => {
    const paths = [
      ...view.events.map(({ name }) => `events/${name}.md`),
      `objects/${view.errorRequest.name}.md`,
    ];
    expect(paths.filter((path) => !pageAt(pages, path).includes("\n## Sample\n"))).toEqual([]);
  });

  it("have what is planned, apart from what is there", () => {
    const [before = "", planned = ""] = pageAt(pages, "objects/Sender.md").split("## Planned");
    expect(before).not.toContain("paperState");
    expect(planned).toContain(
      "- `paperState`: How much paper the receipt printer has. One of `Unknown`, `Empty`, `Low` or `Present`.",
    );
  });

  it("have every release, newest first", () => {
    const page = pageAt(pages, "releases.md");
    const listed = [...page.matchAll(/^- \*\*v([\d.]+)\*\*/gm)].map(([, release]) => release);
    expect(listed).toHaveLength(view.releases.length);
    expect(listed[0]).toBe("59.4.2");
  });

  it("say what each release brought", () => {
    const page = pageAt(pages, "releases.md");
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
    expect(requests.find(([name]) => name === "sender.hasReceiptPrinter")?.[1]).toBe("v57");
    expect(requests.find(([name]) => name === "sender.ageInSeconds")?.[1]).toBe("planned");
    expect(answers.find(([name]) => name === "form.fields[].separator")?.slice(0, 3)).toEqual([
      "form.fields[].separator",
      "v59.3.4",
      "",
    ]);
    expect(answers.find(([name]) => name === "receiptFooter")?.at(-1)).toBe("completeSession");
    const names = [...requests, ...answers].map(([name]) => name);
    expect(names.length).toBeGreaterThan(300);
  });

  it("say what the fleet cannot use", () => {
    const page = textOf(parseMarkdown(pageAt(pages, "releases.md")));
    expect(view.omissions.filter(({ what }) => !page.includes(what))).toEqual([]);
  });
});

/** What the tables of a page lack of some objects, or hold in another order. */
function missingFrom(page: string, objects: readonly ObjectView[]): string[] {
  const listed = findAll(parseMarkdown(page), "table").flatMap((table) =>
    rowsOf(table).map(([name]) => name),
  );
  const wanted = objects.flatMap(({ properties }) => properties.map(({ name }) => name));
  return wanted
    .filter((name, i) => listed[i] !== name)
    .map((name) => `${objects.map((o) => o.name).join()}: ${name}`);
}
