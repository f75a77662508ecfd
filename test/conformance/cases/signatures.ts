import { answered, recognized, refusal, refused } from "../answers.js";
import type { Case } from "../case.js";
import { canary, post, scan } from "../requests.js";
import { nextSecret, otherSecret, secret, signatureOf } from "../signature.js";

/** A body whose signature holds both characters that URL-safe base64 spells in another way. */
const body = JSON.stringify(findBody());
const good = signatureOf(body);

function findBody(): object {
  for (let counter = 1; ; counter += 1) {
    const candidate = scan({}, { eventCounter: counter });
    const signature = signatureOf(JSON.stringify(candidate));
    if (signature.includes("+") && signature.includes("/")) return candidate;
  }
}

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** Another last letter for the same bytes: two of its bits say nothing. */
function withPadBits(bits: number): string {
  const last = alphabet.indexOf(good.charAt(42));
  return `${good.slice(0, 42)}${alphabet.charAt(last + bits)}=`;
}

/** Of these, decoders of base64 take most for the good one. Here one spelling is right. */
const spellings: Readonly<Record<string, string>> = {
  "without its padding": good.slice(0, -1),
  "with two paddings": `${good}=`,
  "with three paddings": `${good}==`,
  "with padding inside": `${good.slice(0, 20)}=${good.slice(20)}`,
  "with padding first": `=${good}`,
  "with another last letter for the same bytes": withPadBits(1),
  "with a second other last letter": withPadBits(2),
  "with a third other last letter": withPadBits(3),
  "in the letters of URLs": good.replaceAll("+", "-").replaceAll("/", "_"),
  "with a stray mark after it": `${good}!`,
  "with stray marks inside": `${good.slice(0, 10)}!!!${good.slice(10)}`,
  "with a stray mark before it": `!${good}`,
  "with more base64 after it": `${good}AAAA`,
  "with SQL after it": `${good}; DROP TABLE shops`,
  "with a space inside": `${good.slice(0, 10)} ${good.slice(10)}`,
  "with a tab inside": `${good.slice(0, 10)}\t${good.slice(10)}`,
  "with a letter of Latin-1 after it": `${good}é`,
  "with a letter of Latin-1 inside": `${good.slice(0, 10)}é${good.slice(10)}`,
  "with an emoji after it": `${good}😀`,
  "with a look-alike letter": `${good.slice(0, 42)}${String.fromCodePoint(good.charCodeAt(42) + 0x100)}=`,
  "in quotes": `"${good}"`,
  "with a comma after it": `${good},`,
  "behind the name of the algorithm": `sha256=${good}`,
  "behind a version": `v1,${good}`,
  "behind a scheme": `Bearer ${good}`,
  "in hexadecimal": Buffer.from(good, "base64").toString("hex"),
  "in upper case": good.toUpperCase(),
  "in lower case": good.toLowerCase(),
  "with two letters swapped": `${good.slice(0, 5)}${good.charAt(6)}${good.charAt(5)}${good.slice(7)}`,
  "encoded as in a URL": encodeURIComponent(good),
  "encoded twice": Buffer.from(good).toString("base64"),
  "cut in half": good.slice(0, 22),
  "of 43 marks": "!".repeat(43) + "=",
  "of nothing but emoji": "😀".repeat(11),
  "of 32 zero bytes": Buffer.alloc(32).toString("base64"),
  "of 6 kB": good.repeat(140),
  "that is the word undefined": "undefined",
  "that is the word null": "null",
  "that is the word true": "true",
  "that is an object's name": "[object Object]",
};

const others: Readonly<Record<string, string>> = {
  "made with the text of the secret as the key": signatureOf(body, Buffer.from(secret).toString("base64")),
  "made with another shop's secret": signatureOf(body, otherSecret),
  "made with an empty key": signatureOf(body, ""),
  "of an empty body": signatureOf(""),
  "of the same JSON, indented": signatureOf(JSON.stringify(findBody(), null, 2)),
  "of the same body with a line's end": signatureOf(`${body}\n`),
};

