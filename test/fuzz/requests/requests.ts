import type { WireRequest } from "../../conformance/wire-message.js";
import { post, type Post } from "../../conformance/requests.js";
import { otherSecret, signatureOf } from "../../conformance/signature.js";
import { oneOf, someOf, type Draw } from "../../workbench/draw.js";
import { drawBody } from "../bodies/bodies.js";
import { drawSignature } from "../signatures/signatures.js";

/** Draws a valid HTTP request with up to three deviations from a POS's requests. */
export function drawRequest(draw: Draw): WireRequest {
  const body = drawBody(draw);
  const some = someOf(draw, changes, draw.below(4)).map((change) => change(draw, body));
  const headers = Object.assign({}, ...some.map((change) => change.headers)) as Required<Post>["headers"];
  const changed = Object.assign({}, ...some) as Post;
  return post({ body, framing: oneOf(draw, ["length", "chunked"]), ...changed, headers });
}

type Change = (draw: Draw, body: string | Uint8Array) => Post;

const changes: readonly Change[] = [
  (draw) => ({ method: oneOf(draw, ["GET", "HEAD", "PUT", "DELETE", "PATCH", "OPTIONS", "SEARCH"]) }),
  (draw) => ({ event: oneOf(draw, [...events, "scancode"]) }),
  (draw) => ({ path: `/mplus/${oneOf(draw, tails)}` }),
  () => ({ key: otherSecret }),
  (draw, body) => ({ headers: { "X-Mplus-Signature": toHeader(drawSignature(draw, signatureOf(body))) } }),
  (draw) => ({ headers: { "X-Mplus-Subscription-Id": oneOf(draw, [...subscriptions, null]) } }),
  (draw) => ({ headers: { "Content-Type": oneOf(draw, [...contentTypes, null]) } }),
  (draw) => ({ headers: { "Content-Encoding": oneOf(draw, encodings) } }),
  (draw) => ({ headers: { [oneOf(draw, extraNames)]: oneOf(draw, extraValues) } }),
  (draw) => ({ headers: { Accept: oneOf(draw, extraValues) } }),
];

const events = ["startSession", "printBill", "completeSession", "backgroundPoll", "customAction"];

/** Paths after the mount point. They have no dot segments, because some clients and platforms resolve them. */
const tails = [
  ...["", "scanCode/", "scanCode//", "/scanCode", "//x", "x/scanCode", "scanCode/scanCode", "SCANCODE", "%"],
  ...["%73canCode", "scanCode%00", "scanCode%20", "scanCode%2F", "%ZZ", "scanCode%e9", "scanCode;x=1"],
  ...["scanCode?", "scanCode?x", "scanCode?/printBill", "scanCode?a=%ZZ", "scanCode=", "*", ":event", "(.*)"],
  ...["__proto__", "constructor", "toString", "hasOwnProperty", "then", "undefined", "x".repeat(4000)],
];

const subscriptions = [
  ...["", " ", "shop-12 ", "SHOP-12", "shop-99", "__proto__", "constructor", "é", "😀", "shop-12,shop-12"],
  ...[["shop-12", "shop-12"], ["shop-99", "shop-12"], "x".repeat(3000)],
];

const contentTypes = [
  ...["", " ", "text/plain", "APPLICATION/JSON", "application/json; charset=utf-8", "application/json\t;"],
  ...["application/json;charset=x", "application/json ;;;", ";;;/", "application/json, text/plain", "é"],
  ...[["application/json", "text/plain"], ["application/json", "application/json"], "application/jsonp"],
  ...["multipart/form-data", "application/x-www-form-urlencoded", "application/vnd.api+json", "application"],
];

const encodings = ["identity", "IDENTITY", "", "gzip", "br", "zzz", "identity, gzip", ["identity", "gzip"]];

const extraNames = ["X-HTTP-Method-Override", "X-Forwarded-Host", "Cookie", "Range", "If-None-Match"];

const extraValues = ["", "*/*", "DELETE", "a=b; c", "bytes=0-1", "null", "é", "text/html", "x".repeat(2000)];

/** Makes a header that can be sent: one or several values, short enough and without line ends. */
function toHeader(value: unknown): string | string[] | null {
  if (Array.isArray(value)) return value.flat().map(toValue);
  return typeof value === "string" ? toValue(value) : null;
}

function toValue(value: unknown): string {
  return String(value)
    .slice(0, 2000)
    .replace(/[\0-\x1f\x7f]/g, "?");
}

/** The web's `Request` does not allow every combination of body and method. */
export function isWebRequest({ method, body, framing }: WireRequest): boolean {
  return !["GET", "HEAD"].includes(method) || (body.length === 0 && framing === "length");
}

/** True if a receiver that checks the proof can see that a request is the shop's. */
export function isProved({ method, path, headers, body }: WireRequest): boolean {
  const [mount, event = "", ...more] = path
    .replace(/[?#].*/s, "")
    .split("/")
    .filter(Boolean);
  const valueOf = (name: string) => {
    const lines = headers.filter(([each]) => each.toLowerCase() === name);
    return lines.map(([, value]) => value.replace(/^[\t ]+|[\t ]+$/g, "")).join(", ");
  };
  return (
    method === "POST" &&
    mount === "mplus" &&
    ["scanCode", ...events].includes(event) &&
    more.length === 0 &&
    /^(?:identity)?$/i.test(valueOf("content-encoding")) &&
    valueOf("x-mplus-subscription-id") === "shop-12" &&
    valueOf("x-mplus-signature") === signatureOf(body)
  );
}
