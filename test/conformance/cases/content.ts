import { deflateSync, gzipSync } from "node:zlib";
import { recognized, refusal } from "../answers.js";
import type { Case } from "../case.js";
import { post, scan } from "../requests.js";

const taken: Readonly<Record<string, string>> = {
  "with a charset": "application/json; charset=utf-8",
  "with a charset and no space": "application/json;charset=UTF-8",
  "with a charset in quotes": 'application/json; charset="utf-8"',
  "with the charset of another time": "application/json; charset=iso-8859-1",
  "with a charset that is none": "application/json; charset=nothing",
  "with a charset of UTF-16 that its bytes are not": "application/json; charset=utf-16",
  "with two parameters": "application/json; charset=utf-8; profile=x",
  "in upper case": "APPLICATION/JSON",
  "in other case": "Application/Json; Charset=UTF-8",
  "with a space before its parameter": "application/json ; charset=utf-8",
  "with a tab before its parameter": "application/json\t; charset=utf-8",
  "with a tab in its parameter": "application/json;\tcharset=utf-8",
  "with an empty parameter": "application/json;",
  "with empty parameters": "application/json;;;",
};

const refused: Readonly<Record<string, string>> = {
  "of plain text": "text/plain",
  "of plain text, with JSON as its parameter": "text/plain; application/json",
  "of a form": "application/x-www-form-urlencoded",
  "of a form in parts": "multipart/form-data; boundary=x",
  "of a form in parts without a boundary": "multipart/form-data",
  "of bytes": "application/octet-stream",
  "of XML": "application/xml",
  "of text that is JSON": "text/json",
  "of a kind of JSON": "application/problem+json",
  "of JSON in lines": "application/json-lines",
  "of JSON that is longer": "application/jsonx",
  "of half a name": "application",
  "of any kind": "*/*",
  "of marks only": ";;;/",
  "of one mark": ";",
  "of a comma": ",",
  "with another kind after a comma": "application/json, text/plain",
  "twice with a comma": "application/json, application/json",
  "with another kind after a comma in its parameter": "application/json; a=b, text/plain",
  "with another kind before it": "text/plain, application/json",
  "in quotes": '"application/json"',
  "with a space in it": "application / json",
  "with words after it": "application/json and more",
  "of 4 kB": `application/${"json".repeat(1024)}`,
  "with a letter beyond ASCII": "application/jsön",
};

const encodings: Readonly<Record<string, Uint8Array>> = {
  gzip: gzipSync(JSON.stringify(scan())),
  deflate: deflateSync(JSON.stringify(scan())),
};

const plain = JSON.stringify(scan());

export const contentCases: readonly Case[] = [
  ...Object.entries(taken).map(([name, type]): Case => ({
    name: `a content type of JSON ${name} is taken`,
    request: post({ headers: { "Content-Type": type } }),
    answer: recognized,
  })),
  ...Object.entries(refused).map(([name, type]): Case => ({
    name: `a content type ${name} is refused`,
    request: post({ headers: { "Content-Type": type } }),
    answer: refusal.wrongContentType(),
  })),
  {
    name: "a missing content type is told from a wrong one",
    request: post({ headers: { "Content-Type": null } }),
    answer: refusal.noContentType(),
  },
  {
    name: "a body of bytes without a content type is not taken for anything",
    request: post({ headers: { "Content-Type": null }, body: plain, framing: "chunked" }),
    answer: refusal.noContentType(),
  },
  {
    name: "an empty content type is a missing one",
    request: post({ headers: { "Content-Type": "" } }),
    answer: refusal.noContentType(),
  },
  {
    name: "two content types are refused, though both are right",
    request: post({ headers: { "Content-Type": ["application/json", "application/json"] } }),
    answer: refusal.wrongContentType(),
  },
  {
    name: "two content types are refused, though the first is right",
    request: post({ headers: { "Content-Type": ["application/json", "text/plain"] } }),
    answer: refusal.wrongContentType(),
  },
  {
    name: "two content types are refused, though the second is right",
    request: post({ headers: { "Content-Type": ["text/plain", "application/json"] } }),
    answer: refusal.wrongContentType(),
  },
  {
    name: "a form is not read before its signature is checked",
    request: post({
      body: "event=scanCode",
      headers: { "Content-Type": "application/x-www-form-urlencoded", "X-Mplus-Signature": "wrong" },
    }),
    answer: refusal.wrongSignature(),
  },
  {
    name: "a form is not read",
    request: post({
      body: "event=scanCode",
      headers: { "Content-Type": "application/x-www-form-urlencoded" },
    }),
    answer: refusal.wrongContentType(),
  },
  {
    name: "JSON with a wrong content type is not parsed",
    request: post({ body: "{", headers: { "Content-Type": "text/plain" } }),
    answer: refusal.wrongContentType(),
  },
  ...Object.entries(encodings).map(([encoding, body]): Case => ({
    name: `a body in ${encoding} is not unpacked`,
    request: post({ body, headers: { "Content-Encoding": encoding } }),
    answer: refusal.encoded(),
  })),
  {
    name: "a body in gzip is not unpacked for a signature over what is inside",
    request: {
      ...post({ body: plain, headers: { "Content-Encoding": "gzip" } }),
      body: gzipSync(plain),
    },
    answer: refusal.encoded(),
  },
  {
    name: "a body that only says it is in gzip is refused",
    request: post({ headers: { "Content-Encoding": "gzip" } }),
    answer: refusal.encoded(),
  },
  {
    name: "a body in gzip that breaks off is refused",
    request: post({ body: gzipSync(plain).subarray(0, 20), headers: { "Content-Encoding": "gzip" } }),
    answer: refusal.encoded(),
  },
  {
    name: "little that would unpack to much is refused",
    request: post({ body: gzipSync(Buffer.alloc(5_000_000)), headers: { "Content-Encoding": "gzip" } }),
    answer: refusal.encoded(),
  },
  ...["br", "zstd", "zzz", "GZIP", "x-gzip", "identity, gzip", "gzip, identity"].map((encoding): Case => ({
    name: `a content encoding ${encoding} is refused`,
    request: post({ headers: { "Content-Encoding": encoding } }),
    answer: refusal.encoded(),
  })),
  {
    name: "two content encodings are refused",
    request: post({ headers: { "Content-Encoding": ["identity", "gzip"] } }),
    answer: refusal.encoded(),
  },
  ...["identity", "Identity", ""].map((encoding): Case => ({
    name: `a content encoding "${encoding}" is none`,
    request: post({ headers: { "Content-Encoding": encoding } }),
    answer: recognized,
  })),
  {
    name: "a content encoding comes before a wrong signature",
    request: post({ headers: { "Content-Encoding": "gzip", "X-Mplus-Signature": "wrong" } }),
    answer: refusal.encoded(),
  },
  {
    name: "an answer is not compressed, since its signature is over its bytes",
    request: post({ headers: { "Accept-Encoding": "gzip, deflate, br" } }),
    answer: recognized,
  },
  {
    name: "an answer is JSON, whatever the sender would rather have",
    request: post({ headers: { Accept: "text/html" } }),
    answer: recognized,
  },
];
