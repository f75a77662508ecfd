import type { ExampleModel } from "../model/flow-model.js";
import { capitalize } from "../text/capitalize.js";

/** The name of an example's file, without its ending: `size-asked`. */
export const nameExample = ({ path }: Pick<ExampleModel, "path">): string =>
  (path.split("/").at(-1) ?? "").replace(/\.json$/, "");

/** `size-asked.json` as words. A file keeps its name, so what is made of the words keeps its place. */
export const titleExample = (example: Pick<ExampleModel, "path">): string => titleName(nameExample(example));

/** The name of an example as words: `size-asked` is `Size asked`. */
export const titleName = (name: string): string => capitalize(name.replaceAll("-", " "));
