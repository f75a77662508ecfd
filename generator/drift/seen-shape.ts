import type { TextForm } from "../contract/traffic/text-forms.js";

/** A JSON type; for a text, its form if it has one. */
export type ValueKind =
  "boolean" | "integer" | "number" | "object" | "array" | "null" | "string" | "empty" | TextForm;

/** Some of many. */
export interface Share {
  readonly some: number;
  readonly all: number;
}

/** How often recordings have something, without values. */
export interface Sighting {
  readonly bodies: Share;
  /** Of the objects that could have it; several may be in a body. */
  readonly objects: Share;
  readonly events: readonly (Share & { readonly event: string })[];
  readonly shops: readonly (Share & ShopRelease)[];
}

export interface ShopRelease {
  readonly shop: string;
  /** As the user says. */
  readonly release?: string | undefined;
  /** The shop runs this release or a later one, because its requests prove it. */
  readonly proved?: string | undefined;
}

/** A part with what is inside it, as recordings have it. */
export interface SeenShape {
  /** From the top of the body. */
  readonly path: string;
  readonly kinds: readonly { readonly kind: ValueKind; readonly times: number }[];
  /** True if its names may be data, so that they are left out. */
  readonly hasDataNames: boolean;
  /** Short texts of plain recordings, if they are few and repeat. */
  readonly values?: readonly string[] | undefined;
  readonly seen: Sighting;
  /** Of the items of a list. */
  readonly items?: SeenShape | undefined;
  readonly parts: readonly SeenShape[];
}
