import {
  group,
  hardline,
  enclose,
  firstThatFits,
  indent,
  join,
  layOut,
  line,
  mustBreak,
  toDocuments,
  type Document,
} from "./document.js";
import { indentUnion, takeType, takeTypeArguments } from "./type-layout.js";
import {
  readWords,
  takeApart,
  takeComments,
  takeKey,
  takeList,
  takeUntil,
  toWord,
  type Words,
} from "./tokens.js";

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
  return layOut(statements);
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
  const text = layOut([start, takeExpression(readWords(code)).of, after], depth);
  return text.slice(start.length, -after.length);
}

function takeStatement(words: Words): Document {
  const head = words.skip("export") ? "export " : "";
  if (words.skip("interface")) return [head, takeInterface(words)];
  const isAlias = words.next() === "type" && words.next(2) === "=";
  if (words.next() !== "const" && !isAlias) return [head, takeNames(words)];
  const left = `${head}${takeUntil(words, "=")} =`;
  words.expect("=");
  const statement = isAlias ? takeAlias(left, words) : printAssignment(left, takeExpression(words).of);
  words.skip(";");
  return [statement, ";"];
}

function takeAlias(left: string, words: Words): Document {
  const type = takeType(words);
  return type.members ? group([left, group(indent([line, type.of]))]) : printAssignment(left, type.of);
}

/** What stands behind the sign goes to the next line where not even its beginning fits. */
function printAssignment(left: string, right: Document): Document {
  const space = group(indent(line));
  return group([left, space, indent(right, space)]);
}

/** An import or an export of names. */
function takeNames(words: Words): Document {
  const before = takeUntil(words, "{", ";");
  const parts: Document[] = before === "" ? [] : [before];
  if (words.skip("{")) parts.push(enclose("{}", takeList(words, "}", takeName)));
  const after = takeUntil(words, ";");
  words.expect(";");
  return [join(" ", after === "" ? parts : [...parts, after]), ";"];
}

const takeName = (words: Words): string => takeUntil(words, ",", "}");

function takeInterface(words: Words): Document {
  const name = words.take();
  const bases = words.skip("extends") ? toDocuments(takeApart(words, ",", takeType)) : [];
  words.expect("{");
  const members: Document[] = [];
  while (!words.skip("}")) {
    members.push([hardline, takeComments(words), takeMember(words)]);
    words.skip(";");
  }
  const list = join([",", line], bases);
  const heritage =
    bases.length > 1 ? indent([line, "extends", group(indent([line, list]))]) : [" extends ", list];
  const head = group([name, bases.length > 0 ? heritage : ""]);
  return ["interface ", head, " {", indent(members), members.length === 0 ? "" : hardline, "}"];
}

function takeMember(words: Words): Document {
  const key = takeKey(words);
  const mark = words.skip("?") ? "?" : "";
  words.expect(":");
  return [key, mark, ": ", indentUnion(takeType(words)), ";"];
}

/** An expression, laid out, and what the layout of the code around it depends on. */
interface Expression {
  readonly of: Document;
  /** Whether it is broken inside of its own brackets, beside what stands before it. */
  readonly hugs: boolean;
  /** How many levels of others are in it; a function is never simple. */
  readonly level: number;
}

const plain = { hugs: false, level: Infinity };

/** Takes an expression. */
function takeExpression(words: Words): Expression {
  if (words.next().startsWith("/*")) {
    const comment = words.take();
    const { of, ...rest } = takeExpression(words);
    return { ...rest, of: [comment, " ", of] };
  }
  const first = takeOperand(words);
  if (words.skip("satisfies")) return { ...plain, of: [first.of, " satisfies ", words.take()] };
  if (![">=", "<="].includes(words.next())) return first;
  return { ...plain, of: [first.of, ` ${words.take()} `, takeOperand(words).of] };
}

