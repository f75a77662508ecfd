import { answered, recognized, refusal } from "../answers.js";
import type { Case } from "../case.js";
import { post, scan } from "../requests.js";

const MiB = 1024 * 1024;
const atOnce = "its body is there, whole, before the function is called";

/** A scan of so many bytes. */
function scanOf(length: number): string {
  const empty = JSON.stringify(scan({ filling: "" }));
  return empty.replace('"filling":""', `"filling":"${"x".repeat(length - empty.length)}"`);
}

export const limitCases: readonly Case[] = [
  {
    name: "a body of exactly the limit is read",
    setup: "up to 4 kB",
    request: post({ body: scanOf(4096) }),
    answer: recognized,
  },
  {
    name: "a body in chunks of exactly the limit is read",
    setup: "up to 4 kB",
    request: post({ body: scanOf(4096), framing: "chunked" }),
    answer: recognized,
  },
  {
    name: "a body of one byte more is not",
    setup: "up to 4 kB",
    request: post({ body: scanOf(4097) }),
    answer: refusal.tooLarge(),
  },
  {
    name: "a body in chunks of one byte more is not",
    setup: "up to 4 kB",
    request: post({ body: scanOf(4097), framing: "chunked" }),
    answer: refusal.tooLarge(),
  },
  {
    name: "the limit counts bytes, not characters",
    setup: "up to 4 kB",
    request: post({ body: scan({ filling: "€".repeat(1300) }) }),
    answer: refusal.tooLarge(),
  },
  {
    name: "a body that is announced too large is refused before it comes",
    setup: "up to 4 kB",
    request: post({ framing: "withheld", headers: { "Content-Length": "10485760" } }),
    answer: refusal.tooLarge(),
  },
  {
    name: "a body that is announced beyond counting is refused before it comes",
    request: post({ framing: "withheld", headers: { "Content-Length": "9007199254740991" } }),
    answer: refusal.tooLarge(),
  },
  {
    name: "too large a body comes before an unknown sender",
    setup: "up to 4 kB",
    request: post({
      framing: "withheld",
      headers: { "Content-Length": "10485760", "X-Mplus-Subscription-Id": "shop-99" },
    }),
    answer: refusal.tooLarge(),
  },
  {
    name: "too large a body comes before a content encoding",
    setup: "up to 4 kB",
    request: post({
      framing: "withheld",
      headers: { "Content-Length": "10485760", "Content-Encoding": "gzip" },
    }),
    answer: refusal.tooLarge(),
  },
  {
    name: "the limit is 1 MiB unless another one is set",
    request: post({ body: scanOf(MiB) }),
    answer: recognized,
  },
  {
    name: "the limit is 1 MiB for chunks too",
    request: post({ body: scanOf(MiB), framing: "chunked" }),
    answer: recognized,
  },
  {
    name: "one byte more than 1 MiB is refused before it comes",
    request: post({ framing: "withheld", headers: { "Content-Length": String(MiB + 1) } }),
    answer: refusal.tooLarge(),
  },
  {
    name: "a framework's own limit does not cut in below a higher one",
    setup: "up to 3 MB",
    request: post({ body: scanOf(2.5 * MiB) }),
    answer: recognized,
  },
  {
    name: "a framework's own limit does not cut in below a higher one, for chunks",
    setup: "up to 3 MB",
    request: post({ body: scanOf(2.5 * MiB), framing: "chunked" }),
    answer: recognized,
  },
  {
    name: "a body that does not come is not waited for without end",
    setup: "short body timeout",
    request: post({ framing: "withheld", headers: { "Content-Length": "100" } }),
    answer: refusal.tooSlow(),
    not: { "lambda v1": atOnce, "lambda v2": atOnce, "lambda alb": atOnce },
  },
  {
    name: "a large answer is sent whole",
    request: post(),
    handler: () => ({ message: [{ message: "€".repeat(300_000) }] }),
    answer: answered({ message: [{ message: "€".repeat(300_000) }] }),
  },
];
