import { recognized, refusal, said } from "../answers.js";
import { alike, type Case, handled } from "../case.js";
import { canary, type Post, scan } from "../requests.js";
import type { Handler } from "../stage.js";

const plain = JSON.stringify(scan());
const echoCode: Handler = ({ request }) => ({ message: [{ message: request.scanCode.scannedCode }] });
const withCode = (code: string): Post => ({ body: plain.replace(canary, () => code) });

export const bodyCases: readonly Case[] = [
  ...alike(refusal.notJson, {
    "rejects half a JSON object": { body: '{"event":' },
    "rejects a form that claims to be JSON": { body: "event=scanCode" },
    "rejects a byte that is not UTF-8": { body: Buffer.from('{"event":"é"}', "latin1") },
    "rejects an empty body without a length": { body: "", headers: { "Content-Length": null } },
    "rejects an empty body with a length of 0": { body: "", headers: { "Content-Length": "0" } },
    "rejects an empty body in chunks": { body: "", framing: "chunked" },
  }),
  ...alike(recognized, {
    "takes line ends and indentation as they were signed": {
      body: JSON.stringify(scan(), null, 2).replaceAll("\n", "\r\n"),
    },
    "takes a byte order mark as part of what was signed": { body: `\ufeff${plain}` },
  }),
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
  }),
];
