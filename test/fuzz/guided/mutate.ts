import { listOf, oneOf, type Draw } from "../../workbench/draw.js";

export interface Material {
  /** Newest last. It has not been varied yet, so it is the most promising. */
  readonly inputs: readonly Uint8Array[];
  /** Words that mean something to the code that reads the inputs. */
  readonly words: readonly Uint8Array[];
}

/** Longer inputs are truncated: they cost more than they find. */
const longest = 4000;

/** Varies an input with one or a few changes. Half of the time, it picks one of the four newest inputs. */
export function mutateOne(draw: Draw, material: Material): Uint8Array {
  const { inputs } = material;
  let bytes = oneOf(draw, oneOf(draw, [inputs, inputs.slice(-4)]));
  for (let left = oneOf(draw, [1, 1, 1, 2, 4]); left > 0; left--) {
    const [at, length, by] = oneOf(draw, changes)(draw, bytes, material);
    const changed = [...bytes.subarray(0, at), ...by, ...bytes.subarray(at + length)];
    bytes = Uint8Array.from(changed.slice(0, longest));
  }
  return bytes;
}

type Change = readonly [at: number, length: number, by: Iterable<number>];

const changes: readonly ((draw: Draw, bytes: Uint8Array, material: Material) => Change)[] = [
  // Replace a byte; flip a bit.
  (draw, bytes) => [drawPlace(draw, bytes), 1, [draw.below(256)]],
  (draw, bytes) => {
    const at = drawPlace(draw, bytes);
    return [at, 1, [(bytes[at] ?? 0) ^ (1 << draw.below(8))]];
  },
  // Insert, remove and repeat bytes.
  (draw, bytes) => [drawPlace(draw, bytes), 0, listOf(draw, 1, 4, () => draw.below(256))],
  (draw, bytes) => [drawPlace(draw, bytes), drawPart(draw, bytes).length, []],
  (draw, bytes) => {
    const part = drawPart(draw, bytes);
    return [drawPlace(draw, bytes), 0, listOf(draw, 1, 8, () => [...part]).flat()];
  },
  // Insert a part of another input.
  (draw, bytes, { inputs }) => {
    const part = drawPart(draw, oneOf(draw, inputs));
    return [drawPlace(draw, bytes), oneOf(draw, [0, part.length]), part];
  },
  // Insert a word; replace a word.
  (draw, bytes, { words }) => [drawPlace(draw, bytes), 0, oneOf(draw, words)],
  (draw, bytes, { words }) => {
    const old = oneOf(draw, words);
    const at = Buffer.from(bytes).indexOf(old, drawPlace(draw, bytes));
    return at < 0 ? [0, 0, []] : [at, old.length, oneOf(draw, words)];
  },
];

const drawPlace = (draw: Draw, { length }: Uint8Array): number => draw.below(length + 1);

function drawPart(draw: Draw, bytes: Uint8Array): Uint8Array {
  const at = drawPlace(draw, bytes);
  return bytes.subarray(at, at + 1 + draw.below(oneOf(draw, [4, 16, bytes.length + 1])));
}