export const signatureCases: readonly Case[] = [
  {
    name: "one spelling of a signature is right",
    request: post({ body }),
    answer: recognized,
  },
  ...Object.entries(spellings).map(([name, spelling]): Case => ({
    name: `a signature ${name} is refused`,
    request: post({ body, headers: { "X-Mplus-Signature": spelling } }),
    answer: refusal.wrongSignature(),
  })),
  ...Object.entries(others).map(([name, signature]): Case => ({
    name: `a signature ${name} is refused`,
    request: post({ body, headers: { "X-Mplus-Signature": signature } }),
    answer: refusal.wrongSignature(),
  })),
  {
    name: "white space around a header is no part of it, so HTTP says",
    request: post({ body, headers: { "X-Mplus-Signature": ` \t${good} ` } }),
    answer: recognized,
  },
  {
    name: "a missing signature is told from a wrong one",
    request: post({ headers: { "X-Mplus-Signature": null } }),
    answer: refusal.noSignature(),
  },
  {
    name: "an empty signature is a missing one",
    request: post({ headers: { "X-Mplus-Signature": "" } }),
    answer: refusal.noSignature(),
  },
  {
    name: "a signature of spaces is a missing one",
    request: post({ headers: { "X-Mplus-Signature": "   " } }),
    answer: refusal.noSignature(),
  },
  {
    name: "two signatures are refused, though both are right",
    request: post({ body, headers: { "X-Mplus-Signature": [good, good] } }),
    answer: refusal.wrongSignature(),
  },
  {
    name: "two signatures are refused, though the first is right",
    request: post({ body, headers: { "X-Mplus-Signature": [good, signatureOf("")] } }),
    answer: refusal.wrongSignature(),
  },
  {
    name: "two signatures are refused, though the second is right",
    request: post({ body, headers: { "X-Mplus-Signature": ["wrong", good] } }),
    answer: refusal.wrongSignature(),
  },
  {
    name: "two signatures in two spellings of the header are refused",
    request: post({
      body,
      headers: { "X-Mplus-Signature": good, "x-mplus-signature": good },
    }),
    answer: refusal.wrongSignature(),
  },
  {
    name: "a signature in another header is none",
    request: post({ body, headers: { "X-Mplus-Signature": null, "X-Signature": good } }),
    answer: refusal.noSignature(),
  },
  {
    name: "a byte that was changed is noticed",
    request: {
      ...post({ body }),
      body: Buffer.from(body.replace(canary, canary.replace("8", "9"))),
    },
    answer: refusal.wrongSignature(),
  },
  {
    name: "a byte that was added is noticed",
    request: { ...post({ body }), body: Buffer.from(`${body} `) },
    answer: refusal.wrongSignature(),
  },
  {
    name: "a byte that was taken away is noticed",
    request: { ...post({ body }), body: Buffer.from(body.slice(0, -1)) },
    answer: refusal.wrongSignature(),
  },
  {
    name: "two bodies that are the same once decoded have signatures of their own",
    request: {
      ...post({ body: Buffer.from([0x7b, 0xff, 0x7d]) }),
      body: Buffer.from([0x7b, 0xfe, 0x7d]),
    },
    answer: refusal.wrongSignature(),
  },
  {
    name: "a wrong signature comes before a wrong content type",
    request: post({ headers: { "X-Mplus-Signature": "wrong", "Content-Type": "text/plain" } }),
    answer: refusal.wrongSignature(),
  },
  {
    name: "a wrong signature comes before a body that is not JSON",
    request: post({ body: "{", headers: { "X-Mplus-Signature": "wrong" } }),
    answer: refusal.wrongSignature(),
  },
  {
    name: "a missing signature comes before a missing content type",
    request: post({ headers: { "X-Mplus-Signature": null, "Content-Type": null } }),
    answer: refusal.noSignature(),
  },
  {
    name: "the vendor's vector holds: its body is no JSON",
    request: post({
      body: "test",
      headers: { "X-Mplus-Signature": "EBFFIb5qPH/teEFmjtwcIj6h80cl+X1DUy62D46tnu8=" },
    }),
    answer: refusal.notJson(),
  },
  {
    name: "the vector of a text beyond ASCII holds: it lacks an event",
    request: post({
      body: '{"text":"Crème brûlée €"}',
      headers: { "X-Mplus-Signature": "oMdwwddVrOB3PSYC9uOG2aET/a2co7NpKVJBiwoXAMA=" },
    }),
    answer: refused("INVALID_DATA", '/event: "event" is missing.'),
  },
  {
    name: "the vector of a secret that was not decoded is refused",
    request: post({
      body: "test",
      headers: { "X-Mplus-Signature": "pKDrmsKUDJ7QeDwyOMtUcEi9aBl+BTnzxYIHSqjbfk4=" },
    }),
    answer: refusal.wrongSignature(),
  },
  {
    name: "while keys rotate the new secret is taken, and signs",
    setup: "rotating",
    request: post({ key: nextSecret }),
    answer: answered(recognized.body, { key: nextSecret }),
  },
  {
    name: "while keys rotate the old secret is taken, and the new one signs",
    setup: "rotating",
    request: post({ key: secret }),
    answer: answered(recognized.body, { key: nextSecret }),
  },
  {
    name: "while keys rotate a third secret is refused, and nothing is signed",
    setup: "rotating",
    request: post({ key: otherSecret }),
    answer: refusal.wrongSignature(),
  },
];
