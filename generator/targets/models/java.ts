import type {
  ClassProperty,
  ClassType,
  Name,
  Quicktype,
  RenderContext,
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
