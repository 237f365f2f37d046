package org.parley.testkit;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Ids;

/// An RSS feed in the hands of a test: entries are added, edited and pushed out of its window while
/// it is polled. It knows `If-None-Match`. Safe for all threads.
public final class ScriptedFeed implements Answer {
  private static final Instant FIRST = Instant.parse("2026-03-01T08:00:00Z");
  private static final String BODY =
      "The two delegations met again on Tuesday, and said little of what they had agreed upon.";

  private final URI uri;
  private final List<Entry> entries = new ArrayList<>();
  private final Deque<Answer> once = new ArrayDeque<>();
  private final List<String> headers = new ArrayList<>();
  private String head = "";
  private int window = 20;
  private int added;

  /// @param uri where it is, which its entries' links begin with
  ScriptedFeed(URI uri) {
    this.uri = uri;
  }

  /// One entry as the feed states it.
  ///
  /// @param guid left out when null
  public record Entry(
      @Nullable String guid, String link, String title, Instant publishedAt, String html) {}

  /// Where it is.
  public URI uri() {
    return uri;
  }

  /// How many entries it shows, the newest ones.
  public synchronized ScriptedFeed window(int window) {
    this.window = window;
    return this;
  }

  /// XML to stand before the entries, such as `<ttl>60</ttl>`.
  public synchronized ScriptedFeed head(String head) {
    this.head = head;
    return this;
  }

  /// A header of every answer from now on, such as `Cache-Control: max-age=60`.
  public synchronized ScriptedFeed header(String header) {
    headers.add(header);
    return this;
  }

  /// An entry with a text of its own; its GUID and its link come from `name`.
  public synchronized ScriptedFeed add(String name, String title) {
    added++;
    return add(
        new Entry(
            "tag:" + uri.getHost() + ":" + name,
            "http://" + uri.getHost() + uri.getPath() + "/" + name,
            title,
            FIRST.plusSeconds(60L * added),
            "<p>" + title + ", says number " + added + ". " + BODY + "</p>"));
  }

  public synchronized ScriptedFeed add(Entry entry) {
    entries.add(entry);
    return this;
  }

  /// Changes every entry that it has.
  public synchronized ScriptedFeed edit(UnaryOperator<Entry> change) {
    entries.replaceAll(change);
    return this;
  }

  /// Changes the entry that was added last.
  public synchronized ScriptedFeed editNewest(UnaryOperator<Entry> change) {
    entries.set(entries.size() - 1, change.apply(entries.getLast()));
    return this;
  }

  /// The next answers, before it is itself again.
  public synchronized ScriptedFeed then(Answer... answers) {
    once.addAll(List.of(answers));
    return this;
  }

  @Override
  public void give(Received request, Wire wire) throws IOException, InterruptedException {
    answer(request).give(request, wire);
  }

  private synchronized Answer answer(Received request) {
    Answer next = once.poll();
    if (next != null) {
      return next;
    }
    String document = document();
    String etag = "\"" + Ids.text(document) + "\"";
    boolean known = request.header("If-None-Match").filter(etag::equals).isPresent();
    Reply reply = Answer.status(known ? 304 : 200).with("ETag", etag);
    for (String header : headers) {
      int colon = header.indexOf(':');
      reply = reply.with(header.substring(0, colon), header.substring(colon + 1).strip());
    }
    return known
        ? reply
        : reply
            .with("Content-Type", "application/rss+xml; charset=utf-8")
            .saying(document.getBytes(StandardCharsets.UTF_8));
  }

  private String document() {
    var xml = new StringBuilder();
    xml.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss version=\"2.0\"><channel>");
    element(xml, "title", "News of " + uri.getHost());
    element(xml, "link", "http://" + uri.getHost() + "/");
    element(xml, "description", "Scripted");
    xml.append(head);
    for (Entry entry : entries.reversed().subList(0, Math.min(window, entries.size()))) {
      xml.append("\n<item>");
      if (entry.guid() != null) {
        xml.append("<guid isPermaLink=\"false\">").append(escaped(entry.guid())).append("</guid>");
      }
      element(xml, "link", entry.link());
      element(xml, "title", entry.title());
      element(
          xml,
          "pubDate",
          DateTimeFormatter.RFC_1123_DATE_TIME.format(
              entry.publishedAt().atOffset(ZoneOffset.UTC)));
      element(xml, "description", entry.html());
      xml.append("</item>");
    }
    return xml.append("</channel></rss>\n").toString();
  }

  private static void element(StringBuilder xml, String name, String text) {
    xml.append('<').append(name).append('>').append(escaped(text));
    xml.append("</").append(name).append('>');
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
