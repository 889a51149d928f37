package atelier.outputs;

import atelier.preflight.Ledger;
import atelier.preflight.QuotaLedgers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Both quotas with whoever draws on them, in cores. */
record QuotaOutput(QuotaLedgers ledgers) {

    Map<String, Object> value() {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("compute", rows(ledgers.compute()));
        value.put("machineLearning", ledgers.machineLearning().<Object>map(QuotaOutput::rows).orElse("not judged"));
        return value;
    }

    private static List<Map<String, Object>> rows(Ledger ledger) {
        return ledger.buckets().stream().map(QuotaOutput::row).toList();
    }

    private static Map<String, Object> row(Ledger.Bucket bucket) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("name", bucket.name());
        row.put("limit", bucket.limit());
        row.put("used", bucket.used());
        row.put("free", bucket.limit() - bucket.used());
        row.put("holders", bucket.holders().stream().map(it -> it.name() + ": " + it.cores()).toList());
        return row;
    }
}
