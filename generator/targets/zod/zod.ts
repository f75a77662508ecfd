import { toStringLiteral } from "../../text/escape.js";
import { code, toKey, type Code } from "../../text/code.js";
import type { EnumView, EventView, NamedEnumView, ObjectView, View } from "../../view/view.js";
import { collectReferred, objectsIn, sortByName } from "../../view/walk.js";
import { codeFile, copyCode, guideFile } from "../code-file.js";
import { layOutCode } from "../../layout/code.js";
import { tightenComments, toDocComment } from "../doc-comment.js";
import type { OutputFile, Target, TargetContext } from "../target.js";
import { nameSchema, printImports, type ModuleName } from "./names.js";
import { printObject } from "./object-schema.js";
import { printEnum } from "./type-schema.js";

/** The target that writes schemas of zod. */
export const zod: Target<"zod"> = {
  name: "zod",
  summary: "zod schemas of every request and every response, a module for each event",
  needs: [],
  emit: (view, context) => Promise.resolve(emitZod(view, context)),
};

function emitZod(view: View, context: TargetContext): readonly OutputFile[] {
  const modules = [...listParts(view), ...view.events.map((event) => toEventModule(event, view))];
  const printed = [
    ...modules.map((module) => ({ path: module.path, text: printModule(module, context) })),
    { path: "index.ts", text: printIndex(view, context) },
  ];
  return [
    ...copyCode("zod/parts", context),
    // What checks texts in the validators checks them here.
    codeFile("zod/parts/checks.ts", context.template("validators/checks.ts"), context),
    ...printed.map(({ path, text }) => codeFile(`zod/${path}`, layOutCode(tightenComments(text)), context)),
    guideFile("zod", context),
  ];
}

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
  const [own, others] = [events.map(({ request }) => request), [errorRequest, commonRequest]];
  const requests = [...collectObjects([...own, ...others]), ...others];
  const answers = events.map(({ response }) => response);
  const responses = [...collectObjects([...answers, commonResponse]), commonResponse];
  const { enums } = collectReferred([...requests, ...own, ...responses, ...answers]);
  return [
    { path: "parts/enums.ts", own: "enums", schemas: enums.map(toEnumSchema) },
    {
      path: "parts/requests.ts",
      own: "requests",
      schemas: requests.map((each) => toSchema(nameSchema(each), each, printObject(each, "request"))),
    },
    {
      path: "parts/responses.ts",
      own: "responses",
      schemas: responses.map((each) => toSchema(nameSchema(each), each, printObject(each, "response"))),
    },
  ];
}

const toSchema = (name: string, subject: Schema["subject"], code: Code): Schema => ({ name, subject, code });

const toEnumSchema = (view: NamedEnumView): Schema =>
  toSchema(nameSchema(view), view, code`/* @__PURE__ */ ${printEnum(view)}`);

const toEventModule = (
  { name, request, response }: EventView,
  { commonRequest, commonResponse }: View,
): Module => ({
  path: `${name}.ts`,
  own: "event",
  schemas: [
    toSchema(`${name}Request`, request, printObject(request, "request", commonRequest)),
    toSchema(`${name}Response`, response, printObject(response, "response", commonResponse)),
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

/** What these objects are made of, themselves excepted: each object after those that it holds, and else by name. */
function collectObjects(roots: readonly ObjectView[]): readonly ObjectView[] {
  const found = new Map<string, ObjectView>();
  const visit = (object: ObjectView): void => {
    if (found.has(object.name)) return;
    visitParts(object);
    found.set(object.name, object);
  };
  const visitParts = ({ properties }: ObjectView): void =>
    sortByName(properties.flatMap(({ type }) => objectsIn(type))).forEach(visit);
  sortByName(roots.flatMap(({ properties }) => properties.flatMap(({ type }) => objectsIn(type)))).forEach(
    visit,
  );
  return [...found.values()];
}
