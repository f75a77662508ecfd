import { outputOptions, toFlag, type Option, type OutputOptions, type ReadOption } from "../options.js";

/** The settings that decide what is generated, besides spec and tool. All targets of a folder have the same, of what they read. */
export type Settings = {
  readonly [Name in keyof OutputOptions]?: (typeof outputOptions)[Name] extends { type: "boolean" }
    ? boolean
    : string;
};

type Row = readonly [name: keyof OutputOptions, option: Option];

const recorded = (Object.entries(outputOptions) as readonly Row[]).filter(([, { stamp }]) => stamp);

/** What a stamp records of the options of an output. */
export const toSettings = (options: Values): Settings =>
  pick(options, ([name, row]) => row.stamp === "always" || !isUsual(row, options[name]));

type Values = { readonly [Name in keyof OutputOptions]?: unknown };

/** The settings that there are, of the rows that are so. */
const pick = (settings: Values, isWanted: (row: Row) => boolean): Settings =>
  Object.fromEntries(
    recorded.flatMap((row) => {
      const value = settings[row[0]];
      return value !== undefined && isWanted(row) ? [[row[0], value]] : [];
    }),
  );

const isUsual = ({ default: usual }: Option, value: unknown): boolean => value === usual || value === false;

/** Formats settings as options of the command line, without those that are usual. A switch has no value. */
export const formatFlags = (settings: Settings): string[] =>
  recorded.flatMap(([name, row]) => {
    const value = settings[name];
    return value === undefined || isUsual(row, value) ? [] : formatFlag(name, value);
  });

const formatFlag = (name: string, value: string | boolean): string =>
  value === true ? `--${toFlag(name)}` : `--${toFlag(name)} ${value}`;

/** Leaves out the settings that are not read. */
export const keepRead = (settings: Settings, reads: readonly ReadOption[]): Settings =>
  pick(settings, ([name, { onlyRead }]) => !onlyRead || reads.some((each) => each === name));

/** Adds what others have read to settings that lack it. */
export const addRead = (settings: Settings, others: readonly Settings[]): Settings =>
  others.reduce((all, other) => ({ ...pick(other, ([, row]) => row.onlyRead === true), ...all }), settings);

/** Whether two outputs were made with the same settings, as far as both read them. */
export function isSameSettings(one: Settings, other: Settings): boolean {
  const [first, second] = [addRead(one, [other]), addRead(other, [one])];
  return formatFlags(first).join(" ") === formatFlags(second).join(" ");
}

/** Describes settings in words. */
export function describeSettings(settings: Settings): string {
  const { minVersion = "", maxVersion = "", versions, responses, importExtension } = settings;
  const fleet = versions ?? `${minVersion}..${maxVersion}`;
  const others = recorded.flatMap(([name, { inWords = `with --${toFlag(name)}` }]) =>
    settings[name] === undefined || said.has(name) ? [] : tell(inWords, settings[name]),
  );
  return [`${fleet} with ${responses} responses and import extension ${importExtension}`, ...others].join(
    ", ",
  );
}

const tell = (words: string, value: string | boolean): string => words.replace("%", String(value));

/** What the beginning of that says. */
const said: ReadonlySet<string> = new Set([
  "minVersion",
  "maxVersion",
  "versions",
  "responses",
  "importExtension",
]);
