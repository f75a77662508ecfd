import { defineConfig } from "@kubb/core";
import { pluginOas } from "@kubb/plugin-oas";
import { pluginTs } from "@kubb/plugin-ts";
import { pluginZod } from "@kubb/plugin-zod";

/** A user's config for Kubb. It writes types and zod schemas of a document to a separate folder. */
export default defineConfig({
  root: process.cwd(),
  input: { path: process.env.KUBB_DOCUMENT },
  output: { path: process.env.KUBB_OUTPUT, format: false, lint: false },
  plugins: [pluginOas(), pluginTs(), pluginZod()],
});
