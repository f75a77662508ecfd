/** The settings that decide what is generated, besides spec and tool. All targets of a folder have the same, of what they read. */
export interface Settings {
  readonly minVersion?: string;
  readonly maxVersion?: string;
  readonly versions?: string;
  readonly responses: string;
  readonly importExtension: string;
  /** Left out: `number`. */
  readonly int64?: string;
  readonly crypto?: "web";
  /** Of targets that read it. */
  readonly language?: string;
}

/** The setting that only some targets read, and only those record. */
export type ReadSetting = "language";

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
];

/** Lists settings as options of the command line, without those that are usual. */
export const listFlags = (settings: Settings): readonly (readonly [flag: string, value: string])[] =>
  flags.flatMap(([setting, flag, usual]) => {
    const value = settings[setting];
    if (value === undefined || value === usual) return [];
    return [[flag, value] as const];
  });

/** Formats settings as options of the command line, without those that are usual. */
export const formatFlags = (settings: Settings): string[] =>
  listFlags(settings).map((words) => words.join(" "));

/** Leaves out the settings that are not read. */
export const keepRead = ({ language, ...common }: Settings, reads: readonly ReadSetting[]): Settings => ({
  ...common,
  ...(language !== undefined && reads.includes("language") && { language }),
});

/** Adds what others have read to settings that lack it. */
export const addRead = (settings: Settings, others: readonly Settings[]): Settings =>
  others.reduce(
    (all, { language }) => ({
      ...(language !== undefined && { language }),
      ...all,
    }),
    settings,
  );

/** Whether two outputs were made with the same settings, as far as both read them. */
export function isSameSettings(one: Settings, other: Settings): boolean {
  const [first, second] = [addRead(one, [other]), addRead(other, [one])];
  return formatFlags(first).join(" ") === formatFlags(second).join(" ");
}

/** Describes settings in words. */
export const describeSettings = (settings: Settings): string => {
  const { minVersion = "", maxVersion = "", versions, responses, importExtension } = settings;
  const { int64, crypto, language } = settings;
  return [
    `${versions ?? `${minVersion}..${maxVersion}`} with ${responses} responses and import extension ${importExtension}`,
    ...(int64 === undefined ? [] : [`with 64-bit integers as ${int64}`]),
    ...(crypto === undefined ? [] : [`for ${crypto} crypto`]),
    ...(language === undefined ? [] : [`in ${language}`]),
  ].join(", ");
};
