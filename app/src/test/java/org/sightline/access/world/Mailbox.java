package org.sightline.access.world;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Catches every e-mail that Keycloak sends. */
public final class Mailbox implements AutoCloseable {
  private static final Pattern LINK = Pattern.compile("href=\"(http[^\"]+)\"");

  private final GreenMail mail =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  Mailbox() {
    mail.start();
  }

  /** For the realm: where to send. */
  String settings() {
    return """
        {"host": "127.0.0.1", "port": "%d", "from": "sightline@sightline.example"}
        """
        .formatted(mail.getSmtp().getPort());
  }

  /** How many e-mails were sent to anybody. */
  public int size() {
    return mail.getReceivedMessages().length;
  }

  /** What was sent to an address, the oldest first, decoded. */
  public List<String> to(String address) {
    return Arrays.stream(mail.getReceivedMessages())
        .filter(message -> isTo(message, address))
        .map(Mailbox::text)
        .toList();
  }

  /** The link in the newest e-mail to an address. */
  public String link(String address) {
    Matcher link = LINK.matcher(to(address).getLast());
    if (!link.find()) {
      throw new AssertionError("The e-mail has no link: " + to(address).getLast());
    }
    return link.group(1).replace("&amp;", "&");
  }

  private static boolean isTo(MimeMessage message, String address) {
    try {
      return Arrays.stream(message.getAllRecipients())
          .anyMatch(recipient -> recipient.toString().equals(address));
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The part in HTML: its long lines are cut by "=" at their ends. */
  private static String text(MimeMessage message) {
    return GreenMailUtil.getBody(message).replaceAll("=\\r?\\n", "").replace("=3D", "=");
  }

  @Override
  public void close() {
    mail.stop();
  }
}
