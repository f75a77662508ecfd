import { isDeepStrictEqual } from "node:util";
import type { InferredVersion } from "../../templates/copied/receiver/base/options.js";
import * as evidence from "../../templates/copied/receiver/handling/evidence.js";
import * as omit from "../../templates/copied/validators/omit.js";
import * as results from "../../templates/copied/validators/results.js";
import type { Contract as Table } from "../../templates/copied/validators/table.js";

/** A call of the checks. */
export interface Call {
  readonly call:
    "validateRequest" | "validateResponse" | "validateErrorRequest" | "inferFromRequest" | "listUnknown";
  readonly event: string;
  /** Of answers only. */
  readonly options?: AnswerOptions;
  /** As JSON, because `1.0` is the integer 1. */
  readonly body: string;
}

export interface AnswerOptions {
  readonly version?: string | undefined;
  readonly unsupported?: string | undefined;
}

/** What an interpreter of the table can do. */
export interface Interpreter extends Omit<results.Validators, "rules"> {
  readonly inferFromRequest: (event: string, body: unknown) => InferredVersion;
  readonly listUnknown: (event: string, body: unknown) => readonly evidence.UnknownPlace[];
}

export type Code = Pick<typeof results, "createValidators"> &
  Pick<typeof omit, "omitUnsupported"> &
  Pick<typeof evidence, "inferFromRequest" | "listUnknown">;

const ownCode: Code = { ...results, ...omit, ...evidence };

export function createInterpreter(table: Table, code = ownCode): Interpreter {
  // Safe answers have nothing to omit, so one interpreter serves both modes.
  const { rules, ...validators } = code.createValidators(table, code.omitUnsupported);
  return {
    ...validators,
    inferFromRequest: (event, body) => code.inferFromRequest(rules, body, event),
    listUnknown: (event, body) => code.listUnknown(rules, event, body),
  };
}

/** Makes a call. As in JSON, the result has no undefined parts. */
export function makeCall(interpreter: Interpreter, call: Omit<Call, "body">, body: unknown): unknown {
  try {
    return JSON.parse(JSON.stringify(toResult(interpreter, call, body)));
  } catch (error) {
    return { throws: (error as Error).message };
  }
}

function toResult(
  interpreter: Interpreter,
  { call, event, options }: Omit<Call, "body">,
  body: unknown,
): object {
  switch (call) {
    case "validateRequest":
      return describeResult(interpreter.validateRequest(event, body), body);
    case "validateResponse":
      return describeResult(
        interpreter.validateResponse(event, body, options as results.ResponseOptions),
        body,
      );
    case "validateErrorRequest":
      return describeResult(interpreter.validateErrorRequest(body), body);
    case "inferFromRequest":
      return interpreter.inferFromRequest(event, body);
    case "listUnknown":
      return interpreter.listUnknown(event, body);
  }
}

function describeResult(result: results.Result<unknown>, body: unknown): object {
  if (!result.ok) return { ok: false, problems: toRows(result.problems) };
  const { value, leftOut, moreLeftOut, omitted } = result;
  const isSame = isDeepStrictEqual(value, body);
  return {
    ok: true,
    value: isSame ? undefined : value,
    leftOut: leftOut && toRows(leftOut),
    moreLeftOut,
    omitted: omitted && toRows(omitted),
  };
}

const toRows = (problems: readonly results.Problem[]): readonly object[] =>
  problems.map(({ path, code, message, addedIn }) => ({ path, code, message, addedIn }));
