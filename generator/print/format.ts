import { format } from "prettier";

const style = { printWidth: 110 };

/** TypeScript as prettier prints it. The one door to prettier. */
export const formatTypeScript = (code: string): Promise<string> =>
  format(code, { ...style, parser: "typescript" });
