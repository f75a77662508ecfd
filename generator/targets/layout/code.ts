import {
  group,
  hardline,
  enclose,
  firstThatFits,
  indent,
  joinDocuments,
  printDocument,
  line,
  mustBreak,
  toDocuments,
  type Document,
} from "./document.js";
import { indentUnion, takeType, takeTypeArguments } from "./type-layout.js";
import {
  createTokenReader,
  takeSeparated,
  takeComments,
  takeKey,
  takeList,
  takeUntil,
  formatToken,
  type TokenReader,
} from "./tokens.js";

/**
 * Lays out code that a target has made, in the very lines that prettier would: declarations, and expressions that hold no
 * statements. Code with anything else in it is our bug, and throws.
 */
export function layOutCode(code: string): string {
  const tokens = createTokenReader(code);
  const statements: Document[] = [];
  while (tokens.next() !== "") {
    const isApart = statements.length > 0 && tokens.breaks() > 1;
    statements.push(isApart ? hardline : "", takeComments(tokens), takeStatement(tokens), hardline);
  }
  return printDocument(statements);
}

/** The place of an expression: the code around it on its line, and how many steps that line is indented. */
interface ExpressionPlace {
  readonly before: string;
  readonly after: string;
  readonly depth: number;
}

/** Lays an expression out where a template has it. */
export function layOutValue(code: string, { before, after, depth }: ExpressionPlace): string {
  const start = "  ".repeat(depth) + before;
  const text = printDocument([start, takeExpression(createTokenReader(code)).of, after], depth);
  return text.slice(start.length, -after.length);
}

function takeStatement(tokens: TokenReader): Document {
  const head = tokens.skip("export") ? "export " : "";
  if (tokens.skip("interface")) return [head, takeInterface(tokens)];
  const isAlias = tokens.next() === "type" && tokens.next(2) === "=";
  if (tokens.next() !== "const" && !isAlias) return [head, takeNames(tokens)];
  const left = `${head}${takeUntil(tokens, "=")} =`;
  tokens.expect("=");
  const statement = isAlias ? takeAlias(left, tokens) : printAssignment(left, takeExpression(tokens).of);
  tokens.skip(";");
  return [statement, ";"];
}

function takeAlias(left: string, tokens: TokenReader): Document {
  const type = takeType(tokens);
  return type.members ? group([left, group(indent([line, type.of]))]) : printAssignment(left, type.of);
}

/** What stands behind the sign goes to the next line where not even its beginning fits. */
function printAssignment(left: string, right: Document): Document {
  const space = group(indent(line));
  return group([left, space, indent(right, space)]);
}

/** An import or an export of names. */
function takeNames(tokens: TokenReader): Document {
  const before = takeUntil(tokens, "{", ";");
  const parts: Document[] = before === "" ? [] : [before];
  if (tokens.skip("{")) parts.push(enclose("{}", takeList(tokens, "}", takeName)));
  const after = takeUntil(tokens, ";");
  tokens.expect(";");
  return [joinDocuments(" ", after === "" ? parts : [...parts, after]), ";"];
}

const takeName = (tokens: TokenReader): string => takeUntil(tokens, ",", "}");

function takeInterface(tokens: TokenReader): Document {
  const name = tokens.take();
  const bases = tokens.skip("extends") ? toDocuments(takeSeparated(tokens, ",", takeType)) : [];
  tokens.expect("{");
  const members: Document[] = [];
  while (!tokens.skip("}")) {
    members.push([hardline, takeComments(tokens), takeMember(tokens)]);
    tokens.skip(";");
  }
  const list = joinDocuments([",", line], bases);
  const heritage =
    bases.length > 1 ? indent([line, "extends", group(indent([line, list]))]) : [" extends ", list];
  const head = group([name, bases.length > 0 ? heritage : ""]);
  return ["interface ", head, " {", indent(members), members.length === 0 ? "" : hardline, "}"];
}

function takeMember(tokens: TokenReader): Document {
  const key = takeKey(tokens);
  const mark = tokens.skip("?") ? "?" : "";
  tokens.expect(":");
  return [key, mark, ": ", indentUnion(takeType(tokens)), ";"];
}

