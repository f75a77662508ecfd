import { answered, nothing, recognized, refusal, refused } from "../answers.js";
import { alike, handled, type Case } from "../case.js";
import { canary, eventOf, type Post, scan } from "../requests.js";
import type { Handler } from "../stage.js";

const plain = JSON.stringify(scan());
const utf16 = Buffer.from(plain, "utf16le");
const inText = (...bytes: number[]) => Buffer.from([...Buffer.from('{"event":"'), ...bytes, 0x22, 0x7d]);

/** Recursive, which JSON.stringify is only in some engines. */
const countDepth = (value: unknown): number => (Array.isArray(value) ? 1 + countDepth(value[0]) : 0);

const deep = (open: string, middle: string, close: string) =>
  `${open.repeat(100_000)}${middle}${close.repeat(100_000)}`;
const deepPart = { body: plain.replace("{", `{"deep":${deep("[", "", "]")},`) };

const echoCode: Handler = ({ request }) => said(request.scanCode.scannedCode);
const said = (message: string) => ({ message: [{ message }] });

const echoed = (texts: Readonly<Record<string, readonly [answer: string, change: Post]>>): Case[] =>
  Object.entries(texts).flatMap(([name, [answer, change]]) =>
    handled({ [name]: [echoCode, answered(said(answer)), change] }),
  );
const scanned = (scannedCode: string) => scan({ scanCode: { scannedCode, codeType: "barcode" } });
const withText = (text: string) => plain.replace(`"${canary}"`, () => `"${text}"`);
const counted = (number: string): Post => ({ body: plain.replace("1041", number) });

const texts: Readonly<Record<string, string>> = {
  "beyond ASCII": "Crème brûlée €",
  "of emoji": "👩🏽‍🍳 and 🛒",
  "with quotes and backslashes": '"\\"',
  "with line ends": "a\nb\r\nc\u2028d\u2029e",
  "with a NUL": "a\0b",
  "with a byte order mark inside": "a\ufeffb",
  "of 10 kB": "€".repeat(3400),
};

const noEvent = refused("INVALID_DATA", '/event: "event" is missing.');
const notHeld =
  '/event/eventCounter: "event.eventCounter" is beyond 2^53 - 1, so a JavaScript number cannot represent it exactly.';
const notWhole = '/event/eventCounter: "event.eventCounter" must be an integer.';
const noLine = '/session/lines/0/lineId: "lineId" is missing in "session.lines.0".';

