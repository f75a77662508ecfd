import { readTillPage } from "../../../contract/package/package-files.js";
import { readTillContract } from "../../../till/engine/start-till.js";
import { openPage, type OpenPage, type PageOptions } from "../../../till/page/page-server.js";
import { getScenarioReader } from "../../../till/scenario/read-scenarios.js";
import { explainPortError } from "../../inputs/receiver.js";

/** Uses this package's contract. Ends the command if the port is not available. */
export const openOwnPage = (options: Omit<PageOptions, "contract" | "reader" | "files">): Promise<OpenPage> =>
  openPage({
    ...options,
    contract: readTillContract(),
    reader: getScenarioReader(),
    files: readTillPage(),
  }).catch((error: unknown) => explainPortError(error, options.port));
