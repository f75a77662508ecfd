import { answered, recognized, refusal, refused } from "../answers.js";
import { alike, alikeIn, type Case } from "../case.js";
import { canary, post, scan, signedWith } from "../requests.js";
import { nextSecret, otherSecret, secret, signatureOf } from "../signature.js";

/** Its signature contains both characters that differ in URL-safe base64. */
const body = JSON.stringify(findBody());
const good = signatureOf(body);

function findBody(): object {
  for (let counter = 1; ; counter += 1) {
    const candidate = scan({}, { eventCounter: counter });
    const signature = signatureOf(JSON.stringify(candidate));
    if (signature.includes("+") && signature.includes("/")) return candidate;
  }
}

/** Spellings that base64 decoders or HTTP may treat as equal. Only one is accepted. */
const spellings: Readonly<Record<string, string>> = {
  "without its padding": good.slice(0, -1),
  "with two paddings": `${good}=`,
  "in the letters of URLs": good.replaceAll("+", "-").replaceAll("/", "_"),
  "with stray marks inside": `${good.slice(0, 10)}!!!${good.slice(10)}`,
  "with SQL after it": `${good}; DROP TABLE shops`,
  "with a tab inside": `${good.slice(0, 10)}\t${good.slice(10)}`,
  "with an emoji after it": `${good}😀`,
  "with a look-alike letter": `${good.slice(0, 42)}${String.fromCodePoint(good.charCodeAt(42) + 0x100)}=`,
  "in quotes": `"${good}"`,
  "with a comma after it": `${good},`,
  "behind the name of the algorithm": `sha256=${good}`,
  "encoded as in a URL": encodeURIComponent(good),
  "of 6 kB": good.repeat(140),
  "made with the text of the secret as the key": signatureOf(body, Buffer.from(secret).toString("base64")),
  "made with another shop's secret": signatureOf(body, otherSecret),
  "of the same body with a line's end": signatureOf(`${body}\n`),
};

const changed: Readonly<Record<string, string>> = {
  "a byte that was changed": body.replace(canary, canary.replace("8", "9")),
  "a byte that was added": `${body} `,
  "a byte that was taken away": body.slice(0, -1),
};

const wrong = "wrong";
const none = { "X-Mplus-Signature": null };

export const signatureCases: readonly Case[] = [
  ...alike(recognized, {
    "one spelling of a signature is right": { body },
    "white space around a header is no part of it, so HTTP says": { body, ...signedWith(` \t${good} `) },
  }),
  ...Object.entries(spellings).flatMap(([name, spelling]) =>
    alike(refusal.wrongSignature(), {
      [`a signature ${name} is refused`]: { body, ...signedWith(spelling) },
    }),
  ),
  ...Object.entries(changed).map(([name, sent]): Case => ({
    name: `${name} is noticed`,
    request: { ...post({ body }), body: Buffer.from(sent) },
    answer: refusal.wrongSignature(),
  })),
  ...alike(refusal.noSignature(), {
    "a missing signature is told from a wrong one": { headers: none },
    "an empty signature is a missing one": signedWith(""),
    "a signature of spaces is a missing one": signedWith("   "),
    "a signature in another header is none": { body, headers: { ...none, "X-Signature": good } },
  }),
  ...alike(refusal.wrongSignature(), {
    "two signatures are refused, though both are right": { body, ...signedWith([good, good]) },
    "two signatures are refused, though the first is right": { body, ...signedWith([good, signatureOf("")]) },
    "two signatures are refused, though the second is right": { body, ...signedWith([wrong, good]) },
    "two signatures in two spellings of the header are refused": {
      body,
      headers: { "X-Mplus-Signature": good, "x-mplus-signature": good },
    },
  }),
  ...alike(refusal.notJson(), {
    "the vendor's vector holds: its body is no JSON": {
      body: "test",
      ...signedWith("EBFFIb5qPH/teEFmjtwcIj6h80cl+X1DUy62D46tnu8="),
    },
  }),
  ...alike(refused("INVALID_DATA", '/event: "event" is missing.'), {
    "the vector of a text beyond ASCII holds: it lacks an event": {
      body: '{"text":"Crème brûlée €"}',
      ...signedWith("oMdwwddVrOB3PSYC9uOG2aET/a2co7NpKVJBiwoXAMA="),
    },
  }),
  ...alikeIn("rotating", answered(recognized.body, { key: nextSecret }), {
    "while keys rotate the new secret is taken, and signs": { key: nextSecret },
    "while keys rotate the old secret is taken, and the new one signs": { key: secret },
  }),
  ...alikeIn("rotating", refusal.wrongSignature(), {
    "while keys rotate a third secret is refused, and nothing is signed": { key: otherSecret },
  }),
];
