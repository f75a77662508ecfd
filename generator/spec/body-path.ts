/** A path of a body, or a step of one, by its names alone: `form.fields.separator` for `form.fields[].separator`. */
export const dropArrays = (path: string): string => path.replaceAll("[]", "");
