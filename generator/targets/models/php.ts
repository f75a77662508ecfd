import { hasInvisible } from "../../base/text/quote.js";
import { wrapText } from "../../base/text/words.js";
import {
  describeEnum,
  describeObject,
  describeProperty,
  type DescribeOptions,
} from "../../contract/view/reasons.js";
import type {
  KindView,
  NamedEnumView,
  ObjectView,
  PropertyView,
  TypeView,
  View,
} from "../../contract/view/view.js";
import {
  collectReferenced,
  findInlined,
  findKind,
  isNamedEnum,
  listBodies,
  mayBeNull,
  sortByName,
} from "../../contract/view/walk.js";
import { toAnyComment } from "../doc-comment.js";

/** The contract as PHP 8.1, which `MplusJson.php` reads. The library writes PHP as well, but megabytes of it, and null for what is left out. */
export function toPhpTypes(view: View) {
  const { requests, responses } = listBodies(view);
  const types = [
    ...listSideTypes(requests, { fleet: view.fleet, asksFormats: false }),
    ...listSideTypes(responses, { fleet: view.fleet, asksFormats: true }),
  ];
  // Both sides may use one enum.
  return sortByName([...new Map(types.map((type) => [type.name, type])).values()]).map((type) => ({
    ...type,
    name: toPhpName(type.name),
  }));
}

/** The classes and enums of requests or of answers, as the layout shows them. */
function listSideTypes(roots: readonly ObjectView[], describing: DescribeOptions) {
  const { objects, enums } = collectReferenced(roots);
  const isAnswer = describing.asksFormats;
  return [
    ...objects
      .filter((object) => isClass(object, isAnswer))
      .map((object) => ({
        name: object.name,
        comment: toCommentLines(toAnyComment(describeObject(object, describing))),
        properties: listSpelledProperties(object).map((property) =>
          toPhpProperty(property, object, describing),
        ),
      })),
    ...enums.filter(isClosed).map((each) => ({
      name: each.name,
      comment: toCommentLines(toAnyComment(describeEnum(each, describing))),
      cases: toCases(each.values.map(({ value }) => value)),
    })),
  ];
}

/** Whether an object becomes a class: one that nothing is known of does not. */
const isClass = ({ open, properties }: ObjectView, isAnswer: boolean): boolean =>
  properties.length > 0 || (isAnswer && !open);

/** Whether an enum becomes one in PHP: others are texts. */
const isClosed = ({ open, values }: Pick<NamedEnumView, "open" | "values">): boolean =>
  !open && values.length > 0;

/** What may come under several names is under each of them, and under none for certain. What is required comes first. */
function listSpelledProperties({ properties }: ObjectView): readonly PropertyView[] {
  const spelt = properties.flatMap((property): PropertyView[] => {
    const { name, prose, legacyNames, required } = property;
    const older = { ...prose, description: `Another spelling of \`${name}\`.` };
    return [
      { ...property, required: required && legacyNames.length === 0 },
      ...legacyNames.map((other) => ({ ...property, name: other, required: false, prose: older })),
    ];
  });
  return [...spelt.filter(({ required }) => required), ...spelt.filter(({ required }) => !required)];
}

/** A parameter of the constructor. */
function toPhpProperty(property: PropertyView, holder: ObjectView, describing: DescribeOptions) {
  const { name, type, required, lenient } = property;
  const isAnswer = describing.asksFormats;
  const types = listPhpTypes(type, isAnswer);
  const itemTypes = listPhpTypes(findKind(type, "array")?.items ?? "unknown", isAnswer);
  // Its own properties may stand beside it.
  const inlined = findInlined(holder);
  const items = itemTypes.length > 1 ? "mixed" : itemTypes.join();
  const some = [
    ...types.filter((each) => each !== "null"),
    ...(required && !mayBeNull(type) ? [] : ["null"]),
  ];
  const whole = types.includes("mixed") ? "mixed" : some.join("|").replace(/^(\w+)\|null$/, "?$1");
  const documented = some.map((each) => (each === "array" ? `list<${items}>` : each)).join("|");
  return {
    comment: [
      ...toPropertyComment(property, describing),
      ...(types.includes("array") ? [`@var ${documented}`] : []),
    ],
    attributes: [
      ...(items === "mixed" ? [] : [`ListOf(${scalars.includes(items) ? `'${items}'` : `${items}::class`})`]),
      ...(lenient && !required ? ["Undocumented"] : []),
      ...(!isAnswer && inlined?.property.name === name
        ? [
            `Inlined([${inlined.names.map(toPhpText).join(", ")}]${inlined.nullable ? ", nullable: true" : ""})`,
          ]
        : []),
    ],
    // `$this` is the object itself. No property of the contract has an underscore in its name.
    declaration: `${whole} $${name === "this" ? "this_" : name}${required ? "" : " = null"}`,
  };
}

