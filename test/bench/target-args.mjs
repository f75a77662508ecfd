/** What a call says to get these targets: models need a language. */
export const listArgs = (...names) => [
  "--target",
  names.join(),
  ...(names.includes("models") ? ["--language", "csharp"] : []),
];
