import type { Fault, FaultKind } from "../../../templates/validators/checks.js";
import { code, toEntries, toLiteral, toObjectLiteral, type Code } from "../../text/code.js";
import { use } from "./names.js";
import { choose, when, type Statements } from "./statements.js";
import { toPathCode, type Subject } from "./subject.js";

/** What a fault says besides its path and kind. */
export type FaultDetails = Omit<Fault, "path" | "kind" | "closed">;

/** What a function does about faults. */
export interface Reporting {
  /** Reports a fault of the subject. */
  readonly fault: (subject: Subject, kind: FaultKind, details?: FaultDetails) => Statements;
  /** Calls another function that checks the subject, and reports what that finds. */
  readonly call: (subject: Subject, call: Code) => Statements;
  /** Whether a fault ends the function; else it collects all faults. */
  readonly stops: boolean;
  /** What the function returns at its end. */
  readonly result: Code;
  /** What the function returns where this fault is the only one. */
  readonly only: (fault: Code) => Code;
  /** The type of what the function returns. */
  readonly type: Code;
}

/** Reports the first fault only, so that refusing hostile input stays cheap: for requests. */
export const reportFirst: Reporting = {
  fault: (...fault) => [code`return ${toFaultLiteral(...fault)};`],
  call: ({ path }, call) => {
    const isWhole = path.code === undefined && path.pointer === "";
    const fault = isWhole ? use("inner") : code`${use("at")}(${toPathCode(path)}, ${use("inner")})`;
    return [
      code`${use("inner")} = ${call};`,
      ...when(code`${use("inner")} !== undefined`, [code`return ${fault};`]),
    ];
  },
  stops: true,
  result: code`undefined`,
  only: (fault) => fault,
  type: use("Found"),
};

/** Reports all faults: for responses. */
export const reportAll: Reporting = {
  fault: (...fault) => [code`(${use("faults")} ??= []).push(${toFaultLiteral(...fault)});`],
  call: ({ path }, call) => [
    code`${use("inner")} = ${call};`,
    ...when(code`${use("inner")} !== undefined`, [
      code`${use("faults")} = ${use("under")}(${toPathCode(path)}, ${use("inner")}, ${use("faults")});`,
    ]),
  ],
  stops: false,
  result: use("faults"),
  only: (fault) => code`[${fault}]`,
  type: use("Faults"),
};

/** Reports nothing: notes that this property of a request is left out because of its first fault, and goes on. */
export function leavingOut(name: string): Reporting {
  const leaveOut = (fault: Code): Code =>
    code`${use("leaveOut")}(own, ${toLiteral(name)}, context, ${fault});`;
  return {
    ...reportFirst,
    fault: (...fault) => [leaveOut(toFaultLiteral(...fault))],
    call: ({ path }, call) => [
      code`${use("inner")} = ${call};`,
      ...when(code`${use("inner")} !== undefined`, [
        leaveOut(code`${use("at")}(${toPathCode(path)}, ${use("inner")})`),
      ]),
    ],
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

/** A `Fault`, as an object literal. */
export const toFaultLiteral = ({ path }: Subject, kind: FaultKind, details: FaultDetails = {}): Code =>
  toObjectLiteral([["path", toPathCode(path)], ["kind", toLiteral(kind)], ...toEntries(details)]);
