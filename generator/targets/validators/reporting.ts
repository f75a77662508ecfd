import { pathCode, type Place } from "./place.js";
import { branches, type Code, type Lines } from "./statements.js";

/** What is wrong with a value: the same words as in the emitted `fault.ts`. */
export type FaultKind =
  | "type"
  | "missing"
  | "unknown property"
  | "value"
  | "format"
  | "unsafe"
  | "int64"
  | "nothing fits"
  | Bound
  | "property not there"
  | "value not there"
  | "required there";

export type Bound = "minimum" | "maximum" | "minLength" | "maxLength" | "minItems" | "maxItems";

/** What a function does about a fault. */
export interface Reporting {
  /** `more` are further properties of the fault, as code. */
  readonly fault: (place: Place, kind: FaultKind, more?: Code) => Lines;
  /** Takes over what another function says of the value at a place. */
  readonly part: (place: Place, call: Code) => Lines;
  /** Whether a fault ends the function; else it gathers them in a variable `faults`. */
  readonly stops: boolean;
  /** What the function returns at its end. */
  readonly result: Code;
  /** What the function returns where the value is no object. */
  readonly only: (fault: Code) => Code;
  /** What a function finds. */
  readonly type: "Found" | "Faults";
}

/** Of a request the first fault is told, so that hostile input stays cheap. */
export const first: Reporting = {
  fault: (...fault) => [`return ${faultLiteral(...fault)};`],
  part: ({ path }, call) => {
    const fault = path.code === undefined && path.pointer === "" ? "inner" : `at(${pathCode(path)}, inner)`;
    return [`inner = ${call};`, `if (inner !== undefined) return ${fault};`];
  },
  stops: true,
  result: "undefined",
  only: (fault) => fault,
  type: "Found",
};

/** Of an answer all faults are. */
export const all: Reporting = {
  fault: (...fault) => [`(faults ??= []).push(${faultLiteral(...fault)});`],
  part: ({ path }, call) => [
    `inner = ${call};`,
    `if (inner !== undefined) faults = under(${pathCode(path)}, inner, faults);`,
  ],
  stops: false,
  result: "faults",
  only: (fault) => `[${fault}]`,
  type: "Faults",
};

/** A shape that a property has for a while: what does not fit it may fit that of another release. */
export function duringEra(report: Reporting, era: Code): Reporting {
  const fault: Reporting["fault"] = (place, kind, more) =>
    report.fault(
      place,
      kind,
      kind === "value not there" ? more : [more, `era: ${era}`].filter(Boolean).join(", "),
    );
  return {
    ...report,
    fault,
    // Else the function of the object would tell of what is none, and knows of no era.
    part: (place, call) =>
      branches([
        { test: `!isObject(${place.value})`, lines: fault(place, "type", 'expected: "an object"') },
        { lines: report.part(place, call) },
      ]),
  };
}

/** A fault, as data of the emitted code. */
export const faultLiteral = ({ path }: Place, kind: FaultKind, more?: Code): Code =>
  `{ path: ${pathCode(path)}, kind: "${kind}"${more === undefined ? "" : `, ${more}`} }`;
