import type { Held, KindView } from "../../view/view.js";
import { checkBounds, type Limits } from "./bounds-check.js";
import { code, type Code } from "../../text/code.js";
import { use } from "./names.js";
import type { Reporting } from "./reporting.js";
import { choose, type Statements } from "./statements.js";
import type { Subject } from "./subject.js";

type NumberKind = Extract<KindView, { kind: "number" }>;

interface Int64Form {
  readonly isNot: (value: Code) => Code;
  /** The integer to compare with numbers, which JavaScript does exactly. */
  readonly toExact: (value: Code) => Code;
  readonly expected: string;
}

/** The forms of a 64-bit integer that is not held as a number. */
const forms: Readonly<Record<Held, Int64Form>> = {
  bigint: {
    isNot: (value) => code`typeof ${value} !== "bigint" || BigInt.asIntN(64, ${value}) !== ${value}`,
    toExact: (value) => value,
    expected: "a bigint",
  },
  string: {
    isNot: (value) => code`!${use("isInt64Text")}(${value})`,
    toExact: (value) => code`BigInt(${value})`,
    expected: "a string of its digits",
  },
};

/** Checks a 64-bit integer (`--int64`): whether it is one, and within its bounds. */
export function checkInt64(kind: NumberKind, held: Held, subject: Subject, report: Reporting): Statements {
  const { isNot, toExact, expected } = forms[held];
  return choose([
    { test: isNot(subject.value), body: report.fault(subject, "int64", { expected }) },
    { body: checkBounds(toLimits(kind), toExact(subject.value), subject, report) },
  ]);
}

/** A property with 64 bits now may have been a plain integer in some releases, where a number must hold it. */
function toLimits({ level, minimum, maximum }: NumberKind): Limits {
  if (level === "int64") return { minimum, maximum };
  const limit = Number.MAX_SAFE_INTEGER;
  return { minimum: Math.max(minimum ?? -limit, -limit), maximum: Math.min(maximum ?? limit, limit) };
}
