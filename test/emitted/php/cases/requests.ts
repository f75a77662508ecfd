import { canary, eventOf, scan } from "../../../conformance/requests.js";
import { otherSecret, secret, signatureOf } from "../../../conformance/signature.js";
import { listSpellings, signWithText } from "../../../workbench/spellings.js";
import type { Exchange } from "../pair.js";

const plain = JSON.stringify(scan());
const signature = signatureOf(plain);

/** A header as a server gets it: the bytes of UTF-8, one character per byte. */
const toWire = (text: string): string => Buffer.from(text).toString("latin1");

type Headers = Required<Exchange>["headers"];
type Value = string | readonly string[] | null;

const withHeaders = (name: string, headers: Headers, more: Partial<Exchange> = {}): Exchange => ({
  name,
  headers,
  body: plain,
  ...more,
});

const each = (header: string, found: readonly Value[]): readonly Exchange[] =>
  found.map((value) => withHeaders(`${header} ${JSON.stringify(value)}`, { [header]: value }));

const signatures: readonly Value[] = [
  ...[null, "", " ", "=", "x", "null", "0", signature.slice(0, 43), signWithText(plain, secret)],
  ...[signatureOf(plain, otherSecret), signatureOf(`${plain} `), signatureOf(""), signatureOf(signature)],
  ...listSpellings(signature).map(toWire),
  ...[[], [signature], [signature, signature], ["", signature], [signature, ""], [signature, "x"]],
  ...["A".repeat(44), "\0".repeat(44), "\xff".repeat(44), signature.repeat(1000)],
];

const ids: readonly Value[] = [
  ...[
    null,
    "",
    " ",
    "0",
    "-1",
    "shop-12 ",
    " shop-12",
    "SHOP-12",
    "Shop-12",
    '"shop-12"',
    "`shop-12'",
    "shop 12",
  ],
  ...["shop-99", "__proto__", "constructor", "toString", "\0", "shop-12\0", "shop-12\n", "x".repeat(201)],
  ...["“shop-12”", "é", "É", "😀", "wïnkel", "WÏNKEL", "shop-12\u00a0", "\ufeffshop-12", "shop-12\u2028"].map(
    toWire,
  ),
  ...["\xff", "\xe9", "shop-12\xff", "w\xefnkel", "x".repeat(5000), "S".repeat(200), secret],
  ...[["shop-12", "shop-12"], ["shop-12"], [], ["", "shop-12"], ["shop-99", "shop-12"]],
  ...["\xe9".repeat(150), "\xc3\xa9".repeat(150), "\x1b[31m", "shop-12,shop-12", "shop-12;", "shop%2d12"],
];

const contentTypes: readonly Value[] = [
  ...[null, "", " ", "application/json", "APPLICATION/JSON", "application/json; charset=utf-8", "text/plain"],
  ...[
    "application/json;",
    "application/json;;;",
    "application/json\t;",
    "application/json ",
    " application/json",
  ],
  ...["application/json, application/json", "application/json;a,b", "application/json;charset=\xff", "\xff"],
  ...[
    "application/jsonp",
    "application/vnd.api+json",
    "application/json+x",
    "application/json\n",
    "json",
    "*/*",
  ],
  ...[
    "application/x-www-form-urlencoded",
    `multipart/form-data; boundary=${secret}`,
    secret,
    `text/${secret}`,
  ],
  ...[
    "application/json\0",
    "application\\/json",
    "application/json/",
    "x".repeat(101),
    "a/b/c/d",
    "a1/b2/c3",
  ],
  ...[["application/json", "application/json"], ["application/json", ""], ["", "application/json"], []],
];

const encodings: readonly Value[] = [
  ...[
    "",
    "identity",
    "IDENTITY",
    "gzip",
    "br",
    "deflate, gzip",
    "zzz",
    "identity, gzip",
    " identity",
    "identity\n",
  ],
  ...[
    ["identity"],
    ["identity", "identity"],
    ["gzip"],
    [],
    "\xff",
    secret,
    "x".repeat(200),
    "Gzip",
    "GZIP",
    "x-gzip",
  ],
];

const lengths: readonly Value[] = [
  ...[
    "",
    "0",
    "1",
    "-1",
    "abc",
    "1048576x",
    "10485760x",
    "10485760, 1",
    "1, 10485760",
    "1e9",
    "1e400",
    "0.5",
  ],
  ...[
    "10485760",
    "99999999999999999999",
    "+10485760",
    " 10485760 ",
    "1_0",
    "NaN",
    "\xff",
    "10485760 x",
    "1e",
  ],
  ...[["1", "1"], ["10485760"], [], ["10485760", "10485760"], ["1", "10485760"]],
];

const others: Readonly<Record<string, string>> = {
  "transfer-encoding": "chunked",
  "x-http-method-override": "GET",
  "x-original-url": "/mplus/startSession",
  expect: "100-continue",
};

const methods = [
  ...[
    "GET",
    "HEAD",
    "PUT",
    "DELETE",
    "PATCH",
    "OPTIONS",
    "TRACE",
    "CONNECT",
    "post",
    "Post",
    "POSTX",
    "",
    " POST",
  ],
  ...[
    "POST ",
    "POST\0",
    "POST\n",
    "\xff",
    secret,
    "X9",
    "X".repeat(17),
    "X".repeat(101),
    "M-SEARCH",
    "A_B",
    "0",
  ],
];

