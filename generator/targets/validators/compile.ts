import { toStringLiteral } from "../../print/text.js";
import { createAjv, type Ajv, type JsonSchema, type ValidateFunction } from "../../schema/ajv.js";
import { addVocabulary } from "./vocabulary.js";

/** One function as ajv wrote it, with the functions it calls. */
export interface CompiledFunction {
  readonly name: string;
  readonly code: string;
  /** Names of the objects whose functions it calls. */
  readonly calls: readonly string[];
}

/**
 * Compiles schemas that refer to each other by name, each once. With `allErrors` a function reports everything
 * that is wrong, else it stops at the first fault, so that hostile input stays cheap.
 */
export function compileSchemas(
  schemas: ReadonlyMap<string, JsonSchema>,
  { allErrors }: { readonly allErrors: boolean },
): CompiledFunction[] {
  const ajv = createAjv({
    allErrors,
    messages: false,
    inlineRefs: false,
    passContext: true,
    validateSchema: false,
    meta: false,
    code: { source: true, lines: true, optimize: 1 },
  });
  addVocabulary(ajv);
  for (const [name, schema] of schemas) ajv.addSchema(schema, name);
  const functions = new Map([...schemas.keys()].map((name) => [getFunction(ajv, name), name]));
  return [...functions].map(([validate, name]) => printFunction(validate, name, functions));
}

function getFunction(ajv: Ajv, name: string): ValidateFunction {
  const validate = ajv.getSchema(name);
  if (!validate) throw new Error(`ajv did not compile ${name}`);
  return validate as ValidateFunction;
}

/** What ajv keeps of a function that it compiled with `code.source`. */
interface Source {
  readonly validateName: { toString(): string };
  readonly validateCode: string;
  readonly scopeValues: Readonly<Record<string, ReadonlySet<ScopeValue> | undefined>>;
}

interface ScopeValue {
  toString(): string;
  readonly value?: { readonly ref: unknown; readonly code?: { toString(): string } };
}

/**
 * ajv numbers its functions through; here each gets the name of its object, so that one more object does not
 * touch the code of all others.
 */
function printFunction(
  validate: ValidateFunction,
  name: string,
  functions: ReadonlyMap<ValidateFunction, string>,
): CompiledFunction {
  const source = validate.source as unknown as Source;
  const values = Object.values(source.scopeValues).flatMap((set) => [...(set ?? [])]);
  const called = values.flatMap((value) => functions.get(value.value?.ref as ValidateFunction) ?? []);
  const names = new Map(values.map((value) => [value.toString(), emittedName(value, functions)]));
  names.set(source.validateName.toString(), "validate");
  const code = source.validateCode.replace(stringOrName, (token) => {
    if (token.startsWith('"')) return toStringLiteral(JSON.parse(token) as string);
    const emitted = names.get(token);
    if (emitted === undefined && names.has(token))
      throw new Error(`nothing is emitted for ${token}, which ${name} needs`);
    return emitted ?? token;
  });
  return { name, code: code.replace(ajvHeader, typedHeader), calls: [...new Set(called)] };
}

/** What a value that ajv keeps outside a function is called in the emitted code; undefined: it is not there. */
function emittedName(
  value: ScopeValue,
  functions: ReadonlyMap<ValidateFunction, string>,
): string | undefined {
  const called = functions.get(value.value?.ref as ValidateFunction);
  if (called !== undefined) return functionName(called);
  const helper = value.value?.code?.toString() ?? "";
  if (helper.includes("hasOwnProperty")) return "hasOwn";
  return helper.includes("ucs2length") ? "lengthOf" : undefined;
}

/** The local name of the function of an object. */
export const functionName = (object: string): string => `validate${object}`;

/** A string literal, in which nothing may hide and no name is one, or a name that stands by itself. */
const stringOrName = /"(?:[^"\\]|\\.)*"?|(?<![\w$.])[a-z]+\d+(?![\w$])/gi;

const ajvHeader = /^function validate\(data, \{.*?\}=\{\}\)\{/;
const typedHeader =
  'export function validate(data: any, { instancePath = "", parentData, parentDataProperty, rootData = data }: any = {}): boolean {';
