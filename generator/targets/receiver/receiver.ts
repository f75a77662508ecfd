import type {
  KnownEvent,
  KnownObject,
  KnownProperty,
  KnownRequests,
  OutsideFleet,
} from "../../../templates/copied/receiver/evidence.js";
import type { Model, ObjectModel, PropertyModel, Prose } from "../../contract/model/model.js";
import { layOutValue } from "../layout/code.js";
import { getOrCreate } from "../../base/once.js";
import { toLiteral } from "../../base/text/code.js";
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
import type { Provenance } from "../../contract/read/dialect.js";
import type { Fleet } from "../../base/time/fleet.js";
import { baseline, formatRelease, type Release } from "../../base/time/release.js";
import { existsInSome, addedIn, removedIn, type Spans, uniteAll } from "../../base/time/spans.js";
import { codeFile, guideFile } from "../code-file.js";
import type { OutputFile, Target, TargetContext } from "../target.js";

export const receiver: Target<"receiver"> = {
  name: "receiver",
  summary: "the webhook protocol without a framework: signatures, checks, answers",
  needs: ["types", "validators"],
  emit: (view, context) => Promise.resolve(emitReceiver(view, context)),
};

function emitReceiver(view: View, context: TargetContext): OutputFile[] {
  const index = context.layout("receiver/index.hbs")(indexData(view, context));
  return [
    ...receiverCode(context),
    guideFile("receiver", context),
    codeFile("receiver/index.ts", index, context),
  ];
}

/** The receiver's code. With web crypto, the web's signatures replace Node's, and the code for Node is left out. */
function receiverCode(context: TargetContext): OutputFile[] {
  const isWeb = context.crypto === "web";
  const omitted = ["signature-web.ts", ...(isWeb ? ["node.ts"] : [])];
  const source = (name: string): string => (isWeb && name === "signature.ts" ? "signature-web.ts" : name);
  return context
    .codeIn("receiver")
    .filter((name) => !omitted.includes(name))
    .map((name) => codeFile(`receiver/${name}`, context.template(`receiver/${source(name)}`), context));
}

function indexData({ events, fleet }: View, { snapshots }: TargetContext): object {
  const { common, events: parts, objects } = collectKnownRequests(snapshots, fleet);
  const known = events.map((event) => [event.name, toKnownEvent(event, parts[event.name], snapshots.model)]);
  const data = { common, events: Object.fromEntries(known) as object, objects };
  return {
    known: layOutValue(toLiteral(data).text, {
      before: "const known: KnownRequests = ",
      after: ";",
      depth: 0,
    }),
  };
}

/** The receiver's data on an event. */
function toKnownEvent(event: EventView, known: EventParts | undefined, { polling }: Model): KnownEvent {
  const { ownObjects: own, pollingOptional, echoes, request, response } = event;
  const required = own.filter((object) =>
    request.properties.some((property) => property.required && property.name === object),
  );
  // Its answer needs no word on polling, or some shop knows no such answer to it.
  const endsItself =
    pollingOptional || !response.properties.some(({ name }) => name === polling?.ends.object);
  // A property that the answer repeats, such as `externalPayment.externalPaymentId`, as far as the fleet knows it.
  const echo = echoes.find((each) => [request, response].every((side) => hasPart(side, each)));
  const { since, ...parts } = known ?? {};
  return {
    ...(since !== undefined && { since }),
    own,
    ...(required.length > 0 && { required }),
    ...(pollingOptional && { repeated: true as const }),
    ...(endsItself && { endsItself: true as const }),
    ...(echo && { echo: [echo.object, echo.property] as const }),
    ...parts,
  };
}

/** The known parts of requests, without the receiver's data on each event. */
export interface KnownRequestParts extends Pick<KnownRequests, "common" | "objects"> {
  readonly events: Readonly<Record<string, EventParts>>;
}

/** What a request of an event has of its own. */
export type EventParts = Pick<KnownEvent, "since" | "parts" | "more">;

