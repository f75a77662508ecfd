import { recognized, refusal } from "../answers.js";
import { alike, type Case } from "../case.js";
import { post, scan, signedWith } from "../requests.js";
import { listSpellings } from "../../workbench/spellings.js";
import { signatureOf } from "../signature.js";

const body = JSON.stringify(scan());
const good = signatureOf(body);
/** HTTP libraries may decode these as the right signature. */
const beyondAscii = listSpellings(good).filter(
  (each) => /^[!-~\u0080-\uffff]+$/.test(each) && /[^!-~]/.test(each),
);

export const signatureCases: readonly Case[] = [
  ...alike(recognized, {
    "takes the right signature": { body },
    "takes white space around the signature, which HTTP ignores": { body, ...signedWith(` \t${good} `) },
  }),
  ...alike(refusal.wrongSignature, {
    "rejects a signature of other bytes": { body, ...signedWith(signatureOf(`${body}\n`)) },
    ...Object.fromEntries(
      beyondAscii.map((each) => [
        `rejects the signature ${JSON.stringify(each)}`,
        { body, ...signedWith(each) },
      ]),
    ),
    "rejects a signature with a tab inside": {
      body,
      ...signedWith(`${good.slice(0, 10)}\t${good.slice(10)}`),
    },
    "rejects two signatures, even if both are right": { body, ...signedWith([good, good]) },
    "rejects two signatures, even if the first is right": { body, ...signedWith([good, signatureOf("")]) },
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
  ...alike(refusal.noSignature, {
    "rejects a missing signature": signedWith(null),
    "rejects an empty signature": signedWith(""),
    "rejects a signature of spaces": signedWith("   "),
  }),
];
