import { toPhpText } from "../../base/text/escape.js";
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

/**
 * Converts the contract to PHP 8.1 for `MplusJson.php`. quicktype's PHP would be megabytes, and writes null for omitted
 * properties.
 */
export function toPhpTypes(view: View) {
  const { requests, responses } = listBodies(view);
  const types = [
    ...listSideTypes(requests, { fleet: view.fleet, asksFormats: false }),
    ...listSideTypes(responses, { fleet: view.fleet, asksFormats: true }),
  ];
  // Both sides may use the same enum.
  return sortByName([...new Map(types.map((type) => [type.name, type])).values()]).map((type) => ({
    ...type,
    name: toPhpName(type.name),
  }));
}

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

/** An object without known properties does not become a class. */
const isClass = ({ open, properties }: ObjectView, isAnswer: boolean): boolean =>
  properties.length > 0 || (isAnswer && !open);

/** An open enum becomes a string. */
const isClosed = ({ open, values }: Pick<NamedEnumView, "open" | "values">): boolean =>
  !open && values.length > 0;

/** Lists properties under each of their spellings, so none of these is required. Required properties come first. */
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

function toPhpProperty(property: PropertyView, holder: ObjectView, describing: DescribeOptions) {
  const { name, type, required, lenient } = property;
  const isAnswer = describing.asksFormats;
  const types = listPhpTypes(type, isAnswer);
  const itemTypes = listPhpTypes(findKind(type, "array")?.items ?? "unknown", isAnswer);
  // Its properties may be sent directly in its parent.
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
    // PHP reserves `$this`. No property of the contract has an underscore in its name.
    declaration: `${whole} $${name === "this" ? "this_" : name}${required ? "" : " = null"}`,
  };
}

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
      // Its contents are not converted.
      return isClass(kind.object, isAnswer) ? toPhpName(kind.object.name) : "stdClass";
  }
}

const toPhpName = (name: string): string => (reservedNames.has(name.toLowerCase()) ? `${name}_` : name);

/** Names that a class must not have: https://www.php.net/manual/en/reserved.php, and those that the file itself uses. */
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

/** Puts a deprecation in a tag, which editors show as struck through, instead of the text. */
function toPropertyComment(property: PropertyView, describing: DescribeOptions): readonly string[] {
  const text = toAnyComment(describeProperty(property, describing));
  const tagAt = property.prose.deprecated ? text.lastIndexOf("Deprecated") : -1;
  if (tagAt < 0) return toCommentLines(text, 8);
  const tag = `@deprecated ${text.slice(tagAt + "Deprecated".length).replace(/^[:\s]+/, "")}`;
  return [text.slice(0, tagAt).trim(), tag].flatMap((part) => toCommentLines(part, 8));
}

/** Names cases after their values if these are valid names, otherwise by an unused number. */
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

const toCommentLines = (description: string, indent = 0): readonly string[] =>
  description === "" ? [] : wrapText(description, 110 - indent);
