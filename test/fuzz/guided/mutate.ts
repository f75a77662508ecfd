import { listOf, oneOf, type Draw } from "../../workbench/draw.js";

/** What inputs are made from. */
export interface Material {
  /** The newest one last: it has not been changed yet, and leads on. */
  readonly inputs: readonly Uint8Array[];
  /** Words that mean something to whoever reads the inputs. */
  readonly words: readonly Uint8Array[];
}

/** Longer inputs are cut: they cost more than they show. */
const longest = 4000;

/** One of the inputs, every other time a new one, with a few changes, most often a single one. */
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

/** Where a change begins, how many bytes it takes away, and what comes instead. */
type Change = readonly [at: number, length: number, by: Iterable<number>];

const changes: readonly ((draw: Draw, bytes: Uint8Array, material: Material) => Change)[] = [
  // Another byte, and another bit.
  (draw, bytes) => [drawPlace(draw, bytes), 1, [draw.below(256)]],
  (draw, bytes) => {
    const at = drawPlace(draw, bytes);
    return [at, 1, [(bytes[at] ?? 0) ^ (1 << draw.below(8))]];
  },
  // More bytes, fewer, and some of them again and again.
  (draw, bytes) => [drawPlace(draw, bytes), 0, listOf(draw, 1, 4, () => draw.below(256))],
  (draw, bytes) => [drawPlace(draw, bytes), drawPart(draw, bytes).length, []],
  (draw, bytes) => {
    const part = drawPart(draw, bytes);
    return [drawPlace(draw, bytes), 0, listOf(draw, 1, 8, () => [...part]).flat()];
  },
  // A part of another input.
  (draw, bytes, { inputs }) => {
    const part = drawPart(draw, oneOf(draw, inputs));
    return [drawPlace(draw, bytes), oneOf(draw, [0, part.length]), part];
  },
  // A word more, and a word for another.
  (draw, bytes, { words }) => [drawPlace(draw, bytes), 0, oneOf(draw, words)],
  (draw, bytes, { words }) => {
    const old = oneOf(draw, words);
    const at = Buffer.from(bytes).indexOf(old, drawPlace(draw, bytes));
    return at < 0 ? [0, 0, []] : [at, old.length, oneOf(draw, words)];
  },
];

const drawPlace = (draw: Draw, { length }: Uint8Array): number => draw.below(length + 1);

/** A short part, mostly. */
function drawPart(draw: Draw, bytes: Uint8Array): Uint8Array {
  const at = drawPlace(draw, bytes);
  return bytes.subarray(at, at + 1 + draw.below(oneOf(draw, [4, 16, bytes.length + 1])));
}
