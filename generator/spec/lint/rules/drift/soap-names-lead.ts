import type { Problem } from "../../../../problem/problem.js";
import { dropArrays } from "../../../body-path.js";
import type { LinkedSpec } from "../../../link/link-spec.js";
import { joinPointer } from "../../../pointer.js";
import { reportUnknown } from "../../report-unknown.js";
import { listPaths } from "./list-paths.js";

/** A type of the WSDL is a body, or a part of one that there is. */
export function soapNamesLead(spec: LinkedSpec): Problem[] {
  // A broken file may be the one that has the part.
  if (!spec.soapNames || spec.broken.size > 0) return [];
  const paths = listPaths(spec);
  return spec.soapNames.roots.flatMap(({ side, path }, index) =>
    path === ""
      ? []
      : reportUnknown(`part of a ${side}`, dropArrays(path), side === "event" ? [] : paths[side], {
          file: "drift/soap-names.json",
          pointer: joinPointer("", "roots", index, "path"),
        }),
  );
}
