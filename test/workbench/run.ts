import { run as runStyled } from "../../generator/cli/run.js";
import { stripStyles } from "../../generator/text/style.js";

/** Runs a command in this process, as it prints into a pipe. */
export async function run(
  argv: readonly string[],
): Promise<{ code: number; stdout: string; stderr: string }> {
  const { code, stdout, stderr } = await runStyled(argv);
  return { code, stdout: stripStyles(stdout), stderr: stripStyles(stderr) };
}
