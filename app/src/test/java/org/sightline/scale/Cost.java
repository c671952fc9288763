package org.sightline.scale;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What one kind of question cost, a question.
 *
 * @param app milliseconds of the processor's time in the instances
 * @param database the same in the backends of their connections
 * @param held milliseconds for which it had a connection of the pool
 * @param wall the median of milliseconds until its answer, which is worth little
 * @param answer what it answered the last time
 */
record Cost(
    Question question,
    int asked,
    double app,
    double database,
    double held,
    double wall,
    double statements,
    double buffers,
    double rows,
    JsonNode answer) {

  double both() {
    return app + database;
  }
}
