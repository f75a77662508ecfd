import { answered, nothing, recognized, refusal, refused } from "../answers.js";
import type { Case } from "../case.js";
import { canary, eventOf, post, scan } from "../requests.js";
import type { Handler } from "../stage.js";

const plain = JSON.stringify(scan());
const utf16 = Buffer.from(plain, "utf16le");

const notJson: Readonly<Record<string, string | Uint8Array>> = {
  "of nothing": "",
  "of a space": " ",
  "of half an object": '{"event":',
  "with a comma too many": '{"event":1,}',
  "with a comment": '{"event":1/*?*/}',
  "in single quotes": "{'event':1}",
  "of NaN": '{"event":NaN}',
  "of a form": "event=scanCode",
  "of XML": "<event/>",
  "of two objects": "{}{}",
  "with an object and more": `${plain}x`,
  "with a NUL after it": `${plain}\0`,
  "with a NUL in a text": '{"event":"\0"}',
  "with a line's end in a text": '{"event":"\n"}',
  "with a number that starts with 0": '{"event":01}',
  "with a plus after a number": '{"event":0.1+}',
  "with a plus before a number": '{"event":+1}',
  "with an escape that is none": '{"event":"\\x41"}',
  "behind a byte order mark": `\ufeff${plain}`,
  "in UTF-16": utf16,
  "in UTF-16 behind its mark": Buffer.concat([Buffer.from([0xff, 0xfe]), utf16]),
  "in Latin-1": Buffer.from('{"event":"é"}', "latin1"),
  "with a byte that is no UTF-8": Buffer.from([...Buffer.from('{"event":"'), 0xff, ...Buffer.from('"}')]),
  "with a character that is cut off": Buffer.from([...Buffer.from('{"event":"'), 0xe2, 0x82, 0x22, 0x7d]),
  "with a character that is too long for itself": Buffer.from([0x7b, 0xc0, 0xaf, 0x7d]),
  "with half a pair in UTF-8": Buffer.from([...Buffer.from('{"event":"'), 0xed, 0xa0, 0x80, 0x22, 0x7d]),
  "of a polluting prefix": `)]}',\n${plain}`,
};

const notObjects: Readonly<Record<string, string>> = {
  "an array": "[]",
  "an array of a scan": `[${plain}]`,
  null: "null",
  "a number": "0",
  "a text": '"scanCode"',
  true: "true",
};

/** Calls itself, which JSON.stringify does in some engines only. */
const countDepth = (value: unknown): number => (Array.isArray(value) ? 1 + countDepth(value[0]) : 0);

const deep = (open: string, middle: string, close: string) =>
  `${open.repeat(100_000)}${middle}${close.repeat(100_000)}`;

const deepBodies: Readonly<Record<string, string>> = {
  "of arrays": deep("[", "", "]"),
  "of arrays that stay open": "[".repeat(100_000),
  "of objects that stay open": '{"a":'.repeat(100_000),
};

/** With what the till sends, word for word, in an answer. */
const echoCode: Handler = ({ request }) => ({ message: [{ message: request.scanCode.scannedCode }] });

const scanned = (scannedCode: string) => scan({ scanCode: { scannedCode, codeType: "barcode" } });
const withText = (text: string) => plain.replace(`"${canary}"`, () => `"${text}"`);
const said = (message: string) => answered({ message: [{ message }] });

/** Texts that come back as they went, to the byte. */
const texts: Readonly<Record<string, string>> = {
  "beyond ASCII": "Crème brûlée €",
  "of emoji": "👩🏽‍🍳 and 🛒",
  "in Hebrew and Arabic": "שלום مرحبا",
  "with quotes and backslashes": '"\\"',
  "with line ends": "a\nb\r\nc\u2028d\u2029e",
  "with a NUL": "a\0b",
  "with a byte order mark inside": "a\ufeffb",
  "with letters that look composed": "é and é",
  "that would end a script": "</script><!--",
  "of 10 kB": "€".repeat(3400),
  "that is empty": "",
};