export const bodyCases: readonly Case[] = [
  ...alike(refusal.notJson(), {
    "a body of half an object is not JSON": { body: '{"event":' },
    "a body of a form is not JSON": { body: "event=scanCode" },
    "a body with an object and more is not JSON": { body: `${plain}x` },
    "a body with a NUL after it is not JSON": { body: `${plain}\0` },
    "a body behind two byte order marks is not JSON": { body: `\ufeff\ufeff${plain}` },
    "a body in UTF-16 is not JSON": { body: utf16 },
    "a body in UTF-16 behind its mark is not JSON": {
      body: Buffer.concat([Buffer.from([0xff, 0xfe]), utf16]),
    },
    "a body in Latin-1 is not JSON": { body: Buffer.from('{"event":"é"}', "latin1") },
    "a body with a byte that is no UTF-8 is not JSON": { body: inText(0xff) },
    "a body with a character that is cut off is not JSON": { body: inText(0xe2, 0x82) },
    "a body of arrays that stay open, 100 000 deep, is refused": { body: "[".repeat(100_000) },
    "a body of a space is not JSON": { body: " " },
    "an empty body without any length is not JSON": { body: "", headers: { "Content-Length": null } },
    "an empty body with a length of 0 is not JSON": { body: "", headers: { "Content-Length": "0" } },
    "an empty body in chunks is not JSON": { body: "", framing: "chunked" },
  }),
  ...alike(refusal.notAnObject(), {
    "a body that is an array of a scan is no event": { body: `[${plain}]` },
    "a body that is null is no event": { body: "null" },
    "a body of arrays, 100 000 deep, is refused": { body: deep("[", "", "]") },
  }),
  ...alike(noEvent, {
    "an event that only prototypes would have is missing": { body: '{"__proto__":{"event":{},"sender":{}}}' },
    "a body of objects, 100 000 deep, lacks an event": { body: deep('{"a":', "1", "}") },
  }),
  ...alike(recognized, {
    "white space in a body is part of what is signed, and no more": {
      body: JSON.stringify(scan(), null, 2).replaceAll("\n", "\r\n"),
    },
    "a byte order mark before a body is passed over": { body: `\ufeff${plain}` },
    "white space around a body is taken": { body: ` \t\r\n${plain}\r\n` },
    "properties named as what every object has are no obstacle": {
      body: scan({ constructor: { prototype: { polluted: true } }, toString: 1, hasOwnProperty: 2 }),
    },
    "a value that a newer till may send is taken": {
      body: scan({ scanCode: { scannedCode: "1", codeType: "datamatrix" } }),
    },
    "a depth of 100 000 in what nobody reads is no fault": deepPart,
  }),
  ...echoed(
    Object.fromEntries(
      Object.entries(texts).map(([name, text]) => [
        `a text ${name} comes through as it is`,
        [text, { body: scanned(text) }] as const,
      ]),
    ),
  ),
  ...echoed({
    "a text beyond ASCII comes through in chunks that cut it": [
      "€".repeat(500),
      { body: scanned("€".repeat(500)), framing: "chunked" },
    ],
    "escapes are read, and written no more than needed": [
      "A€/",
      { body: withText(String.raw`\u0041\u20ac\/`) },
    ],
    "half a pair of UTF-16 stays an escape, so that the answer is UTF-8": [
      "a\ud800b",
      { body: withText(String.raw`a\ud800b`) },
    ],
    "of two properties of one name the last one counts": [
      "the last",
      { body: plain.replace('"codeType"', '"scannedCode":"the last","codeType"') },
    ],
  }),
  ...handled({
    "a property __proto__ is a property like others, also in escapes": [
      ({ request }) => {
        // A handler that changes the prototype of its copy does not affect other objects.
        Object.assign({}, request);
        const seen: Readonly<Record<string, unknown>>[] = [{}, request, request.sender];
        return said(seen.map((each) => String(each["polluted"])).join());
      },
      answered(said("undefined,undefined,undefined")),
      {
        body: plain.replace(
          '"sender":{',
          String.raw`"__proto__":{"polluted":true},"sender":{"\u005f_proto__":{"polluted":true},`,
        ),
      },
    ],
    "properties that the spec does not know are kept": [
      ({ request }) => said(JSON.stringify(request["loyalty"])),
      answered(said('{"points":12}')),
      { body: scan({ loyalty: { points: 12 } }) },
    ],
    "a depth of 100 000 that a handler falls over is the sender's fault": [
      ({ request }) => countDepth(request["deep"]),
      refusal.tooDeep(),
      deepPart,
    ],
    "of 100 000 faults the first one is told": [
      undefined,
      refused("INVALID_DATA", noLine),
      { body: scan({ session: { sessionId: "1", lines: new Array(100_000).fill({}) } }) },
    ],
    "a wrong type is told by its place, and not by its value": [
      undefined,
      refused("INVALID_DATA", '/scanCode/scannedCode: "scanCode.scannedCode" must be a string.'),
      { body: scan({ scanCode: { scannedCode: 8711234567890, codeType: "barcode" } }) },
    ],
    "an event without anything is taken where it needs nothing": [
      undefined,
      nothing,
      { event: "resumeSession", body: eventOf({}, { eventCounter: 1003 }) },
    ],
  }),
  ...alike(refused("INVALID_DATA", notHeld), {
    "9007199254740993 is refused where it would be changed": counted("9007199254740993"),
    "-9007199254740993 is refused where it would be changed": counted("-9007199254740993"),
  }),
  ...alike(refused("INVALID_DATA", notWhole), {
    "1e400 is no whole number": counted("1e400"),
    "a broken number is no whole number": counted("0.5"),
  }),
];
