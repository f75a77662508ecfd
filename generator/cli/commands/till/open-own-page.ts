import { readTillPage } from "../../../contract/package/package-files.js";
import { openPage, type OpenPage, type PageOptions } from "../../../till/page/page-server.js";
import { explainPortError } from "../../inputs/receiver.js";

/** Ends the command if the port is not available. */
export const openOwnPage = (options: Omit<PageOptions, "files">): Promise<OpenPage> =>
  openPage({ ...options, files: readTillPage() }).catch((error: unknown) =>
    explainPortError(error, options.port),
  );
