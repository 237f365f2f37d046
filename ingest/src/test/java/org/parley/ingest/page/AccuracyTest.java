package org.parley.ingest.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.parley.contract.Json;
import org.parley.ingest.text.TextCleaner;

/// Measures both readers on a folder of saved pages, `NNNN.html.gz` with `NNNN.json` and in it
/// `main_content`: `-Dparley.pages=FOLDER`. The measure is the F1 of 4-gram shingles, precision and
/// recall averaged over the pages.
@EnabledIfSystemProperty(named = "parley.pages", matches = ".+")
class AccuracyTest {
  private static final Pattern WORD = Pattern.compile("\\w+", Pattern.UNICODE_CHARACTER_CLASS);

  @Test
  void readsPagesBetterThanReadability() throws IOException {
    PageReader reader = new PageReader();
    assertThat(f1("html", html -> reader.read(html).text().text())).isGreaterThan(0.93);
  }

  @Test
  void readsPagesRenderedToLinesBetterThanTheDensestRunOfSentences() throws IOException {
    TextCleaner cleaner = new TextCleaner();
    assertThat(f1("lines", html -> cleaner.clean(rendered(html)).text())).isGreaterThan(0.90);
  }

  private static double f1(String what, UnaryOperator<String> extract) throws IOException {
    double precision = 0;
    double recall = 0;
    List<Path> pages;
    try (var files = Files.list(Path.of(System.getProperty("parley.pages")))) {
      pages = files.filter(f -> f.toString().endsWith(".html.gz")).sorted().toList();
    }
    for (Path page : pages) {
      Map<String, Integer> expected = shingles(expected(page));
      Map<String, Integer> found = shingles(extract.apply(html(page)));
      int common =
          found.entrySet().stream()
              .mapToInt(e -> Math.min(e.getValue(), expected.getOrDefault(e.getKey(), 0)))
              .sum();
      precision += share(common, found);
      recall += share(common, expected);
    }
    double p = precision / pages.size();
    double r = recall / pages.size();
    double f1 = 2 * p * r / (p + r);
    System.out.println(what + ": " + pages.size() + " pages, P " + p + " R " + r + " F1 " + f1);
    return f1;
  }

  private static double share(int common, Map<String, Integer> shingles) {
    int all = shingles.values().stream().mapToInt(Integer::intValue).sum();
    return all == 0 ? 0 : (double) common / all;
  }

  private static Map<String, Integer> shingles(String text) {
    Map<String, Integer> shingles = new HashMap<>();
    ArrayDeque<String> last = new ArrayDeque<>();
    Matcher words = WORD.matcher(text);
    while (words.find()) {
      last.addLast(words.group());
      if (last.size() == 4) {
        shingles.merge(String.join(" ", last), 1, Integer::sum);
        last.removeFirst();
      }
    }
    return shingles;
  }

  private static String expected(Path page) throws IOException {
    String name = page.getFileName().toString().replace(".html.gz", ".json");
    JsonNode json = Json.MAPPER.readTree(page.resolveSibling(name).toFile());
    return json.get("main_content").asText();
  }

  private static String html(Path page) {
    try (InputStream in = new GZIPInputStream(Files.newInputStream(page))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(page.toString(), e);
    }
  }

  /// A line for each stretch of text between block elements, as a scraper leaves it.
  private static String rendered(String html) {
    Document document = Jsoup.parse(html);
    document.select(Markup.MUTE).remove();
    StringBuilder lines = new StringBuilder();
    NodeTraversor.traverse(
        new NodeVisitor() {
          @Override
          public void head(Node node, int depth) {
            if (node instanceof TextNode text) {
              lines.append(text.getWholeText().replaceAll("\\s+", " "));
            } else if (node instanceof Element element && Markup.isBlock(element)) {
              lines.append('\n');
            }
          }

          @Override
          public void tail(Node node, int depth) {
            if (node instanceof Element element && Markup.isBlock(element)) {
              lines.append('\n');
            }
          }
        },
        document.body());
    return lines
        .toString()
        .lines()
        .filter(l -> !l.isBlank())
        .map(String::strip)
        .collect(Collectors.joining("\n"));
  }
}
