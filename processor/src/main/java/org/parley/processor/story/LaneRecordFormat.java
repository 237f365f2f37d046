package org.parley.processor.story;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Fingerprint;
import org.parley.processor.event.Filed;
import org.parley.processor.fingerprint.Wording;
import org.parley.processor.story.LaneRecord.Opening;
import org.parley.processor.story.LaneRecord.Standing;

/// The bytes of a [LaneRecord]: three for each word, some hundred for the rest. Integers are
/// unsigned LEB128, instants are milliseconds of the epoch (signed ones zigzag), an id of 32
/// hexadecimal digits is its 16 bytes. The first byte is the format's version.
public final class LaneRecordFormat {
  private static final byte VERSION = 1;

  /// More than all but the words can take.
  private static final int MOST_BUT_WORDS = 2048;

  private static final int HEX_ID = 32;
  private static final int MAX_ID = 100;
  private static final HexFormat HEX = HexFormat.of();

  private LaneRecordFormat() {}

  /// Refuses an id that a record has no room for.
  ///
  /// @throws IllegalArgumentException naming it
  public static void checkId(String id) {
    int size = id.getBytes(StandardCharsets.UTF_8).length;
    if (size > MAX_ID) {
      throw new IllegalArgumentException(
          "id '"
              + LaneRecord.cut(id, MAX_ID)
              + "…' has "
              + size
              + " bytes, "
              + MAX_ID
              + " at most");
    }
  }

  /// The bytes of a record.
  public static byte[] write(LaneRecord record) {
    Wording wording = record.wording();
    int words = wording == null ? 0 : wording.size() * 3 + wording.ends().length * 3;
    Writer out = new Writer(MOST_BUT_WORDS + words);
    out.bytes.put(VERSION);
    out.id(record.storyId());
    out.id(record.eventId());
    out.number(record.number());
    out.number(record.number() - record.first());
    out.number(record.at());
    out.text(record.source());
    Standing standing = record.standing();
    out.number(standing.members());
    out.number(standing.articles());
    out.number(standing.stages());
    out.instant(standing.firstSeen());
    out.instant(standing.lastSeen());
    out.opening(record.opening());
    out.wording(wording);
    return Arrays.copyOf(out.bytes.array(), out.bytes.position());
  }

  /// The record of those bytes.
  ///
  /// @throws IllegalArgumentException when they are of another version
  public static LaneRecord read(byte[] bytes) {
    Reader in = new Reader(ByteBuffer.wrap(bytes));
    byte version = in.bytes.get();
    if (version != VERSION) {
      throw new IllegalArgumentException(
          "lane record of format " + version + "; this version of Parley reads " + VERSION);
    }
    String storyId = in.id();
    String eventId = in.id();
    long number = in.number();
    long first = number - in.number();
    return new LaneRecord(
        storyId,
        eventId,
        number,
        first,
        in.number(),
        in.text(),
        new Standing(in.integer(), in.integer(), in.integer(), in.instant(), in.instant()),
        in.opening(),
        in.wording());
  }

  /// Appends values.
  private record Writer(ByteBuffer bytes) {
    Writer(int capacity) {
      this(ByteBuffer.allocate(capacity));
    }

    void number(long value) {
      long rest = value;
      while ((rest & ~0x7FL) != 0) {
        bytes.put((byte) (rest & 0x7F | 0x80));
        rest >>>= 7;
      }
      bytes.put((byte) rest);
    }

    void instant(Instant instant) {
      long millis = instant.toEpochMilli();
      number(millis << 1 ^ millis >> 63);
    }

    void id(String id) {
      if (id.length() == HEX_ID && id.chars().allMatch(HexFormat::isHexDigit) && isLower(id)) {
        bytes.put((byte) 0);
        bytes.put(HEX.parseHex(id));
      } else {
        byte[] utf8 = id.getBytes(StandardCharsets.UTF_8);
        checkId(id);
        bytes.put((byte) (utf8.length + 1));
        bytes.put(utf8);
      }
    }

    private static boolean isLower(String id) {
      return id.chars().noneMatch(c -> c >= 'A' && c <= 'F');
    }

    void text(String text) {
      byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
      number(utf8.length);
      bytes.put(utf8);
    }

    void opening(@Nullable Opening opening) {
      if (opening == null) {
        bytes.put((byte) 0);
        return;
      }
      int flags = 1 | (opening.url() == null ? 0 : 2) | (opening.title() == null ? 0 : 4);
      bytes.put((byte) (flags | (opening.publishedAt() == null ? 0 : 8)));
      instant(opening.fetchedAt());
      if (opening.url() != null) {
        text(opening.url());
      }
      if (opening.title() != null) {
        text(opening.title());
      }
      if (opening.publishedAt() != null) {
        instant(opening.publishedAt());
      }
      bytes.putFloat(opening.filed().length());
      number(opening.filed().telling().size());
      int before = 0;
      for (int place : opening.filed().telling()) {
        number(place - before);
        before = place;
      }
    }

    void wording(@Nullable Wording wording) {
      if (wording == null) {
        return;
      }
      number(wording.sampling());
      number(wording.titleWords());
      number(wording.ends().length);
      int from = 0;
      for (int end : wording.ends()) {
        number(end - from);
        from = end;
      }
      for (int code : wording.codes()) {
        bytes.put((byte) (code >>> 16)).put((byte) (code >>> 8)).put((byte) code);
      }
    }
  }

  /// Takes values off, in the order in which they were appended.
  private record Reader(ByteBuffer bytes) {
    long number() {
      long value = 0;
      for (int shift = 0; ; shift += 7) {
        byte next = bytes.get();
        value |= (long) (next & 0x7F) << shift;
        if (next >= 0) {
          return value;
        }
      }
    }

    int integer() {
      return (int) number();
    }

    Instant instant() {
      long value = number();
      return Instant.ofEpochMilli(value >>> 1 ^ -(value & 1));
    }

    String id() {
      int size = bytes.get() - 1;
      return size < 0
          ? HEX.formatHex(take(HEX_ID / 2))
          : new String(take(size), StandardCharsets.UTF_8);
    }

    String text() {
      return new String(take(integer()), StandardCharsets.UTF_8);
    }

    byte[] take(int size) {
      byte[] taken = new byte[size];
      bytes.get(taken);
      return taken;
    }

    @Nullable Opening opening() {
      byte flags = bytes.get();
      if (flags == 0) {
        return null;
      }
      Instant fetchedAt = instant();
      String url = (flags & 2) == 0 ? null : text();
      String title = (flags & 4) == 0 ? null : text();
      Instant publishedAt = (flags & 8) == 0 ? null : instant();
      return new Opening(url, title, publishedAt, fetchedAt, filed());
    }

    private Filed filed() {
      float length = bytes.getFloat();
      Integer[] places = new Integer[integer()];
      int place = 0;
      for (int i = 0; i < places.length; i++) {
        place += integer();
        places[i] = place;
      }
      return new Filed(List.of(places), length);
    }

    @Nullable Wording wording() {
      if (!bytes.hasRemaining()) {
        return null;
      }
      int sampling = integer();
      int title = integer();
      int[] ends = new int[integer()];
      int end = 0;
      for (int i = 0; i < ends.length; i++) {
        end += integer();
        ends[i] = end;
      }
      int[] codes = new int[end];
      byte[] words = take(end * Fingerprint.WORD_BYTES);
      for (int i = 0, at = 0; i < end; i++) {
        codes[i] = (words[at++] & 0xFF) << 16 | (words[at++] & 0xFF) << 8 | (words[at++] & 0xFF);
      }
      return new Wording(codes, title, ends, sampling);
    }
  }
}
