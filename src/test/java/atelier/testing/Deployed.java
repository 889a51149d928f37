package atelier.testing;

import java.util.List;
import java.util.Map;

/**
 * A program that has run to its end under mocks.
 *
 * @param outputs the stack outputs, resolved
 * @param urns every resource's URN, sorted; the qualified type in it names its parents' types
 * @param calls the provider functions that were called
 */
public record Deployed(Recorded recorded, Map<String, Object> outputs, List<String> urns, List<String> calls) {}
