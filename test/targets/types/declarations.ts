import type { Range } from "../../workbench/emit.js";
import { emit, collectFiles } from "../../workbench/emit.js";
import type { CheckedSpec } from "../../../generator/spec/checked-spec.js";

/** The files of the types target for a range. */
export async function emitTypes(spec: CheckedSpec, range: Range): Promise<ReadonlyMap<string, string>> {
  return collectFiles(await emit(spec, range, { targets: ["types"] }));
}

/** Every declaration of some files by its name, with the comment before it. */
export const declarationsOf = (files: ReadonlyMap<string, string>): ReadonlyMap<string, string> =>
  new Map(
    [...files.values()]
      .flatMap((text) => text.split(/\n\n(?=\/\*\*|export )/))
      .flatMap((text) => {
        const name = /^export (?:interface|type) (\w+)/m.exec(text)?.[1];
        return name === undefined ? [] : [[name, text.trimEnd()] as const];
      }),
  );
