package org.sightline.graphql.connection;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * What one secret seals: AES-256 in Galois/Counter mode, so that nobody else reads or changes it.
 * The nonce is made of what is sealed, so that the same bytes are sealed alike and others never
 * share one. What follows from the secret are two keys that say nothing of each other.
 */
final class CursorKey {
  static final int NONCE_BYTES = 12;
  static final int TAG_BYTES = 16;

  private static final String HMAC = "HmacSHA256";
  private static final String CIPHER = "AES/GCM/NoPadding";

  private final SecretKeySpec encrypting;
  private final SecretKeySpec naming;

  CursorKey(byte[] secret) {
    SecretKeySpec root = new SecretKeySpec(secret, HMAC);
    encrypting = new SecretKeySpec(hmac(root, label("sightline cursor encryption")), "AES");
    naming = new SecretKeySpec(hmac(root, label("sightline cursor nonce")), HMAC);
  }

  /**
   * The nonce, and behind it what only this key opens.
   *
   * @param beside what stands in the open and must be the same at opening
   */
  byte[] sealed(byte beside, byte[] plain) {
    byte[] nonce = nonce(beside, plain);
    try {
      byte[] closed = cipher(Cipher.ENCRYPT_MODE, beside, nonce).doFinal(plain);
      byte[] all = Arrays.copyOf(nonce, NONCE_BYTES + closed.length);
      System.arraycopy(closed, 0, all, NONCE_BYTES, closed.length);
      return all;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has AES in Galois/Counter mode", e);
    }
  }

  /** What was sealed by this key; nothing where that was not so. */
  Optional<byte[]> opened(byte beside, byte[] sealed) {
    if (sealed.length < NONCE_BYTES + TAG_BYTES) {
      return Optional.empty();
    }
    byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
    try {
      byte[] plain =
          cipher(Cipher.DECRYPT_MODE, beside, nonce)
              .doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
      return Optional.of(plain).filter(_ -> MessageDigest.isEqual(nonce, nonce(beside, plain)));
    } catch (AEADBadTagException _) {
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has AES in Galois/Counter mode", e);
    }
  }

  private Cipher cipher(int mode, byte beside, byte[] nonce) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(CIPHER);
    cipher.init(mode, encrypting, new GCMParameterSpec(TAG_BYTES * Byte.SIZE, nonce));
    cipher.updateAAD(new byte[] {beside});
    return cipher;
  }

  private byte[] nonce(byte beside, byte[] plain) {
    byte[] all = new byte[1 + plain.length];
    all[0] = beside;
    System.arraycopy(plain, 0, all, 1, plain.length);
    return Arrays.copyOf(hmac(naming, all), NONCE_BYTES);
  }

  private static byte[] label(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] hmac(SecretKeySpec key, byte[] bytes) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(key);
      return mac.doFinal(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has HMAC with SHA-256", e);
    }
  }
}
