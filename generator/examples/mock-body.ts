import type { Album } from "../lattice/album.js";
import type { Direction } from "../model/model.js";
import { joinPointer } from "../spec/pointer.js";
import type { EventView, View } from "../view/view.js";
import { createChance } from "./chance.js";
import { fillObject } from "./fill.js";
import { collectKnownValues } from "./known-values.js";
import { createNewestFinder } from "./newest-event.js";
import { createMockFilling, type MockSize } from "./mock-filling.js";

export interface MockOptions {
  readonly side: Direction;
  readonly size: MockSize;
  readonly seed: number;
  /** Whether 64-bit integers may be ones that a number cannot hold: those are bigints. */
  readonly large: boolean;
}

/** Makes up bodies that go over the wire for the events of a view. */
type Mocker = (event: EventView, options: MockOptions) => object;

/**
 * Creates what makes up bodies: a request as the newest release of the fleet that has the event sends it, or an answer that
 * every shop of the fleet takes. Pure: the same seed makes the same body.
 */
export function createMocker(view: View, album: Album): Mocker {
  const known = collectKnownValues(album);
  const findSent = createNewestFinder(view, album);
  return (event, { side, size, seed, large }) => {
    const mocking = { size, large, known, chance: createChance(seed), items: 3 };
    const request = fillObject(findSent(event).event.request, createMockFilling(mocking));
    if (side === "request") return request;
    const given = new Map(
      event.echoes.map(({ object, property }) => [
        joinPointer("", object, property),
        readAt(request, [object, property]),
      ]),
    );
    return fillObject(event.response, createMockFilling({ ...mocking, given }));
  };
}

const readAt = (value: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (part, name) =>
      typeof part === "object" && part !== null ? (part as Record<string, unknown>)[name] : undefined,
    value,
  );
