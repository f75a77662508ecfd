import { code, type Code } from "../../text/code.js";

/** What a function does, step by step. */
export type Statements = readonly Statement[];

/** A line of code, a loop, or a choice. */
export type Statement = Code | Loop | Choice;

/** `head { … }` */
export interface Loop {
  readonly head: Code;
  readonly body: Statements;
}

/** `if (test) { … } else if (test) { … } else { … }` */
export interface Choice {
  readonly branches: readonly Branch[];
}

/** What to do where a test holds; without one: where none of the tests before it held. */
export interface Branch {
  readonly test?: Code;
  readonly body: Statements;
}

/** Does the first branch whose test holds. Branches at the end that do nothing are left out. */
export function choose(branches: readonly Branch[]): Statements {
  const last = branches.findLastIndex(({ body }) => body.length > 0);
  const first = branches[0];
  if (first === undefined || last < 0) return [];
  return first.test === undefined ? first.body : [{ branches: branches.slice(0, last + 1) }];
}

/** Does something where a test holds, and nothing else. */
export const when = (test: Code, body: Statements): Statements => choose([{ test, body }]);

/** How wide a line may be that holds all of a loop or choice. */
const width = 140;

/** The lines of a function: what is done about a property stands on one line, or in a block, where lines are filled. */
export const printStatements = (statements: Statements): readonly Code[] =>
  statements.flatMap((statement) => printStatement(statement, code`  `));

function printStatement(statement: Statement, indent: Code): readonly Code[] {
  const line = code`${indent}${toLine(statement)}`;
  if (line.text.length <= width || "text" in statement) return [line];
  return toParts(statement).reduce<readonly Code[]>((lines, part, index, parts) => {
    const last = lines.at(-1);
    // What follows a block takes the place of the brace that ends it.
    const isBlock = last?.text === `${indent.text}}`;
    const [before, start] = isBlock ? [lines.slice(0, -1), code`${indent}} `] : [lines, indent];
    return [...before, ...printPart(part, index === parts.length - 1, start, indent)];
  }, []);
}

function printPart(part: Loop, isLast: boolean, start: Code, indent: Code): readonly Code[] {
  const line = code`${start}${partToLine(part, isLast)}`;
  if (line.text.length <= width || isPlain(part.body)) return [line];
  const lines = fillLines(part.body, code`  ${indent}`);
  const head = code`${start}${part.head}`;
  return isLast && lines.length === 1 && part.body.length === 1
    ? [head, ...lines]
    : [code`${head} {`, ...lines, code`${indent}}`];
}

/** One line for several statements, as long as it holds them. */
const fillLines = (statements: Statements, indent: Code): readonly Code[] =>
  statements.reduce<readonly Code[]>((lines, statement) => {
    const last = lines.at(-1);
    const filled = last && last.text.trim() !== "}" && code`${last} ${toLine(statement)}`;
    return filled && filled.text.length <= width
      ? [...lines.slice(0, -1), filled]
      : [...lines, ...printStatement(statement, indent)];
  }, []);

/** All of some statements on one line. */
export const inLine = (statements: Statements): Code =>
  statements.map(toLine).reduce((line, next) => (line.text === "" ? next : code`${line} ${next}`), code``);

const toLine = (statement: Statement): Code =>
  "text" in statement
    ? statement
    : toParts(statement)
        .map((part, index, parts) => partToLine(part, index === parts.length - 1))
        .reduce((line, part) => code`${line} ${part}`);

/** A single statement needs no braces, unless an `else` after it could be taken for its own. */
const partToLine = ({ head, body }: Loop, isLast: boolean): Code =>
  isPlain(body) || (isLast && body.length === 1)
    ? code`${head} ${inLine(body)}`
    : code`${head} { ${inLine(body)} }`;

const isPlain = (body: Statements): boolean => body.length === 1 && body.every((each) => "text" in each);

function toParts(statement: Statement): readonly Loop[] {
  if ("text" in statement) return [];
  if ("head" in statement) return [statement];
  return statement.branches.map(({ test, body }, index) => {
    const start = index > 0 ? code`else` : code``;
    if (test === undefined) return { head: start, body };
    return { head: index > 0 ? code`else if (${test})` : code`if (${test})`, body };
  });
}

/** What compiled code may import from the file beside it. */
const imports = {
  "import type": ["CheckContext", "ClosedObject", "Faults", "Found", "Tally"],
  import: [
    ...(["at", "missing", "under", "withUnknown", "wrong"] as const),
    ...(["countOf", "hasOwn", "isObject", "ownOf", "readOf"] as const),
    ...(["holdsAny", "holdsOnlyNulls", "leaveOut", "readAs", "takeIn"] as const),
    ...(["isDate", "isDateTime", "isUri", "isUuid", "lengthOf"] as const),
    ...(["holdsOnly", "plainOf", "quote", "sizeOf", "writeAny", "writeOthers"] as const),
  ],
} as const;

/** The variables that a function may need, in the order in which it declares them. */
const variables = ["part", "inner"] as const;

export type ImportedName = (typeof imports)[keyof typeof imports][number];
export type VariableName = (typeof variables)[number];

/** Refers to an import or a variable, which is then imported or declared where that code is printed. */
export const use = (name: ImportedName | VariableName): Code => ({ text: name, uses: [name] });

/** The import lines that these lines of code need. */
export function printImports(lines: readonly Code[]): readonly string[] {
  const used = collectUses(lines);
  return Object.entries(imports).flatMap(([keyword, names]) => {
    const needed = names.filter((name) => used.has(name));
    return needed.length > 0 ? [`${keyword} { ${needed.join(", ")} } from "./checks.js";`] : [];
  });
}

/** The variables that these lines of code need. */
export function listVariables(lines: readonly Code[]): readonly Code[] {
  const used = collectUses(lines);
  return variables.filter((name) => used.has(name)).map(use);
}

const collectUses = (lines: readonly Code[]): ReadonlySet<string> =>
  new Set(lines.flatMap(({ uses }) => uses));
