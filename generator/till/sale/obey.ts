import type { ProductModel } from "../../model/model.js";
import { settings as table, type TillSettings } from "../api/settings.js";
import type { Finding, LeftOut } from "../api/till.js";
import { effects, type EffectContext } from "./effects.js";
import { getAt, type Json, type JsonObject } from "../../json.js";
import type { Sale } from "./sale.js";

/** What of an answer opens on the screen and waits for the user. */
export const questionKinds = ["dialog", "form", "requestScanCode"] as const;

export type QuestionKind = (typeof questionKinds)[number];

/** A sale after an answer, or why the till cannot do what that says. */
export interface Obeyed {
  readonly sale: Sale;
  readonly findings: readonly Finding[];
  readonly unused: readonly LeftOut[];
}

/** Does what an answer says: all of it, or nothing if the till cannot do some part. */
export function obey(sale: Sale, context: EffectContext, product: ProductModel): Obeyed {
  const untaken = product.takes.filter(
    ({ name, standing }) => standing === "contradicted" && name in context.answer,
  );
  const answer = withoutParts(
    context.answer,
    untaken.map(({ name }) => name),
  );
  const findings: Finding[] = [];
  const changed = effects.reduce((before, { at, apply, changesSale }) => {
    const part = getAt(answer, at);
    if (part === undefined || findings.length > 0) return before;
    if (changesSale && sale.ended) findings.push(reportLate(at));
    const after = apply(before, part, { ...context, answer });
    if (!("code" in after)) return after;
    findings.push(after);
    return before;
  }, sale);
  if (findings.length > 0) return { sale, findings, unused: [] };
  const unused = [
    ...untaken.map(({ name, basis }) => ({
      path: `/${name}`,
      message: `\`${name}\` does nothing at ${product.name}: ${basis}`,
    })),
    ...listUnset(answer, context.settings),
  ];
  return { sale: { ...changed, shown: { ...changed.shown, ...findShown(answer) } }, findings, unused };
}

/** What the till would use if it were set to that. */
const listUnset = (answer: JsonObject, settings: TillSettings): LeftOut[] =>
  effects.flatMap(({ at, needs }) =>
    needs === undefined || settings[needs] || getAt(answer, at) === undefined
      ? []
      : [
          {
            path: `/${at.join("/")}`,
            message: `\`${at.join(".")}\` is not used: that needs the POS setting “${table[needs].setting}” (\`${needs}\`).`,
          },
        ],
  );

const reportLate = (at: readonly string[]): Finding => ({
  code: "after-end",
  message: `The sale has ended: \`${at.join(".")}\` can change nothing in it any more.`,
  path: `/${at.join("/")}`,
});

const withoutParts = (answer: JsonObject, names: readonly string[]): JsonObject =>
  Object.fromEntries(Object.entries(answer).filter(([name]) => !names.includes(name)));

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
