import { quote } from "../../text/quote.js";
import type { Exchange, Finding, Verdict } from "../../till/api/till.js";
import { isObject, parseJson, type JsonObject } from "../../json.js";
import type { Failure } from "../play/result.js";
import { explainStranger } from "./explain.js";

/** What may be expected of the till's verdict; nothing: that it takes the answer. */
export interface ExpectedVerdict {
  readonly refused?: string;
  readonly failed?: number;
  readonly silent?: string;
}

/** Holds the verdict on an exchange against what was expected of it. */
export function judgeVerdict(
  { event, verdict, reply, report }: Exchange,
  expected: ExpectedVerdict,
): readonly Failure[] {
  if (isAsExpected(verdict, expected)) return [];
  const seen = `${describeVerdict(verdict)}${verdict.kind === "failed" && !verdict.error && reply ? explainStranger(reply) : ""}`;
  const wanted = describeExpected(expected);
  const told = report && wanted === undefined ? " It told the receiver so with an error request." : "";
  return [
    wanted === undefined
      ? { message: `${event}: ${seen}${told}`, differences: [] }
      : { message: `${event}: not what was expected.`, differences: [{ path: "", expected: wanted, seen }] },
  ];
}

function isAsExpected(verdict: Verdict, { refused, failed, silent }: ExpectedVerdict): boolean {
  if (refused !== undefined) return verdict.kind === "refused" && isNamed(refused, verdict.findings);
  if (silent !== undefined) return verdict.kind === "silent" && isNamed(silent, verdict.findings);
  if (failed !== undefined) return verdict.kind === "failed" && verdict.status === failed;
  return verdict.kind === "taken";
}

const isNamed = (text: string, findings: readonly Finding[]): boolean =>
  findings.some(({ code, message }) => code === text || message.includes(text));

function describeExpected({ refused, failed, silent }: ExpectedVerdict): string | undefined {
  if (refused !== undefined) return `The till refuses the answer: ${refused}`;
  if (silent !== undefined) return `No answer comes: ${silent}`;
  return failed === undefined ? undefined : `The receiver fails with status ${failed}.`;
}

/** A verdict in a sentence. */
function describeVerdict(verdict: Verdict): string {
  switch (verdict.kind) {
    case "taken":
      return "The till took the answer.";
    case "refused":
      return `The till refuses the answer: ${describeFindings(verdict.findings)}`;
    case "silent":
      return describeFindings(verdict.findings);
    case "failed": {
      const { status, error } = verdict;
      const said = error ? `: ${error.code}, ${quote(error.message)}` : ".";
      return `The receiver failed with status ${status}${said}`;
    }
  }
}

const describeFindings = (findings: readonly Finding[]): string =>
  findings.map(({ message, path }) => (path ? `${path}: ${message}` : message)).join(" ");

/** The body of an answer, whatever the verdict on it; undefined if it is no JSON object. */
export function readAnswer({ verdict, reply }: Exchange): JsonObject | undefined {
  if (verdict.kind === "taken") return verdict.answer;
  const value = parseJson(reply?.body ?? "");
  return isObject(value) ? value : undefined;
}
