import type { Fault, FaultKind } from "../../../templates/validators/checks.js";
import { joinPointer } from "../../spec/pointer.js";
import { code, toEntries, toLiteral, toObjectLiteral, type Code } from "../../text/code.js";
import { choose, use, when, type Statements } from "./print.js";

/** The value that statements check, which is the checked object or a part of it. */
export interface Subject {
  /** The expression that holds the value. */
  readonly value: Code;
  readonly path: Path;
  /** How many arrays the value is in. */
  readonly depth: number;
  /** Set where the value is written: the JSON before it, with how it begins. */
  readonly before?: (opening: "" | '"' | "[") => Code;
}

/** A JSON Pointer from the checked object: code for as much as ends with the index of an item, and the text after it. */
interface Path {
  readonly code?: Code;
  readonly pointer: string;
}

/** The checked object itself. */
export const wholeObject: Subject = { value: code`own`, path: { pointer: "" }, depth: 0 };

/** A property of the checked object, whose value this expression holds. */
export const toProperty = (name: string, value: Code): Subject => ({
  ...wholeObject,
  value,
  path: { pointer: joinPointer("", name) },
});

/** An item of the subject, which is an array, by the variable that holds its index; one that is used once has no other. */
export function toItem(
  { value, path, depth, before }: Subject,
  isUsedOnce: boolean,
): Subject & { readonly index: Code } {
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
function toPathCode({ code: start, pointer }: Path): Code {
  if (start === undefined) return toLiteral(pointer);
  return pointer === "" ? start : code`${start} + ${toLiteral(pointer)}`;
}

/** What a fault says besides its path and kind. */
type FaultDetails = Omit<Fault, "path" | "kind" | "closed">;

/** What a function does about faults. */
export interface Reporting {
  /** Reports a fault of the subject. */
  readonly fault: (subject: Subject, kind: FaultKind, details?: FaultDetails) => Statements;
  /** Calls another function that checks the subject, and reports what that finds. */
  readonly call: (subject: Subject, call: Code) => Statements;
  /** Whether a fault ends the function; else it goes on. */
  readonly stops: boolean;
  /** What the function does at its end. */
  readonly end: Statements;
  /** The type of what the function returns. */
  readonly type: Code;
}

/** Does this with what a call found, if it found anything. */
const whenFound = (call: Code, body: Code): Statements =>
  when(code`(${use("inner")} = ${call}) !== undefined`, [body]);

/** Reports the first fault only, so that refusing hostile input stays cheap: for requests. */
export const reportFirst: Reporting = {
  fault: (...fault) => [code`return ${toFaultCode(...fault)};`],
  call: ({ path }, call) => {
    const isWhole = path.code === undefined && path.pointer === "";
    const fault = isWhole ? use("inner") : code`${use("at")}(${toPathCode(path)}, ${use("inner")})`;
    return whenFound(call, code`return ${fault};`);
  },
  stops: true,
  end: [],
  type: use("Found"),
};

/** Reports all faults: for responses. */
export const reportAll: Reporting = {
  fault: (...fault) => [code`(faults ??= []).push(${toFaultCode(...fault)});`],
  call: ({ path }, call) => {
    return whenFound(call, code`faults = ${use("under")}(${toPathCode(path)}, ${use("inner")}, faults);`);
  },
  stops: false,
  end: [code`return faults;`],
  type: use("Faults"),
};

/** Tells of no fault: what is not valid is not written. */
export const giveUp: Reporting = {
  fault: () => [code`return;`],
  call: (_subject, call) => when(code`(${use("inner")} = ${call}) === undefined`, [code`return;`]),
  stops: true,
  end: [],
  type: code`string | undefined`,
};

/** Reports nothing: notes that this property of a request is left out because of its first fault, and goes on. */
export function leavingOut(name: string): Reporting {
  const leaveOut = (fault: Code): Code =>
    code`${use("leaveOut")}(own, ${toLiteral(name)}, context, ${fault});`;
  return {
    ...reportFirst,
    fault: (...fault) => [leaveOut(toFaultCode(...fault))],
    call: ({ path }, call) =>
      whenFound(call, leaveOut(code`${use("at")}(${toPathCode(path)}, ${use("inner")})`)),
    stops: false,
  };
}

/** Reports with each fault when the property has the shape that the value does not fit: it may fit another one. */
export function reportEra(report: Reporting, era: NonNullable<Fault["era"]>): Reporting {
  const fault: Reporting["fault"] = (subject, kind, details) =>
    report.fault(subject, kind, kind === "value not there" ? details : { ...details, era });
  return {
    ...report,
    fault,
    // The function that is called knows of no era, so that what is not an object is reported here.
    call: (subject, call) =>
      choose([
        {
          test: code`!${use("isObject")}(${subject.value})`,
          body: fault(subject, "type", { expected: "an object" }),
        },
        { body: report.call(subject, call) },
      ]),
  };
}

/** Code that makes a `Fault`; the most frequent ones have a function. */
export function toFaultCode({ path }: Subject, kind: FaultKind, details: FaultDetails = {}): Code {
  const { expected, name, ...others } = details;
  if (Object.keys(others).length === 0) {
    if (kind === "type" && expected !== undefined)
      return code`${use("wrong")}(${toPathCode(path)}, ${toLiteral(expected)})`;
    if (kind === "missing" && name !== undefined) return code`${use("missing")}(${toLiteral(name)})`;
  }
  return toObjectLiteral([["path", toPathCode(path)], ["kind", toLiteral(kind)], ...toEntries(details)]);
}
