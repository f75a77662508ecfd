import { answered, recognized, refusal } from "../answers.js";
import { alike, alikeIn, handled, type Case } from "../case.js";
import { type Post, scan, withheld } from "../requests.js";

const MiB = 1024 * 1024;
const atOnce = "its body is there, whole, before the function is called";

function scanOf(length: number): Post {
  const empty = JSON.stringify(scan({ filling: "" }));
  return { body: empty.replace('"filling":""', `"filling":"${"x".repeat(length - empty.length)}"`) };
}
const chunked = { framing: "chunked" } as const;
const large = { message: [{ message: "€".repeat(300_000) }] };

export const limitCases: readonly Case[] = [
  ...alikeIn("up to 4 kB", recognized, {
    "a body of exactly the limit is read": scanOf(4096),
    "a body in chunks of exactly the limit is read": { ...scanOf(4096), ...chunked },
  }),
  ...alikeIn("up to 4 kB", refusal.tooLarge(), {
    "a body of one byte more is not": scanOf(4097),
    "a body in chunks of one byte more is not": { ...scanOf(4097), ...chunked },
    "the limit counts bytes, not characters": { body: scan({ filling: "€".repeat(1300) }) },
    "a body that is announced too large is refused before it comes": withheld(10 * MiB),
  }),
  ...alike(recognized, {
    "the limit is 1 MiB unless another one is set": scanOf(MiB),
    "the limit is 1 MiB for chunks too": { ...scanOf(MiB), ...chunked },
  }),
  ...alike(refusal.tooLarge(), {
    "one byte more than 1 MiB is refused before it comes": withheld(MiB + 1),
    "a body that is announced beyond counting is refused before it comes": withheld(Number.MAX_SAFE_INTEGER),
  }),
  ...alikeIn("up to 3 MB", recognized, {
    "a framework's own limit does not cut in below a higher one": scanOf(2.5 * MiB),
    "a framework's own limit does not cut in below a higher one, for chunks": {
      ...scanOf(2.5 * MiB),
      ...chunked,
    },
  }),
  ...alikeIn("short body timeout", refusal.tooSlow(), {
    "a body that does not come is not waited for without end": withheld(100),
  }).map((each) => ({ ...each, not: { "lambda v1": atOnce, "lambda v2": atOnce, "lambda alb": atOnce } })),
  ...handled({ "a large answer is sent whole": [() => large, answered(large)] }),
];
