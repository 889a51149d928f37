package atelier.preflight;

import static org.junit.jupiter.api.Assertions.assertEquals;

import atelier.model.Cidr;
import java.util.BitSet;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Judged against a table with one bit for each of the 65,536 addresses of 198.51.0.0/16. */
class SourceRulesTest {
    private static final long NETWORK = new Cidr("198.51.0.0/16").first().longValueExact();
    private static final int MOST_ADDRESSES = 16 * 256;

    @Property(tries = 2000, seed = "20261124")
    void aListPassesExactlyWhenEveryAddressIsCountedOnceAndThereAreFewEnough(@ForAll("lists") List<Cidr> sources) {
        assertEquals(acceptable(sources), SourceRules.judge("path", sources, SourceRules.Width.SSH).isEmpty());
    }

    @Provide
    Arbitrary<List<Cidr>> lists() {
        Arbitrary<Integer> prefix = Arbitraries.frequency(
                Tuple.of(1, 23), Tuple.of(200, 24), Tuple.of(20, 28), Tuple.of(20, 32));
        Arbitrary<Integer> address = Arbitraries.integers().between(0, 0xffff);
        return Combinators.combine(address, prefix).as(SourceRulesTest::range).list().ofMinSize(1).ofMaxSize(24);
    }

    private static Cidr range(int address, int prefix) {
        int first = address & -(1 << 32 - prefix);
        return new Cidr("198.51." + (first >> 8) + "." + (first & 0xff) + "/" + prefix);
    }

    private static boolean acceptable(List<Cidr> sources) {
        BitSet covered = new BitSet();
        for (Cidr source : sources) {
            int first = (int) (source.first().longValueExact() - NETWORK);
            int end = first + source.size().intValueExact();
            if (source.size().intValueExact() > 256 || !covered.get(first, end).isEmpty()) {
                return false;
            }
            covered.set(first, end);
        }
        return covered.cardinality() <= MOST_ADDRESSES;
    }
}
