import type { ProductModel } from "../../model/model.js";
import type { Finding } from "../api/till.js";
import { effects, type EffectContext } from "./effects.js";
import { getAt, type Json, type JsonObject } from "../values/json.js";
import type { Sale } from "./sale.js";

/** What of an answer opens on the screen and waits for the user. */
export const questionKinds = ["dialog", "form", "requestScanCode"] as const;

export type QuestionKind = (typeof questionKinds)[number];

/** Does what an answer says: all of it, or nothing if the till cannot do some part. */
export function obey(
  sale: Sale,
  context: EffectContext,
  product: ProductModel,
): { readonly sale: Sale; readonly findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const answer = withoutUntaken(context.answer, product);
  const changed = effects.reduce((before, { at, apply, changesSale }) => {
    const part = getAt(answer, at);
    if (part === undefined || findings.length > 0) return before;
    if (changesSale && sale.ended) findings.push(reportLate(at));
    const after = apply(before, part, { ...context, answer });
    if (!("code" in after)) return after;
    findings.push(after);
    return before;
  }, sale);
  if (findings.length > 0) return { sale, findings };
  return { sale: { ...changed, shown: { ...changed.shown, ...findShown(answer) } }, findings };
}

const reportLate = (at: readonly string[]): Finding => ({
  code: "after-end",
  message: `The sale has ended: \`${at.join(".")}\` can change nothing in it any more.`,
  path: `/${at.join("/")}`,
});

/** What is known not to work with a product does nothing there. */
function withoutUntaken(answer: JsonObject, { takes }: ProductModel): JsonObject {
  const untaken = new Set(
    takes.filter(({ standing }) => standing === "contradicted").map(({ name }) => name),
  );
  return Object.fromEntries(Object.entries(answer).filter(([name]) => !untaken.has(name)));
}

/** The first part in which two answers differ, of those that do something. */
export const findDifferentEffect = (one: JsonObject, other: JsonObject): readonly string[] | undefined =>
  effects
    .map(({ at }) => at)
    .find((at) => JSON.stringify(getAt(one, at)) !== JSON.stringify(getAt(other, at)));

/** What changes nothing but the screen. */
function findShown(answer: JsonObject): JsonObject {
  const done = new Set(effects.filter(({ at }) => at.length === 1).flatMap(({ at }) => at));
  const questions: readonly string[] = questionKinds;
  const shown = Object.entries(answer).filter(([name]) => !done.has(name) && !questions.includes(name));
  return Object.fromEntries<Json>(shown);
}
