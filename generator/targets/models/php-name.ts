import type { SchemaObject } from "../../schema/dialects.js";

/** Whether a definition becomes a class or an enum: texts and objects that nothing is known of do not. */
export const isPhpClass = ({ properties, additionalProperties, enum: values }: SchemaObject): boolean =>
  values !== undefined ||
  (properties !== undefined &&
    (additionalProperties === false || Object.keys(properties as object).length > 0));

/** The name of a type as PHP takes it. */
export const toPhpName = (name: string): string => (reserved.has(name.toLowerCase()) ? `${name}_` : name);

/** The name of a property as PHP takes it: `$this` is the object itself. */
export const toVariableName = (name: string): string => (name === "this" ? "this_" : name);

/** What may be no name of a class: https://www.php.net/manual/en/reserved.php, and what the file itself uses. */
const reserved: ReadonlySet<string> = new Set(
  (
    "abstract and array as bool break callable case catch class clone const continue declare default die do echo else " +
    "elseif empty enddeclare endfor endforeach endif endswitch endwhile enum eval exit extends false final finally float fn " +
    "for foreach from function global goto if implements include include_once instanceof insteadof int interface " +
    "isset iterable list match mixed namespace never new null object or parent print private protected public " +
    "readonly require require_once return self static string switch throw trait true try unset use var void while " +
    "xor yield jsonserializable stdclass typeerror unexpectedvalueexception valueerror"
  ).split(" "),
);
