import { resolve } from "node:path";
import { withDefaults, type Output } from "../../../output/config.js";
import { findFile } from "../../../output/folder.js";
import { parseStamp, stampName } from "../../../output/stamp.js";
import { pickImportExtension, type ImportExtensionPick } from "../../../init/project-facts.js";
import { readProjectFacts } from "../../inputs/project-facts.js";

/** Picks the import extension of an output that names none: the one in its stamp, else one that fits the project around it. */
export function pickForOutput(output: Output): ImportExtensionPick | undefined {
  if (output.importExtension !== undefined) return undefined;
  const { out } = withDefaults(output);
  const found = findFile(resolve(out), stampName);
  const stamp = parseStamp(found.kind === "file" ? found.text : undefined, out);
  const [former] = stamp.ok ? Object.values(stamp.value.targets) : [];
  if (former?.importExtension !== undefined)
    return { importExtension: former.importExtension, because: undefined };
  return pickImportExtension(readProjectFacts(out));
}
