import { readTillPage } from "../../../contract/package/package-files.js";
import { readTillContract } from "../../../till/engine/start-till.js";
import { openPage, type OpenPage, type PageOptions } from "../../../till/page/page-server.js";
import { getScenarioReader } from "../../../till/scenario/read-scenarios.js";
import { explainPortError } from "../../inputs/receiver.js";
import { createDocsMaker } from "./make-docs.js";

/** Uses this package's contract and docs. Ends the command if the port is not available. */
export const openOwnPage = (
  options: Omit<PageOptions, "contract" | "reader" | "files" | "makeDocs">,
  signal: AbortSignal,
): Promise<OpenPage> =>
  openPage({
    ...options,
    contract: readTillContract(),
    reader: getScenarioReader(),
    files: readTillPage(),
    makeDocs: createDocsMaker(signal),
  }).catch((error: unknown) => explainPortError(error, options.port));
