import { code, Name, nil, type Ajv, type Code, type CodeKeywordDefinition } from "../../schema/ajv.js";
import { gateKeywords } from "./gate-vocabulary.js";
import { int64Keywords } from "./int64-vocabulary.js";

/**
 * The keywords that the compiled validators have instead of ajv's own, so that no schema is embedded in what is
 * emitted: an error carries what a sentence about it needs, and format checks call functions of ours.
 */
export const addVocabulary = (ajv: Ajv): void => {
  const own = [closed, values, kinds, formats, safeInteger, requiredSpelling];
  for (const keyword of [...own, ...gateKeywords(), ...int64Keywords()]) ajv.addKeyword(keyword);
};

/** Something that the spec knows, but that may not be sent here. */
export interface Forbidden {
  readonly name: string;
  readonly reason: string;
  readonly addedIn?: string;
}

/** The properties an object may have, and those that it may not although the spec knows them. */
export interface ClosedSchema {
  readonly known: readonly string[];
  readonly forbidden: readonly Forbidden[];
}

/** The values that a string may have, and those that it may not although the spec knows them. */
export interface ValuesSchema {
  readonly allowed: readonly string[];
  readonly forbidden: readonly Forbidden[];
}

/** No property but the known ones; one that is set to `undefined` is not sent, so it does not count. */
const closed: CodeKeywordDefinition = {
  keyword: "closed",
  type: "object",
  schemaType: "object",
  error: {
    message: "unknown property",
    params: ({ params }) => code`{property: ${params["property"]}, closed}`,
  },
  code(cxt) {
    const { gen, data } = cxt;
    // A Date, say: what is checked has to be what JSON.stringify will write.
    gen.if(code`typeof ${data}.toJSON === "function" && !hasOwn.call(${data}, "toJSON")`, () => {
      cxt.setParams({ property: code`"toJSON"` });
      cxt.error();
    });
    const key = gen.name("key");
    // Object.keys would make a list of each object, only to find that all is well.
    gen.for(code`const ${key} in ${data}`, () => {
      const unknown = isNoneOf(key, (cxt.schema as ClosedSchema).known);
      gen.if(code`${unknown} && ${data}[${key}] !== undefined && hasOwn.call(${data}, ${key})`, () => {
        cxt.setParams({ property: key });
        cxt.error();
      });
    });
  },
};

/** Of more names than this, a set is quicker to ask. */
const mostCompared = 12;

function isNoneOf(key: Name, names: readonly string[]): Code {
  if (names.length > mostCompared) return code`!closed.known.has(${key})`;
  return names.reduce((all, name) => code`${all} && ${key} !== ${name}`, code`true`);
}

/** A closed enum of strings, written out. */
const values: CodeKeywordDefinition = {
  keyword: "values",
  type: "string",
  schemaType: "object",
  error: {
    message: "unknown value",
    params: ({ schema, params }) =>
      code`{values: ${literal((schema as ValuesSchema).allowed)}${params["forbidden"] ?? nil}}`,
  },
  code(cxt) {
    const { allowed, forbidden } = cxt.schema as ValuesSchema;
    for (const { name, reason, addedIn } of forbidden) {
      const release = addedIn === undefined ? nil : code`, addedIn: ${addedIn}`;
      cxt.gen.if(code`${cxt.data} === ${name}`, () => {
        cxt.setParams({ forbidden: code`, forbidden: {name: ${name}, reason: ${reason}${release}}` });
        cxt.error();
      });
    }
    cxt.setParams({ forbidden: nil });
    const tests = [...allowed, ...forbidden.map(({ name }) => name)].map(
      (value) => code`${cxt.data} !== ${value}`,
    );
    cxt.fail(tests.reduce((all, test) => code`${all} && ${test}`));
  },
};

/** None of the kinds of a union: where this stands, no other was found. */
const kinds: CodeKeywordDefinition = {
  keyword: "kinds",
  schemaType: "array",
  error: { message: "wrong kind", params: ({ schema }) => code`{kinds: ${literal(schema)}}` },
  code: (cxt) => cxt.fail(code`true`),
};

const formatChecks: Readonly<Record<string, string>> = {
  date: "isDate",
  "date-time": "isDateTime",
  uri: "isUri",
  uuid: "isUuid",
};

/** Text of one of these formats. */
const formats: CodeKeywordDefinition = {
  keyword: "formats",
  type: "string",
  schemaType: "array",
  error: { message: "wrong format", params: ({ schema }) => code`{formats: ${literal(schema)}}` },
  code(cxt) {
    const tests = (cxt.schema as readonly string[]).map((format) => {
      const check = formatChecks[format];
      if (check === undefined) throw new Error(`no check is emitted for the format ${format}`);
      return code`!${new Name(check)}(${cxt.data})`;
    });
    cxt.fail(tests.reduce((all, test) => code`${all} && ${test}`));
  },
};

/** What JSON.parse had to round was a larger integer: refuse it rather than hand on another number. */
const safeInteger: CodeKeywordDefinition = {
  keyword: "safeInteger",
  type: "number",
  schemaType: "boolean",
  error: { message: "unsafe integer", params: () => code`{}` },
  code(cxt) {
    // What is no integer at all is the matter of `type`.
    cxt.fail(code`Number.isInteger(${cxt.data}) && !Number.isSafeInteger(${cxt.data})`);
  },
};

/** Required under any one of several spellings, the canonical one first. */
const requiredSpelling: CodeKeywordDefinition = {
  keyword: "requiredSpelling",
  type: "object",
  schemaType: "array",
  error: { message: "missing property", params: ({ params }) => code`{missingProperty: ${params["name"]}}` },
  code(cxt) {
    for (const spellings of cxt.schema as readonly (readonly string[])[]) {
      const missing = spellings.map(
        (name) => code`(${cxt.data}[${name}] === undefined || !hasOwn.call(${cxt.data}, ${name}))`,
      );
      cxt.gen.if(
        missing.reduce((all, test) => code`${all} && ${test}`),
        () => {
          cxt.setParams({ name: code`${spellings[0] ?? ""}` });
          cxt.error();
        },
      );
    }
  },
};

/** A list of strings as code. */
const literal = (schema: unknown): Code => {
  const [first, ...others] = (schema as readonly string[]).map((value) => code`${value}`);
  return code`[${others.reduce((all, value) => code`${all}, ${value}`, first ?? code``)}]`;
};
