import { uniteAll } from "../../../time/spans.js";
import type { ClaimedType } from "../../claim.js";
import {
  findWays,
  listAlternatives,
  listHolders,
  listItems,
  type Alternative,
  type Holder,
} from "../../judge/ways.js";
import type { Spot } from "../records/record.js";

/** In how many bodies something was, and where first. */
export interface Count {
  bodies: number;
  /** The last body that had it: a body counts once, however often it has it. */
  last: number;
  readonly first: Spot;
}

/** A place in bodies, and what was seen there. It grows with the contract, and hardly with what was read. */
export interface Node {
  readonly path: string;
  /** What the spec has there; nothing if it does not know the place. */
  readonly alternatives: readonly Alternative[];
  /** The same as names: what a property of the objects is called, by each of its spellings. */
  readonly spellings: ReadonlyMap<string, string>;
  /** Names that may stand here directly although they belong to a property's object, and that property. */
  readonly inlined: ReadonlyMap<string, string>;
  /** The properties that some release wants, each with its spellings. */
  readonly required: readonly (readonly [name: string, spellings: readonly string[]])[];
  /** The words of the spec for its values, if it lists them. */
  readonly values: ReadonlySet<string> | undefined;
  seen: Count | undefined;
  missing: Count | undefined;
  /** Objects had names that the spec does not know. */
  strange: Count | undefined;
  /** Names of these that may not be printed. */
  hidden: Count | undefined;
  /** Whether they are too many for names, so that none is printed. */
  isMap: boolean;
  readonly types: Map<ClaimedType, Count>;
  readonly listed: Map<string, Count>;
  /** Values that the spec does not list. */
  unlisted: Count | undefined;
  /** Those themselves, as hashes, as far as they are counted. */
  readonly different: Set<string>;
  readonly parts: Map<string, Node>;
  items: Node | undefined;
}

/** A place at the root of bodies. */
export const createRoot = (holders: readonly Holder[]): Node =>
  createNode(
    "",
    holders.map(({ of, exists }) => ({ of: { kind: "object", object: of }, exists })),
  );

/** The place of a property below another place. */
export function createPart(holder: Node, name: string): Node {
  const ways = findWays(name, listHolders(holder.alternatives));
  return createNode(holder.path === "" ? name : `${holder.path}.${name}`, listAlternatives(ways));
}

/** The place of the items of an array. */
export const createItems = ({ path, alternatives }: Node): Node =>
  createNode(`${path}[]`, listItems(alternatives));

function createNode(path: string, alternatives: readonly Alternative[]): Node {
  const properties = listHolders(alternatives).flatMap(({ of }) => of.properties);
  const spell = (each: (typeof properties)[number]): readonly string[] => [each.name, ...each.legacyNames];
  const inlined = properties.filter((property) => property.inlined);
  const enums = alternatives.flatMap(({ of }) => (of.kind === "string" && of.enum ? [of.enum] : []));
  return {
    path,
    alternatives,
    spellings: new Map(
      properties.flatMap((each) => spell(each).map((spelling) => [spelling, each.name] as const)),
    ),
    inlined: new Map(
      inlined.flatMap((property) =>
        listHolders(listAlternatives([{ of: property, exists: property.exists }])).flatMap(({ of }) =>
          of.properties.flatMap(spell).map((name) => [name, property.name] as const),
        ),
      ),
    ),
    required: properties
      .filter(({ required, aside }) => !aside && uniteAll([required]).length > 0)
      .map((each) => [each.name, spell(each)]),
    values:
      enums.length > 0
        ? new Set(enums.flatMap(({ values, seen = [] }) => [...values, ...seen].map(({ value }) => value)))
        : undefined,
    ...{ seen: undefined, missing: undefined, unlisted: undefined, items: undefined },
    ...{ strange: undefined, hidden: undefined, isMap: false },
    types: new Map(),
    listed: new Map(),
    different: new Set(),
    parts: new Map(),
  };
}

/** All places below one. */
export const listPlaces = ({ items, parts }: Node): readonly Node[] =>
  [...(items ? [items] : []), ...parts.values()].flatMap((node) => [node, ...listPlaces(node)]);

/** Counts a body, once. */
export function count(known: Count | undefined, body: number, spot: Spot): Count {
  if (known === undefined) return { bodies: 1, last: body, first: spot };
  if (known.last !== body) [known.last, known.bodies] = [body, known.bodies + 1];
  return known;
}
