import { code, nil, type Code, type CodeKeywordDefinition, type Name } from "../../schema/ajv.js";
import type { Held } from "../../version/view.js";

/** The keywords of 64-bit integers that are not held as numbers (`--int64`): ajv's own know only numbers. */
export const int64Keywords = (): readonly CodeKeywordDefinition[] => [int64, isBigint];

/** How a 64-bit integer is held, and the bounds that the spec gives it. */
export interface Int64Schema {
  readonly held: Held;
  readonly minimum?: number | undefined;
  readonly maximum?: number | undefined;
}

/** Whether it is a 64-bit integer, and its value to compare with numbers, which JavaScript does exactly. */
const holders: Readonly<Record<Held, Record<"fits" | "value", (data: Name) => Code>>> = {
  bigint: {
    fits: (data) => code`typeof ${data} == "bigint" && BigInt.asIntN(64, ${data}) === ${data}`,
    value: (data) => code`${data}`,
  },
  string: {
    fits: (data) => code`isInt64Text(${data})`,
    value: (data) => code`BigInt(${data})`,
  },
};

/** A 64-bit integer within bounds. */
const int64: CodeKeywordDefinition = {
  keyword: "int64",
  schemaType: "object",
  error: {
    message: "no such 64-bit integer",
    params: ({ schema, params }) => code`{held: ${(schema as Int64Schema).held}${params["broken"] ?? nil}}`,
  },
  code(cxt) {
    const { gen, data } = cxt;
    const { held, minimum, maximum } = cxt.schema as Int64Schema;
    const { fits, value } = holders[held];
    const refuse = (broken: Code): void => {
      cxt.setParams({ broken });
      cxt.error();
    };
    const checkBounds = (): void => {
      if (minimum !== undefined)
        gen.if(code`${value(data)} < ${minimum}`, () => refuse(code`, bound: "minimum", limit: ${minimum}`));
      if (maximum !== undefined)
        gen.if(code`${value(data)} > ${maximum}`, () => refuse(code`, bound: "maximum", limit: ${maximum}`));
    };
    gen.if(code`!(${fits(data)})`, () => refuse(nil), checkBounds);
  },
};

/** Tells a bigint from the other kinds of a union. */
const isBigint: CodeKeywordDefinition = {
  keyword: "isBigint",
  schemaType: "boolean",
  error: { message: "no bigint", params: () => code`{}` },
  code: (cxt) => cxt.fail(code`typeof ${cxt.data} != "bigint"`),
};
