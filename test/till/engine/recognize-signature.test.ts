import { describe, expect, it } from "vitest";
import { recognizeSignature } from "../../../generator/till/engine/signature.js";
import { hmac, key, secret } from "../doctor/servers/receiver.js";

const body = '{"form":{"title":"Crème/brûlée"},"n":[1,2]}';
const request = Buffer.from('{"event":{}}');

const python = String.raw`{"form": {"title": "Cr\u00e8me/br\u00fbl\u00e9e"}, "n": [1, 2]}`;
const php = String.raw`{"form":{"title":"Cr\u00e8me\/br\u00fbl\u00e9e"},"n":[1,2]}`;

const base64 = (text: string | Buffer, with_: Uint8Array = key) =>
  hmac(with_, Buffer.from(text)).toString("base64");

const other = "over bytes other than those sent: ";
const rewritten = `${other}JSON serialized again, as`;
const inHex = "in hex instead of base64";
const ofRequest = "over the body of the request instead of the answer";
const hex = (text: string | Buffer) => hmac(key, Buffer.from(text)).toString("hex");

const recognize = (signature: string, bytes: Uint8Array = Buffer.from(body)) =>
  recognizeSignature(signature, { secret, body: bytes, request });

describe("a signature is recognised as made", () => {
  it.each([
    ["as it should be", base64(body), ""],
    [
      "with the text of the secret",
      base64(body, Buffer.from(secret)),
      "with the text of the secret as the key, which must be base64-decoded first",
    ],
    ["over the request", base64(request), ofRequest],
    ["over nothing", base64(""), "over an empty body"],
    ["over a line break, too", base64(`${body}\n`), `${other}the body with a trailing line break`],
    ["over the body as Python writes it", base64(python), `${rewritten} Python's json.dumps does`],
    ["over the body as PHP writes it", base64(php), `${rewritten} PHP's json_encode does`],
    ["in hex, in capitals", hex(body).toUpperCase(), inHex],
    ["in hex, over the request", hex(request), `${ofRequest}, and ${inHex}`],
    ["as others do", `sha256=${hex(body)}`, "with the prefix `sha256=`"],
    ["and cut off", base64(body).slice(0, 12), "in base64, but truncated to 12 of 44 characters"],
    ["without its end", base64(body).slice(0, 43), "in base64 without the trailing ="],
  ])("%s", (_, signature, want) => {
    expect(recognize(signature)?.mistakes).toBe(want);
  });

  it.each(["", base64(body).slice(0, 3), base64(body, Buffer.alloc(32))])(
    "by nobody who has the secret: %j",
    (signature) => {
      expect(recognize(signature)).toBeUndefined();
    },
  );

  it("by nobody, over a body that is nested deeper than anybody writes", () => {
    const deep = Buffer.from("[".repeat(200_000) + "]".repeat(200_000));
    expect(recognize("x", deep)).toBeUndefined();
  });
});
