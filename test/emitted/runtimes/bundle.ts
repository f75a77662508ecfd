import { join } from "node:path";
import * as esbuild from "esbuild";
import type { Plugin } from "esbuild";
import { loadRealModel } from "../../workbench/real-spec.js";

export async function bundleApp(generated: string, outfile: string): Promise<void> {
  await esbuild.build({
    entryPoints: [join(import.meta.dirname, "conformance-app.ts")],
    outfile,
    bundle: true,
    format: "esm",
    platform: "neutral",
    target: "es2022",
    external: ["node:*"],
    plugins: [generatedIn(generated), modelAsData],
    logLevel: "error",
  });
}

/** Redirects the suite's imports of the checked-in output to another folder. */
const generatedIn = (folder: string): Plugin => ({
  name: "generated",
  setup: (build) =>
    build.onResolve({ filter: /\/generated\// }, ({ path }) => ({
      path: join(folder, path.replace(/^.*\/generated\//, "").replace(/\.js$/, ".ts")),
    })),
});

/** The runtime then needs no access to files. */
const modelAsData: Plugin = {
  name: "model",
  setup(build) {
    build.onLoad({ filter: /workbench\/real-spec\.ts$/ }, () => {
      const { events, examples } = loadRealModel();
      const model = { events: events.map(({ name }) => ({ name })), examples };
      return { contents: `export const loadRealModel = () => (${JSON.stringify(model)});` };
    });
  },
};
