import { posix } from "node:path";
import type { EnumModel, Model, ObjectModel, TypeModel } from "../../generator/contract/model/model.js";
import { createAjv } from "../../generator/contract/read/ajv.js";
import { addedIn } from "../../generator/base/time/spans.js";
import { formatRelease } from "../../generator/base/time/release.js";
import { toJsonSchema } from "../workbench/json-schema.js";
import { collectTypes, findObjects } from "../../generator/contract/view/walk.js";
import type { ObjectView, View } from "../../generator/contract/view/view.js";
import {
  anchorsOf,
  findAll,
  parseMarkdown,
  rowsOf,
  textOf,
  type MarkdownNode,
} from "../targets/docs/markdown-tree.js";
import { docsModel, pages, viewOf } from "../workbench/outputs.js";
import { exactly, type Range } from "../workbench/emit.js";

export interface FleetPages {
  readonly model: Model;
  readonly view: View;
  readonly texts: ReadonlyMap<string, string>;
}

export const readFleetPages = async (range: Range): Promise<FleetPages> => ({
  model: docsModel(),
  view: viewOf(range),
  texts: await pages(range),
});

/** Rules for the pages of every fleet. Each returns its violations. */
export const pageLaws: Readonly<Record<string, (fleet: FleetPages) => readonly string[]>> = {
  "have each event and each object, with every property": ({ model, texts }) => [
    ...model.events.flatMap(({ name, request, response }) =>
      lostOn(texts, `events/${name}.md`, namesOf(request, response)),
    ),
    ...objectsOf(model).flatMap((object) => lostOn(texts, `objects/${object.title}.md`, namesOf(object))),
  ],

  "have every value of every named enum, and every error code": ({ model, texts }) => {
    const shown = textOf(treeOf(texts, "enums.md"));
    const codes = findAll(treeOf(texts, "error-codes.md"), "heading").map(textOf);
    const known = model.errorCodes?.values.map(({ value }) => value) ?? [];
    return [
      ...enumsOf(model)
        .flatMap(({ title = "", values }) => [title, ...values.map(({ value }) => value)])
        .filter((text) => !shown.includes(text)),
      ...known.filter((code) => !codes.includes(code)),
    ];
  },

  "mark each event, object and property that not every shop has": findUnmarked,

  "mark each enum that not every shop has": ({ view, texts }) => {
    const [, ...sections] = textAt(texts, "enums.md").split("\n## ");
    const seen = new Set(collectTypes([...findObjects(view).values()]).enums.map(({ name }) => name));
    return sections.filter((section) => !seen.has(section.split("\n")[0] ?? "") && !mark.test(section));
  },

  "link to pages and headings that exist": ({ texts }) => {
    const anchors = new Map([...texts.keys()].map((path) => [path, anchorsOf(treeOf(texts, path))]));
    return [...texts.keys()].flatMap((path) =>
      linksOn(texts, path)
        .filter(
          ({ target, anchor }) =>
            !anchors.has(target) || !(anchor === undefined || anchors.get(target)?.has(anchor)),
        )
        .map(({ url }) => `${path}: ${url}`),
    );
  },

  "can all be reached from the index": ({ texts }) => {
    const seen = new Set(["README.md"]);
    // The loop also visits entries that it adds.
    for (const path of seen)
      if (texts.has(path)) linksOn(texts, path).forEach(({ target }) => seen.add(target));
    return [...texts.keys()].filter((path) => !seen.has(path));
  },

  "date no part that no source documents": ({ texts }) =>
    [...texts].flatMap(([path, text]) => findUndated(text).map((name) => `${path}: ${name}`)),

  "count in a sentence what a list has": ({ texts }) => findMiscounts(texts),

  "hold no HTML, and no table with a row of another length": ({ texts }) =>
    [...texts.keys()].flatMap((path) => [
      ...findAll(treeOf(texts, path), "html", "liquidNode").map(({ value }) => `${path}: ${value ?? ""}`),
      ...findAll(treeOf(texts, path), "table")
        .filter(({ children = [] }) => new Set(children.map((row) => row.children?.length)).size !== 1)
        .map(() => `${path}: an uneven table`),
    ]),
};

/** No source dates what no source documents. */
function findUndated(text: string): string[] {
  const isUndocumented = /Not documented(?:\.|:[^.]*\brelease\b)/;
  return findAll(parseMarkdown(text), "table").flatMap((table) => {
    const since = (table.children?.[0]?.children ?? []).map(textOf).indexOf("Since");
    return rowsOf(table)
      .filter((row) => row[since] === "" && isUndocumented.test(row.at(-1) ?? ""))
      .map(([name = ""]) => name);
  });
}

/** What pages say of the length of a list on another page. */
function findMiscounts(texts: FleetPages["texts"]): string[] {
  const [standings] = findAll(treeOf(texts, "events-and-answers.md"), "table");
  const events = standings ? rowsOf(standings) : [];
  const columns = (events[0] ?? []).map((_, index) => events.map((row) => row[index]));
  // An answer of single events has a "no" with the others.
  const common = columns.slice(1).filter((column) => !column.includes("no"));
  const general = common.filter(
    (column) => column.filter((mark) => mark === "general").length > column.length / 2,
  );
  const questions = (texts.get("open-questions.md") ?? "").split("\n## ").length - 1;
  const sentences = [
    ...(general.length > 0 ? [["README.md", `${general.length} of the ${common.length} other answers`]] : []),
    ...(questions > 0 ? [["about.md", `lists all ${questions} questions`]] : []),
  ];
  return sentences
    .filter(([path = "", words = ""]) => !textAt(texts, path).includes(words))
    .map(([path, words]) => `${path}: ${words}`);
}

