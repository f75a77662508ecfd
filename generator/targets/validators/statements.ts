import type { Fault, FaultKind, Span as RuntimeSpan } from "../../../templates/copied/validators/checks.js";
import { joinPointer } from "../../contract/read/pointer.js";
import {
  code,
  type Code,
  joinCode,
  toCodeEntries,
  toLiteral,
  toObjectLiteral,
} from "../../base/text/code.js";
import { complement, type Span, type Spans } from "../../base/time/spans.js";

/** The value that statements check, which is the checked object or a part of it. */
export interface CheckedValue {
  /** The expression that holds the value. */
  readonly value: Code;
  readonly path: ValuePath;
  /** How many arrays the value is in. */
  readonly depth: number;
  /** Set where the value is written: the JSON before it, with how it begins. */
  readonly before?: (opening: "" | '"' | "[") => Code;
}

/** A JSON Pointer from the checked object: code for as much as ends with the index of an item, and the text after it. */
interface ValuePath {
  readonly code?: Code;
  readonly pointer: string;
}

/** The checked object itself. */
export const wholeObject: CheckedValue = { value: code`own`, path: { pointer: "" }, depth: 0 };

/** A property of the checked object, whose value this expression holds. */
export const toPropertyValue = (name: string, value: Code): CheckedValue => ({
  ...wholeObject,
  value,
  path: { pointer: joinPointer("", name) },
});

/** An item of the subject, which is an array, by the variable that holds its index; one that is used once has no other. */
export function toItemValue(
  { value, path, depth, before }: CheckedValue,
  isUsedOnce: boolean,
): CheckedValue & { readonly index: Code } {
  const index = code`i${depth}`;
  const itemPath = code`${toPathCode({ ...path, pointer: `${path.pointer}/` })} + ${index}`;
  return {
    value: isUsedOnce ? code`${value}[${index}]` : code`item${depth}`,
    path: { code: itemPath, pointer: "" },
    depth: depth + 1,
    ...(before && {
      before: (opening) => code`(${index} ? ${toLiteral(`,${opening}`)} : ${toLiteral(opening)})`,
    }),
    index,
  };
}

/** An expression for a path: `"/lines/" + i0 + "/price"`. */
function toPathCode({ code: start, pointer }: ValuePath): Code {
  if (start === undefined) return toLiteral(pointer);
  return pointer === "" ? start : code`${start} + ${toLiteral(pointer)}`;
}

/** The details of a fault besides its path and kind. */
type FaultDetails = Omit<Fault, "path" | "kind" | "closed">;

/** How a function reports faults. */
export interface FaultReporter {
  /** Reports a fault of the subject. */
  readonly fault: (subject: CheckedValue, kind: FaultKind, details?: FaultDetails) => Statements;
  /** Calls another function that checks the subject, and reports what that finds. */
  readonly call: (subject: CheckedValue, call: Code) => Statements;
  /** Whether a fault ends the function; else it goes on. */
  readonly stops: boolean;
  /** What the function does at its end. */
  readonly end: Statements;
  /** The type of what the function returns. */
  readonly type: Code;
}

/** Runs this code if a call has found a fault. */
const whenFault = (call: Code, body: Code): Statements =>
  when(code`(${use("inner")} = ${call}) !== undefined`, [body]);

/** Reports the first fault only, so that refusing hostile input stays cheap: for requests. */
export const reportFirst: FaultReporter = {
  fault: (...fault) => [code`return ${toFaultCode(...fault)};`],
  call: ({ path }, call) => {
    const isWhole = path.code === undefined && path.pointer === "";
    const fault = isWhole ? use("inner") : code`${use("at")}(${toPathCode(path)}, ${use("inner")})`;
    return whenFault(call, code`return ${fault};`);
  },
  stops: true,
  end: [],
  type: use("Found"),
};

/** Reports all faults: for responses. */
export const reportAll: FaultReporter = {
  fault: (...fault) => [code`(faults ??= []).push(${toFaultCode(...fault)});`],
  call: ({ path }, call) => {
    return whenFault(call, code`faults = ${use("under")}(${toPathCode(path)}, ${use("inner")}, faults);`);
  },
  stops: false,
  end: [code`return faults;`],
  type: use("Faults"),
};

/** Tells of no fault: what is not valid is not written. */
export const giveUp: FaultReporter = {
  fault: () => [code`return;`],
  call: (_subject, call) => when(code`(${use("inner")} = ${call}) === undefined`, [code`return;`]),
  stops: true,
  end: [],
  type: code`string | undefined`,
};

/** Reports nothing: notes that this property of a request is left out because of its first fault, and goes on. */
export function leavingOut(name: string): FaultReporter {
  const leaveOut = (fault: Code): Code =>
    code`${use("leaveOut")}(own, ${toLiteral(name)}, context, ${fault});`;
  return {
    ...reportFirst,
    fault: (...fault) => [leaveOut(toFaultCode(...fault))],
    call: ({ path }, call) =>
      whenFault(call, leaveOut(code`${use("at")}(${toPathCode(path)}, ${use("inner")})`)),
    stops: false,
  };
}

