import { getAt, without, type JsonObject } from "../../json.js";
import type { ProductModel } from "../../model/model.js";
import { joinPointer } from "../../spec/pointer.js";
import { settings as table, type TillSettings } from "../api/settings.js";
import type { Finding, LeftOut } from "../api/till.js";
import { effects, type EffectContext, type Given } from "./effects.js";
import type { Sale } from "./sale.js";
import { questionKinds } from "./screen.js";

/** A sale after an answer. */
export interface Obeyed {
  readonly sale: Sale;
  readonly unused: readonly LeftOut[];
  readonly notes: readonly LeftOut[];
}

/** Does what an answer says: all of it, or nothing if the till cannot do some part; then it says why. */
export function obey(sale: Sale, given: Given, product: ProductModel): Obeyed | Finding {
  const untaken = product.takes.filter(
    ({ name, standing }) => standing === "contradicted" && name in given.answer,
  );
  const answer = without(given.answer, new Set(untaken.map(({ name }) => name)));
  const context: EffectContext = { ...given, answer, notes: [] };
  let after = sale;
  for (const { at, apply, changesSale } of effects) {
    const part = getAt(answer, at);
    if (part === undefined) continue;
    if (changesSale && sale.ended) return reportLate(at);
    const made = apply(after, part, joinPointer("", ...at), context);
    if ("code" in made) return made;
    after = made;
  }
  const shown = { ...after.shown, ...without(answer, notShown) };
  const unused = untaken.map(({ name, basis }) => ({
    path: joinPointer("", name),
    message: `\`${name}\` does nothing at ${product.name}: ${basis}`,
  }));
  return {
    sale: { ...after, shown },
    unused: [...unused, ...listUnset(answer, given.settings)],
    notes: context.notes,
  };
}

/** What the till would use if it were set to that. */
const listUnset = (answer: JsonObject, settings: TillSettings): LeftOut[] =>
  effects.flatMap(({ at, needs }) => {
    if (needs === undefined || settings[needs] || getAt(answer, at) === undefined) return [];
    const message = `\`${at.join(".")}\` is not used: that needs the POS setting “${table[needs].setting}” (\`${needs}\`).`;
    return [{ path: joinPointer("", ...at), message }];
  });

const reportLate = (at: readonly string[]): Finding => ({
  code: "after-end",
  message: `The sale has ended: \`${at.join(".")}\` can change nothing in it any more.`,
  path: joinPointer("", ...at),
});

/** The first part in which two answers differ, of those that do something. */
export const findDifferentEffect = (one: JsonObject, other: JsonObject): readonly string[] | undefined =>
  effects
    .map(({ at }) => at)
    .find((at) => JSON.stringify(getAt(one, at)) !== JSON.stringify(getAt(other, at)));

/** Whatever else is in an answer changes nothing but the screen. */
const notShown: ReadonlySet<string> = new Set([
  ...effects.flatMap(({ at }) => (at.length === 1 ? at : [])),
  ...questionKinds,
]);
