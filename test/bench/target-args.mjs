/** Arguments for these targets; models require a language. */
export const listArgs = (...names) => [
  "--target",
  names.join(),
  ...(names.includes("models") ? ["--language", "csharp"] : []),
];
