import type {
  ClassProperty,
  ClassType,
  Name,
  Quicktype,
  RenderContext,
  Sourcelike,
  TargetLanguage,
} from "./quicktype.js";

/**
 * Java that any `ObjectMapper` reads and writes as the contract has it. What the library would write itself needs its own
 * class of mappers, one for each body, and writes null for all that is left out.
 */
export function createJava({
  JacksonRenderer,
  JavaTargetLanguage,
  getOptionValues,
  javaOptions,
}: Quicktype): TargetLanguage {
  class Renderer extends JacksonRenderer {
    protected override emitClassAttributes(type: ClassType, name: Name): void {
      super.emitClassAttributes(type, name);
      this.emitLine("@JsonInclude(JsonInclude.Include.NON_NULL)");
      this.emitLine("@JsonIgnoreProperties(ignoreUnknown = true)");
    }

    protected override annotationsForAccessor(
      ...given: [ClassType, Name, Name, string, ClassProperty, boolean]
    ): string[] {
      const property = given[4];
      const always = property.type.isNullable && !property.isOptional;
      return [
        ...super.annotationsForAccessor(...given),
        ...(always ? ["@JsonInclude(JsonInclude.Include.ALWAYS)"] : []),
      ];
    }

    /** The library escapes neither carriage returns nor other control characters in the values of an enum. */
    override emitLine(...parts: Sourcelike[]): void {
      super.emitLine(...parts.map((part) => (typeof part === "string" ? escapeControls(part) : part)));
    }

    protected override emitConverterClass(): void {
      // An `ObjectMapper` does it.
    }
  }

  return new (class Language extends JavaTargetLanguage {
    protected override makeRenderer(context: RenderContext, values: object): Renderer {
      return new Renderer(this, context, getOptionValues(javaOptions, values));
    }
  })();
}

/** As octal escapes: Java reads `\u000d` as the end of a line before it reads literals. */
const escapeControls = (code: string): string =>
  code.replace(
    /[\u0000-\u001f\u007f]/g,
    (character) => `\\${character.charCodeAt(0).toString(8).padStart(3, "0")}`,
  );
