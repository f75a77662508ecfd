import { getOwn } from "../base/json.js";
import type { Style } from "./prettier.js";

interface LayoutOption {
  readonly expected: string;
  readonly accepts: (value: unknown) => boolean;
}

const isSwitch: LayoutOption = { expected: "true or false", accepts: (value) => typeof value === "boolean" };

const choice = (...choices: readonly string[]): LayoutOption => ({
  expected: `one of ${choices.join(", ")}`,
  accepts: (value) => choices.some((each) => each === value),
});

const wholeNumber = (min: number, max: number): LayoutOption => ({
  expected: `a whole number from ${min} to ${max}`,
  accepts: (value) => Number.isInteger(value) && Number(value) >= min && Number(value) <= max,
});

/** In .editorconfig, `off` is no limit. */
const width: LayoutOption = {
  expected: "a whole number from 1 to 10000",
  accepts: (value) => value === Infinity || wholeNumber(1, 10_000).accepts(value),
};

/** The options of prettier that change layout only, with the values that cannot make it run out of time or memory. */
const layoutOptions: Readonly<Record<string, LayoutOption>> = {
  arrowParens: choice("always", "avoid"),
  bracketSameLine: isSwitch,
  bracketSpacing: isSwitch,
  embeddedLanguageFormatting: choice("auto", "off"),
  endOfLine: choice("lf", "crlf", "cr", "auto"),
  experimentalOperatorPosition: choice("start", "end"),
  experimentalTernaries: isSwitch,
  objectWrap: choice("preserve", "collapse"),
  printWidth: width,
  proseWrap: choice("always", "never", "preserve"),
  quoteProps: choice("as-needed", "consistent", "preserve"),
  semi: isSwitch,
  singleQuote: isSwitch,
  tabWidth: wholeNumber(0, 16),
  trailingComma: choice("all", "es5", "none"),
  useTabs: isSwitch,
};

export interface IgnoredOption {
  readonly option: string;
  readonly expected: string;
}

/** Takes only layout from a config: no parser, plugin, range or pragma. */
export function pickLayout(config: object): {
  readonly style: Style;
  readonly ignored: readonly IgnoredOption[];
} {
  const set = Object.entries(layoutOptions).filter(([name]) => getOwn(config, name) !== undefined);
  const isUsable = ([name, { accepts }]: (typeof set)[number]): boolean => accepts(getOwn(config, name));
  return {
    style: Object.fromEntries(set.filter(isUsable).map(([name]) => [name, getOwn(config, name)])),
    ignored: set.filter((row) => !isUsable(row)).map(([option, { expected }]) => ({ option, expected })),
  };
}
