import {
  firstThatFits,
  group,
  hardline,
  ifBroken,
  indent,
  join,
  line,
  mustBreak,
  softline,
  type Document,
} from "./document.js";
import { takeTypeArguments } from "./types.js";
import { takeComments, takeKey, takeList, takeUntil, toWord, type Words } from "./words.js";

/** An expression, laid out, and what the layout of the code around it depends on. */
interface Expression {
  readonly of: Document;
  readonly kind: "word" | "text" | "object" | "array" | "function" | "call" | "other";
  /** How many properties or items it has. */
  readonly size: number;
  /** How many levels of others are in it; a function is never simple. */
  readonly level: number;
  /** Whether it is so short that a call with only this is not broken. */
  readonly isShort: boolean;
  /** Whether it is put on the next line rather than broken. */
  readonly isWhole: boolean;
}

const plain = { kind: "other", size: 0, level: Infinity, isShort: false, isWhole: false } as const;

/** Takes `left = right` or `left: right`, laid out. */
export function takeAssignment(left: string, words: Words, isShortKey: boolean): Document {
  const right = takeExpression(words);
  if (isShortKey) return [left, " ", right.of];
  if (right.isWhole) return group([left, group(indent([line, right.of]))]);
  const space = group(indent(line));
  return group([left, space, ifBroken(indent(right.of), right.of, space)]);
}

/** Takes an expression. */
export function takeExpression(words: Words): Expression {
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
  const entries = takeList(words, "}", () => {
    const comments = takeComments(words);
    if (words.skip("...")) return [comments, "...", takeExpression(words).of];
    const key = takeKey(words);
    if (!words.skip(":")) return [comments, key];
    return [comments, takeAssignment(`${key}:`, words, key.length < 5)];
  });
  if (entries.length === 0) return { ...plain, of: "{}", kind: "object", level: 1 };
  const of = group(["{", indent([line, join([",", line], entries)]), ifBroken(","), line, "}"], isSpread);
  return { ...plain, of, kind: "object", size: entries.length };
}

function takeArray(words: Words): Expression {
  const items = takeList(words, "]", () => takeExpression(words));
  const [first] = items;
  if (!first) return { ...plain, of: "[]", kind: "array", level: 1 };
  const isTable =
    items.length > 1 &&
    (first.kind === "object" || first.kind === "array") &&
    items.every(({ kind, size }) => kind === first.kind && size > 1);
  const list = join(
    [",", line],
    items.map(({ of }) => group(of)),
  );
  const of = group(["[", indent([softline, list, ifBroken(",")]), softline, "]"], isTable);
  return { ...plain, of, kind: "array", size: items.length, level: 1 + maximum(items) };
}

const maximum = (items: readonly Expression[]): number => Math.max(0, ...items.map(({ level }) => level));

/** A function without statements. */
function takeFunction(words: Words): Expression {
  words.expect("(");
  const parameters = takeUntil(words, ")");
  words.expect(")");
  words.expect("=>");
  const isObject = words.next() === "(" && words.next(1) === "{";
  const body = takeExpression(words);
  const isBeside =
    ["object", "array", "function"].includes(body.kind) || (isObject && body.kind === "object");
  const of = group([`(${parameters}) =>`, group(isBeside ? [" ", body.of] : indent([line, body.of]))]);
  return { ...plain, of, kind: isBeside ? "function" : "other" };
}

