import { deflateSync, gzipSync } from "node:zlib";
import { recognized, refusal } from "../answers.js";
import { alike, type Case } from "../case.js";
import { encoded, post, scan, typed } from "../requests.js";

const plain = JSON.stringify(scan());
const form = { body: "event=scanCode", ...typed("application/x-www-form-urlencoded") };
const gzip = encoded("gzip");

export const contentCases: readonly Case[] = [
  ...alike(recognized, {
    "a content type of JSON with a charset is taken": typed("application/json; charset=utf-8"),
    "a content type of JSON with a charset in quotes is taken": typed('application/json; charset="utf-8"'),
    "a content type of JSON with a charset that its bytes are not is taken": typed(
      "application/json; charset=utf-16",
    ),
    "a content type of JSON in upper case is taken": typed("APPLICATION/JSON"),
    "a content type of JSON with a space before its parameter is taken": typed(
      "application/json ; charset=utf-8",
    ),
    "a content type of JSON with a tab before its parameter is taken": typed(
      "application/json\t; charset=utf-8",
    ),
    "a content type of JSON with empty parameters is taken": typed("application/json;;;"),
    'a content encoding "Identity" is none': encoded("Identity"),
    'a content encoding "" is none': encoded(""),
    "an answer is not compressed, since its signature is over its bytes": {
      headers: { "Accept-Encoding": "gzip, deflate, br" },
    },
    "an answer is JSON, whatever the sender would rather have": { headers: { Accept: "text/html" } },
  }),
  ...alike(refusal.wrongContentType(), {
    "a content type of plain text is refused": typed("text/plain; application/json"),
    "a content type of a form in parts is refused": typed("multipart/form-data; boundary=x"),
    "a content type of a form in parts without a boundary is refused": typed("multipart/form-data"),
    "a content type of JSON that is longer is refused": typed("application/jsonx"),
    "a content type of half a name is refused": typed("application"),
    "a content type of marks only is refused": typed(";;;/"),
    "a content type twice with a comma is refused": typed("application/json, application/json"),
    "a content type with another kind after a parameter is refused": typed(
      "application/json; a=b, text/plain",
    ),
    "a content type in quotes is refused": typed('"application/json"'),
    "a content type of 4 kB is refused": typed(`application/${"json".repeat(1024)}`),
    "a content type with a letter beyond ASCII is refused": typed("application/jsön"),
    "two content types are refused, though both are right": typed(["application/json", "application/json"]),
    "two content types are refused, though the first is right": typed(["application/json", "text/plain"]),
    "two content types are refused, though the second is right": typed(["text/plain", "application/json"]),
    "a form is not read": form,
    "JSON with a wrong content type is not parsed": { body: "{", ...typed("text/plain") },
  }),
  ...alike(refusal.noContentType(), {
    "a missing content type is told from a wrong one": typed(null),
    "a body of bytes without a content type is not taken for anything": {
      ...typed(null),
      framing: "chunked",
    },
    "an empty content type is a missing one": typed(""),
  }),
  ...alike(refusal.wrongSignature(), {
    "a form is not read before its signature is checked": {
      ...form,
      headers: { ...form.headers, "X-Mplus-Signature": "wrong" },
    },
  }),
  ...alike(refusal.encoded(), {
    "a body in gzip is not unpacked": { body: gzipSync(plain), ...gzip },
    "a body in deflate is not unpacked": { body: deflateSync(plain), ...encoded("deflate") },
    "a body that only says it is in gzip is refused": gzip,
    "a body in gzip that breaks off is refused": { body: gzipSync(plain).subarray(0, 20), ...gzip },
    "little that would unpack to much is refused": { body: gzipSync(Buffer.alloc(5_000_000)), ...gzip },
    "a content encoding br is refused": encoded("br"),
    "a content encoding GZIP is refused": encoded("GZIP"),
    "a content encoding identity, gzip is refused": encoded("identity, gzip"),
    "two content encodings are refused": encoded(["identity", "gzip"]),
  }),
  {
    name: "a body in gzip is not unpacked for a signature over what is inside",
    request: { ...post({ body: plain, ...gzip }), body: gzipSync(plain) },
    answer: refusal.encoded(),
  },
];
