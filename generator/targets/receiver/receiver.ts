import type {
  KnownEvent,
  KnownObject,
  KnownProperty,
  OutsideFleet,
} from "../../../templates/copied/receiver/evidence.js";
import type { PropertyModel, Prose } from "../../contract/model/model.js";
import { getOrCreate } from "../../base/once.js";
import { toLiteral } from "../../base/text/code.js";
import { capitalize } from "../../base/text/words.js";
import type { EventView, View } from "../../contract/view/view.js";
import { hasPart } from "../../contract/view/walk.js";
import type { Snapshots } from "../../contract/lattice/snapshot.js";
import { createShapes } from "../../contract/lattice/shapes.js";
import {
  objectTreesIn,
  type ObjectTree,
  type PropertyTree,
  type StringTree,
  type Tree,
} from "../../contract/lattice/tree.js";
import type { Fleet } from "../../base/time/fleet.js";
import { baseline, formatRelease, type Release } from "../../base/time/release.js";
import { existsInSome, addedIn, removedIn, type Spans, uniteAll } from "../../base/time/spans.js";
import { codeFile, copyCode, guideFile } from "../code-file.js";
import type { OutputFile, Target, TargetContext } from "../target.js";

export const receiver: Target<"receiver"> = {
  name: "receiver",
  summary: "the webhook protocol without a framework: signatures, checks, answers",
  needs: ["types", "validators"],
  emit: emitReceiver,
};

function emitReceiver(view: View, context: TargetContext): readonly OutputFile[] {
  const known = toLiteral(listKnown(view, context.snapshots)).text;
  const index = context.layout("receiver/index.hbs")({ known });
  return [
    ...receiverCode(context),
    guideFile("receiver", context),
    codeFile("receiver/index.ts", index, context),
  ];
}

/** With Web Crypto, its signatures replace those of Node, and the code for Node is left out. */
function receiverCode(context: TargetContext): OutputFile[] {
  const omitted = context.crypto === "web" ? ["signature.ts", "node.ts"] : ["signature-web.ts"];
  return copyCode("receiver", context)
    .filter(({ path }) => !omitted.includes(path.replace("receiver/", "")))
    .map((file) => ({ ...file, path: file.path.replace("signature-web", "signature") }));
}

/** The emitted table of everything that requests may contain, without undefined properties. */
export function listKnown({ events, fleet }: View, snapshots: Snapshots): object {
  const { common, events: parts, objects } = collectKnownRequests(snapshots, fleet);
  const polling = snapshots.model.polling?.ends.object;
  const known = events.map((event) => [event.name, toKnownEvent(event, parts[event.name], polling)]);
  const data = { common, events: Object.fromEntries(known) as object, objects };
  return JSON.parse(JSON.stringify(data)) as object;
}

/** @param polling Name of the answer's object that ends polling. */
function toKnownEvent(event: EventView, parts: EventParts = {}, polling: string | undefined): KnownEvent {
  const { ownObjects: own, pollingOptional, echoes, request, response } = event;
  const isRequired = (object: string): boolean =>
    request.properties.some(({ name, required }) => required && name === object);
  const optional = own.filter((object) => !isRequired(object));
  // Some shop accepts no answer that ends polling.
  const endsItself = !pollingOptional && !response.properties.some(({ name }) => name === polling);
  // The whole fleet must have the property on both sides.
  const echo = echoes.find((each) => [request, response].every((side) => hasPart(side, each)));
  return {
    since: parts.since,
    own,
    optional: optional.length > 0 ? optional : undefined,
    repeated: pollingOptional || undefined,
    endsItself: endsItself || undefined,
    echo: echo && [echo.object, echo.property],
    ...parts,
  };
}

type EventParts = Pick<KnownEvent, "since" | "parts" | "more">;

