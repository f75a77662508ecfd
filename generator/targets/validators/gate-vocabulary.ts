import { code, type Code, type CodeKeywordDefinition } from "../../schema/ajv.js";
import { outside, type Span } from "../../version/spans.js";

/**
 * The keywords that check an answer against the release of the shop that asked, inline: compiled functions are
 * called with `{ version }` as `this`. Without a version every release of the fleet has to agree; with `any`
 * the answer is held against the type as a whole.
 */
export const gateKeywords = (): readonly (
  CodeKeywordDefinition | { keyword: string; schemaType: "array" }
)[] => [existsWhen, requiredWhen, valueExistsWhen, eras, { keyword: "eraSpans", schemaType: "array" }];

/** A name, of a property or of an enum's value, and when it exists or is required. */
export interface Timed {
  readonly name: string;
  readonly spans: readonly Span[];
}

const version = code`this.version`;
const unlessAny = code`!this.any`;

/** Whether the version lies in one of the spans. No version lies in none. */
function inSpans(spans: readonly Span[]): Code {
  const tests = spans.map(({ from, until }) => {
    if (from !== undefined && until !== undefined)
      return code`(${version} >= ${from} && ${version} < ${until})`;
    if (from !== undefined) return code`${version} >= ${from}`;
    return until === undefined ? code`${version} >= 0` : code`${version} < ${until}`;
  });
  const [first, ...others] = tests;
  return others.reduce((all, test) => code`${all} || ${test}`, first ?? code`false`);
}

/** Whether the version lies in one of the spans, or is not known and so has to agree with all of them. */
const mayBeIn = (spans: readonly Span[]): Code => code`!(${inSpans(outside(spans))})`;

const timedParams = (timed: Timed): Code => code`{name: ${timed.name}, spans: ${spansLiteral(timed.spans)}}`;

function spansLiteral(spans: readonly Span[]): Code {
  const items = spans.map(({ from = null, until = null }) => code`[${from}, ${until}]`);
  const [first, ...others] = items;
  return code`[${others.reduce((all, item) => code`${all}, ${item}`, first ?? code``)}]`;
}

const timedError = {
  message: "not at this release",
  params: ({ params }: { params: object }) => timedParams((params as { timed: Timed }).timed),
};

/** Properties that exist at some releases only. */
const existsWhen: CodeKeywordDefinition = {
  keyword: "existsWhen",
  type: "object",
  schemaType: "array",
  error: timedError,
  code(cxt) {
    for (const timed of cxt.schema as readonly Timed[]) {
      const there = code`${cxt.data}[${timed.name}] !== undefined && hasOwn.call(${cxt.data}, ${timed.name})`;
      cxt.gen.if(code`${there} && ${unlessAny} && !(${inSpans(timed.spans)})`, () => {
        cxt.setParams({ timed } as never);
        cxt.error();
      });
    }
  },
};

/** Properties that are required at some releases only. `names` are the spellings that will do. */
const requiredWhen: CodeKeywordDefinition = {
  keyword: "requiredWhen",
  type: "object",
  schemaType: "array",
  error: timedError,
  code(cxt) {
    for (const { names, ...timed } of cxt.schema as readonly (Timed & { names: readonly string[] })[]) {
      const missing = names.map(
        (name) => code`(${cxt.data}[${name}] === undefined || !hasOwn.call(${cxt.data}, ${name}))`,
      );
      const all = missing.reduce((sofar, test) => code`${sofar} && ${test}`);
      cxt.gen.if(code`${all} && ${unlessAny} && ${mayBeIn(timed.spans)}`, () => {
        cxt.setParams({ timed } as never);
        cxt.error();
      });
    }
  },
};

/** Values of an enum that exist at some releases only. */
const valueExistsWhen: CodeKeywordDefinition = {
  keyword: "valueExistsWhen",
  type: "string",
  schemaType: "array",
  error: timedError,
  code(cxt) {
    for (const timed of cxt.schema as readonly Timed[]) {
      cxt.gen.if(code`${cxt.data} === ${timed.name} && ${unlessAny} && !(${inSpans(timed.spans)})`, () => {
        cxt.setParams({ timed } as never);
        cxt.error();
      });
    }
  },
};

/** Shapes through time: the last schema is that of the whole, the others hold during `eraSpans`. */
const eras: CodeKeywordDefinition = {
  keyword: "eras",
  schemaType: "array",
  code(cxt) {
    const { gen, parentSchema } = cxt;
    const spans = (parentSchema as { eraSpans: readonly (readonly Span[])[] }).eraSpans;
    const check = (schemaProp: number) =>
      void cxt.subschema({ keyword: "eras", schemaProp }, gen.name("valid"));
    gen.if(
      code`this.any`,
      () => check(spans.length),
      () => spans.forEach((era, index) => gen.if(mayBeIn(era), () => check(index))),
    );
  },
};
