import { canary, eventOf, scan } from "../../conformance/requests.js";
import { happens, listOf, oneOf, type Draw } from "../../workbench/draw.js";
import { mutate } from "../signatures/signatures.js";

/** Draws a body: valid, slightly wrong, or anything else. Most are scans. */
export function drawBody(draw: Draw): string | Uint8Array {
  const kinds: readonly (() => string | Uint8Array)[] = [
    () => JSON.stringify(drawScan(draw)),
    () => JSON.stringify(drawScan(draw)),
    () => JSON.stringify(changeSomewhere(draw, drawScan(draw))),
    () => mutate(draw, JSON.stringify(drawScan(draw))),
    () => changeByte(draw, Buffer.from(JSON.stringify(drawScan(draw)))),
    () => JSON.stringify({ error: { code: "INVALID_DATA", message: canary }, original: drawScan(draw) }),
    () => JSON.stringify(drawValue(draw, 4)),
    () => Uint8Array.from(listOf(draw, 0, 300, () => draw.below(256))),
    () => oneOf(draw, odd),
  ];
  return oneOf(draw, kinds)();
}

const odd = [
  ...["", " ", "{}", "[]", "null", "{", '{"event":', "[".repeat(5000), '{"a":'.repeat(5000), "\ufeff{}"],
];

function drawScan(draw: Draw): object {
  const counter = { eventCounter: draw.below(1_000_000) };
  return happens(draw, 10) ? eventOf({}, counter) : scan({}, counter);
}

function changeSomewhere(draw: Draw, value: unknown): unknown {
  if (typeof value !== "object" || value === null || happens(draw, 25)) return drawValue(draw, 2);
  const entries = Object.entries(value);
  if (happens(draw, 10) || entries.length === 0) {
    return Object.fromEntries([...entries, [oneOf(draw, names), drawValue(draw, 2)]]);
  }
  const at = draw.below(entries.length);
  const isLeftOut = happens(draw, 10);
  return Object.fromEntries(
    entries
      .filter((_entry, index) => index !== at || !isLeftOut)
      .map(([name, part], index) => [name, index === at ? changeSomewhere(draw, part) : part]),
  );
}

const names = ["event", "error", "__proto__", "constructor", "toString", "toJSON", "then", "", "é", "length"];

const leaves = [
  ...[null, true, false, 0, -1, 1e400, 0.1, 2 ** 53],
  ...["", "x", "\ud800", "\u2028", canary, "<script>"],
];

function drawValue(draw: Draw, depth: number): unknown {
  if (depth === 0 || happens(draw, 50)) return leaves[draw.below(leaves.length)];
  const parts = listOf(draw, 0, 4, () => drawValue(draw, depth - 1));
  return happens(draw, 50) ? parts : Object.fromEntries(parts.map((part) => [oneOf(draw, names), part]));
}

function changeByte(draw: Draw, bytes: Uint8Array): Uint8Array {
  bytes[draw.below(bytes.length)] = draw.below(256);
  return bytes;
}