/** What a value of a type is in PHP: one of these, each once. */
const listPhpTypes = (type: TypeView, isAnswer: boolean): readonly string[] =>
  type === "unknown" || type.length === 0
    ? ["mixed"]
    : [...new Set(type.map((kind) => toPhpType(kind, isAnswer)))];

const scalars = ["string", "bool", "int", "float", "array", "stdClass"];

function toPhpType(kind: KindView, isAnswer: boolean): string {
  switch (kind.kind) {
    case "null":
    case "array":
      return kind.kind;
    case "boolean":
      return "bool";
    case "text":
      return "string";
    case "number":
      return kind.level === "number" ? "float" : "int";
    case "enum":
      return isNamedEnum(kind.enum) && isClosed(kind.enum) ? toPhpName(kind.enum.name) : "string";
    case "object":
      // Whatever is in it stays as it came.
      return isClass(kind.object, isAnswer) ? toPhpName(kind.object.name) : "stdClass";
  }
}

/** The name of a type as PHP takes it. */
const toPhpName = (name: string): string => (reservedNames.has(name.toLowerCase()) ? `${name}_` : name);

/** What may be no name of a class: https://www.php.net/manual/en/reserved.php, and what the file itself uses. */
const reservedNames: ReadonlySet<string> = new Set(
  (
    "abstract and array as bool break callable case catch class clone const continue declare default die do echo else " +
    "elseif empty enddeclare endfor endforeach endif endswitch endwhile enum eval exit extends false final finally float fn " +
    "for foreach from function global goto if implements include include_once instanceof insteadof int interface " +
    "isset iterable list match mixed namespace never new null object or parent print private protected public " +
    "readonly require require_once return self static string switch throw trait true try unset use var void while " +
    "xor yield jsonserializable stdclass json listof undocumented inlined invalidbody"
  ).split(" "),
);

/** What is deprecated is said by a tag, which editors strike through, and by nothing else. */
function toPropertyComment(property: PropertyView, describing: DescribeOptions): readonly string[] {
  const text = toAnyComment(describeProperty(property, describing));
  const tagAt = property.prose.deprecated ? text.lastIndexOf("Deprecated") : -1;
  if (tagAt < 0) return toCommentLines(text, 8);
  const tag = `@deprecated ${text.slice(tagAt + "Deprecated".length).replace(/^[:\s]+/, "")}`;
  return [text.slice(0, tagAt).trim(), tag].flatMap((part) => toCommentLines(part, 8));
}

/** A value is its own name where it is one; the others are counted, past the names that are taken. */
function toCases(values: readonly string[]) {
  const isName = (value: string): boolean => /^[A-Za-z][A-Za-z0-9]*$/.test(value);
  const taken = values.filter(isName).map(toPhpName);
  return values.map((value, index) => {
    let count = index;
    while (taken.includes(`Value${count}`)) count += 1;
    const name = isName(value) ? toPhpName(value) : `Value${count}`;
    taken.push(name);
    return { name, value: toPhpText(value) };
  });
}

/** A literal that reads back as exactly this, and hides no character. */
function toPhpText(text: string): string {
  if (!hasInvisible(text)) return `'${text.replace(/[\\']/g, "\\$&")}'`;
  const shown = Array.from(text.replace(/[\\"$]/g, "\\$&"), (character) =>
    hasInvisible(character) ? `\\u{${character.codePointAt(0)?.toString(16) ?? ""}}` : character,
  );
  return `"${shown.join("")}"`;
}

const toCommentLines = (description: string, indent = 0): readonly string[] =>
  description === "" ? [] : wrapText(description, 110 - indent);
