package atelier.preflight;

import atelier.catalog.Catalog;
import atelier.catalog.Size;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A bucket of a ledger as plain text: every holder, the sum, the limit, the gap and what would fit. */
final class QuotaTable {
    private static final int MOST_IDEAS = 3;

    private final Ledger.Bucket bucket;
    private final Catalog catalog;
    private final int nameWidth;
    private final int sizeWidth;
    private final int numberWidth;

    private QuotaTable(Ledger.Bucket bucket, Catalog catalog) {
        this.bucket = bucket;
        this.catalog = catalog;
        this.nameWidth = bucket.holders().stream().mapToInt(holder -> holder.name().length()).max().orElse(0);
        this.sizeWidth = bucket.holders().stream().mapToInt(holder -> machines(holder).length()).max().orElse(0);
        this.numberWidth = String.valueOf(Math.max(bucket.used(), bucket.limit())).length();
    }

    static String of(Ledger ledger, Ledger.Bucket bucket, Catalog catalog) {
        return new QuotaTable(bucket, catalog).text(ledger.name());
    }

    private String text(String ledger) {
        List<String> lines = new ArrayList<>();
        lines.add(ledger + " quota, " + bucket.name() + ": cores");
        bucket.holders().forEach(holder -> lines.add(row(holder.name(), machines(holder), holder.cores())));
        lines.add(row("sum", "", bucket.used()));
        lines.add(row(bucket.declared() ? "limit" : "limit (none stated)", "", bucket.limit()));
        if (bucket.exceeded()) {
            lines.add(row("gap", "", bucket.gap()));
            lines.add("  would fit: " + ideas());
        }
        return String.join("\n", lines);
    }

    private String row(String name, String machines, int cores) {
        String format = "  %-" + nameWidth() + "s  %-" + Math.max(1, sizeWidth) + "s  %" + numberWidth + "d";
        return format.formatted(name, machines, cores);
    }

    private int nameWidth() {
        return Math.max(nameWidth, bucket.declared() ? "limit".length() : "limit (none stated)".length());
    }

    private static String machines(Ledger.Holder holder) {
        return holder.count() + " x " + holder.size() + " with " + holder.coresEach();
    }

    private String ideas() {
        List<String> ideas = bucket.holders().stream()
                .sorted(Comparator.comparingInt(Ledger.Holder::cores).reversed())
                .flatMap(holder -> idea(holder).stream())
                .limit(MOST_IDEAS)
                .toList();
        return ideas.isEmpty()
                ? "no single smaller machine; remove a holder or ask Azure for more"
                : String.join("\n          or ", ideas);
    }

    private Optional<String> idea(Ledger.Holder holder) {
        int room = holder.cores() - bucket.gap();
        return switch (holder.kind()) {
            case WORKSTATION -> largest(holder, room)
                    .map(size -> holder.name() + " on " + size.name() + " (" + size.vCpus() + ")");
            case CLUSTER -> fewerNodes(holder, room).or(() -> largest(holder, room / Math.max(1, holder.count()))
                    .map(size -> holder.name() + " on " + size.name() + " (" + holder.count() + " x " + size.vCpus() + ")"));
            case IMAGE_BUILD -> Optional.empty();
        };
    }

    private static Optional<String> fewerNodes(Ledger.Holder holder, int room) {
        int nodes = room / holder.coresEach();
        return nodes < 1
                ? Optional.empty()
                : Optional.of(holder.name() + " with maxNodes " + nodes + " (" + nodes * holder.coresEach() + ")");
    }

    private Optional<Size> largest(Ledger.Holder holder, int room) {
        return sizesOfFamily(catalog.get(holder.size()))
                .filter(size -> size.vCpus() <= room)
                .max(Comparator.comparingInt(Size::vCpus).thenComparing(Size::name));
    }

    private Stream<Size> sizesOfFamily(Size like) {
        return catalog.sizes().stream().filter(size -> size.family().equals(like.family()));
    }
}
