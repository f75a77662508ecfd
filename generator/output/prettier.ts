import type * as Prettier from "prettier";

export type Style = Prettier.Options;

/** Undefined if prettier cannot parse the text: for example, a fragment of code, or a file with a mistake. */
export async function formatText(path: string, text: string, style: Style): Promise<string | undefined> {
  const { format } = await import("prettier");
  try {
    return await format(text, { ...style, plugins: [], filepath: path });
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Undefined if the project sets nothing for a file. Runs the config file if it is code. */
export async function readConfig(path: string): Promise<Style | undefined> {
  const { resolveConfig } = await import("prettier");
  return (await resolveConfig(path, { editorconfig: true })) ?? undefined;
}

/** For `--watch`, which must notice an edited config. */
export async function forgetConfigs(): Promise<void> {
  const { clearConfigCache } = await import("prettier");
  await clearConfigCache();
}
