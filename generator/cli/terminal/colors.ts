/** What `--color` may say. */
export const colorModes = ["auto", "always", "never"] as const;

export type ColorMode = (typeof colorModes)[number];

/** What is asked of colours, and what they would be shown on. */
export interface Colors {
  readonly mode: ColorMode;
  readonly isTerminal: boolean;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/**
 * Whether a stream shows colours. `--color` decides; else FORCE_COLOR, as node has it; else NO_COLOR, where it is not empty; else
 * whether the stream is a terminal that knows of them.
 */
export function showsColors({ mode, isTerminal, environment }: Colors): boolean {
  const { FORCE_COLOR: forced, NO_COLOR: refused = "", TERM: terminal } = environment;
  if (mode !== "auto") return mode === "always";
  if (forced !== undefined) return forced !== "0" && forced !== "false";
  return refused === "" && isTerminal && terminal !== "dumb";
}

/** What the call says of colours, whether or not the rest of it is right; the last word counts. */
export function readColorMode(argv: readonly string[]): ColorMode {
  const said = argv.flatMap((word, index) =>
    word === "--color"
      ? [argv[index + 1]]
      : word.startsWith("--color=")
        ? [word.slice("--color=".length)]
        : [],
  );
  return colorModes.find((mode) => mode === said.at(-1)) ?? "auto";
}
