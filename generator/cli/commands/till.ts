import { once } from "node:events";
import { createObserver } from "../../till/traffic/observe.js";
import { createResend } from "../../till/traffic/resend.js";
import type { Args } from "../options/commands.js";
import { readPageFiles } from "../../contract/package/package-files.js";
import { openTillPage } from "../../till/page/till-page.js";
import { explainPortError, readOtherShop, readPort, readReceiver, readRelease } from "../inputs/receiver.js";
import { readBuiltInScenarios } from "../inputs/scenarios.js";
import { loadTill } from "../inputs/till-contract.js";
import { readSet, toTillSettings } from "../inputs/settings.js";
import { renderText, type RenderedResult } from "../command-result.js";
import { untilInterrupted, type CommandContext } from "../terminal/terminal.js";

export async function till(
  args: Args<"till">,
  { environment, terminal }: CommandContext,
): Promise<RenderedResult> {
  const { deadline, ...receiver } = readReceiver(args, environment);
  const [port, release] = [readPort(args.port), readRelease(args.release)];
  const { product, secretEnv } = args;
  const settings = toTillSettings(readSet(args.set, "roundedPer=sale"));
  const other = readOtherShop(args, environment, receiver);
  const { contract, getReader } = loadTill(args.additions);
  const { url } = receiver;
  await untilInterrupted(async (signal) => {
    const toResend = (secret: string) => {
      const observe = createObserver({ contract, secret, findRelease: () => release });
      return createResend({ url, secret, deadline, observe, signal });
    };
    const options = {
      contract,
      reader: getReader(),
      till: { ...receiver, release, product, settings: { ...settings, answerDeadline: deadline } },
      secretEnv,
      resend: toResend(receiver.secret),
      otherShop: other && { ...other, secretEnv: args.otherSecretEnv, resend: toResend(other.secret) },
      port,
      files: readPageFiles(),
      scenarios: readBuiltInScenarios(),
    };
    const page = await openTillPage(options).catch((error: unknown) => explainPortError(error, port));
    terminal.print(`A v${page.release} till at ${page.url} - press Ctrl-C to stop\n`);
    if (!signal.aborted) await once(signal, "abort");
    await page.close();
  });
  return renderText("");
}