/** JSON samples that do not match their event or object in their release. */
export const findMisfits = ({ view, texts }: FleetPages): readonly string[] =>
  [...texts.keys()].flatMap((path) =>
    findAll(treeOf(texts, path), "code")
      .filter(({ lang }) => lang === "json")
      .flatMap(({ meta, value = "" }) =>
        misfits(meta ?? "", JSON.parse(value), view).map((fault) => `${path} ${meta ?? ""}: ${fault}`),
      ),
  );

function textAt(texts: ReadonlyMap<string, string>, path: string): string {
  const text = texts.get(path);
  if (text === undefined) throw new Error(`there is no page ${path}`);
  return text;
}

const treeOf = (texts: ReadonlyMap<string, string>, path: string): MarkdownNode =>
  parseMarkdown(textAt(texts, path));

function lostOn(texts: ReadonlyMap<string, string>, path: string, names: readonly string[]): string[] {
  const listed = findAll(treeOf(texts, path), "table").flatMap((table) =>
    rowsOf(table).map(([name]) => name),
  );
  return names.filter((name) => !listed.includes(name)).map((name) => `${path}: ${name}`);
}

const namesOf = (...objects: readonly ObjectModel[]): string[] =>
  objects.flatMap(({ properties }) =>
    properties.filter(({ exclusion }) => !exclusion).map(({ name }) => name),
  );

/** All objects of all releases that events lead to, except the bodies themselves. */
function objectsOf({ events, errorRequest }: Model): readonly ObjectModel[] {
  const bodies = events.flatMap(({ request, response }) => [request, response]);
  const found = new Set<ObjectModel>([...bodies, errorRequest]);
  for (const object of found)
    for (const { kind } of kindsIn(object)) if (kind.kind === "object") found.add(kind.object);
  return [...found].filter((object) => !bodies.includes(object));
}

function enumsOf(model: Model): readonly EnumModel[] {
  const objects = [
    ...model.events.flatMap(({ request, response }) => [request, response]),
    ...objectsOf(model),
  ];
  const kinds = objects.flatMap(kindsIn).map(({ kind }) => kind);
  const enums = kinds.flatMap((kind) => (kind.kind === "string" && kind.enum ? [kind.enum] : []));
  return enums.filter(({ title }) => title !== undefined && title !== model.errorCodes?.title);
}

const kindsIn = ({ properties }: ObjectModel): TypeModel =>
  properties
    .filter(({ exclusion }) => !exclusion)
    .flatMap(({ eras }) => eras.flatMap(({ type }) => withItems(type)));

const withItems = (type: TypeModel): TypeModel =>
  type.flatMap((each) => [each, ...(each.kind.kind === "array" ? withItems(each.kind.items) : [])]);

const mark = /\b(?:some shops|no shop|Not every shop|No shop)\b/;

function findUnmarked({ view, texts }: FleetPages): string[] {
  const seen = findObjects(view);
  return [...texts].flatMap(([path, text]) => {
    const [, folder, name = ""] = /^(events|objects)\/(.*)\.md$/.exec(path) ?? [];
    const [head = ""] = text.split("\n## ");
    if (folder === undefined || mark.test(head)) return [];
    const event = view.events.find((known) => known.name === name);
    const shown = folder === "events" ? [event?.request, event?.response] : [seen.get(name)];
    const isEverywhere =
      shown.every((object) => object !== undefined && addedIn(object.exists) === undefined) &&
      addedIn(event?.exists) === undefined;
    if (!isEverywhere) return [path];
    const everywhere = new Set(
      shown.flatMap((object) =>
        (object?.properties ?? []).filter(({ exists }) => exists === undefined).map((each) => each.name),
      ),
    );
    return findAll(parseMarkdown(text), "table")
      .flatMap(rowsOf)
      .filter(([property = "", , , since = ""]) => !everywhere.has(property) && !mark.test(since))
      .map(([property = ""]) => `${path}: ${property}`);
  });
}

/**
 * A block's title: `scanCode request, v48`, `Session, v59.3.4`. Without a release, the block is for the oldest shop of
 * the fleet.
 */
const titlePattern = /^title="(\w+)(?: (request|answer|error request))?(?:, v([\d.]+))?"$/;

const ajv = createAjv({ allErrors: true });
const validators = new Map<string, ReturnType<typeof ajv.compile> | undefined>();

function misfits(title: string, value: unknown, { fleet }: View): string[] {
  const [, name = "", side, version = formatRelease(fleet.min)] = titlePattern.exec(title) ?? [];
  const key = `${name} ${side ?? ""} ${version}`;
  if (!validators.has(key)) {
    const object = objectFor(viewOf(exactly(version)), name, side);
    validators.set(
      key,
      object && ajv.compile(toJsonSchema(object, side === "answer" ? "response" : "closed")),
    );
  }
  const validate = validators.get(key);
  if (!validate) return ["it does not say what it is"];
  void validate(value);
  return (validate.errors ?? []).map(({ instancePath, message = "" }) => `${instancePath} ${message}`);
}

function objectFor(view: View, name: string, side: string | undefined): ObjectView | undefined {
  if (side === undefined) return findObjects(view).get(name);
  if (side === "error request") return view.errorRequest;
  const event = view.events.find((known) => known.name === name);
  return side === "request" ? event?.request : event?.response;
}

const linksOn = (texts: ReadonlyMap<string, string>, path: string) =>
  findAll(treeOf(texts, path), "link").map(({ url = "" }) => {
    const [file = "", anchor] = url.split("#");
    const target = file === "" ? path : posix.join(posix.dirname(path), decodeURIComponent(file));
    return { url, target, anchor };
  });
