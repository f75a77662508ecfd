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
