import { formatRelease } from "../base/time/release.js";
import { errorRequestName } from "../contract/read/files.js";
import { groupBy } from "../contract/read/values.js";
import { nameSubject, type SourcePlace } from "./source-content.js";
import {
  hasDataNames,
  itemsName,
  maxTexts,
  type Counts,
  type SeenHolder,
  type SeenPart,
  type Shop,
  type Tally,
} from "./tally.js";
import type { SeenShape, Share, ShopRelease, Sighting } from "./seen-shape.js";
import { unlisted } from "./value-kinds.js";

/** Compares two counts. Shops and events without any of it count too, but not error requests. */
export function toSighting(some: Counts, all: Counts): Sighting {
  const possible = [...all]
    .filter(([event]) => event !== errorRequestName || some.has(event))
    .flatMap(([event, shops]) => [...shops].map(([shop, of]) => ({ event, shop, of })));
  const rows = possible.map((row) => ({ ...row, has: some.get(row.event)?.get(row.shop) }));
  const share = (of: readonly (typeof rows)[number][], name: "bodies" | "times"): Share => ({
    some: addUp(of, ({ has }) => has?.[name]),
    all: addUp(of, (row) => row.of[name]),
  });
  return {
    bodies: share(rows, "bodies"),
    objects: share(rows, "times"),
    events: [
      ...groupBy(
        rows.filter(({ event }) => some.has(event)),
        ({ event }) => event,
      ),
    ].map(([event, of]) => ({
      event,
      ...share(of, "bodies"),
    })),
    shops: [...groupBy(rows, ({ shop }) => shop.id).values()].map((of) => ({
      ...toShop(of[0].shop),
      ...share(of, "bodies"),
    })),
  };
}

const addUp = <Row>(rows: readonly Row[], count: (row: Row) => number | undefined): number =>
  rows.reduce((sum, row) => sum + (count(row) ?? 0), 0);

const toShop = ({ id, release, proved }: Shop): ShopRelease => ({
  shop: id,
  release: release && formatRelease(release),
  proved: proved && formatRelease(proved),
});

/** Of the first body that was counted. */
export const findPlace = (counts: Counts): SourcePlace | undefined =>
  [...counts.values()].flatMap((shops) => [...shops.values()])[0]?.place;

const countAll = (counts: Counts): number =>
  addUp(
    [...counts.values()].flatMap((shops) => [...shops.values()]),
    ({ times }) => times,
  );

export function toShape(part: SeenPart, all: Counts, tally: Tally): SeenShape {
  const { side, path, kinds, counts } = part;
  const items = tally.seen.get(nameSubject({ side, path: `${path}[]` }));
  const inside = [...tally.seen.values()].filter(
    ({ holder, name }) =>
      holder.side === side && holder.path === path && name !== itemsName && !hasDataNames(holder),
  );
  return {
    path,
    kinds: [...kinds].map(([kind, of]) => ({ kind, times: countAll(of) })),
    values: listValues(part),
    hasDataNames: isMadeOfData(tally.holders.get(nameSubject({ side, path }))),
    seen: toSighting(counts, all),
    items: items && toShape(items, items.counts, tally),
    parts: inside.map((each) => toShape(each, each.holder.counts, tally)),
  };
}

/** True if some of its names may be data. */
export const isMadeOfData = (holder: SeenHolder | undefined): boolean =>
  holder !== undefined && (holder.strange.size > 0 || hasDataNames(holder));

/** Undefined unless the part's texts are few and each repeats, as the values of an enum do. */
export function listValues({ texts, kinds, faults }: SeenPart): readonly string[] | undefined {
  const all = faults.get(unlisted) ?? kinds.get("string") ?? new Map<string, never>();
  const times = [...texts.values()];
  // Long texts, and those of redacted recordings, are not kept.
  const isSet = addUp(times, (each) => each) === countAll(all) && texts.size <= maxTexts;
  return isSet && texts.size > 0 && times.every((each) => each > 1) ? [...texts.keys()].sort() : undefined;
}
