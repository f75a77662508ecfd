import type { Direction } from "../../model/model.js";
import { toIdentifier, type Code } from "../../text/code.js";
import type { ObjectView } from "../../view/view.js";

/** The modules that several others import from; all lie in one folder. */
const modules = {
  z: { path: "zod", isWhole: true },
  request: { path: "request.js", isWhole: true },
  response: { path: "response.js", isWhole: true },
  openEnum: { path: "open-enum.js", isWhole: false },
  checks: { path: "checks.js", isWhole: false },
  enums: { path: "enums.js", isWhole: false },
  requests: { path: "requests.js", isWhole: false },
  responses: { path: "responses.js", isWhole: false },
} as const;

/** A module that emitted code may import from. */
export type ModuleName = keyof typeof modules;

/** Refers to a name of a module, which is then imported where that code is printed. */
export const use = (module: ModuleName, name: string = module): Code => ({
  text: toIdentifier(name).text,
  uses: [`${module} ${name}`],
});

/** The library itself. */
export const zod: Code = use("z");

/** The schema of a named object, from the module of its side. */
export const useObject = (object: ObjectView, side: Direction): Code => use(`${side}s`, nameSchema(object));

/** The name of the schema of an object or an enum; no language keeps a name of this kind for itself. */
export const nameSchema = ({ name }: { readonly name: string }): string =>
  `${name.charAt(0).toLowerCase()}${name.slice(1)}Schema`;

/** The import lines of a module that is in this folder, seen from the folder of shared modules, or is itself shared. */
export function printImports(codes: readonly Code[], own: ModuleName | "event"): readonly string[] {
  const used = new Set(codes.flatMap(({ uses }) => uses));
  const folder = own === "event" ? "./parts/" : "./";
  return (Object.keys(modules) as ModuleName[]).flatMap((module) => {
    const names = [...used].filter((each) => each.startsWith(`${module} `)).map((each) => each.split(" ")[1]);
    if (names.length === 0 || module === own) return [];
    const { path, isWhole } = modules[module];
    const source = module === "z" ? path : folder + path;
    return [`import ${isWhole ? `* as ${module}` : `{ ${names.sort().join(", ")} }`} from "${source}";`];
  });
}
