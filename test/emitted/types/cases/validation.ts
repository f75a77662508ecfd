import { routerPreamble, type TypeGroup } from "./type-group.js";

/** Standard Schema, from its own specification. */
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

const isSame = (type: string): string => `if (result.ok) isTrue<Same<typeof result.value, Types.${type}>>();`;

export const validationGroups: readonly TypeGroup[] = [
  {
    title: "what is valid has its type",
    output: "48..",
    preamble: routerPreamble,
    accepted: [
      `const result = validators.validateRequest('scanCode', body); ${isSame("ScanCodeRequest")}`,
      `const result = validators.validateResponse('scanCode', body, { version: '48' }); ${isSame("ScanCodeResponse")}`,
      `const result = validators.validateScanCodeRequest(body); ${isSame("ScanCodeRequest")}`,
      "const result = validators.validateRequest('scanCode', body); if (!result.ok) { const first: validators.Problem | undefined = result.problems[0]; const added: string | undefined = first?.addedIn; void added; }",
    ],
    refused: {
      "'value' does not exist": ["void validators.validateRequest('scanCode', body).value;"],
      scancode: ["validators.validateRequest('scancode', body);"],
    },
  },
  {
    title: "a schema is a Standard Schema",
    output: "48..",
    preamble: routerPreamble + specInterface,
    accepted: [
      "export const schema: StandardSchemaV1<Types.ScanCodeRequest> = validators.requestSchemas.scanCode;",
      "isTrue<Same<InferOutput<typeof validators.requestSchemas.scanCode>, Types.ScanCodeRequest>>();",
      "const answer = parse(validators.responseSchemas.printBill, body); isTrue<Same<typeof answer, Types.PrintBillResponse>>();",
    ],
    refused: {
      addSessionLine: [
        "export const schema: StandardSchemaV1<Types.AddSessionLineRequest> = validators.requestSchemas.scanCode;",
      ],
    },
  },
];
