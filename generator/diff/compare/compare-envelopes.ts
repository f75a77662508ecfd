import type { ObjectTree, PropertyTree } from "../../lattice/tree.js";
import { found, under, type Finding } from "../change.js";
import type { ChangeCode } from "../catalogue.js";
import { compareProperty, compareReach } from "./compare-properties.js";
import type { Comparer } from "./comparer.js";
import type { Side } from "../side.js";

export interface EnvelopeOptions {
  readonly comparer: Comparer;
  /** Set for responses: an answer may also be taken from, or given to, single events. */
  readonly answers?: { readonly old: Side["answers"]; readonly now: Side["answers"] };
}

/** What changed in what an event carries, or in what it may be answered with. */
export function compareEnvelopes(
  old: ObjectTree,
  now: ObjectTree,
  options: EnvelopeOptions,
): readonly Finding[] {
  const { comparer } = options;
  const names = new Set([...now.properties.keys(), ...old.properties.keys()]);
  return [...names].flatMap((name) => {
    const [before, after] = [old.properties.get(name), now.properties.get(name)];
    if (before && after) {
      const reach = compareReach([before, old], [after, now], comparer);
      return under(name, [...reach, ...compareProperty(before, after, comparer)]);
    }
    return under(name, [found(after ? addedCode(after, options) : removedCode(name, before, options))]);
  });
}

function addedCode({ model, required }: PropertyTree, { answers }: EnvelopeOptions): ChangeCode {
  if (!answers) return required ? "required-object-added" : "object-added";
  if (required) return "required-answer-added";
  return answers.old.has(model.name) ? "answer-allowed" : "answer-added";
}

function removedCode(
  name: string,
  property: PropertyTree | undefined,
  { answers }: EnvelopeOptions,
): ChangeCode {
  if (!answers) return property?.required ? "required-object-removed" : "object-removed";
  return answers.now.has(name) ? "answer-restricted" : "answer-removed";
}
