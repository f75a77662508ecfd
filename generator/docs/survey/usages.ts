import { withoutShared } from "../../view/walk.js";
import type { ObjectView, PropertyView, TypeView, View } from "../../view/view.js";

/** A property that holds a named type, and the holder of the property. */
export interface Usage {
  readonly property: PropertyView;
  readonly holder: Holder;
}

export type Holder =
  /** `event` is undefined if all events share the property. */
  | { readonly kind: "request" | "answer"; readonly event: string | undefined }
  | { readonly kind: "object"; readonly object: string };

/** Where each named type is used, by its name, in reading order. */
export type Usages = ReadonlyMap<string, readonly Usage[]>;

/** Goes through the events, then the objects. What every event shares is listed once. */
export function findUsages(view: View, objects: readonly ObjectView[]): Usages {
  const { events, commonRequest, commonResponse } = view;
  const all = [
    ...usagesIn(commonRequest, { kind: "request", event: undefined }),
    ...events.flatMap(({ name, request }) =>
      usagesIn(withoutShared(request, commonRequest), { kind: "request", event: name }),
    ),
    ...usagesIn(commonResponse, { kind: "answer", event: undefined }),
    ...events.flatMap(({ name, response }) =>
      usagesIn(withoutShared(response, commonResponse), { kind: "answer", event: name }),
    ),
    ...objects.flatMap((object) => usagesIn(object, { kind: "object", object: object.name })),
  ];
  const names = new Set(all.map(([name]) => name));
  return new Map(
    [...names].map((name) => [name, all.filter(([used]) => used === name).map(([, usage]) => usage)]),
  );
}

const usagesIn = ({ properties }: ObjectView, holder: Holder): (readonly [string, Usage])[] =>
  properties.flatMap((property) =>
    [...new Set(namesIn(property.type))].map((name) => [name, { property, holder }] as const),
  );

/** The named types that a type mentions itself. */
function namesIn(type: TypeView): string[] {
  if (type === "unknown") return [];
  return type.flatMap((kind) => {
    if (kind.kind === "object") return [kind.object.name];
    if (kind.kind === "enum") return kind.enum.name ?? [];
    return kind.kind === "array" ? namesIn(kind.items) : [];
  });
}
