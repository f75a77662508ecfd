import type { Changes } from "../../spec/small-spec.js";

/** A spec that is not one, and how it came about. */
export interface BrokenSpec {
  readonly name: string;
  readonly given: Changes;
}

const event = "events/scanCode.json";
const label = "responses/scanCode.json#/properties/label";

const badNames = [
  ...[
    "",
    " ",
    ".",
    "..",
    "a b",
    "a.b",
    "a-b",
    "a_b",
    "A",
    "1a",
    "é",
    "\u202ea",
    "a\u200b",
    "a\u0000",
    "../a",
    "/a",
  ],
  ...[
    "__proto__",
    "hasOwnProperty ",
    "*",
    ":id",
    "(.*)",
    "{a}",
    "%2e",
    "C:a",
    "a".repeat(65),
    "a".repeat(300),
  ],
  ...["]: (globalThis.PWN=1), [", '"; globalThis.PWN=1; "', "${a}", "`", "</script>", "\ud800", "*/"],
];
const named = badNames.flatMap((name) => [
  {
    name: `a property named ${JSON.stringify(name)}`,
    given: {
      "common/table.json#/properties": JSON.parse(
        `{ ${JSON.stringify(name)}: { "description": "A.", "type": "string" } }`,
      ) as unknown,
    },
  },
  { name: `a type named ${JSON.stringify(name)}`, given: { "common/table.json#/title": `${name}!` } },
  { name: `a legacy name ${JSON.stringify(name)}`, given: { [`${label}/x-legacy-names`]: [name] } },
  {
    name: `an answer named ${JSON.stringify(name)}`,
    given: { [`${event}#/answers`]: JSON.parse(`{ ${JSON.stringify(name)}: {} }`) as unknown },
  },
]);

const references = [
  ...[
    "",
    "#",
    "#/properties/a",
    "nothing.json",
    "common/nothing.json",
    "common/table.json#",
    "/common/table.json",
  ],
  ...["./common/table.json", "../common/table.json", "common/../common/table.json", "common//table.json"],
  ...["common\\table.json", "COMMON/TABLE.JSON", "http://127.0.0.1:9/a.json", "https://example.com/a.json"],
  ...[
    "file:///etc/passwd",
    "data:application/json,{}",
    "//host/share.json",
    "C:\\a.json",
    "%2e%2e/a.json",
    "#/%ZZ",
  ],
  ...[
    "#/~2",
    "\ud800",
    "releases.json",
    "envelope.json",
    event,
    "examples/scanCode/card.json",
    "responses/scanCode.json",
  ],
  ...["__proto__", "constructor", "dialect/shape.schema.json", "node:fs", "common/table.json\u0000"],
].flatMap(($ref) => [
  { name: `a reference to ${JSON.stringify($ref)}`, given: { [label]: { $ref } } },
  {
    name: `a file ${JSON.stringify($ref)} included`,
    given: { "responses/message.json#/x-includes": [$ref] },
  },
]);

const chain = (length: number): Changes =>
  Object.fromEntries(
    Array.from({ length }, (_, i) => [
      `common/link-${i}.json`,
      {
        title: `Link${i}`,
        description: "A.",
        type: "object",
        properties: { next: { $ref: `common/link-${(i + 1) % length}.json` } },
      },
    ]),
  );

const cycles = [1, 2, 3, 50].map((length) => ({
  name: `a cycle of ${length} references`,
  given: { ...chain(length), [label]: { $ref: "common/link-0.json" } },
}));

const paths = [
  ...[
    "events/Con.json",
    "events/con.json",
    "events/nul.json",
    "events/aux.json",
    "events/com1.json",
    "events/index.json",
  ],
  ...[
    "events/scancode.json",
    "events/SCANCODE.json",
    "events/__proto__.json",
    "events/a.b.json",
    "events/a b.json",
  ],
  ...[
    "events/-a.json",
    "events/é.json",
    "events/:id.json",
    "events/*.json",
    "events/(.*).json",
    "events/a\\b.json",
  ],
  ...[
    "events/a/b.json",
    "events/.json",
    "events/..json",
    "events/1a.json",
    "events/\u202e.json",
    "other.json",
  ],
  ...[`events/${"a".repeat(65)}.json`, `events/${"a".repeat(240)}.json`, "events/a2b.json", "nothing/a.json"],
].map((path) => ({
  name: `a file ${JSON.stringify(path)}`,
  given: { [path]: { description: "A.", carries: { scanCode: { required: true } }, answers: {} } },
}));

/** Names, references and paths that are none. */
export const brokenNames: readonly BrokenSpec[] = [...named, ...references, ...cycles, ...paths];
