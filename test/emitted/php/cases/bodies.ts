import { scan } from "../../../conformance/requests.js";

const plain = JSON.stringify(scan());

/** A scan with these further members, as JSON. */
const withMembers = (members: string): string => plain.replace(/\}$/, `,${members}}`);

/** A scan with a further property `in`. */
const withValue = (value: string): string => withMembers(`"in":${value}`);
/** A scan whose code is this JSON. */
const withCode = (value: string): string =>
  plain.replace(/"scannedCode":"[^"]*"/, () => `"scannedCode":${value}`);
const withBranch = (value: string): string =>
  plain.replace(/"branchNumber":\d+/, () => `"branchNumber":${value}`);

const repeat = (text: string, times: number): string => text.repeat(times);
const nest = (levels: number, open: string, close: string, core = "0"): string =>
  `${repeat(open, levels)}${core}${repeat(close, levels)}`;

/** Real tills send none of these values. */
export const values: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    [
      ...["0", "-0", "0.0", "-0.0", "1.0", "1e2", "1E+2", "1e-2", "1e400", "-1e400", "1e-400", "12.5", "-1"],
      ...["12345678901234567890", "9007199254740991", "9007199254740992", "9007199254740993"],
      ...["-9007199254740991", "-9007199254740993", "9223372036854775807", "9223372036854775808", "1e15"],
      ...["-9223372036854775808", "-9223372036854775809", "4503599627370496.5", "1e21", "1e22", "0.1"],
      ...[
        '""',
        '"0"',
        '"1"',
        '"false"',
        '"null"',
        '" "',
        '"\\u0000"',
        '"\\u0000x"',
        '"x\\u0000"',
        '"\\u001f"',
      ],
      ...["true", "false", "null", "[]", "{}", "[[]]", "[{}]", "[null]", "[0]", '[""]', '{"":0}', '{"0":0}'],
      ...['"\\ud800"', '"\\udc00"', '"\\udc00\\ud800"', '"\\ud83d\\ude00"', '"\\ud800\\ud83d\\ude00"'],
      ...['"\\uD800"', '"\\uDBFF\\uDFFF"', '"\\ud83d\\u0041"', '"\\\\ud800"', '"\\\\\\ud800"', '"\\/\\b\\f"'],
      ...['"\\ud83dx"', '"😀"', '"\u2028\u2029"', '"\u007f\u0085\ufeff"', '"K"', '"İ"', '"\u{10ffff}"'],
      ...['"\\u00e9"', '"e\u0301"', '"\ufffd"', '"\\ufffe"', '"<script>"', '"</"', '"\\u2028"'],
    ].map((value) => [value, value]),
  ),
};

export const names = [
  ...[
    "",
    "0",
    "-1",
    "00",
    "01",
    "1",
    "10",
    "2",
    "4294967294",
    "4294967295",
    "9007199254740993",
    " ",
    "\\u0000x",
  ],
  ...["__proto__", "__construct", "__get", "__toString", "constructor", "toString", "this", "from", "then"],
  ...[
    "\\ud800",
    "\\udc00x",
    "😀",
    "é",
    "a/b",
    "a~b",
    "a.b",
    "~1",
    "\\u2028",
    "\\u001b[31m",
    "\\n",
    '\\"',
    "\\\\",
  ],
  ...["length", "error", "original", "polling", "Event", "EVENT", "event ", "scancode", "scannedCode"],
  ...["x".repeat(300), "😀".repeat(150)],
];

const invalidTexts: readonly string[] = [
  ...[
    "",
    " ",
    "x",
    "{",
    "}",
    "[",
    "]",
    '"',
    "nul",
    "TRUE",
    "True",
    "FALSE",
    "Null",
    "NULL",
    "NaN",
    "Infinity",
  ],
  ...["-Infinity", "undefined", "0x10", "01", "-01", "+1", ".5", "5.", "1e", "1e+", "-", "--1", "1_000"],
  ...["'x'", "{a:1}", "{'a':1}", '{"a":1,}', "[1,]", "[,1]", "[1 2]", '{"a" 1}', '{"a":}', '{"a":1 "b":2}'],
  ...[
    "/**/{}",
    "{}//",
    "#{}",
    "{}x",
    "{}{}",
    "{}\0",
    "\0{}",
    "{}\ufeff",
    "\ufeff\ufeff{}",
    "\u00a0{}",
    "{}\u2028",
  ],
  ...[
    "\v{}",
    "\f{}",
    '"\t"',
    '"\n"',
    '"\\x41"',
    '"\\u12"',
    '"\\u{41}"',
    '"\\U0041"',
    '"\\ud8zz"',
    '"\\uZZZZ"',
  ],
  ...['"\\ud800\\u"', '"\\ud800\\uD8"', '"\\"', "[true,falsE]", '{"a":nulL}', "[tRue]", "truefalse", "1true"],
  ...["``", "new Date()", "()", "<x/>", "a:1", "%7B%7D", "{}&a=1", "b=1", "\u0000", "\ufffe{}"],
];

