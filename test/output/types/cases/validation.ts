import type { TypeCase } from "./type-case.js";

const specInterface = `
interface StandardSchemaV1<Input = unknown, Output = Input> { readonly "~standard": Props<Input, Output> }
interface Props<Input, Output> {
  readonly version: 1;
  readonly vendor: string;
  readonly validate: (value: unknown, options?: Options | undefined) => Outcome<Output> | Promise<Outcome<Output>>;
  readonly types?: { readonly input: Input; readonly output: Output } | undefined;
}
interface Options { readonly libraryOptions?: Record<string, unknown> | undefined }
type Outcome<Output> = { readonly value: Output; readonly issues?: undefined } | { readonly issues: ReadonlyArray<Issue> };
interface Issue { readonly message: string; readonly path?: ReadonlyArray<PropertyKey | { readonly key: PropertyKey }> | undefined }
type InferInput<S extends StandardSchemaV1> = NonNullable<S["~standard"]["types"]>["input"];
type InferOutput<S extends StandardSchemaV1> = NonNullable<S["~standard"]["types"]>["output"];
declare const parse: <S extends StandardSchemaV1>(schema: S, value: unknown) => InferOutput<S>;
export type Unused = [InferInput<StandardSchemaV1>, typeof parse];
`;

/** What the validators tell TypeScript. */
export const validationCases: readonly TypeCase[] = [
  {
    name: "a valid request has its type",
    code: "const result = validators.validateRequest('scanCode', body); if (result.ok) isTrue<Same<typeof result.value, Types.ScanCodeRequest>>();",
  },
  {
    name: "a valid response has its type",
    code: "const result = validators.validateResponse('scanCode', body, { version: '48' }); if (result.ok) isTrue<Same<typeof result.value, Types.ScanCodeResponse>>();",
  },
  {
    name: "a valid report has its type",
    code: "const result = validators.validateErrorRequest(body); if (result.ok) isTrue<Same<typeof result.value, Types.ErrorRequest>>();",
  },
  {
    name: "an event's own function has its type",
    code: "const result = validators.validateScanCodeRequest(body); if (result.ok) isTrue<Same<typeof result.value, Types.ScanCodeRequest>>();",
  },
  {
    name: "an unchecked result has no value",
    code: "void validators.validateRequest('scanCode', body).value;",
    refused: "'value' does not exist",
  },
  {
    name: "an invalid request has problems",
    code: "const result = validators.validateRequest('scanCode', body); if (!result.ok) { const first: validators.Problem | undefined = result.problems[0]; const added: string | undefined = first?.addedIn; void added; }",
  },
  {
    name: "a misspelt event cannot be validated",
    code: "validators.validateRequest('scancode', body);",
    refused: "scancode",
  },
  {
    name: "a schema is a Standard Schema",
    code: `${specInterface} export const schema: StandardSchemaV1<Types.ScanCodeRequest> = validators.requestSchemas.scanCode;`,
  },
  {
    name: "a schema's output can be inferred",
    code: `${specInterface} isTrue<Same<InferOutput<typeof validators.requestSchemas.scanCode>, Types.ScanCodeRequest>>();`,
  },
  {
    name: "a library's function takes a schema",
    code: `${specInterface} const answer = parse(validators.responseSchemas.printBill, body); isTrue<Same<typeof answer, Types.PrintBillResponse>>();`,
  },
  {
    name: "a schema is for its own event",
    code: `${specInterface} export const schema: StandardSchemaV1<Types.AddSessionLineRequest> = validators.requestSchemas.scanCode;`,
    refused: "addSessionLine",
  },
].map((entry): TypeCase => ({ range: "48..", ...entry }));