/** An expression, laid out, and what the layout of the code around it depends on. */
interface Expression {
  readonly of: Document;
  /** Whether it is broken inside of its own brackets, beside what stands before it. */
  readonly hugs: boolean;
  /** How many levels of others are in it; a function is never simple. */
  readonly level: number;
}

const plainExpression = { hugs: false, level: Infinity };

/** Takes an expression. */
function takeExpression(tokens: TokenReader): Expression {
  if (tokens.next().startsWith("/*")) {
    const comment = tokens.take();
    const { of, ...rest } = takeExpression(tokens);
    return { ...rest, of: [comment, " ", of] };
  }
  const first = takeOperand(tokens);
  if (tokens.skip("satisfies")) return { ...plainExpression, of: [first.of, " satisfies ", tokens.take()] };
  if (![">=", "<="].includes(tokens.next())) return first;
  return { ...plainExpression, of: [first.of, ` ${tokens.take()} `, takeOperand(tokens).of] };
}

function takeOperand(tokens: TokenReader): Expression {
  if (tokens.skip("{")) return takeObject(tokens);
  if (tokens.skip("[")) return takeArray(tokens);
  if (tokens.next() !== "(") return takeChain(tokens);
  if (tokens.next(1) === ")" || tokens.next(2) === ")") return takeFunction(tokens);
  tokens.expect("(");
  const { of, ...rest } = takeExpression(tokens);
  tokens.expect(")");
  return { ...rest, of: ["(", of, ")"] };
}

/** A line break behind the brace keeps a line for each property. */
function takeObject(tokens: TokenReader): Expression {
  const isSpread = tokens.breaks() > 0 && tokens.next() !== "}";
  const entries = takeList(tokens, "}", () => [takeComments(tokens), takeProperty(tokens)]);
  return { ...plainExpression, of: enclose("{}", entries, isSpread), hugs: true };
}

function takeProperty(tokens: TokenReader): Document {
  if (tokens.skip("...")) return ["...", takeExpression(tokens).of];
  const key = takeKey(tokens);
  tokens.expect(":");
  const { of } = takeExpression(tokens);
  // Nothing is won by a line break behind a key that is so short.
  return key.length < 5 ? [key, ": ", of] : printAssignment(`${key}:`, of);
}

function takeArray(tokens: TokenReader): Expression {
  const items = takeList(tokens, "]", takeExpression);
  const of = enclose("[]", toDocuments(items));
  return { of, hugs: true, level: 1 + highest(items) };
}

const highest = (items: readonly Expression[]): number => Math.max(0, ...items.map(({ level }) => level));

/** A function without statements. */
function takeFunction(tokens: TokenReader): Expression {
  tokens.expect("(");
  const parameters = takeUntil(tokens, ")");
  tokens.expect(")");
  tokens.expect("=>");
  const { of, hugs } = takeExpression(tokens);
  return {
    ...plainExpression,
    of: group([`(${parameters}) =>`, group(hugs ? [" ", of] : indent([line, of]))]),
    hugs,
  };
}

/** A name, and the arguments of its call, if it is called. */
interface ChainLink {
  readonly of: Document;
  readonly args: readonly Expression[] | undefined;
}

function takeLink(tokens: TokenReader, dot: string): ChainLink {
  const name = dot + formatToken(tokens.take());
  if (tokens.next() !== "(" && tokens.next() !== "<") return { of: name, args: undefined };
  const types = takeTypeArguments(tokens);
  tokens.expect("(");
  const args = takeList(tokens, ")", takeExpression);
  return { of: [name, types, printArguments(args)], args };
}

/**
 * A name, a text or a number, and what is called upon it. More than two calls, one of them of more than names, have a line
 * each; others do if they are too long for one.
 */
function takeChain(tokens: TokenReader): Expression {
  const links = [takeLink(tokens, "")];
  while (tokens.skip(".")) links.push(takeLink(tokens, "."));
  const calls = links.flatMap(({ args }) => (args ? [args] : []));
  const level = Math.max(1, ...calls.map((args) => Math.max(args.length, 1 + highest(args))));
  const flat = toDocuments(links);
  if (links.length < 3 || links.at(-1)?.args === undefined) return { of: flat, hugs: false, level };
  const [head = "", ...others] = flat;
  const broken = [head, indent([hardline, joinDocuments(hardline, others)])];
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
