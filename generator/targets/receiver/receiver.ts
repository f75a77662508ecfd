import { codeFile, copyCode, guideFile } from "../code-file.js";
import type { OutputFile, Target, TargetContext } from "../target.js";

export const receiver: Target<"receiver"> = {
  name: "receiver",
  summary: "the webhook protocol without a framework: signatures, checks, answers",
  needs: ["types", "validators"],
  emit: (_view, context) => [
    ...receiverCode(context),
    guideFile("receiver", context),
    codeFile("receiver/index.ts", context.template("receiver/index.hbs"), context),
  ],
};

/** With Web Crypto, its signatures replace those of Node, and the code for Node is left out. */
function receiverCode(context: TargetContext): OutputFile[] {
  const omitted =
    context.crypto === "web" ? ["base/signature.ts", "protocol/node.ts"] : ["base/signature-web.ts"];
  return copyCode("receiver", context)
    .filter(({ path }) => !omitted.includes(path.replace("receiver/", "")))
    .map((file) => ({ ...file, path: file.path.replace("signature-web", "signature") }));
}
