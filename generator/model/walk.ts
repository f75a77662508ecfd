import { promised } from "../spec/values.js";
import type { AlternativeModel, Model, ObjectModel, PropertyModel, TypeModel } from "./model.js";
import { ascending, type Release } from "../time/release.js";
import { edges } from "../time/spans.js";

type Bodies = Pick<Model, "events" | "errorRequest">;

/** The objects at the top of what goes over the wire: requests, answers, and the error request. */
export const listRoots = ({ events, errorRequest }: Bodies): ObjectModel[] => [
  ...events.flatMap(({ request, response }) => [request, response]),
  errorRequest,
];

/** Every object that some objects lead to at any release, themselves included, each once. */
export function listObjects(
  roots: readonly ObjectModel[],
  follows: (property: PropertyModel) => boolean = () => true,
): readonly ObjectModel[] {
  const found = new Set(roots);
  // The set grows while it is walked.
  for (const { properties } of found) {
    for (const { kind } of properties.filter(follows).flatMap(listEveryAlternative)) {
      if (kind.kind === "object") found.add(kind.object);
    }
  }
  return [...found];
}

/** The alternatives that a property has or had, itself or in its arrays. */
export const listEveryAlternative = ({ eras }: PropertyModel): AlternativeModel[] =>
  eras.flatMap(({ type }) => listAlternatives(type));

/** The alternatives of a type, and of the items of its arrays. */
export const listAlternatives = (type: TypeModel): AlternativeModel[] =>
  type.flatMap((alternative) => [
    alternative,
    ...(alternative.kind.kind === "array" ? listAlternatives(alternative.kind.items) : []),
  ]);

/** What a property holds in the newest release. */
export const newestType = ({ eras }: PropertyModel): TypeModel =>
  promised(eras.at(-1), "every property is built with its newest type").type;

/** The releases at which some shape of the contract changes, ascending, each once. */
export function listChanges(model: Bodies): readonly Release[] {
  const objects = listObjects(listRoots(model), isReleased);
  // The bodies of all events share the properties of the envelope.
  const properties = [...new Set(objects.flatMap((object) => object.properties.filter(isReleased)))];
  const alternatives = properties.flatMap(listEveryAlternative);
  const values = alternatives.flatMap(({ kind }) =>
    kind.kind === "string" ? (kind.enum?.values ?? []) : [],
  );
  const dated = [
    ...[...model.events, ...properties, ...alternatives, ...values].map(({ exists }) => exists),
    ...properties.flatMap(({ required, eras }) => [required, ...eras.map(({ exists }) => exists)]),
  ];
  return ascending(dated.flatMap(edges));
}

const isReleased = ({ aside }: PropertyModel): boolean => aside === undefined;
