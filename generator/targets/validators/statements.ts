import { code, type Code } from "../../text/code.js";

/** What a function does, line by line. */
export type Statements = readonly Statement[];

/** A line of code, a block of statements with a head, or a choice. */
export type Statement = Code | Block | Choice;

/** `head { … }` */
export interface Block {
  readonly head: Code;
  readonly body: Statements;
}

/** `if (test) { … } else if (test) { … } else { … }` */
export interface Choice {
  readonly test: Code;
  readonly body: Statements;
  readonly others: readonly Branch[];
}

/** What to do where a test holds; without one: where none of the tests before it held. */
export interface Branch {
  readonly test?: Code;
  readonly body: Statements;
}

/** Does the first branch whose test holds. Branches at the end that do nothing are left out. */
export function choose(branches: readonly Branch[]): Statements {
  const last = branches.findLastIndex(({ body }) => body.length > 0);
  const [first, ...others] = branches.slice(0, last + 1);
  if (first === undefined) return [];
  const { test, body } = first;
  return test === undefined ? body : [{ test, body, others }];
}

/** Does something where a test holds, and nothing else. */
export const when = (test: Code, body: Statements): Statements => choose([{ test, body }]);

/** The lines of some statements, each indented as it stands in them. */
export const printStatements = (statements: Statements): readonly Code[] =>
  statements.flatMap(printStatement);

function printStatement(statement: Statement): readonly Code[] {
  if ("text" in statement) return [statement];
  return "head" in statement
    ? printBlock(statement.head, printStatements(statement.body))
    : printChoice(statement);
}

const printBlock = (head: Code, lines: readonly Code[]): readonly Code[] => [
  code`${head} {`,
  ...lines.map((line) => code`  ${line}`),
  code`}`,
];

/** On one line where that holds all of it. */
function printChoice({ test, body, others }: Choice): readonly Code[] {
  const lines = printStatements(body);
  const [only, ...more] = lines;
  if (only && more.length === 0 && others.length === 0) return [code`if (${test}) ${only}`];
  const start = printBlock(code`if (${test})`, lines);
  // What follows takes the place of the brace that ends the branch before it.
  return others.reduce((printed, branch) => [...printed.slice(0, -1), ...printOther(branch)], start);
}

function printOther({ test, body }: Branch): readonly Code[] {
  const lines = printStatements(body);
  if (test) return printBlock(code`} else if (${test})`, lines);
  const [statement] = body;
  const [only, ...more] = lines;
  const isElseIf = statement !== undefined && "others" in statement;
  return isElseIf && only && more.length === 0 ? [code`} else ${only}`] : printBlock(code`} else`, lines);
}
