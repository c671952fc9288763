package org.sightline.intake.mapping;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.sightline.indicator.Breakdown;

/**
 * What a filter column may hold: either {@code only} the listed texts, or the {@code members} of a
 * {@code dimension} and the text of its total row.
 *
 * @param only the texts allowed, empty for a dimension
 * @param dimension the breakdown dimension that the column becomes, null when it is none
 * @param members the file's text to the dimension's member, empty without a dimension
 * @param total the text of the row that stands for all members, null where there is none
 */
public record FilterRule(
    List<String> only,
    @Nullable String dimension,
    Map<String, String> members,
    @Nullable String total) {

  public FilterRule {
    only = List.copyOf(only);
    members = Map.copyOf(members);
    if (only.isEmpty() == members.isEmpty()) {
      throw new IllegalArgumentException(
          "a filter has either 'only' or 'dimension' with 'members'");
    }
    if ((dimension == null) != members.isEmpty()) {
      throw new IllegalArgumentException("'dimension' and 'members' stand together");
    }
    if (total != null && dimension == null) {
      throw new IllegalArgumentException("'total' belongs to a 'dimension'");
    }
    if (members.containsValue(Breakdown.TOTAL)) {
      throw new IllegalArgumentException(
          "no member is called 'total': the text of the total row stands under 'total'");
    }
  }

  @JsonCreator
  static FilterRule read(
      @JsonProperty("only") @Nullable List<String> only,
      @JsonProperty("dimension") @Nullable String dimension,
      @JsonProperty("members") @Nullable Map<String, String> members,
      @JsonProperty("total") @Nullable String total) {
    return new FilterRule(
        only == null ? List.of() : only, dimension, members == null ? Map.of() : members, total);
  }

  /** True when the column may hold this text. */
  public boolean allows(String text) {
    return dimension == null
        ? only.contains(text)
        : members.containsKey(text) || text.equals(total);
  }

  /** Every text that the column may hold, for a message. */
  public TreeSet<String> allowed() {
    TreeSet<String> texts = new TreeSet<>(only);
    texts.addAll(members.keySet());
    if (total != null) {
      texts.add(total);
    }
    return texts;
  }
}
