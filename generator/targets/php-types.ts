import { toPhpText } from "../base/text/escape.js";
import { wrapText } from "../base/text/words.js";
import { formatRelease } from "../base/time/release.js";
import { addedIn, removedIn } from "../base/time/spans.js";
import {
  describeEnum,
  describeObject,
  describeProperty,
  type DescribeOptions,
} from "../contract/view/reasons.js";
import type {
  KindView,
  NamedEnumView,
  ObjectView,
  PropertyView,
  TypeView,
  View,
} from "../contract/view/view.js";
import {
  collectReferenced,
  findInlined,
  findKind,
  isNamedEnum,
  listBodies,
  mayBeNull,
  sortByName,
} from "../contract/view/walk.js";
import { toAnyComment } from "./doc-comment.js";

/** How the classes are used. */
interface PhpOptions {
  /** Set if the table's interpreter reads requests before the classes do: then these need no spellings or doubts. */
  readonly isChecked: boolean;
}

type Describing = DescribeOptions & PhpOptions;

/**
 * Converts the contract to classes of PHP 8.1. quicktype's PHP would be megabytes, and writes null for omitted
 * properties.
 */
export function toPhpTypes(view: View, { isChecked }: PhpOptions) {
  const { requests, responses } = listBodies(view);
  const types = [
    ...listSideTypes(requests, { fleet: view.fleet, asksFormats: false, isChecked }),
    ...listSideTypes(responses, { fleet: view.fleet, asksFormats: true, isChecked }),
  ];
  // Both sides may use the same enum.
  return sortByName([...new Map(types.map((type) => [type.name, type])).values()]).map((type) => ({
    ...type,
    name: toPhpName(type.name),
  }));
}

/** The events with the classes of their requests and answers. */
export const toPhpHandlers = (view: View) =>
  view.events.map(({ name, prose, exists, request, response }) => ({
    name,
    comment: toTaggedLines(prose.description, { exists }, 8),
    request: toPhpName(request.name),
    response: toPhpName(response.name),
  }));

function listSideTypes(roots: readonly ObjectView[], describing: Describing) {
  const { objects, enums } = collectReferenced(roots);
  const isAnswer = describing.asksFormats;
  return [
    ...objects
      .filter((object) => isClass(object, isAnswer))
      .map((object) => {
        const listed = describing.isChecked ? listChecked(object) : listSpelledProperties(object);
        const properties = sortRequiredFirst(listed).map((each) => toPhpProperty(each, object, describing));
        const comment = describe(object, (part) => describeObject(part, describing), describing, 0);
        return { name: object.name, comment, properties, uses: listUses(properties) };
      }),
    ...enums.filter(isClosed).map((each) => ({
      name: each.name,
      comment: describe(each, (part) => describeEnum(part, describing), describing, 0),
      cases: toCases(each.values.map(({ value }) => value)),
    })),
  ];
}

/** The names that a file of its own imports. */
function listUses(
  properties: readonly { readonly attributes: readonly string[]; readonly declaration: string }[],
) {
  const needsStdClass = properties.some((each) =>
    /\bstdClass\b/.test([each.declaration, each.attributes].join()),
  );
  return [
    "JsonSerializable",
    ...(properties.some(({ attributes }) => attributes.length > 0) ? ["Mplus\\Protocol\\ListOf"] : []),
    "Mplus\\Protocol\\Model",
    ...(needsStdClass ? ["stdClass"] : []),
  ];
}

/** An object without known properties does not become a class. */
const isClass = ({ open, properties }: ObjectView, isAnswer: boolean): boolean =>
  properties.length > 0 || (isAnswer && !open);

/** An open enum becomes a string. */
const isClosed = ({ open, values }: Pick<NamedEnumView, "open" | "values">): boolean =>
  !open && values.length > 0;

/** What is doubtful may have been left out. */
const listChecked = ({ properties }: ObjectView): readonly PropertyView[] =>
  properties.map((each) => ({ ...each, required: each.required && !each.lenient }));

/** Lists properties under each of their spellings, so none of these is required. */
const listSpelledProperties = ({ properties }: ObjectView): readonly PropertyView[] =>
  properties.flatMap((property): PropertyView[] => {
    const { name, prose, legacyNames, required } = property;
    const older = { ...prose, description: `Another spelling of \`${name}\`.` };
    return [
      { ...property, required: required && legacyNames.length === 0 },
      ...legacyNames.map((other) => ({ ...property, name: other, required: false, prose: older })),
    ];
  });

/** A parameter with a default comes after those without one. */
const sortRequiredFirst = (properties: readonly PropertyView[]): readonly PropertyView[] => [
  ...properties.filter(({ required }) => required),
  ...properties.filter(({ required }) => !required),
];

function toPhpProperty(property: PropertyView, holder: ObjectView, describing: Describing) {
  const { name, type, required, lenient } = property;
  const { asksFormats: isAnswer, isChecked } = describing;
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
      ...describe(property, (part) => describeProperty(part, describing), describing, 8),
      ...(types.includes("array") ? [`@var ${documented}`] : []),
    ],
    attributes: [
      ...(items === "mixed" ? [] : [`ListOf(${scalars.includes(items) ? `'${items}'` : `${items}::class`})`]),
      ...(lenient && !required && !isChecked ? ["Undocumented"] : []),
      ...(!isAnswer && !isChecked && inlined?.property.name === name
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
    "isset iterable list match mixed model namespace never new null object or parent print private protected public " +
    "readonly require require_once return self static string switch throw trait true try unset use var void while " +
    "xor yield jsonserializable stdclass json listof undocumented inlined invalidbody"
  ).split(" "),
);

type Described = Pick<PropertyView, "prose" | "exists">;

/** In classes that are checked, tags say when a part was added and what replaces it; editors show them. */
function describe<Part extends Described>(
  part: Part,
  describePart: (part: Part) => string,
  { isChecked }: PhpOptions,
  indent: number,
): readonly string[] {
  if (isChecked) return toTaggedLines(describePart({ ...part, exists: undefined }), part, indent);
  return toTaggedLines(describePart(part), { prose: part.prose }, indent);
}

/** Puts a deprecation in a tag, which editors show as struck through, instead of the text. */
function toTaggedLines(
  described: string,
  { prose, exists }: Partial<Described>,
  indent: number,
): readonly string[] {
  const text = toAnyComment(described);
  const tagAt = prose?.deprecated ? text.lastIndexOf("Deprecated") : -1;
  const [since, until] = [addedIn(exists), removedIn(exists)];
  return [
    tagAt < 0 ? text : text.slice(0, tagAt).trim(),
    ...(since === undefined ? [] : [`@since v${formatRelease(since)}`]),
    ...(until === undefined ? [] : [`Removed in v${formatRelease(until)}.`]),
    ...(tagAt < 0 ? [] : [`@deprecated ${text.slice(tagAt + "Deprecated".length).replace(/^[:\s]+/, "")}`]),
  ].flatMap((part) => toCommentLines(part, indent));
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
