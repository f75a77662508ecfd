import { formatTypeScript } from "../../text/format.js";
import { toStringLiteral } from "../../text/literal.js";
import { code, toKey, type Code } from "../../text/code.js";
import type { EnumView, EventView, ObjectView, View } from "../../view/view.js";
import { codeFile, copyCode, guideFile } from "../code-file.js";
import { tightenComments, toDocComment } from "../doc-comment.js";
import type { OutputFile, Target, TargetContext } from "../target.js";
import { nameSchema, printImports, type ModuleName } from "./names.js";
import { printObject } from "./object-schema.js";
import { collectEnums, collectObjects } from "./parts.js";
import { printEnum } from "./type-schema.js";

/** The target that writes schemas of zod. */
export const zod: Target<"zod"> = {
  name: "zod",
  summary: "zod schemas of every request and every response, a module for each event",
  needs: [],
  emit: emitZod,
};

async function emitZod(view: View, context: TargetContext): Promise<readonly OutputFile[]> {
  const print = async (path: string, text: string): Promise<OutputFile> =>
    codeFile(`zod/${path}`, await format(text, context), context);
  const modules = [...listParts(view), ...view.events.map((event) => toEventModule(event, view))];
  return [
    ...copyCode("zod/parts", context),
    ...copyChecks(view, context),
    ...(await Promise.all(modules.map((module) => print(module.path, printModule(module, context))))),
    await print("index.ts", printIndex(view, context)),
    guideFile("zod", context),
  ];
}

/** Laid out again only if it is another text than before. */
const format = (text: string, { memo }: TargetContext): Promise<string> => {
  const tight = tightenComments(text);
  return memo.keep("formatted", tight, () => formatTypeScript(tight));
};

/** What checks texts in the validators checks them here. */
const copyChecks = (view: View, context: TargetContext): readonly OutputFile[] => [
  codeFile("zod/parts/formats.ts", context.template("validators/formats.ts"), context),
  ...(view.int64 === "string"
    ? [codeFile("zod/parts/int64-text.ts", context.template("int64/int64-text.ts"), context)]
    : []),
];

/** A module of schemas. */
interface Module {
  readonly path: string;
  readonly own: ModuleName | "event";
  readonly schemas: readonly Schema[];
}

interface Schema {
  readonly name: string;
  readonly subject: ObjectView | EnumView;
  readonly code: Code;
}

/** What several events share. */
function listParts({ events, commonRequest, commonResponse, errorRequest }: View): readonly Module[] {
  const requests = [
    ...collectObjects([...events.map(({ request }) => request), errorRequest, commonRequest]),
    errorRequest,
    commonRequest,
  ];
  const responses = [
    ...collectObjects([...events.map(({ response }) => response), commonResponse]),
    commonResponse,
  ];
  const own = events.flatMap(({ request, response }) => [request, response]);
  const enums = collectEnums([...requests, ...responses, ...own]);
  return [
    {
      path: "parts/enums.ts",
      own: "enums",
      schemas: enums.map((each) => ({
        name: nameSchema(each),
        subject: each,
        code: code`/* @__PURE__ */ ${printEnum(each)}`,
      })),
    },
    {
      path: "parts/requests.ts",
      own: "requests",
      schemas: requests.map((each) => ({
        name: nameSchema(each),
        subject: each,
        code: printObject(each, "request"),
      })),
    },
    {
      path: "parts/responses.ts",
      own: "responses",
      schemas: responses.map((each) => ({
        name: nameSchema(each),
        subject: each,
        code: printObject(each, "response"),
      })),
    },
  ];
}

const toEventModule = (
  { name, request, response }: EventView,
  { commonRequest, commonResponse }: View,
): Module => ({
  path: `${name}.ts`,
  own: "event",
  schemas: [
    { name: `${name}Request`, subject: request, code: printObject(request, "request", commonRequest) },
    { name: `${name}Response`, subject: response, code: printObject(response, "response", commonResponse) },
  ],
});

const printModule = ({ own, schemas }: Module, { layout }: TargetContext): string =>
  layout("zod/module.hbs")({
    imports: printImports(
      schemas.map(({ code }) => code),
      own,
    ),
    schemas: schemas.map(({ name, subject, code }) => ({
      name,
      comment: toDocComment(subject).split("\n"),
      value: code.text,
    })),
  });

const printIndex = ({ events, errorRequest }: View, { layout }: TargetContext): string =>
  layout("zod/index.hbs")({
    errorRequest: nameSchema(errorRequest),
    events: events.map(({ name }) => ({
      key: toKey(name).text,
      request: `${name}Request`,
      response: `${name}Response`,
      file: toStringLiteral(`./${name}.js`),
    })),
  });
