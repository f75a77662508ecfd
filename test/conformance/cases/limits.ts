import { recognized, refusal, said } from "../answers.js";
import { alike, type Case, except, handled } from "../case.js";
import { type Post, scan, withheld } from "../requests.js";

const MiB = 1024 * 1024;
const atOnce = "the whole body is there before the function is called";

function scanOf(length: number): Post {
  const empty = JSON.stringify(scan({ filling: "" }));
  return { body: empty.replace('"filling":""', `"filling":"${"x".repeat(length - empty.length)}"`) };
}
const inChunks = (length: number): Post => ({ ...scanOf(length), framing: "chunked" });
const large = "€".repeat(300_000);

const bodyTimeout = alike(
  refusal.tooSlow,
  { "does not wait without end for a body": withheld(100) },
  "short body timeout",
);

export const limitCases: readonly Case[] = [
  ...alike(
    recognized,
    {
      "reads a body of exactly the limit": scanOf(4096),
      "reads a body in chunks of exactly the limit": inChunks(4096),
    },
    "up to 4 kB",
  ),
  ...alike(
    refusal.tooLarge,
    {
      "rejects a body that is one byte too long": scanOf(4097),
      "rejects a body in chunks that is one byte too long": inChunks(4097),
      "counts bytes, not characters": { body: scan({ filling: "€".repeat(1300) }) },
      "rejects a body that is announced too long, before it arrives": withheld(10 * MiB),
    },
    "up to 4 kB",
  ),
  ...alike(recognized, { "reads 1 MiB by default": scanOf(MiB) }),
  ...alike(refusal.tooLarge, { "rejects one byte more than 1 MiB, before it arrives": withheld(MiB + 1) }),
  ...alike(
    recognized,
    {
      "reads more than a framework's own limit": scanOf(2.5 * MiB),
      "reads more than a framework's own limit in chunks": inChunks(2.5 * MiB),
    },
    "up to 3 MB",
  ),
  ...except({ "lambda v1": atOnce, "lambda v2": atOnce, "lambda alb": atOnce }, bodyTimeout),
  ...handled({
    "sends the whole of a large answer": [() => ({ message: [{ message: large }] }), said(large)],
  }),
];
