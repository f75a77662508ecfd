/** The names in an option that may be repeated: `--target a,b --target c` names three. */
export const splitNames = (values: readonly string[]): string[] =>
  values
    .flatMap((value) => value.split(","))
    .map((name) => name.trim())
    .filter((name) => name !== "");
