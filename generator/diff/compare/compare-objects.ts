import type { ObjectTree } from "../../lattice/tree.js";
import { found, under, type Finding } from "../change.js";
import { compareProse } from "./compare-prose.js";
import { comparePresence, presenceIn } from "./compare-properties.js";
import { retitled } from "./compare-strings.js";
import type { Comparer, Comparison } from "./comparer.js";

/** A comparer that works through objects, each pair once. */
export function createComparer(comparison: Comparison): Comparer {
  const memo = new WeakMap<ObjectTree, WeakMap<ObjectTree, readonly Finding[]>>();
  const comparer: Comparer = {
    ...comparison,
    objects: (old, now) => {
      const pairs = memo.get(old) ?? new WeakMap<ObjectTree, readonly Finding[]>();
      memo.set(old, pairs);
      const findings = pairs.get(now) ?? compareObjects(old, now, comparer);
      pairs.set(now, findings);
      return findings;
    },
  };
  return comparer;
}

function compareObjects(old: ObjectTree, now: ObjectTree, comparer: Comparer): readonly Finding[] {
  const [mine, theirs] = [old.model, now.model];
  return [
    ...compareProse(mine.prose, theirs.prose, comparer.fleets),
    ...(mine === theirs ? [] : [...retitled(mine, theirs), ...planned(old, now)]),
    ...(old.open === now.open ? [] : [found(now.open ? "object-opened" : "object-closed")]),
    ...compareProperties(old, now, comparer),
  ];
}

function planned(old: ObjectTree, now: ObjectTree): Finding[] {
  const names = ({ model }: ObjectTree) =>
    model.properties.filter(({ aside }) => aside?.kind === "planned").map(({ name }) => name);
  const [before, after] = [names(old), names(now)];
  const withdrawn = before.filter((name) => !after.includes(name) && !now.properties.has(name));
  return [
    ...after.filter((name) => !before.includes(name)).map((name) => found("planned-added", name)),
    ...withdrawn.map((name) => found("planned-withdrawn", name)),
  ];
}

function compareProperties(old: ObjectTree, now: ObjectTree, comparer: Comparer): readonly Finding[] {
  const names = new Set([...now.properties.keys(), ...old.properties.keys()]);
  const renames = renamesBetween(old, now);
  const gone = new Set(renames.values());
  return [...names].flatMap((name) => {
    if (gone.has(name)) return [];
    const former = renames.get(name);
    const findings = comparePresence(presenceIn(old, former ?? name), presenceIn(now, name), comparer);
    return under(name, former === undefined ? findings : renamed(former, findings, old.open && now.open));
  });
}

/**
 * Compares a renamed property; a new description is not reported with a new name. An open object took anything under the
 * new name before: now that has to fit.
 */
const renamed = (former: string, findings: readonly Finding[], wasPossible: boolean): readonly Finding[] => [
  found("property-renamed", former),
  ...(wasPossible ? [found("property-described")] : []),
  ...findings.filter(({ code }) => code !== "description-changed"),
];

/** The new name of each renamed property, by its old name: a new property with that legacy name is the old one. */
function renamesBetween(old: ObjectTree, now: ObjectTree): ReadonlyMap<string, string> {
  const isGone = (name: string) => old.properties.has(name) && !now.properties.has(name);
  const renames = new Map<string, string>();
  for (const [name, { model }] of now.properties) {
    const former = old.properties.has(name) ? undefined : model.legacyNames.find(isGone);
    if (former !== undefined) renames.set(name, former);
  }
  return renames;
}
