import { readFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "../../..");

/**
 * Bundles the check of a request or an answer for the site's pages, as a script that sets the variable
 * `mplusCheckBody`. Browsers load no modules from a folder.
 */
export async function bundleCheck() {
  const { build } = await import("esbuild");
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ["generator/till/check-body/check-body.ts"],
    bundle: true,
    write: false,
    format: "iife",
    globalName: "mplusCheckBody",
    platform: "browser",
    target: "es2022",
    minify: true,
    legalComments: "none",
    plugins: [asDefault("jsonc-parser")],
    logLevel: "warning",
  });
  return `${describeLicense("jsonc-parser")}${outputFiles[0]?.text ?? ""}`;
}

/** In Node, the library is CommonJS and has only a default export. Its modules for bundlers have none. */
const asDefault = (name) => ({
  name,
  setup({ onResolve, onLoad }) {
    const filter = new RegExp(`^${name}$`);
    onResolve({ filter }, ({ namespace }) =>
      namespace === name ? undefined : { path: name, namespace: name },
    );
    onLoad({ filter, namespace: name }, () => ({
      contents: `export * as default from "${name}";`,
      resolveDir: root,
    }));
  },
});

function describeLicense(name) {
  const folder = join(root, "node_modules", name);
  const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const license = readFileSync(join(folder, "LICENSE.md"), "utf8").trim();
  return `/*!\n${name} ${version}\n\n${license}\n*/\n`;
}
