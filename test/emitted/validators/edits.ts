import { update, type JsonPath } from "../../workbench/json-paths.js";

/** Edits that break a document at a path. Each returns a new document. */
export type Edit = (document: unknown, path: JsonPath) => unknown;

const replaceBy =
  (value: unknown): Edit =>
  (document, path) =>
    update(document, path, () => structuredClone(value));

const change =
  (to: (value: unknown) => unknown): Edit =>
  (document, path) =>
    update(document, path, to);

/** Renames a property; the root and array items have no name. */
const rename =
  (to: (name: string) => string | undefined): Edit =>
  (document, path) => {
    const key = path.at(-1);
    if (typeof key !== "string") return document;
    return update(document, path.slice(0, -1), (parent) =>
      Object.fromEntries(
        Object.entries(parent as object).flatMap(([name, value]) => {
          const renamed = name === key ? to(name) : name;
          return renamed === undefined ? [] : [[renamed, value as unknown]];
        }),
      ),
    );
  };

const isObject = (value: unknown): value is object =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const addProperty = (name: string, added: unknown): Edit =>
  change((value) =>
    isObject(value) ? Object.fromEntries([...Object.entries(value), [name, added]]) : value,
  );

const swapLetters = (name: string): string => name.replace(/(.)(.)$/, "$2$1");

export const edits = {
  "drop a property": rename(() => undefined),
  "swap two letters of a name": rename(swapLetters),
  "put a name in capitals": rename((name) => name.toUpperCase()),
  "add a letter to a name": rename((name) => `${name}s`),
  "use a name's legacy spelling": rename((name) => (name === "minimumValue" ? "miminumValue" : name)),
  "add an unknown property": addProperty("colour", "red"),
  "add a property that every object inherits": addProperty("constructor", 1),
  "add the prototype as a property": addProperty("__proto__", { required: true }),
  "add a property of a later release": addProperty("form", null),
  "add a property of another event": addProperty("receiptFooter", {}),
  null: replaceBy(null),
  true: replaceBy(true),
  "an empty text": replaceBy(""),
  "a text": replaceBy("abc"),
  "a text of a number": replaceBy("12"),
  "a text of several code units": replaceBy("\u{1f600}"),
  "a date": replaceBy("2026-02-29"),
  "a moment": replaceBy("2026-02-28T12:00:00+01:00"),
  "an address": replaceBy("https://example.org/a?b#c"),
  "a uuid": replaceBy("057D75C5-a2d4-4295-9965-6b42767e5527"),
  "a uuid with its scheme": replaceBy("urn:uuid:057d75c5-a2d4-4295-9965-6b42767e5527"),
  zero: replaceBy(0),
  "less than zero": replaceBy(-1),
  "no integer": replaceBy(1.5),
  "the last safe integer": replaceBy(Number.MAX_SAFE_INTEGER),
  "an unsafe integer": replaceBy(2 ** 53),
  "a huge number": replaceBy(1e300),
  infinity: replaceBy(Infinity),
  "not a number": replaceBy(NaN),
  "an empty object": replaceBy({}),
  "an empty array": replaceBy([]),
  "an array around it": change((value) => [value]),
  "an object around it": change((value) => ({ value })),
  "the first of several": change((value) => (Array.isArray(value) ? (value[0] as unknown) : value)),
  "another text of a similar kind": change((value) => (typeof value === "string" ? `${value}x` : value)),
} satisfies Record<string, Edit>;