/** As they are, as a value of an object, and as an item of a list in it. */
const inPlaces = (text: string): readonly string[] => [text, withValue(text), withValue(`[0,${text}]`)];

const bytes: Readonly<Record<string, Uint8Array>> = Object.fromEntries(
  [
    ...["ff", "c3", "c328", "a0a1", "e228a1", "e282", "f0288cbc", "f09028bc", "f8a1a1a1a1", "fca1a1a1a1a1"],
    ...["c080", "c1bf", "e08080", "f0808080", "eda080", "edb080", "eda0bdedb880", "f4908080", "f5808080"],
    ...["efbfbe", "efbfbf", "f48fbfbf", "ed9fbf", "ee8080", "c280", "dfbf", "00", "1b", "1f", "7f", "efbbbf"],
  ].map((hex) => [hex, Buffer.from(hex, "hex")]),
);
const around = (text: string, inner: Uint8Array): Uint8Array => {
  const [before = "", after = ""] = text.split("HOLE");
  return Buffer.concat([Buffer.from(before), inner, Buffer.from(after)]);
};

const deepLevels = [998, 999, 1000, 1001, 1002, 5000, 100_000];

const deepShapes: Readonly<Record<string, (levels: number) => string>> = {
  lists: (levels) => withValue(nest(levels, "[", "]")),
  "empty lists": (levels) => withValue(nest(levels, "[", "]", "")),
  objects: (levels) => withValue(nest(levels, '{"a":', "}")),
  "empty objects": (levels) => withValue(nest(levels, '{"a":', "}", "{}")),
  both: (levels) => withValue(nest(levels / 2, '[{"a":', "}]")),
  "objects named event": (levels) => nest(levels, '{"event":', "}"),
  "lists that are the body": (levels) => nest(levels, "[", "]"),
  "lists that do not end": (levels) => withValue(`${repeat("[", levels)}0`).replace(/\}+$/, ""),
  "lists that end as objects": (levels) => withValue(nest(levels, "[", "}")),
  "lists with one end too many": (levels) => `${withValue(nest(levels, "[", "]"))}]`,
  "lists with brackets in texts": (levels) => withValue(nest(levels, "[", "]", `"${repeat("]}", 50)}"`)),
  "lists with quotes in texts": (levels) => withValue(nest(levels, "[", "]", `"\\"]\\\\"`)),
  "lists beside many": (levels) => withValue(`[${repeat("[],", 500)}${nest(levels, "[", "]")},{}]`),
};

const MiB = 1024 * 1024;
const filled = (length: number): string => {
  const empty = withValue('""');
  return empty.replace('"in":""', () => `"in":"${repeat("x", length - empty.length)}"`);
};

const large: Readonly<Record<string, string>> = {
  "a body of the limit": filled(MiB),
  "a body of one byte more": filled(MiB + 1),
  "a million letters": withCode(`"${repeat("a", 1_000_000)}"`),
  "a million letters in a list": withCode(`["${repeat("a", 1_000_000)}"]`),
  "half a million quotes": withCode(`"${repeat('\\"', 500_000)}"`),
  "half a million backslashes": withCode(`"${repeat("\\\\", 500_000)}"`),
  "half a million quotes, and TRUE": withMembers(`"in":"${repeat('\\"', 500_000)}","b":TRUE`),
  "half a million quotes in a text with TRUE": withValue(`"${repeat('\\"', 250_000)} TRUE "`),
  "many texts, and TRUE": withMembers(`"in":[${repeat('"x",', 240_000)}0],"b":TRUE`),
  "many texts with TRUE": withValue(`[${repeat('"TRUE",', 140_000)}0]`),
  "160 000 halves": withCode(`"${repeat("\\ud800", 160_000)}"`),
  "80 000 pairs and a half": withCode(`"${repeat("\\ud83d\\ude00", 80_000)}\\ud800"`),
  "80 000 escapes and a half": withCode(`"${repeat("\\u0041\\n", 100_000)}\\ud800"`),
  "a million letters and a half": withCode(`"${repeat("a", 1_000_000)}\\ud800"`),
  "300 000 lists": withValue(`[${repeat("[],", 300_000)}[]]`),
  "300 000 objects": withValue(`[${repeat("{},", 300_000)}{}]`),
  "500 000 numbers": withValue(`[${repeat("0,", 500_000)}0]`),
  "60 000 names": withValue(`{${Array.from({ length: 60_000 }, (_, index) => `"n${index}":0`).join()}}`),
  "60 000 unknown names": withMembers(Array.from({ length: 60_000 }, (_, index) => `"n${index}":0`).join()),
  "100 000 times one name": withMembers(repeat('"in":0,', 100_000).slice(0, -1)),
  "a number of a million digits": withValue(repeat("9", 1_000_000)),
  "a fraction of a million digits": withValue(`0.${repeat("1", 1_000_000)}`),
  "an exponent of a million digits": withValue(`1e${repeat("9", 1_000_000)}`),
  "a name of a million letters": withMembers(`"${repeat("a", 1_000_000)}":0`),
  "a million spaces": `${plain}${repeat(" ", 1_000_000)}`,
  "lines of a session": plain.replace('"lines":[]', () => `"lines":[${repeat('{"lineId":0},', 50_000)}{}]`),
};

