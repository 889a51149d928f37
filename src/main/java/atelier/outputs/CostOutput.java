package atelier.outputs;

import atelier.preflight.CostEstimate;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/** The monthly estimate, with the days on which its prices were read. */
record CostOutput(CostEstimate estimate) {

    Map<String, Object> value() {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("aroundTheClock", estimate.aroundTheClock().toString());
        value.put("scheduled", estimate.scheduled().toString());
        value.put("pricesAsOf", estimate.pricesAsOf().stream().map(LocalDate::toString).toList());
        value.put("lines", estimate.lines().stream().map(CostOutput::line).toList());
        return value;
    }

    private static Map<String, Object> line(CostEstimate.Line line) {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("what", line.what());
        value.put("aroundTheClock", line.aroundTheClock().toString());
        value.put("scheduled", line.scheduled().toString());
        return value;
    }
}
