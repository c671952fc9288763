package org.sightline.intake;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.multipart.Attribute;
import io.netty.handler.codec.http.multipart.DefaultHttpDataFactory;
import io.netty.handler.codec.http.multipart.FileUpload;
import io.netty.handler.codec.http.multipart.HttpPostMultipartRequestDecoder;
import io.netty.handler.codec.http.multipart.HttpPostRequestDecoder.EndOfDataDecoderException;
import io.netty.handler.codec.http.multipart.HttpPostRequestDecoder.ErrorDataDecoderException;
import io.netty.handler.codec.http.multipart.HttpPostRequestDecoder.TooManyFormFieldsException;
import io.netty.handler.codec.http.multipart.InterfaceHttpData;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Reads a multipart form from a stream into an {@link ImportForm}; the file goes to disk as it
 * comes. The server's own way with forms leaves its temporary files behind, cuts files at a
 * gigabyte without a word, and cannot stop in the middle.
 */
final class FormReader {
  private static final int BLOCK = 1 << 16;
  private static final Duration LONGEST = Duration.ofMinutes(10);
  private static final int MOST_FIELDS = 16;
  private static final int LONGEST_HEAD_OF_A_PART = 1 << 16;

  private final ImportForm form;
  private final String contentType;
  private final Duration longest;

  FormReader(ImportForm form, String contentType) {
    this(form, contentType, LONGEST);
  }

  /**
   * @param longest how long the body may take to come
   */
  FormReader(ImportForm form, String contentType, Duration longest) {
    this.form = form;
    this.contentType = contentType;
    this.longest = longest;
  }

  /**
   * Reads to the end of the form.
   *
   * @param temporary where the parts lie while they come
   * @throws ImportForm.BadFormException when the body is no such form
   * @throws TooLargeException as soon as more than the limit has come
   * @throws TooSlowException when it takes too long
   */
  void read(InputStream body, Path temporary) throws IOException {
    DefaultHttpDataFactory factory = new DefaultHttpDataFactory(BLOCK, StandardCharsets.UTF_8);
    factory.setBaseDir(temporary.toString());
    factory.setDeleteOnExit(false);
    HttpRequest head = new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/imports");
    head.headers().set(HttpHeaderNames.CONTENT_TYPE, contentType);
    try {
      HttpPostMultipartRequestDecoder decoder =
          new HttpPostMultipartRequestDecoder(
              factory, head, StandardCharsets.UTF_8, MOST_FIELDS, LONGEST_HEAD_OF_A_PART);
      try {
        read(body, decoder);
      } finally {
        decoder.destroy();
      }
    } catch (ErrorDataDecoderException | TooManyFormFieldsException e) {
      throw new ImportForm.BadFormException(
          "The body is no form that can be read: " + e.getMessage() + ".");
    } finally {
      factory.cleanAllHttpData();
    }
  }

  private void read(InputStream body, HttpPostMultipartRequestDecoder decoder) throws IOException {
    byte[] block = new byte[BLOCK];
    long all = 0;
    long deadline = System.nanoTime() + longest.toNanos();
    for (int read = body.read(block); read >= 0; read = body.read(block)) {
      all += read;
      if (all > ImportGuard.LARGEST_BODY) {
        throw new TooLargeException();
      }
      if (System.nanoTime() - deadline > 0) {
        throw new TooSlowException();
      }
      offer(decoder, new DefaultHttpContent(Unpooled.wrappedBuffer(block, 0, read)));
    }
    offer(decoder, new DefaultLastHttpContent());
  }

  private void offer(HttpPostMultipartRequestDecoder decoder, HttpContent content)
      throws IOException {
    decoder.offer(content);
    try {
      while (decoder.hasNext()) {
        take(decoder.next());
      }
    } catch (EndOfDataDecoderException e) {
      // The form has ended; whatever follows it means nothing.
    }
  }

  private void take(InterfaceHttpData part) throws IOException {
    switch (part) {
      case FileUpload file -> takeFile(file);
      case Attribute field -> form.takeField(field.getName(), field.getValue());
      default -> throw new ImportForm.BadFormException("The form has a part of an unknown kind.");
    }
  }

  private void takeFile(FileUpload file) throws IOException {
    if (file.length() > ImportGuard.LARGEST_FILE) {
      throw new TooLargeException();
    }
    file.renameTo(form.newFile(file.getName(), file.getFilename()).toFile());
  }
}
