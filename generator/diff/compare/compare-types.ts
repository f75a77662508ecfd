import { kindWords, nameKind, type KindName } from "../../describe.js";
import type { ArrayTree, Tree } from "../../lattice/tree.js";
import { listWords } from "../../text/words.js";
import { compareBound, compareNumbers, compareStrings } from "./compare-scalars.js";
import { found, under, type Comparer, type Finding } from "./comparison.js";

/** What changed between two types. */
export function compareTypes(old: Tree, now: Tree, comparer: Comparer): readonly Finding[] {
  if (old === now) return [];
  if (old.any ?? now.any) return old.any === now.any ? [] : [found(now.any ? "type-unknown" : "type-known")];
  return [...compareKinds(old, now), ...compareWithin(old, now, comparer)];
}

/** The kinds that a type has, null apart. */
const listKinds = (tree: Tree): readonly KindName[] =>
  (Object.keys(kindWords) as KindName[]).filter((kind) => tree[kind] !== undefined);

function compareKinds(old: Tree, now: Tree): Finding[] {
  const [before, after] = [listKinds(old), listKinds(now)];
  const nullness = old.null === now.null ? [] : [found(now.null ? "null-allowed" : "null-refused")];
  const gained = after.filter((kind) => !before.includes(kind));
  const lost = before.filter((kind) => !after.includes(kind));
  if (before.length > 0 && lost.length === before.length && gained.length > 0) {
    const names = (kinds: readonly KindName[]) => listWords(kinds.map(nameKind), "or");
    return [...nullness, found("type-changed", `${names(after)}, was ${names(before)}`)];
  }
  return [
    ...nullness,
    ...gained.map((kind) => found("alternative-added", nameKind(kind))),
    ...lost.map((kind) => found("alternative-removed", nameKind(kind))),
  ];
}

function compareWithin(old: Tree, now: Tree, comparer: Comparer): readonly Finding[] {
  return [
    ...(old.number && now.number ? compareNumbers(old.number, now.number) : []),
    ...(old.string && now.string ? compareStrings(old.string, now.string, comparer.errorCodes) : []),
    ...(old.array && now.array ? compareArrays(old.array, now.array, comparer) : []),
    ...(old.object && now.object ? comparer.objects(old.object, now.object) : []),
  ];
}

function compareArrays(old: ArrayTree, now: ArrayTree, comparer: Comparer): readonly Finding[] {
  if (!old.items || !now.items) {
    if (old.items === now.items) return [];
    if (!now.items) return [found("array-emptied")];
    return [found("array-filled"), ...compareBound("min-items", old.minItems, now.minItems)];
  }
  return [
    ...compareBound("min-items", old.minItems, now.minItems),
    ...compareBound("max-items", old.maxItems, now.maxItems),
    ...under("*", compareTypes(old.items, now.items, comparer)),
  ];
}
