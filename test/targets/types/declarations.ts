import { layOutFiles } from "../../workbench/emit.js";

/** By name, as written, with their comments. */
export const declarationsOf = async (
  files: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, string>> =>
  new Map(
    [...(await layOutFiles(files)).values()]
      .flatMap((text) => text.split(/\n\n(?=\/\*\*|export )/))
      .flatMap((text) => {
        const name = /^export (?:interface|type) (\w+)/m.exec(text)?.[1];
        return name === undefined ? [] : [[name, text.trimEnd()] as const];
      }),
  );
