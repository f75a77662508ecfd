import { dialects, type Dialect, type SchemaObject } from "../../schema/dialects.js";
import { toDefinitions, type Definitions } from "../../schema/schemas.js";
import { toCommentText, type CommentText } from "../../text/escape.js";
import type { View } from "../../view/view.js";
import { collectReferred, listBodies } from "../../view/walk.js";

/** What the models are made of. */
export interface Contract {
  readonly view: View;
  readonly schemas: Definitions;
  /** The properties of requests whose contents nobody documents, by the name of their object: a value that does not fit is left out. */
  readonly lenient: ReadonlyMap<string, ReadonlySet<string>>;
}

/** The contract as schemas that types are made of. */
export const toContract = (view: View): Contract => ({
  view,
  schemas: toDefinitions(view, dialect),
  lenient: new Map(
    collectReferred(listBodies(view).requests).objects.map(({ name, properties }) => [
      name,
      new Set(properties.filter(({ lenient }) => lenient).map((property) => property.name)),
    ]),
  ),
});

/** What is referred to, with its name, by the reference. */
export type References = ReadonlyMap<unknown, readonly [name: string, schema: SchemaObject]>;

/** The definitions by what refers to them. */
export const indexReferences = (definitions: Definitions): References =>
  new Map([...definitions].map((entry) => [referTo(entry[0]), entry]));

/** Where a definition is referred to. */
export const referTo = (name: string): unknown => dialect.refer(name)["$ref"];

/**
 * Makes text fit for a comment of any of the languages: for a block, for lines, for a text between three quotes. Python ends
 * that text at quotes and reads backslashes in it, Java reads `\u002a` in comments as well, C# and Java read tags, and PHP
 * may stop at `?>`.
 */
export const toAnyComment = (text: string): CommentText =>
  toCommentText(text)
    .replaceAll("\n", " ")
    .replace(/[\\"<>&`]/g, (character) => lookAlikes[character] ?? "") as CommentText;

/** Characters that mean something to one of the languages, and such as look alike and mean nothing. */
const lookAlikes: Readonly<Record<string, string>> = {
  "\\": "\u2216",
  '"': "'",
  "<": "\u2039",
  ">": "\u203a",
  "&": "\uff06",
  "`": "'",
};

/**
 * What a property takes is said by its type alone: a format would turn a text into a date, which goes back as another text.
 * What is required comes first, so that the rest can be left out where a value is made; else the order is the spec's. Null is
 * said where it is asked for. What is optional is left out instead, since most languages have one null for both.
 */
const dialect: Dialect = {
  ...dialects["draft-07"],
  describe: toAnyComment,
  isExact: false,
  hasExamples: false,
  nullsIn: "required places",
  requiredFirst: true,
};
