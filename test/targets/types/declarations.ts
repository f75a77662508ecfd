import { layOutFiles } from "../../workbench/emit.js";

/** Every declaration of some files by its name, as it is written, with the comment before it. */
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
