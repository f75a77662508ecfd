import {
  createValidators,
  type Problem,
  type Validators,
} from "../../../templates/copied/validators/results.js";
import type { EventRule, Rules } from "../../../templates/copied/validators/rules.js";
import type { Contract } from "../../../templates/copied/validators/table.js";
import { isObject, parseJson, type Json } from "../../base/json.js";
import { showInvisible } from "../../base/text/quote.js";
import { createLocator, createRangeFinder, nestingLimit, scanJson } from "../../contract/read/json-tree.js";
import type { TextRange } from "../../contract/read/json-tree.js";
import { isErrorReport } from "../engine/read-request.js";
import { checkRequest, type FoundProblems } from "./check-request.js";
import { describeAnswer } from "./describe-answer.js";

export interface BodyToCheck {
  readonly text: string;
  readonly event: string;
  /** Default: detected. */
  readonly side?: BodySide | undefined;
  /** The shop's release. */
  readonly release: string;
}

export type BodySide = "request" | "response";

/** Lines and columns are counted from 1. */
export interface TextPlace extends TextRange {
  readonly line: number;
  readonly column: number;
}

export interface CheckedBody {
  readonly ok: boolean;
  readonly side: BodySide;
  readonly verdict: string;
  readonly problems: readonly PlacedProblem[];
  /** What a receiver reads differently from how it was sent, and names that occur twice. */
  readonly notes: readonly PlacedProblem[];
  /** What the till does with the answer: a sentence for each part. */
  readonly till: readonly string[];
}

export interface PlacedProblem extends Problem, TextPlace {}

/** For pages, which have only the table. */
export function createBodyChecker(table: Contract): (body: BodyToCheck) => CheckedBody {
  const validators = createValidators(table);
  return (body) => checkBody(body, validators);
}

/**
 * Checks a request or an answer, as text, for a shop of one release. The command `validate` and the site's pages print
 * what this returns.
 */
export function checkBody(
  { text, event, side: asked, release }: BodyToCheck,
  validators: Validators,
): CheckedBody {
  const { isDeep, fault, repeated } = scanJson(text);
  const body = isDeep ? undefined : parseJson(text);
  const locate = createLocator(text);
  const toPlace = ({ from, to }: TextRange): TextPlace => {
    const { line, column } = locate(from);
    return { from, to, line, column };
  };
  if (body === undefined) {
    const { detail, offset } = isDeep ? tooDeep : text.trim() === "" ? empty : fault;
    const place = toPlace({ from: offset, to: Math.min(offset + 1, text.length) });
    const problem = { path: "", code: "not-json", message: "The text is wrong here.", ...place };
    const verdict = `This is not valid JSON: ${detail}.`;
    return { ok: false, side: asked ?? "response", verdict, problems: [problem], notes: [], till: [] };
  }
  const rule = validators.rules.events.get(event);
  const side = asked ?? detectSide(body, rule, validators.rules);
  const isReport = side === "request" && isErrorReport(body);
  const { problems, notes } = check({ event, side, release, body, isReport }, validators);
  const findRange = createRangeFinder(text);
  // Names in the text may have characters that change how a sentence reads.
  const toPlaced = (problem: Problem): PlacedProblem => ({
    ...problem,
    path: showInvisible(problem.path),
    message: showInvisible(problem.message),
    ...toPlace(findRange(problem.path)),
  });
  const ok = problems.length === 0;
  return {
    ok,
    side,
    verdict: describeVerdict({ ok, side, isReport, event, release }),
    problems: problems.map(toPlaced),
    notes: [
      ...repeated.map(({ key, offset }) => ({
        path: "",
        code: "duplicate-key",
        message: showInvisible(`The name ${JSON.stringify(key)} occurs twice; JSON keeps only the last.`),
        ...toPlace({ from: offset, to: offset + key.length + 2 }),
      })),
      ...notes.map(toPlaced),
    ],
    till:
      side === "request"
        ? []
        : ok
          ? describeAnswer(body).map(showInvisible)
          : ["The till uses no part of this answer."],
  };
}

const tooDeep = { detail: `it is nested deeper than ${nestingLimit} levels`, offset: 0 };
const empty = { detail: "it is empty", offset: 0 };

/** A body is a request if it has more names that only requests have than names that only answers have. */
function detectSide(
  body: Json,
  rule: EventRule | undefined,
  { errorRequest, commonRequest }: Rules,
): BodySide {
  if (!isObject(body)) return "response";
  const ofRequests = [rule?.request ?? commonRequest, errorRequest];
  const balance = Object.keys(body).reduce((sum, name) => {
    const isInRequests = ofRequests.some(({ properties }) => properties.has(name));
    const isInAnswers = rule?.answer.known.has(name) ?? false;
    return sum + Number(isInRequests) - Number(isInAnswers);
  }, 0);
  return balance > 0 ? "request" : "response";
}

interface Subject extends Omit<BodyToCheck, "text"> {
  readonly side: BodySide;
  readonly body: Json;
  readonly isReport: boolean;
}

function check({ event, side, release, body, isReport }: Subject, validators: Validators): FoundProblems {
  if (side === "request") return checkRequest({ event, release, body, isReport }, validators);
  const result = validators.validateResponse(event, body, { version: release });
  return { problems: result.ok ? [] : result.problems, notes: [] };
}

interface Verdict {
  readonly ok: boolean;
  readonly side: BodySide;
  readonly isReport: boolean;
  readonly event: string;
  readonly release: string;
}

function describeVerdict({ ok, side, isReport, event, release }: Verdict): string {
  const shop = `v${release.replace(/^v/, "")}`;
  if (isReport)
    return ok ? "Valid: a till can send this error report." : "Not valid: no till sends this error report.";
  if (side === "response")
    return ok
      ? `Valid: a ${shop} till accepts this answer to ${event}.`
      : `Not valid: a ${shop} till rejects this answer to ${event}.`;
  return ok
    ? `Valid: a ${shop} till can send this ${event} request.`
    : `Not valid: no ${shop} till sends this ${event} request.`;
}