/** Reports with each fault when the property has the shape that the value does not fit: it may fit another one. */
export function reportEra(report: FaultReporter, era: NonNullable<Fault["era"]>): FaultReporter {
  const fault: FaultReporter["fault"] = (subject, kind, details) =>
    report.fault(subject, kind, kind === "value not there" ? details : { ...details, era });
  return {
    ...report,
    fault,
    // The function that is called knows of no era, so that what is not an object is reported here.
    call: (subject, call) =>
      toChoice([
        {
          test: code`!${use("isObject")}(${subject.value})`,
          body: fault(subject, "type", { expected: "an object" }),
        },
        { body: report.call(subject, call) },
      ]),
  };
}

/** Code that makes a `Fault`; the most frequent ones have a function. */
export function toFaultCode({ path }: CheckedValue, kind: FaultKind, details: FaultDetails = {}): Code {
  const { expected, name, ...others } = details;
  if (Object.keys(others).length === 0) {
    if (kind === "type" && expected !== undefined)
      return code`${use("wrong")}(${toPathCode(path)}, ${toLiteral(expected)})`;
    if (kind === "missing" && name !== undefined) return code`${use("missing")}(${toLiteral(name)})`;
  }
  return toObjectLiteral([["path", toPathCode(path)], ["kind", toLiteral(kind)], ...toCodeEntries(details)]);
}

/**
 * Tests of the release of the shop that asked, which is in the variable `context`. Where that is unknown, every
 * release of the fleet has to agree; where `context.any` is set, a release that agrees is enough.
 */
const version = code`context.version`;

/** Tests whether the release lies outside these spans, or is unknown. */
export const isOutside = (spans: Spans): Code => code`!context.any && !(${isWithinSpans(spans)})`;

/** Tests whether the release lies in one of these spans, or is unknown and so may lie in one. */
export const mayBeWithin = (spans: Spans): Code => code`!(${isWithinSpans(complement(spans))})`;

/** Spans as the emitted code has them. */
export const toRuntimeSpans = (spans: Spans): readonly RuntimeSpan[] =>
  spans.map(({ from = null, until = null }) => [from, until]);

/** Tests whether the release is known and lies in one of these spans. */
export const isWithinSpans = (spans: Spans): Code =>
  spans.length === 0 ? code`false` : joinCode(spans.map(isWithinSpan), " || ");

function isWithinSpan({ from, until }: Span): Code {
  if (from !== undefined && until !== undefined)
    return code`(${version} >= ${from} && ${version} < ${until})`;
  if (from !== undefined) return code`${version} >= ${from}`;
  return until === undefined ? code`${version} >= 0` : code`${version} < ${until}`;
}

/** The statements of a function. */
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
export function toChoice(branches: readonly Branch[]): Statements {
  const last = branches.findLastIndex(({ body }) => body.length > 0);
  const first = branches[0];
  if (first === undefined || last < 0) return [];
  return first.test === undefined ? first.body : [{ branches: branches.slice(0, last + 1) }];
}

/** Does something where a test holds, and nothing else. */
export const when = (test: Code, body: Statements): Statements => toChoice([{ test, body }]);

/** The lines of some statements. A single statement in a loop or choice stands on the line of its head. */
export const printStatements = (statements: Statements, indent = code`  `): readonly Code[] =>
  statements.flatMap((statement) =>
    "text" in statement
      ? [code`${indent}${statement}`]
      : toLoops(statement).flatMap(({ head, body }) => {
          const [only, ...others] = body;
          return only && "text" in only && others.length === 0
            ? [code`${indent}${head} ${only}`]
            : [code`${indent}${head} {`, ...printStatements(body, code`${indent}  `), code`${indent}}`];
        }),
  );

/** A choice as what a loop is: with the text that each branch begins with. */
const toLoops = (statement: Loop | Choice): readonly Loop[] =>
  "head" in statement
    ? [statement]
    : statement.branches.map(({ test, body }, index) => {
        const start = index > 0 ? code`else` : code``;
        if (test === undefined) return { head: start, body };
        return { head: index > 0 ? code`else if (${test})` : code`if (${test})`, body };
      });

/** What compiled code may import from the file beside it. */
const importedNames = {
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

export type ImportedName = (typeof importedNames)[keyof typeof importedNames][number];
export type VariableName = (typeof variables)[number];

/** Refers to an import or a variable, which is then imported or declared where that code is printed. */
export function use(name: ImportedName | VariableName): Code {
  return { text: name, uses: [name] };
}

/** The import lines that these lines of code need. */
export function printCheckImports(lines: readonly Code[]): readonly string[] {
  const used = collectUses(lines);
  return Object.entries(importedNames).flatMap(([keyword, names]) => {
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
