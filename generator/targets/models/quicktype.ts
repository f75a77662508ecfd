import type * as Library from "quicktype-core";

/** The library that writes models. */
export type Quicktype = typeof Library;

export type {
  ClassProperty,
  ClassType,
  Name,
  RenderContext,
  Sourcelike,
  TargetLanguage,
} from "quicktype-core";

/** Loads the library, which is large, where models are asked for and nowhere else. To write them it opens no file and no connection. */
export const loadQuicktype = (): Promise<Quicktype> => import("quicktype-core");