export function collectKnownRequests(snapshots: Snapshots, fleet: Fleet) {
  const { model } = snapshots;
  const toShapes = (releases: readonly Release[]) =>
    createShapes({ snapshots, releases, direction: "request", bound: "join" });
  const ever = toShapes([baseline, ...model.changes]);
  const inFleet = toShapes(fleet.releases);
  const objects = new Map<string, KnownObject>();
  const describe = (tree: ObjectTree | undefined, known: ObjectTree | undefined): KnownObject => {
    if (tree === undefined) return {};
    const properties = tree.model.properties.flatMap((property) => {
      const part = tree.properties.get(property.name);
      const isMissing = known !== undefined && !known.properties.has(property.name);
      const outside = isMissing ? findOutside(property, part, fleet, snapshots) : undefined;
      const fact = part ? toKnownProperty(tree, part, outside) : outside && { outside };
      return fact ? [property.name, ...property.legacyNames].map((name) => [name, fact] as const) : [];
    });
    for (const { type, model } of tree.properties.values()) {
      const inside = known?.properties.get(model.name);
      const [inner] = inside ? objectTreesIn(inside.type) : [];
      for (const object of objectTreesIn(type)) add(object, inner);
    }
    return toKnownObject(properties);
  };
  const add = (tree: ObjectTree, found: ObjectTree | undefined): void => {
    const { title } = tree.model;
    if (objects.has(title)) return;
    // Set first, because an object may contain itself.
    objects.set(title, {});
    // A replaced object has its own shape in each fleet.
    const known = inFleet.object(tree.model) ?? found;
    const open = (known ?? tree).open || undefined;
    objects.set(title, { open, ...describe(tree, known?.open ? undefined : known) });
  };
  const events = model.events
    .filter(({ exists }) => existsInSome(exists, fleet.releases))
    .map((event): [string, EventParts] => {
      const since = isSure(event.prose) ? formatAdded(addedIn(event.exists)) : undefined;
      return [event.name, { since, ...describe(ever.own(event), inFleet.own(event)) }];
    });
  return {
    common: describe(ever.envelope(), inFleet.envelope()),
    events: Object.fromEntries(events),
    objects: Object.fromEntries([...objects].sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}

/** Packs plain properties into one text, and groups the others by their facts. */
function toKnownObject(properties: readonly (readonly [name: string, known: KnownProperty])[]): KnownObject {
  const words: string[] = [];
  const more = new Map<string, string[]>();
  for (const [name, { type, ...others }] of properties) {
    const facts = JSON.stringify(others);
    const isPlain = facts === "{}";
    if (type !== undefined) words.push(`${name}:${type === capitalize(name) ? "" : type}`);
    else if (isPlain) words.push(name);
    if (!isPlain) getOrCreate(more, facts, () => []).push(name);
  }
  const entries = [...more].map(([facts, names]) => [names.join(" "), JSON.parse(facts) as KnownProperty]);
  return {
    parts: words.join(" ") || undefined,
    more: entries.length > 0 ? (Object.fromEntries(entries) as KnownObject["more"]) : undefined,
  };
}

function toKnownProperty(
  { exists, open }: ObjectTree,
  tree: PropertyTree,
  outside: OutsideFleet | undefined,
): KnownProperty {
  const { model } = tree;
  const inner = objectTreesIn(tree.type);
  const [object, otherObject] = inner;
  const isDated = isSure(model.prose) && inner.every((each) => isSure(each.model.prose));
  // If the shape changed, the property counts as evidence only if the release of the change is certain.
  const isUnsure = model.eras.length > 1 && !isSure(model.prose);
  // It is no evidence if it was an object in one release and a list in another.
  const isGuessed = object !== undefined && (isUnsure || otherObject !== undefined);
  return {
    type: object?.model.title,
    // An open object may have had the property before it was documented.
    since: open || !isDated ? undefined : formatAdded(findLater(tree.exists, exists)),
    values: isUnsure ? undefined : findValues(tree.type),
    outside,
    guessed: isGuessed || undefined,
  };
}

/** The releases that added values to the only enum of a type, directly or in a list. */
function findValues(type: Tree): Readonly<Record<string, string>> | undefined {
  const [text, otherText] = textsIn(type);
  // An open enum, or a string that moved, may have had the value before it was documented.
  if (otherText || !text?.values || text.open || !isSure(text.model.prose)) return undefined;
  const all = uniteAll([...text.values.values()]);
  const added = [...text.values].flatMap(([value, exists]) => {
    const since = formatAdded(findLater(exists, all));
    return since === undefined ? [] : [[value, since] as const];
  });
  return added.length > 0 ? Object.fromEntries(added) : undefined;
}

const textsIn = ({ string, array }: Tree): readonly StringTree[] =>
  [string ?? [], array?.items ? textsIn(array.items) : []].flat();

function findLater(spans: Spans, others: Spans): Release | undefined {
  const first = addedIn(spans);
  return first !== undefined && first > (addedIn(others) ?? baseline) ? first : undefined;
}

const formatAdded = (release: Release | undefined): string | undefined =>
  release === undefined ? undefined : formatRelease(release);

/** True if a release is documented. A shop seen with something proves nothing about older shops. */
const isSure = ({ provenance }: Prose): boolean =>
  provenance === undefined ||
  provenance.kind === "documented" ||
  // Only the requirement is uncertain, or the shape was seen.
  (provenance.of?.every(
    (part) => part === "required" || (part === "shape" && provenance.kind === "observed"),
  ) ??
    false);

function findOutside(
  property: PropertyModel,
  tree: PropertyTree | undefined,
  fleet: Fleet,
  snapshots: Snapshots,
): OutsideFleet | undefined {
  const { exclusion } = property;
  if (exclusion) return exclusion.kind === "seen" ? { seen: exclusion.where } : { planned: true };
  // A replaced object takes its parts with it.
  const exists = tree?.exists ?? snapshots.existence(property);
  const since = exists.find(({ from }) => from !== undefined && from > fleet.max)?.from;
  if (since !== undefined) return { since: formatRelease(since) };
  const until = removedIn(exists);
  return until === undefined ? undefined : { until: formatRelease(until) };
}
