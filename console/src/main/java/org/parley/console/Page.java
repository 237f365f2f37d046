package org.parley.console;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/// What a request for something that can only be read is answered with; never kept by a cache.
record Page(Status status, String type, String text) {
  private static final Header ALLOW = HeaderValues.create(HeaderNames.ALLOW, "GET, HEAD");
  private static final Header FRESH = HeaderValues.create(HeaderNames.CACHE_CONTROL, "no-store");

  /// Answers GET and HEAD of `path`, and refuses every other method.
  static void add(HttpRouting.Builder routing, String path, Supplier<Page> page) {
    routing.route(Method.GET, path, (request, response) -> page.get().answer(request, response));
    routing.route(Method.HEAD, path, (request, response) -> page.get().answer(request, response));
    routing.any(
        path,
        (_, response) ->
            response.status(Status.METHOD_NOT_ALLOWED_405).header(ALLOW).send("only to be read\n"));
  }

  private void answer(ServerRequest request, ServerResponse response) {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    response.status(status).header(FRESH).header(HeaderNames.CONTENT_TYPE, type);
    if (request.prologue().method().equals(Method.HEAD)) {
      response.header(HeaderNames.CONTENT_LENGTH, Integer.toString(body.length)).send();
    } else {
      response.send(body);
    }
  }
}
