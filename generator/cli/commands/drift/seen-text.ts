import type { AnswerEvidence, Votes } from "../../../drift/evidence.js";
import { quote, toVisibleLine, truncate } from "../../../base/text/quote.js";
import type { SeenShape, Share, ShopRelease, Sighting, ValueKind } from "../../../drift/seen-shape.js";

/** Says how often recordings have something, and in which events and shops. */
export function describeSighting(
  { bodies, events, shops }: Sighting,
  shown: ShownTraffic,
): readonly string[] {
  const named = events.map(({ event, ...share }) => `${event} ${formatShare(share)}`);
  const counted = shops.map((shop) => `${nameShop(shop, shown)}: ${formatShare(shop)}`);
  return [`in ${formatShare(bodies)} bodies`, `events: ${listSome(named)}`, `shops: ${listSome(counted)}`];
}

/** What a report shows of recordings. */
export interface ShownTraffic {
  /** True if the user edits the spec. */
  readonly isOwnSpec: boolean;
  /** The numbers of the shops, for a report that leaves the house; undefined to name them. */
  readonly shops: ReadonlyMap<string, number> | undefined;
}

const formatShare = ({ some, all }: Share): string => `${some} of ${all}`;

const mostListed = 10;

function listSome(items: readonly string[]): string {
  const more = items.length - mostListed;
  return more > 0 ? `${items.slice(0, mostListed).join(", ")} and ${more} more` : items.join(", ");
}

function nameShop({ shop, release, proved }: ShopRelease, { shops }: ShownTraffic): string {
  const known = shops
    ? `shop ${shops.get(shop)}`
    : shop === ""
      ? "a shop without a name"
      : toVisibleLine(truncate(shop, 80));
  if (release !== undefined) return `${known} (v${release})`;
  return proved === undefined ? known : `${known} (v${proved} or later)`;
}

/** `For: 13 (shop-12 9, cafe 4), against: 3 (bakery 3).` */
export function describeVotes({ answer, shops, ...counts }: AnswerEvidence, shown: ShownTraffic): string {
  const describe = (side: keyof Votes): string => {
    const own = shops.filter((each) => each[side] > 0);
    const named = own.map((each) => `${nameShop({ shop: each.shop }, shown)} ${each[side]}`);
    return `${counts[side]}${own.length > 0 ? ` (${listSome(named)})` : ""}`;
  };
  return `${answer} For: ${describe("for")}, against: ${describe("against")}.`;
}

/** One line for each part, from the outermost. */
export function describeShape(shape: SeenShape, subject: string): readonly string[] {
  const { path, seen, values, parts, items } = shape;
  const inside = [...parts, ...(items?.parts ?? [])].flatMap((each) => describeShape(each, subject));
  const named = values ? `: ${values.map(quote).join(", ")}` : "";
  const share = seen.objects.all === seen.bodies.all ? "" : `${formatShare(seen.objects)} objects, `;
  const isAlways = seen.objects.some === seen.objects.all && path !== subject;
  const place = isAlways ? "always" : `in ${share}${formatShare(seen.bodies)} bodies`;
  const start = path === subject ? "" : `${path}: `;
  return [`${start}${describeKinds(shape)}${named}, ${place}`, ...inside];
}

/** `string (uuid) 14 times, null 17 times` */
function describeKinds({ kinds, items, hasDataNames }: SeenShape): string {
  const counted = kinds.map(({ kind, times }) => {
    if (kind === "object" && hasDataNames) return "object with names that may be data";
    const name =
      kind === "array" && items ? `list of ${describeKinds(items) || "nothing"}` : (kindNames[kind] ?? kind);
    return kinds.length > 1 ? `${name} ${times === 1 ? "once" : `${times} times`}` : name;
  });
  return counted.join(", ");
}

const kindNames: Readonly<Partial<Record<ValueKind, string>>> = {
  uuid: "string (uuid)",
  date: "string (date)",
  "date-time": "string (date-time)",
  uri: "string (URL)",
  digits: "string of digits",
  empty: "empty string",
};
