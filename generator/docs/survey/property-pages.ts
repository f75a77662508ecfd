import type { Model } from "../../model/model.js";
import type { MarkdownText } from "../../text/escape.js";
import type { Change } from "../../diff/change.js";
import { findSpots, namesOf, type Spot } from "../../explain/spots.js";
import type { ObjectView } from "../../view/view.js";
import type { Links } from "../prose/links.js";
import { mdText, nothing } from "../markdown.js";

/** Which page tells more of a property: that of the object that holds it, or of the one that it holds. */
export interface Holders {
  readonly spots: readonly Spot[];
  readonly pages: ReadonlySet<string>;
  readonly byPlace: ReadonlyMap<string, string>;
}

/** Looks through every property of every event. */
export function findHolders(model: Model, objects: readonly ObjectView[]): Holders {
  const spots = findSpots(model);
  const pages = new Set(objects.map(({ name }) => name));
  const byPlace = spots.flatMap((spot) => {
    const page = pageOf(spot, pages);
    return page === undefined ? [] : [[placeKey(spot.direction, namesOf(spot)), page] as const];
  });
  return { spots, pages, byPlace: new Map(byPlace) };
}

/** The holder's page; at the root of a request or an answer, the page of what the property holds. */
export function pageOf({ chain, holders }: Spot, pages: ReadonlySet<string>): string | undefined {
  const holder = holders.at(-1);
  const held = chain
    .at(-1)
    ?.eras.at(-1)
    ?.type.map(({ kind }) => kind);
  const title = chain.length > 1 ? holder : held?.find((kind) => kind.kind === "object")?.object.title;
  return title !== undefined && pages.has(title) ? title : undefined;
}

/** A link to the page for the place of a change; nothing where these docs have none. */
export function linkToHolder(
  { direction, pointer }: Change,
  { byPlace }: Holders,
  links: Links,
): MarkdownText {
  const names = pointer.split("/").filter((name) => name !== "" && name !== "*");
  const page = byPlace.get(placeKey(direction, names));
  return page === undefined ? nothing : mdText`see ${links.object(page)}`;
}

const placeKey = (direction: string, names: readonly string[]): string => `${direction} ${names.join(".")}`;
