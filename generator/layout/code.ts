import { group, hardline, ifBroken, indent, join, layOut, line, type Document } from "./document.js";
import { takeAssignment, takeExpression } from "./expressions.js";
import { indentUnion, takeType } from "./types.js";
import { readWords, takeComments, takeKey, takeList, takeUntil, type Words } from "./words.js";

/** How long a line of the output may be. */
const lineLength = 110;

/**
 * Lays out code that a target has made, in the very lines that prettier would: declarations, and expressions that hold no
 * statements. Code with anything else in it is our bug, and throws.
 */
export function layOutCode(code: string): string {
  const words = readWords(code);
  const statements: Document[] = [];
  while (words.next() !== "") {
    const isApart = statements.length > 0 && words.breaks() > 1;
    statements.push(isApart ? hardline : "", takeComments(words), takeStatement(words), hardline);
  }
  return layOut(statements, lineLength);
}

/** Where an expression is to stand: what is before it on its line, and how many steps that line is indented. */
interface Setting {
  readonly before: string;
  readonly after: string;
  readonly depth: number;
}

/** Lays an expression out where a template has it. */
export function layOutValue(code: string, { before, after, depth }: Setting): string {
  const start = "  ".repeat(depth) + before;
  const value: Document = [start, takeExpression(readWords(code)).of, after];
  const text = layOut(
    Array.from({ length: depth }).reduce<Document>((of) => indent(of), value),
    lineLength,
  );
  return text.slice(start.length, -after.length);
}

function takeStatement(words: Words): Document {
  const head = words.skip("export") ? "export " : "";
  if (words.skip("interface")) return [head, takeInterface(words)];
  const isAlias = words.next() === "type" && words.next(2) === "=";
  if (words.next() !== "const" && !isAlias) return [head, takeNames(words)];
  const left = `${head}${takeUntil(words, "=")} =`;
  words.expect("=");
  const statement = isAlias ? takeAlias(left, words) : takeAssignment(left, words, false);
  words.skip(";");
  return [statement, ";"];
}

function takeAlias(left: string, words: Words): Document {
  const { of, members } = takeType(words);
  // A long text goes to a line of its own, as a union does.
  const isText = typeof of === "string" && of.startsWith('"');
  return members > 1 || isText ? group([left, group(indent([line, of]))]) : [left, " ", of];
}

/** An import or an export of names. */
function takeNames(words: Words): Document {
  const before = takeUntil(words, "{", ";");
  const parts: Document[] = before === "" ? [] : [before];
  if (words.skip("{")) parts.push(printNames(takeList(words, "}", () => takeUntil(words, ",", "}"))));
  const after = takeUntil(words, ";");
  words.expect(";");
  return [join(" ", after === "" ? parts : [...parts, after]), ";"];
}

function printNames(names: readonly string[]): Document {
  if (names.length < 2) return names.length === 0 ? "{}" : `{ ${names.join("")} }`;
  return group(["{", indent([line, join([",", line], names)]), ifBroken(","), line, "}"]);
}

function takeInterface(words: Words): Document {
  const name = words.take();
  const bases: Document[] = [];
  if (words.skip("extends")) {
    do bases.push(takeType(words).of);
    while (words.skip(","));
  }
  words.expect("{");
  const members: Document[] = [];
  while (!words.skip("}")) {
    members.push([takeComments(words), takeMember(words)]);
    words.skip(";");
  }
  const list = join([",", line], bases);
  const heritage =
    bases.length > 1 ? indent([line, "extends", group(indent([line, list]))]) : [" extends ", list];
  const head = group([name, bases.length > 0 ? heritage : ""]);
  const body =
    members.length === 0 ? "{}" : ["{", indent([hardline, join(hardline, members)]), hardline, "}"];
  return ["interface ", head, " ", body];
}

function takeMember(words: Words): Document {
  const key = takeKey(words);
  const mark = words.skip("?") ? "?" : "";
  words.expect(":");
  return [key, mark, ": ", indentUnion(takeType(words)), ";"];
}