/** Collects what the requests of a fleet's events may hold: which releases added it, and what no release of the fleet has. */
export function collectKnownRequests(snapshots: Snapshots, fleet: Fleet): KnownRequestParts {
  const { model } = snapshots;
  const toShapes = (releases: readonly Release[]) =>
    createShapes({ snapshots, releases, direction: "request", bound: "join" });
  const ever = toShapes([baseline, ...model.changes]);
  const inFleet = toShapes(fleet.releases);
  const objects = new Map<string, KnownObject>();
  const describe = (
    tree: ObjectTree | undefined,
    known: ObjectTree | undefined,
    of: ObjectModel,
  ): KnownObject => {
    if (tree === undefined) return {};
    const properties = of.properties.flatMap((property) => {
      const part = toPart(tree, property, known && !known.properties.has(property.name), {
        snapshots,
        fleet,
      });
      return part === undefined
        ? []
        : [property.name, ...property.legacyNames].map((name) => [name, part] as const);
    });
    for (const { type, model } of tree.properties.values()) {
      const inside = known?.properties.get(model.name);
      const [inner] = inside ? objectTreesIn(inside.type) : [];
      for (const object of objectTreesIn(type)) add(object, inner);
    }
    return toKnownObject(properties);
  };
  const add = (tree: ObjectTree, found: ObjectTree | undefined): void => {
    const { model: of } = tree;
    if (objects.has(of.title)) return;
    // First, as an object may lead to itself.
    objects.set(of.title, {});
    // An object that was another before has a shape of its own in each fleet.
    const known = inFleet.object(of) ?? found;
    const described = describe(tree, known?.open ? undefined : known, of);
    objects.set(of.title, { ...((known ?? tree).open && { open: true }), ...described });
  };
  const events = model.events
    .filter(({ exists }) => existsInSome(exists, fleet.releases))
    .map((event): [string, EventParts] => {
      const since = isSure(event.prose) ? addedIn(event.exists) : undefined;
      const own = describe(ever.own(event), inFleet.own(event), event.request);
      return [event.name, { ...(since !== undefined && { since: formatRelease(since) }), ...own }];
    });
  return {
    common: describe(ever.envelope(), inFleet.envelope(), model.envelope.request),
    events: Object.fromEntries(events),
    objects: Object.fromEntries([...objects].sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}

/** Properties as the receiver has them: most of them a word in one text, the others by what is known of them. */
function toKnownObject(properties: readonly (readonly [name: string, known: KnownProperty])[]): KnownObject {
  const words: string[] = [];
  const more = new Map<string, { readonly names: string[]; readonly facts: KnownProperty }>();
  for (const [name, { type, ...facts }] of properties) {
    const isPlain = Object.keys(facts).length === 0;
    if (isPlain || type !== undefined) words.push(type === undefined ? name : `${name}:${type}`);
    if (!isPlain) getOrCreate(more, JSON.stringify(facts), () => ({ names: [], facts })).names.push(name);
  }
  return {
    ...(words.length > 0 && { parts: words.join(" ") }),
    ...(more.size > 0 && {
      more: Object.fromEntries([...more.values()].map(({ names, facts }) => [names.join(" "), facts])),
    }),
  };
}

/** What is known of a property; undefined if no value ever fitted it. */
function toPart(
  { properties, exists, open }: ObjectTree,
  property: PropertyModel,
  isMissing: boolean | undefined,
  history: FleetHistory,
): KnownProperty | undefined {
  const tree = properties.get(property.name);
  const outside = isMissing ? findOutside(property, tree, history) : undefined;
  if (tree === undefined) return outside && { outside };
  const [object, otherObject] = objectTreesIn(tree.type);
  const type = object?.model.title;
  // An open object may have had the property before it was described.
  const since = open || !isDated(tree) ? undefined : findLater(tree.exists, exists);
  // A property that changed its shape is only evidence if the release of that change is sure.
  const isUnsure = property.eras.length > 1 && !isSure(property.prose);
  // Nor does it prove anything if its object stood alone in one release and in a list in another.
  const isGuessed = isUnsure || otherObject !== undefined;
  const values = isUnsure ? {} : findValues(tree.type);
  return {
    ...(type !== undefined && { type }),
    ...(since !== undefined && { since: formatRelease(since) }),
    ...(Object.keys(values).length > 0 && { values }),
    ...(outside && { outside }),
    ...(isGuessed && type !== undefined && { guessed: true as const }),
  };
}

/** The releases that added values of the only enum of a type, alone or in a list. */
function findValues(type: Tree): Readonly<Record<string, string>> {
  const [text, otherText] = textsIn(type);
  // An open enum may have had the value before it was described; so may a text that stood elsewhere in another release.
  if (otherText || !text?.values || text.open || !isSure(text.model.prose)) return {};
  const all = uniteAll([...text.values.values()]);
  const added = [...text.values].flatMap(([value, exists]) => {
    const since = findLater(exists, all);
    return since === undefined ? [] : [[value, formatRelease(since)] as const];
  });
  return Object.fromEntries(added);
}

const textsIn = ({ string, array }: Tree): readonly StringTree[] => [
  ...(string ? [string] : []),
  ...(array?.items ? textsIn(array.items) : []),
];

/** The release that brought something to what is older. */
function findLater(spans: Spans, others: Spans): Release | undefined {
  const first = addedIn(spans);
  return first !== undefined && first > (addedIn(others) ?? baseline) ? first : undefined;
}

/** Whether it is documented or observed: what was only inferred or assumed, such as a release, proves nothing. */
const isSure = ({ provenance }: Prose): boolean =>
  provenance === undefined ||
  provenance.kind === "documented" ||
  provenance.kind === "observed" ||
  isOfRequired(provenance);

/** Whether it only says how sure it is that something is required: it came with its release all the same. */
const isOfRequired = ({ of }: Provenance): boolean => of?.every((part) => part === "required") ?? false;

const isDated = ({ model, type }: PropertyTree): boolean =>
  isSure(model.prose) && objectTreesIn(type).every((object) => isSure(object.model.prose));

interface FleetHistory {
  readonly fleet: Fleet;
  readonly snapshots: Snapshots;
}

/** When a property exists that the fleet does not have: it came after the fleet, or went before it; or why none has it. */
function findOutside(
  property: PropertyModel,
  tree: PropertyTree | undefined,
  { fleet, snapshots }: FleetHistory,
): OutsideFleet | undefined {
  if (property.exclusion)
    return property.exclusion.kind === "seen" ? { seen: property.exclusion.where } : { planned: true };
  // An object that was another before has its parts for as long as it was so.
  const exists = tree?.exists ?? snapshots.existence(property);
  const since = exists.find(({ from }) => from !== undefined && from > fleet.max)?.from;
  if (since !== undefined) return { since: formatRelease(since) };
  const until = removedIn(exists);
  return until === undefined ? undefined : { until: formatRelease(until) };
}
