import ts from "typescript";
import { reportExplanations } from "../../generator/cli/commands/explain.js";
import { explain, explanationToJson, type Explanation } from "../../generator/changes/explain.js";
import { stripStyles } from "../../generator/base/text/style.js";
import type { Model } from "../../generator/contract/model/model.js";
import type { View } from "../../generator/contract/view/view.js";
import { printForTerminal } from "../../generator/pages/blocks/terminal.js";
import { types } from "../../generator/targets/types/types.js";
import { viewOf } from "../contract/view/spec-of.js";
import { contextFor, pagesOf } from "./pages.js";

/** A mark of doubt on a page: about a type, or about a property of a type or of an event's body. */
interface Mark {
  /** "" for a root property on the page of its items. */
  readonly type: string;
  readonly property: string | undefined;
  /** Set on the page of an event. */
  readonly event: string | undefined;
  /** A setting, an erratum's id, a question, or a degree of certainty. */
  readonly says: string;
}

/** The marks that are missing somewhere, with the places. Fails if no page has any. */
export async function listMissingMarks(model: Model) {
  const view = viewOf(model, "..", { responses: "gated" });
  const marks = await readMarks(view, model);
  if (marks.length === 0) throw new Error("no page has a mark");
  const findMissing = await createMarkFinder(view, model);
  return marks
    .map((mark) => ({ ...mark, missing: findMissing(mark) }))
    .filter(({ missing }) => missing.length > 0);
}

