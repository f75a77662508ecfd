import { recognized, refusal } from "../answers.js";
import { alike, type Case } from "../case.js";
import { post, type Post, scan, signedWith } from "../requests.js";
import { listSpellings } from "../../workbench/spellings.js";
import { signatureOf } from "../signature.js";

const body = JSON.stringify(scan());
const good = signatureOf(body);
const signedAs = (...values: readonly string[]): Post => ({ body, ...signedWith(values) });

/** HTTP libraries may decode these as the right signature. */
const beyondAscii = listSpellings(good).filter(
  (each) => /^[!-~\u0080-\uffff]+$/.test(each) && /[^!-~]/.test(each),
);

export const signatureCases: readonly Case[] = [
  ...alike(recognized, {
    "takes the right signature": { body },
    "takes white space around the signature, which HTTP ignores": signedAs(` \t${good} `),
    "takes names of headers in upper case": {
      body,
      headers: {
        "X-MPLUS-SUBSCRIPTION-ID": "shop-12",
        "X-MPLUS-SIGNATURE": good,
        "CONTENT-TYPE": "application/json",
      },
    },
  }),
  ...alike(refusal.wrongSignature, {
    "rejects a signature of other bytes": signedAs(signatureOf(`${body}\n`)),
    ...Object.fromEntries(
      beyondAscii.map((each) => [`rejects the signature ${JSON.stringify(each)}`, signedAs(each)]),
    ),
    "rejects a signature with a tab inside": signedAs(`${good.slice(0, 10)}\t${good.slice(10)}`),
    "rejects two signatures, even if both are right": signedAs(good, good),
    "rejects two signatures, even if the first is right": signedAs(good, signatureOf("")),
    "rejects two signatures in two spellings of the header": {
      body,
      headers: { "X-Mplus-Signature": good, "x-mplus-signature": good },
    },
  }),
  {
    name: "rejects a body with a byte more than what was signed",
    request: { ...post({ body }), body: Buffer.from(`${body} `) },
    answer: refusal.wrongSignature,
  },
];
