package org.parley.app.explain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parley.app.terminal.Terminal;
import org.parley.contract.ArticleRef;
import org.parley.contract.Mention;
import org.parley.contract.Mention.Claim;
import org.parley.contract.Mention.Evidence;
import org.parley.contract.Mention.StageCue;
import org.parley.contract.Span;
import org.parley.contract.Stage;
import org.parley.processor.language.Detection;
import org.parley.processor.mention.Refusal;

/// An explanation as a person wants to read it: the article with its mentions marked and numbered,
/// then the reason for each, then what was refused.
///
/// @param terminal for its colours
public record ExplainedText(Terminal terminal) {
  /// Line by line.
  public List<String> lines(Explained explained) {
    List<String> lines = new ArrayList<>();
    addHead(lines, explained);
    lines.add("");
    lines.addAll(marked(explained).lines().toList());
    for (int i = 0; i < explained.mentions().size(); i++) {
      lines.add("");
      addMention(lines, i + 1, explained.mentions().get(i));
    }
    lines.add("");
    lines.add(
        explained.refusals().isEmpty()
            ? "Nothing else was weighed."
            : "Weighed and refused, marked {{r1:…}}:");
    for (int i = 0; i < explained.refusals().size(); i++) {
      lines.add(refusal(i + 1, explained.refusals().get(i)));
    }
    return lines;
  }

  private void addHead(List<String> lines, Explained explained) {
    ArticleRef article = explained.article();
    if (article.title() != null) {
      lines.add(terminal.bold(article.title()));
    }
    lines.add(
        joined(
            article.source(),
            article.url(),
            article.author() == null ? null : "by " + article.author(),
            article.publishedAt() == null ? null : "published " + article.publishedAt(),
            "id " + article.articleId()));
    lines.add(language(explained.language()));
    explained
        .stages()
        .forEach((concept, stage) -> {
          String votes = votes(explained.votes().getOrDefault(concept, Map.of()));
          lines.add(concept + ": " + terminal.bold(stage.label()) + " (votes: " + votes + ")");
        });
    if (explained.stages().isEmpty()) {
      lines.add("speaks of nothing that is looked for");
    }
  }

  private static String language(Detection language) {
    String sure =
        language.probability() == null
            ? ""
            : String.format(Locale.ROOT, ", probability %.3f", language.probability());
    return "language " + language.language() + ": told by " + language.by().meaning() + sure;
  }

  private static String votes(Map<Stage, Integer> votes) {
    return votes.entrySet().stream()
            .map(vote -> vote.getKey().label() + " " + vote.getValue())
            .collect(Collectors.joining(", "))
        + "; the first mention counts twice";
  }

  private String marked(Explained explained) {
    MarkedText text = new MarkedText(explained.text());
    for (int i = 0; i < explained.mentions().size(); i++) {
      String number = String.valueOf(i + 1);
      text.mark(explained.mentions().get(i).at(), words -> terminal.numbered(number, words));
    }
    for (int i = 0; i < explained.refusals().size(); i++) {
      String mark = "{{r" + (i + 1) + ":";
      text.mark(explained.refusals().get(i).at(), words -> terminal.dim(mark + words + "}}"));
    }
    return text.toString();
  }

  private void addMention(List<String> lines, int number, Mention mention) {
    lines.add(
        terminal.bold(number + " " + mention.stage().label())
            + " "
            + joined(
                mention.concept(),
                "score " + mention.score(),
                mention.borderline() ? "borderline" : null,
                claim(mention.claim())));
    Evidence evidence = mention.evidence();
    lines.add(
        "  rule      " + evidence.rule() + ": " + quoted(evidence.trigger(), evidence.phrase()));
    add(lines, "context", evidence.context().stream().map(word -> quoted(word, null)).toList());
    add(lines, "cues", evidence.stageCues().stream().map(ExplainedText::cue).toList());
    add(lines, "parties", mention.parties());
    add(lines, "between", mention.goBetweens());
    add(lines, "venue", mention.venue() == null ? List.of() : List.of(mention.venue()));
    if (mention.when() != null) {
      Object date = mention.when().date() == null ? "no certain day" : mention.when().date();
      lines.add("  when      “" + mention.when().words() + "”: " + date);
    }
    lines.add("  place     " + place(mention.at(), mention.inSource()));
  }

  private static void add(List<String> lines, String label, List<String> values) {
    if (!values.isEmpty()) {
      String padded = String.format(Locale.ROOT, "  %-10s", label);
      lines.add(padded + String.join(", ", values));
    }
  }

  private static String claim(Claim claim) {
    if (!claim.reported()) {
      return claim.modality().label();
    }
    return claim.modality().label()
        + (claim.speaker() == null ? ", someone's words" : ", words of " + claim.speaker());
  }

  private static String cue(StageCue cue) {
    return "“" + cue.words() + "” " + cue.stage().label() + (cue.negated() ? " (negated)" : "");
  }

  private static String refusal(int number, Refusal refusal) {
    String by = refusal.by() == null ? "" : " " + quoted(refusal.by(), refusal.byPhrase());
    return String.format(
        Locale.ROOT,
        "  r%d %s, %s, %s: %s%s; %s",
        number,
        quoted(refusal.trigger(), refusal.phrase()),
        refusal.tier(),
        refusal.concept(),
        refusal.reason().meaning(),
        by,
        place(refusal.at(), refusal.inSource()));
  }

  private static String quoted(String words, @Nullable String phrase) {
    return "“" + words + "”" + (phrase == null ? "" : " (" + shortened(phrase) + ")");
  }

  private static String shortened(String phrase) {
    return phrase.length() <= 60 ? phrase : phrase.substring(0, 60) + "…";
  }

  private static String place(Span at, @Nullable Span inSource) {
    return "text "
        + range(at)
        + (inSource == null ? ", nowhere in the source" : ", source " + range(inSource));
  }

  private static String range(Span at) {
    return at.start() + "–" + at.end();
  }

  private static String joined(@Nullable String... parts) {
    return Arrays.stream(parts).filter(Objects::nonNull).collect(Collectors.joining(" · "));
  }
}
