package org.parley.app.book;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.parley.app.ExitCode;
import org.parley.app.Failure;
import org.parley.contract.Watch;
import org.parley.processor.watch.InvalidWatchException;
import org.parley.processor.watch.WatchParser;
import org.parley.processor.watch.WrittenWatch;

/// Watches as people write them: YAML files, one watch each.
public final class WatchFiles {
  private WatchFiles() {}

  /// Reads a watch and checks all of it, the text query included.
  ///
  /// @throws Failure with file, line and column, when it is not a watch
  public static Watch read(Path file) {
    return written(file).watch();
  }

  /// The same with its unit tests, not yet run, and what is to be warned of.
  ///
  /// @throws Failure with file, line and column, when it is not a watch
  public static WrittenWatch written(Path file) {
    try {
      return WatchParser.read(Files.readString(file), file.toString());
    } catch (InvalidWatchException e) {
      throw new Failure(ExitCode.BAD_DATA, named(file, String.valueOf(e.getMessage())), e);
    } catch (CharacterCodingException e) {
      throw new Failure(ExitCode.BAD_DATA, file + ": is not UTF-8; save it as UTF-8", e);
    } catch (IOException e) {
      throw Failure.unreadable(file, e);
    }
  }

  /// All watches of a folder, by the names of their files; none when there is no folder.
  public static List<Watch> readAll(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<Watch> watches = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      files
          .filter(file -> file.toString().endsWith(".yaml"))
          .sorted()
          .forEach(file -> watches.add(read(file)));
    } catch (IOException e) {
      throw Failure.unreadable(folder, e);
    }
    return watches;
  }

  private static String named(Path file, String message) {
    return message.startsWith(file.toString()) ? message : file + ": " + message;
  }
}