/** A name, a text or a number, and what is called upon it. */
function takeChain(words: Words): Expression {
  const word = toWord(words.take());
  const first = takeCall(words);
  const links: Link[] = [];
  while (words.skip(".")) links.push({ name: `.${words.take()}`, call: takeCall(words) });
  if (first === undefined && links.length === 0) {
    const isText = /^["']/.test(word);
    const isShort = /^[-\d]/.test(word) || word.length <= maxShort;
    return { ...plain, of: word, kind: isText ? "text" : "word", level: 1, isShort, isWhole: isText };
  }
  return printChain({ name: word, call: first }, links);
}

/** A quarter of a line. */
const maxShort = 27;

/** A name and the call of it, if it is called. */
interface Link {
  readonly name: string;
  readonly call: Call | undefined;
}

interface Call {
  readonly of: Document;
  readonly args: readonly Expression[];
  readonly hasComplexTypes: boolean;
}

function takeCall(words: Words): Call | undefined {
  if (words.next() !== "(" && words.next() !== "<") return undefined;
  const types = takeTypeArguments(words);
  words.expect("(");
  const args = takeList(words, ")", () => takeExpression(words));
  return { of: [types.of, printArguments(args)], args, hasComplexTypes: types.isComplex };
}

/** More than two calls, one of them of more than names, have a line each; others do if they are too long for one. */
function printChain(first: Link, links: readonly Link[]): Expression {
  const all = [first, ...links];
  const calls = all.flatMap(({ call }) => (call ? [call] : []));
  const flat = all.map(printLink);
  const groups = groupLinks(first, links);
  const isChain = all.at(-1)?.call !== undefined && groups.length > 2;
  const base = {
    ...plain,
    kind: all.at(-1)?.call ? ("call" as const) : ("other" as const),
    level: Math.max(1, ...calls.map(({ args }) => Math.max(args.length, 1 + maximum(args)))),
    isShort: links.length === 0 && first.call?.args.length === 0 && first.name.length <= maxShort - 2,
    isWhole:
      !isChain &&
      calls.every(
        ({ args, hasComplexTypes }) =>
          !hasComplexTypes && args.length < 2 && args.every(({ isShort }) => isShort),
      ),
  };
  if (!isChain) return { ...base, of: groups.length > 1 ? group(flat) : flat };
  const [head = [], ...others] = groups;
  const broken = [head, indent([hardline, join(hardline, others)])];
  const isComplex = calls.length > 2 && calls.some(({ args }) => args.some(({ level }) => level > 2));
  if (isComplex || groups.slice(0, -1).some(mustBreak)) return { ...base, of: group(broken) };
  return { ...base, of: group(firstThatFits(flat, broken), mustBreak(flat)) };
}

const printLink = ({ name, call }: Link): Document => [name, call?.of ?? ""];

/** The first name with the properties that are read of it, then each call with the names before it. */
function groupLinks(first: Link, links: readonly Link[]): readonly Document[] {
  const groups: Document[][] = [[printLink(first)]];
  let isOpen = first.call === undefined;
  for (const [index, link] of links.entries()) {
    const reads = index + 1 < links.length && link.call === undefined;
    if (isOpen && (reads || groups.length > 1)) groups.at(-1)?.push(printLink(link));
    else groups.push([printLink(link)]);
    isOpen = link.call === undefined;
  }
  return groups;
}

/** The last argument may be broken while the others stay beside the parenthesis. */
function printArguments(args: readonly Expression[]): Document {
  if (args.length === 0) return "()";
  const printed = args.map(({ of }, index) => (index < args.length - 1 ? [of, ",", line] : of));
  const apart = group(["(", indent([line, printed]), ifBroken(","), line, ")"], true);
  const [last, other] = [args.at(-1), args.at(-2)];
  if (
    !last ||
    !mayHug(last) ||
    other?.kind === last.kind ||
    (other?.kind === "function" && last.kind === "array")
  )
    return group(["(", indent([softline, printed]), ifBroken(","), softline, ")"], printed.some(mustBreak));
  const before = printed.slice(0, -1);
  if (before.some(mustBreak)) return apart;
  const hugged = ["(", before, group(last.of, true), ")"];
  return mustBreak(last.of)
    ? group(firstThatFits(hugged, apart), true)
    : firstThatFits(["(", before, last.of, ")"], hugged, apart);
}

const mayHug = ({ kind, size }: Expression): boolean =>
  kind === "function" || ((kind === "object" || kind === "array") && size > 0);