function takeOperand(words: Words): Expression {
  if (words.skip("{")) return takeObject(words);
  if (words.skip("[")) return takeArray(words);
  if (words.next() !== "(") return takeChain(words);
  if (words.next(1) === ")" || words.next(2) === ")") return takeFunction(words);
  words.expect("(");
  const { of, ...rest } = takeExpression(words);
  words.expect(")");
  return { ...rest, of: ["(", of, ")"] };
}

/** A line break behind the brace keeps a line for each property. */
function takeObject(words: Words): Expression {
  const isSpread = words.breaks() > 0 && words.next() !== "}";
  const entries = takeList(words, "}", () => [takeComments(words), takeProperty(words)]);
  return { ...plain, of: enclose("{}", entries, isSpread), hugs: true };
}

function takeProperty(words: Words): Document {
  if (words.skip("...")) return ["...", takeExpression(words).of];
  const key = takeKey(words);
  words.expect(":");
  const { of } = takeExpression(words);
  // Nothing is won by a line break behind a key that is so short.
  return key.length < 5 ? [key, ": ", of] : printAssignment(`${key}:`, of);
}

function takeArray(words: Words): Expression {
  const items = takeList(words, "]", takeExpression);
  const of = enclose("[]", toDocuments(items));
  return { of, hugs: true, level: 1 + highest(items) };
}

const highest = (items: readonly Expression[]): number => Math.max(0, ...items.map(({ level }) => level));

/** A function without statements. */
function takeFunction(words: Words): Expression {
  words.expect("(");
  const parameters = takeUntil(words, ")");
  words.expect(")");
  words.expect("=>");
  const { of, hugs } = takeExpression(words);
  return { ...plain, of: group([`(${parameters}) =>`, group(hugs ? [" ", of] : indent([line, of]))]), hugs };
}

/** A name, and what it is called with, if it is called. */
interface Link {
  readonly of: Document;
  readonly args: readonly Expression[] | undefined;
}

function takeLink(words: Words, dot: string): Link {
  const name = dot + toWord(words.take());
  if (words.next() !== "(" && words.next() !== "<") return { of: name, args: undefined };
  const types = takeTypeArguments(words);
  words.expect("(");
  const args = takeList(words, ")", takeExpression);
  return { of: [name, types, printArguments(args)], args };
}

/**
 * A name, a text or a number, and what is called upon it. More than two calls, one of them of more than names, have a line
 * each; others do if they are too long for one.
 */
function takeChain(words: Words): Expression {
  const links = [takeLink(words, "")];
  while (words.skip(".")) links.push(takeLink(words, "."));
  const calls = links.flatMap(({ args }) => (args ? [args] : []));
  const level = Math.max(1, ...calls.map((args) => Math.max(args.length, 1 + highest(args))));
  const flat = toDocuments(links);
  if (links.length < 3 || links.at(-1)?.args === undefined) return { of: flat, hugs: false, level };
  const [head = "", ...others] = flat;
  const broken = [head, indent([hardline, join(hardline, others)])];
  const isComplex = calls.length > 2 && calls.some((args) => args.some(({ level }) => level > 2));
  const isSplit = isComplex || flat.slice(0, -1).some(mustBreak);
  return { of: isSplit ? group(broken) : firstThatFits(flat, broken), hugs: false, level };
}

/** The last argument may be broken while the others stay beside the parenthesis. */
function printArguments(args: readonly Expression[]): Document {
  const items = toDocuments(args);
  const last = args.at(-1);
  if (!last?.hugs) return enclose("()", items);
  const before = items.slice(0, -1).map((item) => [item, ",", line]);
  const apart = enclose("()", items, true);
  if (before.some(mustBreak)) return apart;
  const hugged = ["(", before, group(last.of, true), ")"];
  return mustBreak(last.of)
    ? group(firstThatFits(hugged, apart), true)
    : firstThatFits(["(", before, last.of, ")"], hugged, apart);
}
