import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Files;
import java.nio.file.Path;

public class RoundTrip {
  public static void main(String[] args) throws Exception {
    ObjectMapper mapper = JsonMapper.builder()
        .serializationInclusion(JsonInclude.Include.NON_NULL)
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .build();
    for (String line : Files.readAllLines(Path.of("bodies.tsv"))) {
      String[] parts = line.split("\t", 2);
      Object made;
      try {
        // Reads through a tree, because Debian's Jackson 2.14.1 otherwise rejects every 19-digit long.
        made = mapper.treeToValue(mapper.readTree(parts[1]), Class.forName("mplus." + parts[0]));
      } catch (JsonProcessingException fault) {
        made = fault.getMessage();
      }
      System.out.println(mapper.writeValueAsString(made));
    }
  }
}
