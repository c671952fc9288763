package org.sightline.access.protocol;

/** How a protocol stands for the viewer's organisation. Only {@link #LIVE} gives access. */
public enum ProtocolState {
  CONVENED,
  INVITED,
  LIVE,
  NOT_YET_VALID,
  LEFT,
  EXPIRED
}
