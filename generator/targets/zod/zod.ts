import { code, toPropertyKey, type Code } from "../../base/text/code.js";
import { capitalize } from "../../base/text/words.js";
import type { EventView, NamedEnumView, ObjectView, View } from "../../contract/view/view.js";
import { collectReferenced, listBodies, objectsIn, sortByName } from "../../contract/view/walk.js";
import { codeFile, copyCode, guideFile } from "../code-file.js";
import { printComment, toDocComment } from "../doc-comment.js";
import type { OutputFile, Target, TargetContext } from "../target.js";
import {
  type ModuleName,
  nameSchema,
  printEnumSchema,
  printModuleImports,
  printObjectSchema,
} from "./schemas.js";

export const zod: Target<"zod"> = {
  name: "zod",
  summary: "zod schemas of all requests and responses, a module per event",
  emit: emitZod,
};

function emitZod(view: View, context: TargetContext): readonly OutputFile[] {
  const print = (path: string, text: string): OutputFile => codeFile(`zod/${path}.ts`, text, context);
  return [
    ...copyCode("zod/parts", context),
    // The same format checks as in the validators.
    codeFile("zod/parts/formats.ts", context.template("validators/formats.ts"), context),
    ...listSharedModules(view).map(([part, schemas]) => print(`parts/${part}`, printModule(part, schemas))),
    ...view.events.map((event) => print(event.name, printModule("event", listEventSchemas(event, view)))),
    print("index", printZodIndex(view)),
    guideFile("zod", context),
  ];
}

const declareSchema = (
  subject: ObjectView | NamedEnumView,
  { text, uses }: Code,
  name = nameSchema(subject),
): Code => ({
  text: `${printComment(toDocComment(subject))}export const ${name} = ${text};\n`,
  uses,
});

function listSharedModules(view: View): readonly (readonly [ModuleName, readonly Code[]])[] {
  const { commonRequest, commonResponse, errorRequest } = view;
  const bodies = listBodies(view);
  const requests = [...collectHeld([...bodies.requests, commonRequest]), errorRequest, commonRequest];
  const responses = [...collectHeld([...bodies.responses, commonResponse]), commonResponse];
  const { enums } = collectReferenced([...bodies.all, commonRequest, commonResponse]);
  return [
    ["enums", enums.map((each) => declareSchema(each, code`/* @__PURE__ */ ${printEnumSchema(each)}`))],
    ["requests", requests.map((each) => declareSchema(each, printObjectSchema(each, "request")))],
    ["responses", responses.map((each) => declareSchema(each, printObjectSchema(each, "response")))],
  ];
}

const listEventSchemas = ({ name, request, response }: EventView, view: View): readonly Code[] => [
  declareSchema(request, printObjectSchema(request, "request", view.commonRequest), `${name}Request`),
  declareSchema(response, printObjectSchema(response, "response", view.commonResponse), `${name}Response`),
];

function printModule(own: ModuleName | "event", schemas: readonly Code[]): string {
  const imports = printModuleImports(schemas, own);
  return [imports === "" ? "export {};\n" : imports, ...schemas.map(({ text }) => text)].join("\n");
}

function printZodIndex({ events, errorRequest }: View): string {
  const report = nameSchema(errorRequest);
  const names = events.map(({ name }) => `${name}Request, ${name}Response`);
  const imports = events.map(({ name }, index) => `import { ${names[index]} } from "./${name}.js";\n`);
  const record = (comment: string, side: "request" | "response"): string => {
    const entries = events.map(({ name }) => `${toPropertyKey(name).text}: ${name}${capitalize(side)},\n`);
    return `${printComment(comment)}export const ${side}Schemas = {\n${entries.join("")}};\n`;
  };
  return [
    `import { ${report} } from "./parts/requests.js";\n${imports.join("")}`,
    `export { ${names.join(", ")} };\n`,
    `${printComment("The POS's report that it rejected one of your responses.")}export { ${report} as errorRequest };\n`,
    record("Requests by event.", "request"),
    record("Responses by event.", "response"),
  ].join("\n");
}

/** Each object comes after those that it contains, otherwise in order of name. */
function collectHeld(holders: readonly ObjectView[]): readonly ObjectView[] {
  const found = new Map<string, ObjectView>();
  const visitParts = (objects: readonly ObjectView[]): void =>
    sortByName(objects.flatMap(listPropertyObjects)).forEach((object) => {
      if (found.has(object.name)) return;
      visitParts([object]);
      found.set(object.name, object);
    });
  visitParts(holders);
  return [...found.values()];
}

const listPropertyObjects = ({ properties }: ObjectView): readonly ObjectView[] =>
  properties.flatMap(({ type }) => objectsIn(type));
