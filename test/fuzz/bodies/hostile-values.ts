const repeat = (text: string, times: number): string => text.repeat(times);
const text = (content: string): string => `"${content}"`;
const listOf = (item: string, times: number): string => `[${repeat(`${item},`, times - 1)}${item}]`;

/** JSON of up to a megabyte. It is cheap to send, and has slowed or crashed some part of a receiver. */
export const hostileValues: Readonly<Record<string, string>> = {
  "arrays 100 000 deep": repeat("[", 100_000) + repeat("]", 100_000),
  "arrays 500 000 deep": repeat("[", 500_000) + repeat("]", 500_000),
  "objects named event 80 000 deep": `${repeat('{"event":', 80_000)}1${repeat("}", 80_000)}`,
  "250 000 arrays": listOf("[]", 250_000),
  "300 000 objects": listOf("{}", 300_000),
  "500 000 numbers": listOf("0", 500_000),
  "60 000 large integers": listOf("9007199254740993", 60_000),
  "80 000 names": `{${Array.from({ length: 80_000 }, (_, index) => `"${index}":0`).join()}}`,
  "150 000 times one name": `{${listOf('"a":0', 150_000).slice(1, -1)}}`,
  "prototypes 60 000 deep": `${repeat('{"__proto__":', 60_000)}1${repeat("}", 60_000)}`,
  "a million digits": repeat("9", 1_000_000),
  "a million digits behind the point": `0.${repeat("1", 1_000_000)}`,
  "a million digits of an exponent": `1e${repeat("9", 1_000_000)}`,
  "a text of a million letters": text(repeat("a", 1_000_000)),
  "a text of a million spaces": text(repeat(" ", 1_000_000)),
  "a text of 250 000 emoji": text(repeat("😀", 250_000)),
  "a text of 160 000 half characters": text(repeat("\\ud800", 160_000)),
  "a text of 500 000 quotes": text(repeat('\\"', 500_000)),
  "a moment with a million digits": text(`2026-11-20T10:15:00.${repeat("0", 1_000_000)}+01:00`),
  "28 000 UUIDs": text(repeat("0f8fad5b-d9cb-469f-a165-70867728950e", 28_000)),
  "an address of a million letters": text(`https://${repeat("a", 1_000_000)}`),
  "an address of a million slashes": text(`https:${repeat("/", 1_000_000)} `),
  "an address of 300 000 escapes": text(`https://x/${repeat("%41", 300_000)}%`),
  "an address of half a million @": text(`https://${repeat("a@", 500_000)} `),
  "an address of a million ? and #": text(`https://x?${repeat("?", 500_000)}#${repeat("?", 400_000)}#`),
};
