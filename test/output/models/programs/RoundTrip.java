import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;

public class RoundTrip {
  public static void main(String[] args) throws Exception {
    ObjectMapper mapper = new ObjectMapper();
    for (String line : Files.readAllLines(Path.of("bodies.tsv"))) {
      String[] parts = line.split("\t", 2);
      // By way of a tree: read directly, Debian's Jackson 2.14.1 refuses every long of 19 digits, whatever class it is for.
      Object body = mapper.treeToValue(mapper.readTree(parts[1]), Class.forName("mplus." + parts[0]));
      System.out.println(mapper.writeValueAsString(body));
    }
  }
}
