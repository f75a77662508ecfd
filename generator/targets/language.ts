/** The languages of the target `models`, by the names of the option. */
export const languages = ["csharp", "go", "java", "kotlin", "php", "python", "swift"] as const;

/** What the target `models` is written in. */
export type Language = (typeof languages)[number];
