import type { Model } from "../model/model.js";
import { baseline, type Release } from "../schema/release.js";
import { createJoin } from "./join.js";
import { livesAt, takeSnapshot, type Snapshot } from "./snapshot.js";
import type { ObjectTree, PropertyTree, Tree } from "./tree.js";

/** What a request proves about the release of the shop that sent it, by its mere presence. */
export interface Evidence {
  readonly events: Readonly<Record<string, Release>>;
  readonly body: EvidenceNode;
}

export interface EvidenceNode {
  /** The release that brought it, where what holds it is older. */
  readonly since?: Release;
  readonly properties?: Readonly<Record<string, EvidenceNode>>;
  readonly items?: EvidenceNode;
  readonly values?: Readonly<Record<string, Release>>;
}

/** Everything in the requests that some release added, through the whole history. */
export function evidenceOf({ events, changes }: Model): Evidence {
  const history = [baseline, ...changes].map(takeSnapshot);
  const join = createJoin();
  const bodies = events.flatMap(({ life, request }) => {
    const trees = history
      .filter(({ release }) => livesAt(life, release))
      .map((step: Snapshot) => step.object(request));
    return trees.length > 0 ? [objectNode(trees.reduce(join))] : [];
  });
  const late = events.flatMap(({ name, life }) =>
    life.added === undefined ? [] : [[name, life.added] as const],
  );
  return { events: Object.fromEntries(late), body: bodies.reduce(weaken, {}) };
}

function objectNode({ properties, steps }: ObjectTree): EvidenceNode {
  const nodes = [...properties.values()].map(
    (property) => [property.model.name, propertyNode(property, steps)] as const,
  );
  const telling = nodes.filter(([, node]) => Object.keys(node).length > 0);
  return telling.length > 0 ? { properties: Object.fromEntries(telling) } : {};
}

function propertyNode({ type, steps }: PropertyTree, holder: readonly Release[]): EvidenceNode {
  const [since] = steps;
  return {
    ...(since !== undefined && since > (holder[0] ?? baseline) && { since }),
    ...typeNode(type, steps),
  };
}

function typeNode({ object, array, string }: Tree, steps: readonly Release[]): EvidenceNode {
  const items = array?.items ? typeNode(array.items, steps) : {};
  const late = [...(string?.values ?? [])].flatMap(([value, at]) =>
    at[0] !== undefined && at[0] > (steps[0] ?? baseline) ? [[value, at[0]] as const] : [],
  );
  return {
    ...(object && objectNode(object)),
    ...(Object.keys(items).length > 0 && { items }),
    ...(late.length > 0 && { values: Object.fromEntries(late) }),
  };
}

/** What holds whichever of two events the body belongs to: the earlier release of the two. */
function weaken(a: EvidenceNode, b: EvidenceNode): EvidenceNode {
  const names = [...new Set([...Object.keys(a.properties ?? {}), ...Object.keys(b.properties ?? {})])].sort();
  const properties = names.map((name) => {
    const [mine, theirs] = [ownNode(a, name), ownNode(b, name)];
    return [name, mine && theirs ? earlier(mine, theirs) : (mine ?? theirs ?? {})] as const;
  });
  return { properties: Object.fromEntries(properties) };
}

/** A property may be called `constructor`, which every object inherits. */
const ownNode = ({ properties = {} }: EvidenceNode, name: string): EvidenceNode | undefined =>
  Object.hasOwn(properties, name) ? properties[name] : undefined;

const earlier = (a: EvidenceNode, b: EvidenceNode): EvidenceNode =>
  (a.since ?? baseline) <= (b.since ?? baseline) ? a : b;
