import { formatRelease, type Release } from "../base/time/release.js";
import { listAlternatives, newestType } from "../contract/model/paths.js";
import type { CheckedSpec } from "../contract/read/checked-spec.js";
import { notDescribed } from "../contract/read/dialect.js";
import { envelopePath, eventPath, objectPath } from "../contract/read/files.js";
import { splitPointer } from "../contract/read/pointer.js";
import { findSince, type Contract } from "./contract.js";
import { describeBasis, isPage, isRequired, makeShape, type NewPart } from "./new-part.js";
import type { SpecSubject } from "./source-content.js";
import { type SpecEdit, type SpecTexts } from "./spec-edits.js";

export interface AdditionContext {
  readonly spec: Pick<CheckedSpec, "products">;
  readonly contract: Contract;
  readonly texts: SpecTexts;
  /** In lower case. */
  readonly taken: Set<string>;
  readonly isNew: (subject: SpecSubject) => boolean;
}

/** A string says why there are no edits. */
export type Addition =
  { readonly edits: readonly SpecEdit[]; readonly questions: readonly string[] } | string;

const undated = "The source gives no release for it. Which release added it?";

export function addPart(part: NewPart, since: Release | undefined, context: AdditionContext): Addition {
  const isDated = part.row?.since !== undefined || !isRequired(part) || !part.path.includes(".");
  if (isPage(part.source) && (since === undefined || !isDated)) return undated;
  if (part.side === "event") return addEvent(part, since, context);
  return part.path.includes(".") ? addProperty(part, since, context) : addObject(part, since, context);
}

function addEvent(part: NewPart, since: Release | undefined, { spec, isNew }: AdditionContext): Addition {
  const { name } = part;
  if (!/^[a-z][A-Za-z0-9]{0,63}$/.test(name)) return "Its name is not valid in the dialect.";
  const value = {
    description: notDescribed,
    ...(since !== undefined && { "x-added-in": formatRelease(since) }),
    ...describeBasis(part),
    freeStanding: "No source yet says how it relates to other events.",
    ...(isNew({ side: "request", path: name }) && { carries: { [name]: {} } }),
    ...(isNew({ side: "response", path: name }) && { answers: { [name]: {} } }),
  };
  const question =
    "Read the vendor's page about the event, too. What does its request carry? What may its answer contain? In which flow does it occur, and where?";
  return {
    edits: [{ file: eventPath(name), path: [], value }, ...listProducts("sends", "events", name, spec)],
    questions: [question],
  };
}

/** Lists a new event or answer in each product, with an unknown standing. */
function listProducts(
  side: "sends" | "takes",
  list: "events" | "answers",
  name: string,
  { products }: AdditionContext["spec"],
): readonly SpecEdit[] {
  const basis = `No source says yet whether it ${side} this.`;
  return products.map((product, i): SpecEdit => {
    const known = product[side].findIndex((group) => group.basis === basis);
    const path = ["products", i, side];
    return known < 0
      ? { file: "products.json", path, item: { [list]: [name], standing: "unknown", basis } }
      : { file: "products.json", path: [...path, known, list], item: name };
  });
}

function addObject(part: NewPart, since: Release | undefined, context: AdditionContext): Addition {
  const { side, name, source } = part;
  if (!isPage(source)) return "It is at the top level of a body, and no page documents it.";
  const shape = makeShape(part, { holder: "", from: 0 as Release, taken: context.taken }, since);
  if (typeof shape === "string") return shape;
  const role = side === "request" ? "carries" : "answers";
  const event = { side: "event", path: name } as const;
  const isOfEvent = context.contract.has(event) || context.isNew(event);
  const file = isOfEvent ? eventPath(name) : envelopePath;
  const listed: SpecEdit = { file, path: [role], property: name, value: {} };
  return {
    edits: [
      { file: objectPath(role, name), path: [], value: { ...shape, ...describeBasis(part) } },
      ...(context.isNew(event) ? [] : [listed]),
      ...(side === "response" ? listProducts("takes", "answers", name, context.spec) : []),
    ],
    questions: isOfEvent
      ? []
      : ["The source lists no event for it, so it is proposed for all events. Which events have it?"],
  };
}

function addProperty(part: NewPart, since: Release | undefined, context: AdditionContext): Addition {
  const { side, path, name } = part;
  const group = context.contract.find({ side, path: path.slice(0, path.lastIndexOf(".")) });
  const kinds = listAlternatives(group ? newestType(group[0].model) : []).map(({ kind }) => kind);
  const [held] = kinds.flatMap((kind) => (kind.kind === "object" ? [kind.object] : []));
  if (!group || !held) return "Its parent is not an object in the spec.";
  const shape = makeShape(part, { holder: held.title, from: findSince(group), taken: context.taken }, since);
  if (typeof shape === "string") return shape;
  const { file, pointer } = held.place;
  const at = splitPointer(pointer).map((token) => (/^\d+$/.test(token) ? Number(token) : token));
  const value = { ...shape, ...describeBasis(part) };
  const needed: SpecEdit = {
    file,
    path: [...at, "required"],
    item: name,
    after: ["title", "description", "type"],
  };
  return {
    edits: [
      { file, path: [...at, "properties"], property: name, value },
      ...(isRequired(part) ? [needed] : []),
    ],
    questions: [],
  };
}