/** The marks on all pages of objects, events, enums and error codes. */
async function readMarks(view: View, model: Model): Promise<readonly Mark[]> {
  const pages = [...(await pagesOf(view, model))];
  const about = (path: string) => pages.filter(([page]) => page.startsWith(path)).map(([, page]) => page);
  return [
    ...[...about("objects/"), ...about("events/")].flatMap(marksOn),
    ...about("enums.md").flatMap((page) =>
      page
        .split(/^## /m)
        .slice(1)
        .flatMap((part) => marksOn(`# ${part}`)),
    ),
    ...about("error-codes.md").flatMap((page) => marksOn(page.replace(/^# .*/, "# ErrorCode"))),
  ];
}

function marksOn(page: string): Mark[] {
  const type = /^# (.*)/.exec(page)?.[1] ?? "";
  const event = /^`POST <endpoint URL>\//m.test(page) ? type : undefined;
  const lines = page
    .replace(/```[\s\S]*?```/g, "")
    .replaceAll(/\\(.)/g, "$1")
    .split("\n");
  let section = "";
  return lines.flatMap((line) => {
    section = /^## (.*)/.exec(line)?.[1] ?? section;
    // A cure is no mark.
    if (line.startsWith("**Cure**")) return [];
    const names = listNames(line);
    // Above the first section, a page names only the root properties that have the type as items.
    const owner = section === "" && names[0] !== undefined ? "" : type;
    const says = [
      ...line.matchAll(/POS setting “(.*?)”/g),
      ...line.matchAll(/In doubt \(\[(\w+)\]/g),
      ...line.matchAll(/^- (?:`.*\. )?Open: \[(.*?)\]\(/g),
      ...(section === "Open questions" ? line.matchAll(/^- \[(.*?)\]\(/g) : []),
      ...line.matchAll(/(\w+), not documented: /g),
      ...line.matchAll(/_?(Not documented)(?:: [^_]*)?\._/g),
    ].map(([, words = ""]) => words);
    const isFlow = section === "How it works" || section === "Seen, not documented for the POS";
    return isFlow
      ? []
      : says.flatMap((each) => names.map((property) => ({ type: owner, property, event, says: each })));
  });
}

/** The properties that a line is about: the row of a table, or a remark that begins with names. */
function listNames(line: string): readonly (string | undefined)[] {
  const row = /^\| `([^`]*)`/.exec(line)?.[1];
  if (row !== undefined) return [row];
  const remark = /^- ((?:`[^`]*`(?:, | and )?)+)(?: in the (?:request|answer))?\. /.exec(line)?.[1];
  return remark === undefined ? [undefined] : [...remark.matchAll(/`([^`]*)`/g)].map(([, name]) => name);
}

/** Where a mark is missing: in the text of `explain`, in its JSON, or in the comment of the type. */
async function createMarkFinder(view: View, model: Model) {
  const comments = await readComments(view, model);
  const known = new Map<string, readonly Explanation[]>();
  const explained = (path: string) => {
    const found = known.get(path) ?? explainAll(path, view, model);
    known.set(path, found);
    return found;
  };
  return (mark: Mark): readonly string[] => {
    const { type, property, event } = mark;
    const matches = explained(
      event === undefined ? [type, property].filter(Boolean).join(".") : (property ?? type),
    );
    const own = event === undefined ? matches : matches.filter((each) => isOfEvent(each, mark));
    const texts = own.map((each) =>
      stripStyles(printForTerminal(reportExplanations({ foundBy: "path", matches: [each] }, ""))),
    );
    const documents = own.map((each) => JSON.stringify(explanationToJson(each)));
    const comment = event === undefined ? comments(type, property) : commentOfEvent(comments, mark);
    return [
      ...(texts.length > 0 && texts.every((text) => saysSo(text, mark)) ? [] : ["explain"]),
      ...(documents.length > 0 && documents.every((text) => saysSo(text, mark)) ? [] : ["--json"]),
      ...(comment.some((text) => saysSo(text, mark)) ? [] : ["comment"]),
    ];
  };
}

function explainAll(path: string, view: View, model: Model): readonly Explanation[] {
  const found = explain(path, view.fleet, model);
  return found.ok ? found.value.matches : [];
}

const isOfEvent = ({ kind, path, events }: Explanation, { property, event }: Mark): boolean =>
  property === undefined
    ? kind === "event"
    : path === property && kind !== "event" && events.includes(event ?? "");

const saysSo = (text: string, { says }: Mark): boolean =>
  says === "Not documented"
    ? /not documented|"kind":"(?:inferred|assumed|observed)"/i.test(text)
    : text.toLowerCase().includes(says.toLowerCase());

type Comments = (type: string, property?: string) => readonly string[];

const commentOfEvent = (comments: Comments, { property, event = "" }: Mark): readonly string[] => {
  if (property === undefined) return comments("WebhookRequests", event);
  const title = event.charAt(0).toUpperCase() + event.slice(1);
  return [...comments(`${title}Request`, property), ...comments(`${title}Response`, property)];
};

/** The comments of a type, or of a property of it or of a type that it extends. */
async function readComments(view: View, model: Model): Promise<Comments> {
  const files = await types.emit(view, contextFor(view, model));
  const found = new Map<string, ts.InterfaceDeclaration | ts.TypeAliasDeclaration>();
  for (const { path, content } of files)
    ts.createSourceFile(path, content, ts.ScriptTarget.Latest, true).forEachChild((node) => {
      if (ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) found.set(node.name.text, node);
    });
  const comments: Comments = (type, property) => {
    if (type === "") return [...found.keys()].flatMap((each) => comments(each, property));
    const node = found.get(type);
    if (!node) return [];
    if (property === undefined) return [commentOf(node)];
    const members = ts.isInterfaceDeclaration(node) ? [...node.members] : [];
    const own = members.filter(({ name }) => name?.getText().replaceAll('"', "") === property).map(commentOf);
    if (own.length > 0) return own;
    const bases = node.getText().match(/(?<=\bextends [^{]*|Omit<|= )\b[A-Z]\w+/g) ?? [];
    return bases.flatMap((base) => comments(base, property));
  };
  return comments;
}

const commentOf = (node: ts.Node): string =>
  (ts.getLeadingCommentRanges(node.getFullText(), 0) ?? [])
    .map(({ pos, end }) => node.getFullText().slice(pos, end))
    .join("\n")
    .replaceAll(/\n\s*\* ?/g, " ");