const twice: readonly string[] = [
  ...['"scanCode":null', '"scanCode":{"scannedCode":"x","codeType":"barcode"}', '"event":{}', '"event":[]'],
  ...['"sender":"x"', '"__proto__":{"event":1}', '"\\u0065vent":{}', '"event":null', '"session":null'],
];

const roots: readonly string[] = [
  ...[
    "null",
    "true",
    "false",
    "0",
    "1",
    '"x"',
    '""',
    "[]",
    "{}",
    "[{}]",
    `[${plain}]`,
    JSON.stringify(plain),
  ],
  ...[
    '{"event":{}}',
    '{"event":[]}',
    '{"event":null}',
    '{"":{}}',
    '{"0":0}',
    '{"error":{}}',
    '{"original":{}}',
  ],
  ...[` ${plain} `, `\t\r\n${plain}\n`, `\ufeff${plain}`, `\ufeff ${plain}`, ` \ufeff${plain}`],
];

const utf16 = (text: string, isBig = false): Uint8Array => {
  const little = Buffer.from(`\ufeff${text}`, "utf16le");
  return isBig ? little.swap16() : little;
};

/** Bodies that the shop has signed, by name. */
export function listBodies(): readonly (readonly [name: string, body: string | Uint8Array])[] {
  const inAll = Object.values(values);
  return [
    ...roots.map((text) => [`the body ${text.slice(0, 60)}`, text] as const),
    ...invalidTexts.flatMap((text) =>
      inPlaces(text).map((body, at) => [`invalid ${at}: ${text}`, body] as const),
    ),
    ...inAll.flatMap((value) => [
      ...inPlaces(value).map((body, at) => [`value ${at}: ${value}`, body] as const),
      [`scannedCode ${value}`, withCode(value)] as const,
      [`branchNumber ${value}`, withBranch(value)] as const,
      [`dialog ${value}`, withMembers(`"dialog":${value}`)] as const,
      [`event ${value}`, plain.replace(/"event":\{[^}]*\}/, () => `"event":${value}`)] as const,
      [
        `eventPolling ${value}`,
        plain.replace('"eventPolling":false', () => `"eventPolling":${value}`),
      ] as const,
      [
        `eventCounter ${value}`,
        plain.replace(/"eventCounter":\d+/, () => `"eventCounter":${value}`),
      ] as const,
    ]),
    ...names.flatMap((name) => [
      [`name ${name}`, withMembers(`"${name}":1`)] as const,
      [`name ${name} inside`, withValue(`{"${name}":{"${name}":[]}}`)] as const,
      [`name ${name} in event`, plain.replace('"event":{', () => `"event":{"${name}":null,`)] as const,
      [`name ${name} in scanCode`, plain.replace('"scanCode":{', () => `"scanCode":{"${name}":{},`)] as const,
      [`only ${name}`, `{"${name}":{}}`] as const,
      [`code in ${name}`, plain.replace('"scannedCode"', () => `"${name}"`)] as const,
    ]),
    ...twice.flatMap((member) => [
      [`last: ${member}`, withMembers(member)] as const,
      [`first: ${member}`, plain.replace("{", () => `{${member},`)] as const,
    ]),
    ...Object.entries(bytes).flatMap(([hex, inner]) =>
      [withCode('"aHOLEb"'), `${plain}HOLE`, `HOLE${plain}`, withMembers('"HOLE":1'), withValue("HOLE")].map(
        (text, at) => [`bytes ${hex} at ${at}`, around(text, inner)] as const,
      ),
    ),
    ["UTF-16", utf16(plain)],
    ["UTF-16, big end first", utf16(plain, true)],
    ["Latin-1", Buffer.from(withCode('"café"'), "latin1")],
    ...Object.entries(deepShapes).flatMap(([name, shape]) =>
      deepLevels.map((levels) => [`${levels} levels of ${name}`, shape(levels)] as const),
    ),
    ...Object.entries(large),
  ];
}
