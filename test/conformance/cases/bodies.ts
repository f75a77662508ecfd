import { gzipSync } from "node:zlib";
import { recognized, refusal, said } from "../answers.js";
import { alike, type Case, handled } from "../case.js";
import { canary, encoded, type Post, scan, withheld } from "../requests.js";
import type { Handler } from "../stage.js";

const MiB = 1024 * 1024;
const plain = JSON.stringify(scan());
const echoCode: Handler = ({ request }) => ({ message: [{ message: request.scanCode.scannedCode }] });
const withCode = (code: string): Post => ({ body: plain.replace(canary, () => code) });
const large = "€".repeat(300_000);

function scanOf(length: number): Post {
  const empty = JSON.stringify(scan({ filling: "" }));
  return { body: empty.replace('"filling":""', `"filling":"${"x".repeat(length - empty.length)}"`) };
}
const inChunks = (length: number): Post => ({ ...scanOf(length), framing: "chunked" });

const atOnce = "the whole body is there before the function is called";
const afterAll = { "lambda v1": atOnce, "lambda v2": atOnce, "lambda alb": atOnce };

export const bodyCases: readonly Case[] = [
  ...alike(refusal.notJson, {
    "rejects a byte that is not UTF-8": { body: Buffer.from('{"event":"é"}', "latin1") },
  }),
  ...alike(refusal.encoded, { "does not unpack a body": { body: gzipSync("{}"), ...encoded("gzip") } }),
  ...alike(recognized, {
    "takes line ends and indentation as they were signed": {
      body: JSON.stringify(scan(), null, 2).replaceAll("\n", "\r\n"),
    },
    "takes a byte order mark as part of what was signed": { body: `\ufeff${plain}` },
    "reads 1 MiB by default": scanOf(MiB),
  }),
  ...alike(refusal.tooLarge, { "rejects one byte more than 1 MiB, before it arrives": withheld(MiB + 1) }),
  ...alike(
    recognized,
    {
      "reads a body of exactly the limit": scanOf(4096),
      "reads a body in chunks of exactly the limit": inChunks(4096),
    },
    { setup: "up to 4 kB" },
  ),
  ...alike(
    refusal.tooLarge,
    {
      "rejects a body that is one byte too long": scanOf(4097),
      "rejects a body in chunks that is one byte too long": inChunks(4097),
      "counts bytes, not characters": { body: scan({ filling: "€".repeat(1300) }) },
      "rejects a body that is announced too long, before it arrives": withheld(10 * MiB),
    },
    { setup: "up to 4 kB" },
  ),
  ...alike(
    recognized,
    {
      "reads more than a framework's own limit": scanOf(2.5 * MiB),
      "reads more than a framework's own limit in chunks": inChunks(2.5 * MiB),
    },
    { setup: "up to 3 MB" },
  ),
  ...alike(
    refusal.tooSlow,
    { "does not wait without end for a body": withheld(100) },
    { setup: "short body timeout", not: afterAll },
  ),
  ...handled({
    "keeps text beyond ASCII": [echoCode, said("Crème 👩🏽‍🍳 €\u2028"), withCode("Crème 👩🏽‍🍳 €\u2028")],
    "keeps text beyond ASCII in chunks that cut its characters": [
      echoCode,
      said("€".repeat(500)),
      { ...withCode("€".repeat(500)), framing: "chunked" },
    ],
    "keeps half a surrogate pair escaped, so that the answer is UTF-8": [
      echoCode,
      said("a\ud800b"),
      withCode(String.raw`a\ud800b`),
    ],
    "sends the whole of a large answer": [() => ({ message: [{ message: large }] }), said(large)],
  }),
];
