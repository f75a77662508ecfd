import type { Problem } from "../../../../problem/problem.js";
import { dropArrays } from "../../../body-path.js";
import type { ReviewedSpec } from "../../../drift-files.js";
import { joinPointer } from "../../../pointer.js";
import { reportAstray } from "../../report-unknown.js";
import { listPaths } from "./list-paths.js";

/** A type of the WSDL is a body, or a part of one that there is. */
export function soapNamesLead(spec: ReviewedSpec): Problem[] {
  const paths = listPaths(spec);
  return spec.soapNames.roots.flatMap(({ side, path }, index) =>
    path === ""
      ? []
      : reportAstray(`part of a ${side}`, dropArrays(path), side === "event" ? new Set() : paths[side], {
          file: "drift/soap-names.json",
          pointer: joinPointer("", "roots", index, "path"),
        }),
  );
}
