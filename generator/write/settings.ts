/** The settings that decide what is generated, besides spec and tool. All targets of a folder have the same. */
export interface Settings {
  readonly minVersion?: string;
  readonly maxVersion?: string;
  readonly versions?: string;
  readonly responses: string;
  readonly importExtension: string;
  /** Left out: `number`. */
  readonly int64?: string;
  readonly crypto?: "web";
  readonly language?: string;
  readonly plain?: "true";
}

/** Each setting with its option of the command line, and with the value that needs no option. */
const flags: readonly (readonly [setting: keyof Settings, flag: string, usual?: string])[] = [
  ["minVersion", "--min-version"],
  ["maxVersion", "--max-version"],
  ["versions", "--versions"],
  ["responses", "--responses", "safe"],
  ["importExtension", "--import-extension", "js"],
  ["int64", "--int64"],
  ["crypto", "--crypto"],
  ["language", "--language"],
  ["plain", "--plain"],
];

/** Lists settings as options of the command line with their values, without those that are usual. */
export const listFlags = (settings: Settings): readonly (readonly [flag: string, value: string])[] =>
  flags.flatMap(([setting, flag, usual]) => {
    const value = settings[setting];
    return value === undefined || value === usual ? [] : [[flag, value] as const];
  });

/** Formats settings as options of the command line, without those that are usual. */
export const formatFlags = (settings: Settings): string[] =>
  listFlags(settings).map(([flag, value]) => (value === "true" ? flag : `${flag} ${value}`));

/** Whether two outputs were made with the same settings. */
export const isSameSettings = (one: Settings, other: Settings): boolean =>
  formatFlags(one).join(" ") === formatFlags(other).join(" ");

/** Describes settings in words. */
export const describeSettings = (settings: Settings): string => {
  const { minVersion = "", maxVersion = "", versions, responses, importExtension } = settings;
  const { int64, crypto, language, plain } = settings;
  return [
    `${versions ?? `${minVersion}..${maxVersion}`} with ${responses} responses and import extension ${importExtension}`,
    ...(int64 === undefined ? [] : [`with 64-bit integers as ${int64}`]),
    ...(crypto === undefined ? [] : [`for ${crypto} crypto`]),
    ...(language === undefined ? [] : [`in ${language}`]),
    ...(plain === undefined ? [] : ["without x- keywords"]),
  ].join(", ");
};
