package org.parley.processor.watch;

import java.text.BreakIterator;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;

/// An article as a text query sees it: one value of the field `text` for each sentence, the title's
/// included, and the title once more in the field `title`.
final class ArticleDocument {
  /// Title and body.
  static final String TEXT = "text";

  /// The title alone.
  static final String TITLE = "title";

  /// `U.S.`, `J.`, `Mr.`: a full stop after which a sentence goes on.
  private static final Pattern ABBREVIATED =
      Pattern.compile("(?s).*\\b(\\p{Lu}|Mr|Mrs|Ms|Dr|Gen|Lt|Col|Sgt|Sen|Rep|Gov|Prof|St)\\.\\s*");

  /// As long as any of them, with the space after it.
  private static final int TAIL = 8;

  private ArticleDocument() {}

  static Document of(String text, int bodyStart, String language) {
    var document = new Document();
    if (bodyStart > 0) {
      document.add(field(TITLE, text.substring(0, bodyStart)));
    }
    var sentences = BreakIterator.getSentenceInstance(Locale.forLanguageTag(language));
    text.lines().filter(line -> !line.isBlank()).forEach(line -> split(line, sentences, document));
    return document;
  }

  private static void split(String paragraph, BreakIterator sentences, Document document) {
    sentences.setText(paragraph);
    int start = 0;
    for (int end = sentences.next(); end != BreakIterator.DONE; end = sentences.next()) {
      // Only the tail is looked at: a paragraph may be all abbreviations, and very long.
      if (end == paragraph.length() || !goesOn(paragraph, start, end)) {
        document.add(field(TEXT, paragraph.substring(start, end)));
        start = end;
      }
    }
  }

  private static boolean goesOn(String paragraph, int start, int end) {
    return ABBREVIATED.matcher(paragraph.substring(Math.max(start, end - TAIL), end)).matches();
  }

  /// Lucene's tokenizer reads nothing of a text that ends with half of a surrogate pair.
  private static Field field(String name, String value) {
    boolean half = Character.isHighSurrogate(value.charAt(value.length() - 1));
    return new TextField(name, half ? value + " " : value, Field.Store.NO);
  }
}
