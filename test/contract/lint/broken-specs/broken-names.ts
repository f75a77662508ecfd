import type { Changes } from "../../read/small-spec.js";

export interface BrokenSpec {
  readonly name: string;
  readonly given: Changes;
}

const event = "events/scanCode.json";
const label = "responses/scanCode.json#/properties/label";
const said = (name: string): string => JSON.stringify(name);
const only = (name: string, value: object): unknown => Object.fromEntries([[name, value]]);

const badNames = [
  ...["", " ", "..", "a b", "a-b", "A", "1a", "é", "\u202ea", "a\u0000", "../a", "__proto__", ":id", "*"],
  ...["%2e", "C:a", "a".repeat(65), "]: (globalThis.PWN=1), [", "${a}", "`", "</script>", "\ud800", "*/"],
];
const named = badNames.flatMap((name) => [
  {
    name: `a property named ${said(name)}`,
    given: { "common/table.json#/properties": only(name, { description: "A.", type: "string" }) },
  },
  { name: `a type named ${said(name)}`, given: { "common/table.json#/title": `${name}!` } },
  { name: `a legacy name ${said(name)}`, given: { [`${label}/x-legacy-names`]: [name] } },
  { name: `an answer named ${said(name)}`, given: { [`${event}#/answers`]: only(name, {}) } },
]);

const references = [
  ...["", "#", "#/properties/a", "common/nothing.json", "common/table.json#", "/common/table.json"],
  ...["../common/table.json", "common/../common/table.json", "common\\table.json", "COMMON/TABLE.JSON"],
  ...["http://127.0.0.1:9/a.json", "file:///etc/passwd", "data:application/json,{}", "%2e%2e/a.json"],
  ...["#/%ZZ", "\ud800", "releases.json", event, "examples/scanCode/card.json", "responses/scanCode.json"],
  ...["__proto__", "dialect/shape.schema.json", "node:fs", "common/table.json\u0000"],
].flatMap(($ref) => [
  { name: `a reference to ${said($ref)}`, given: { [label]: { $ref } } },
  { name: `a file ${said($ref)} included`, given: { "responses/message.json#/x-includes": [$ref] } },
]);

const link = (index: number, next: number): object => ({
  title: `Link${index}`,
  description: "A.",
  type: "object",
  properties: { next: { $ref: `common/link-${next}.json` } },
});
const cycles = [1, 2, 50].map((length) => ({
  name: `a cycle of ${length} references`,
  given: Object.fromEntries<unknown>([
    ...Array.from({ length }, (_, i) => [`common/link-${i}.json`, link(i, (i + 1) % length)] as const),
    [label, { $ref: "common/link-0.json" }],
  ]),
}));

export const brokenNames: readonly BrokenSpec[] = [...named, ...references, ...cycles];