const events = [
  ...[
    "",
    "scanCode/",
    "/scanCode",
    "%73canCode",
    "scanCode%00",
    "scanCode\0",
    "scanCode\n",
    "scanCode ",
    "scancode",
  ],
  ...[
    "SCANCODE",
    "scanCode?x",
    "scanCode#",
    "scanCode;v=1",
    "..",
    ".",
    "../scanCode",
    "x/../scanCode",
    "scanCode/..",
  ],
  ...[
    "x/scanCode",
    "scanCode/startSession",
    "__proto__",
    "constructor",
    "toString",
    "__construct",
    "0",
    "null",
  ],
  ...[
    "scanCode.json",
    "scanCode=",
    "\xffscanCode",
    "ſcanCode",
    "ScanCode",
    "*",
    ":event",
    "(.*)",
    "x".repeat(9000),
  ],
];

const paths = [
  ...[
    "/mplus/scancode",
    "/mplus/ScanCode",
    "/hooks/8f3a9cTq/ScanCode",
    "/hooks/8f3a9cTq/SCANCODE",
    `/${secret}`,
  ],
  ...[
    `/${secret}/scanCode`,
    `/mplus?secret=${secret}`,
    "/mplus?x=/scanCode",
    "/mplus#/scanCode",
    "/v1/v2/v3",
    "/v1/2",
  ],
  ...[
    "https://key@shop.example/v1/scan",
    "http://shop.example",
    "HTTP://x?y",
    "//x",
    "/%73can\n",
    "/\xff",
    "\xe9/scanCode",
  ],
  ...[
    "/mplus/startexternalpayment",
    "/hooks/startExternalPayment/completeSession",
    "x".repeat(101),
    "a".repeat(30),
  ],
  ...[
    `${"a/".repeat(60)}scanCode`,
    "/a/b.c-d_e,f",
    "/x//y",
    "/mplus/scanCode/startSession",
    "/xscanCode",
    "scanCode",
  ],
  ...[
    "/AAAAAAAAAAAAAAAAAAAAAA",
    "/aAaAaAaAaAaAaAaAaAaAaA",
    "/mplus/0",
    "/59.138.136",
    "/Abcdefghijklmnopqrstuvwxyz",
  ],
];

const report = (error: unknown): string => JSON.stringify({ error, original: scan() });

const reports: readonly string[] = [
  ...["INVALID_DATA", "invalid", "", "A".repeat(65), "A\n", canary, "0", 0, null, false, [], {}].map((code) =>
    report({ code, message: canary }),
  ),
  ...[null, [], "x", 0, {}, { code: "X" }, { message: "x" }, { code: "X", message: null }].map(report),
  ...['{"error":{"code":"X","message":"x"},"original":0}', '{"error":null,"original":null}', '{"error":1}'],
  ...[
    '{"error":{"code":"X","message":"x"},"original":null}',
    '{"error":{"code":"X","message":"x"},"original":[]}',
  ],
  ...['{"error":{"code":"X","message":"x","__proto__":{}},"original":{"":{}}}'],
];

/** The properties of a relation that stand in the object around it, beside names that are numbers. */
const inlined: readonly string[] = [
  '"7":1,"3":{}',
  '"0":0',
  '"-1":null',
  '"relation":null,"5":[]',
  '"":0',
].map((more) =>
  JSON.stringify(eventOf({ selectRelation: { relationNumber: 12 } })).replace(
    '"relationNumber":12',
    () => `"relationNumber":12,${more}`,
  ),
);

export function listRequests(): readonly Exchange[] {
  return [
    { name: "a good one", body: plain },
    ...each("x-mplus-signature", signatures),
    ...each("x-mplus-subscription-id", ids),
    ...each("content-type", contentTypes),
    ...each("content-encoding", encodings),
    ...each("content-length", lengths),
    ...Object.entries(others).map(([name, value]) => withHeaders(name, { [name]: value })),
    ...methods.map((method) => ({ name: `method ${method}`, method, body: plain })),
    ...methods.map((method) => ({
      name: `method ${method}, path`,
      method,
      path: "/x",
      event: "x",
      body: "",
    })),
    ...events.map((event) => ({ name: `event ${event}`, event: toWire(event), body: plain })),
    ...events.map((event) => ({
      name: `path ${event}`,
      event: "x",
      path: `/m/${toWire(event)}`,
      body: plain,
    })),
    ...paths.map((path) => ({ name: `path ${path}`, event: "x", path, body: plain })),
    ...paths.map((path) =>
      withHeaders(`${path} of nobody`, { "x-mplus-subscription-id": null }, { event: "x", path }),
    ),
    ...reports.map((body) => ({ name: `report ${body.slice(0, 60)}`, body })),
    ...inlined.map((body) => ({ name: `inlined ${body.slice(-40)}`, event: "selectRelation", body })),
    ...["", "0", "{}", "\0"].map((body) => ({ name: `body ${body}`, body })),
    ...[plain.slice(0, -1), `${plain}x`, plain.replace("CANARY", "CANARX")].map((body) =>
      withHeaders("another body than was signed", { "x-mplus-signature": signature }, { body }),
    ),
    ...["startSession", "cancelSession", "completeSession", "backgroundPoll", "printBill"].flatMap(
      (event) => [
        { name: event, event, body: JSON.stringify(eventOf({})) },
        { name: `a scan as ${event}`, event, body: plain },
      ],
    ),
  ];
}