export const bodyCases: readonly Case[] = [
  ...Object.entries(notJson).map(([name, body]): Case => ({
    name: `a body ${name} is not JSON`,
    request: post({ body }),
    answer: refusal.notJson(),
  })),
  ...Object.entries(notObjects).map(([name, body]): Case => ({
    name: `a body that is ${name} is no event`,
    request: post({ body }),
    answer: refusal.notAnObject(),
  })),
  {
    name: "an empty body without any length is not JSON",
    request: post({ body: "", headers: { "Content-Length": null } }),
    answer: refusal.notJson(),
  },
  {
    name: "an empty body with a length of 0 is not JSON",
    request: post({ body: "", headers: { "Content-Length": "0" } }),
    answer: refusal.notJson(),
  },
  {
    name: "an empty body in chunks is not JSON",
    request: post({ body: "", framing: "chunked" }),
    answer: refusal.notJson(),
  },
  {
    name: "an empty body with a wrong signature is refused for that",
    request: post({ body: "", headers: { "X-Mplus-Signature": "wrong" } }),
    answer: refusal.wrongSignature(),
  },
  ...Object.entries(texts).map(([name, text]): Case => ({
    name: `a text ${name} comes through as it is`,
    request: post({ body: scanned(text) }),
    handler: echoCode,
    answer: said(text),
  })),
  {
    name: "a text beyond ASCII comes through in chunks that cut it",
    request: post({ body: scanned("€".repeat(500)), framing: "chunked" }),
    handler: echoCode,
    answer: said("€".repeat(500)),
  },
  {
    name: "escapes are read, and written no more than needed",
    request: post({ body: withText(String.raw`\u0041\u20ac\/`) }),
    handler: echoCode,
    answer: said("A€/"),
  },
  {
    name: "half a pair of UTF-16 stays an escape, so that the answer is UTF-8",
    request: post({ body: withText(String.raw`a\ud800b`) }),
    handler: echoCode,
    answer: answered(String.raw`{"message":[{"message":"a\ud800b"}]}`),
  },
  {
    name: "white space in a body is part of what is signed, and no more",
    request: post({ body: JSON.stringify(scan(), null, 2).replaceAll("\n", "\r\n") }),
    answer: recognized,
  },
  {
    name: "white space around a body is taken",
    request: post({ body: ` \t\r\n${plain}\r\n` }),
    answer: recognized,
  },
  {
    name: "of two properties of one name the last one counts",
    request: post({ body: plain.replace('"codeType"', '"scannedCode":"the last","codeType"') }),
    handler: echoCode,
    answer: said("the last"),
  },
  {
    name: "a property __proto__ is a property like others",
    request: post({
      body: plain.replace(
        '"sender":{',
        '"__proto__":{"polluted":true},"sender":{"__proto__":{"polluted":true},',
      ),
    }),
    handler: ({ request }) => {
      const seen = [
        ({} as Record<string, unknown>)["polluted"],
        request["polluted"],
        request.sender["polluted"],
      ];
      return { message: [{ message: seen.map(String).join() }] };
    },
    answer: said("undefined,undefined,undefined"),
  },
  {
    name: "a property __proto__ in escapes is no other",
    request: post({
      body: plain.replace('"sender":{', String.raw`"\u005f_proto__":{"polluted":true},"sender":{`),
    }),
    handler: ({ request }) => {
      // What takes the copy's own prototype along leaves everybody else's alone.
      Object.assign({}, request);
      const copies: Record<string, unknown>[] = [{}, { ...request }, request];
      return { message: [{ message: copies.map(({ polluted }) => String(polluted)).join() }] };
    },
    answer: said("undefined,undefined,undefined"),
  },
  {
    name: "properties named as what every object has are no obstacle",
    request: post({
      body: scan({ constructor: { prototype: { polluted: true } }, toString: 1, hasOwnProperty: 2 }),
    }),
    answer: recognized,
  },
  {
    name: "an event that only prototypes would have is missing",
    request: post({ body: '{"__proto__":{"event":{},"sender":{}}}' }),
    answer: refused("INVALID_DATA", '/event: "event" is missing.'),
  },
  {
    name: "properties that the spec does not know are kept",
    request: post({ body: scan({ loyalty: { points: 12 } }) }),
    handler: ({ request }) => ({ message: [{ message: JSON.stringify(request["loyalty"]) }] }),
    answer: said('{"points":12}'),
  },
  {
    name: "a value that a newer till may send is taken",
    request: post({ body: scan({ scanCode: { scannedCode: "1", codeType: "datamatrix" } }) }),
    answer: recognized,
  },
  ...Object.entries(deepBodies).map(([name, body]): Case => ({
    name: `a body ${name}, 100 000 deep, is refused`,
    request: post({ body }),
    answer: name === "of arrays" ? refusal.notAnObject() : refusal.notJson(),
  })),
  {
    name: "a body of objects, 100 000 deep, lacks an event",
    request: post({ body: deep('{"a":', "1", "}") }),
    answer: refused("INVALID_DATA", '/event: "event" is missing.'),
  },
  {
    name: "a depth of 100 000 in what nobody reads is no fault",
    request: post({ body: plain.replace("{", `{"deep":${deep("[", "", "]")},`) }),
    answer: recognized,
  },
  {
    name: "a depth of 100 000 that a handler falls over is the sender's fault",
    request: post({ body: plain.replace("{", `{"deep":${deep("[", "", "]")},`) }),
    handler: ({ request }) => countDepth(request["deep"]),
    answer: refusal.tooDeep(),
  },
  {
    name: "of 100 000 faults the first one is told",
    request: post({ body: scan({ session: { sessionId: "1", lines: new Array(100_000).fill({}) } }) }),
    answer: refused("INVALID_DATA", '/session/lines/0/lineId: "lineId" is missing in "session.lines.0".'),
  },
  {
    name: "a time of 500 kB is no more work than another",
    request: post({ body: scan({}, { eventTimestamp: "1".repeat(500_000) }) }),
    answer: recognized,
  },
  {
    name: "9007199254740991 is a number that can be held",
    request: post({ body: scan({}, { eventCounter: 9007199254740991 }) }),
    handler: ({ request }) => ({ message: [{ message: String(request.event.eventCounter) }] }),
    answer: said("9007199254740991"),
  },
  ...["9007199254740993", "12345678901234567890", "-9007199254740993"].map((number): Case => ({
    name: `${number} is refused where it would be changed`,
    request: post({ body: plain.replace("1041", number) }),
    answer: refused(
      "INVALID_DATA",
      '/event/eventCounter: "event.eventCounter" is beyond 2^53 - 1, so a JavaScript number cannot hold it exactly.',
    ),
  })),
  {
    name: "1e400 is no whole number",
    request: post({ body: plain.replace("1041", "1e400") }),
    answer: refused("INVALID_DATA", '/event/eventCounter: "event.eventCounter" must be an integer.'),
  },
  {
    name: "a number of 400 digits is no whole number that can be held",
    request: post({ body: plain.replace("1041", "9".repeat(400)) }),
    answer: refused("INVALID_DATA", '/event/eventCounter: "event.eventCounter" must be an integer.'),
  },
  {
    name: "a number below nothing by its sign only is nothing",
    request: post({ body: plain.replace("1041", "-0") }),
    handler: ({ request }) => ({ message: [{ message: String(request.event.eventCounter) }] }),
    answer: said("0"),
  },
  {
    name: "a broken number is no whole number",
    request: post({ body: plain.replace("1041", "0.5") }),
    answer: refused("INVALID_DATA", '/event/eventCounter: "event.eventCounter" must be an integer.'),
  },
  {
    name: "a number may be written in other ways",
    request: post({ body: plain.replace("1041", "1.041E3") }),
    handler: ({ request }) => ({ message: [{ message: String(request.event.eventCounter) }] }),
    answer: said("1041"),
  },
  {
    name: "a wrong type is told by its place, and not by its value",
    request: post({ body: scan({ scanCode: { scannedCode: 8711234567890, codeType: "barcode" } }) }),
    answer: refused("INVALID_DATA", '/scanCode/scannedCode: "scanCode.scannedCode" must be a string.'),
  },
  {
    name: "an event without anything is taken where it needs nothing",
    request: post({ event: "resumeSession", body: eventOf({}, { eventCounter: 1003 }) }),
    answer: nothing,
  },
];
