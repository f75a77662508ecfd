import { toStringLiteral } from "../../text/escape.js";
import { code, toKey, type Code } from "../../text/code.js";
import type { EventView, NamedEnumView, ObjectView, View } from "../../view/view.js";
import { collectReferred, listBodies, objectsIn, sortByName } from "../../view/walk.js";
import { codeFile, copyCode, guideFile } from "../code-file.js";
import { layOutCode } from "../../layout/code.js";
import { tightenComments, toDocComment } from "../doc-comment.js";
import type { OutputFile, Target, TargetContext } from "../target.js";
import { nameSchema, printImports, type ModuleName } from "./names.js";
import { printEnum, printObject } from "./schemas.js";

/** The target that writes schemas of zod. */
export const zod: Target<"zod"> = {
  name: "zod",
  summary: "zod schemas of every request and every response, a module for each event",
  needs: [],
  emit: (view, context) => Promise.resolve(emitZod(view, context)),
};

function emitZod(view: View, context: TargetContext): readonly OutputFile[] {
  const printed = [
    ...listParts(view).map((part) => ({
      path: `parts/${part.own}.ts`,
      text: printModule(part, context),
    })),
    ...view.events.map((event) => ({
      path: `${event.name}.ts`,
      text: printModule(toEventModule(event, view), context),
    })),
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
  readonly own: ModuleName | "event";
  readonly schemas: readonly Schema[];
}

interface Schema {
  readonly name: string;
  readonly comment: readonly string[];
  readonly code: Code;
}

const toSchema = (name: string, subject: ObjectView | NamedEnumView, code: Code): Schema => ({
  name,
  comment: toDocComment(subject).split("\n"),
  code,
});

/** What several events share. */
function listParts(view: View): readonly Module[] {
  const { commonRequest, commonResponse, errorRequest } = view;
  const bodies = listBodies(view);
  const requests = [...collectHeld([...bodies.requests, commonRequest]), errorRequest, commonRequest];
  const responses = [...collectHeld([...bodies.responses, commonResponse]), commonResponse];
  const { enums } = collectReferred([...bodies.all, commonRequest, commonResponse]);
  return [
    {
      own: "enums",
      schemas: enums.map((each) =>
        toSchema(nameSchema(each), each, code`/* @__PURE__ */ ${printEnum(each)}`),
      ),
    },
    {
      own: "requests",
      schemas: requests.map((each) => toSchema(nameSchema(each), each, printObject(each, "request"))),
    },
    {
      own: "responses",
      schemas: responses.map((each) => toSchema(nameSchema(each), each, printObject(each, "response"))),
    },
  ];
}

const toEventModule = (
  { name, request, response }: EventView,
  { commonRequest, commonResponse }: View,
): Module => ({
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
    schemas: schemas.map(({ name, comment, code }) => ({ name, comment, value: code.text })),
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
function collectHeld(holders: readonly ObjectView[]): readonly ObjectView[] {
  const found = new Map<string, ObjectView>();
  const visitParts = (objects: readonly ObjectView[]): void =>
    sortByName(objects.flatMap(listHeld)).forEach((object) => {
      if (found.has(object.name)) return;
      visitParts([object]);
      found.set(object.name, object);
    });
  visitParts(holders);
  return [...found.values()];
}

const listHeld = ({ properties }: ObjectView): readonly ObjectView[] =>
  properties.flatMap(({ type }) => objectsIn(type));
