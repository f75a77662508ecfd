import { gzipSync } from "node:zlib";
import { recognized, refusal } from "../answers.js";
import { alike, type Case } from "../case.js";
import { encoded, typed } from "../requests.js";

const json = "application/json";

export const contentCases: readonly Case[] = [
  ...alike(recognized, {
    "takes JSON with any charset, because JSON is always UTF-8": typed("application/json; charset=utf-16"),
    "does not compress an answer, because its signature is over its bytes": {
      headers: { "Accept-Encoding": "gzip, deflate, br" },
    },
    "answers in JSON whatever the sender prefers": { headers: { Accept: "text/html" } },
  }),
  ...alike(refusal.noContentType, {
    "rejects a missing content type": typed(null),
    "rejects a missing content type of a body in chunks": { ...typed(null), framing: "chunked" },
    "rejects an empty content type": typed(""),
  }),
  ...alike(refusal.wrongContentType, {
    "rejects a content type of punctuation": typed(";;;/"),
    "rejects a form in parts without a boundary": typed("multipart/form-data"),
    "rejects a form without reading it": { body: "a=b", ...typed("application/x-www-form-urlencoded") },
    "rejects another type after a parameter": typed(`${json}; a=b, text/plain`),
    "rejects two content types, even if both are right": typed([json, json]),
    "rejects two content types, even if the first is right": typed([json, "text/plain"]),
  }),
  ...alike(refusal.encoded, {
    "does not unpack a body": { body: gzipSync("{}"), ...encoded("gzip") },
    "rejects two content encodings": encoded(["identity", "gzip"]),
  }),
];
