package atelier.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CidrTest {

    @Provide
    Arbitrary<Cidr> ranges() {
        Arbitrary<Long> address = Arbitraries.longs().between(0, 0xFFFFFFFFL);
        Arbitrary<Integer> prefix = Arbitraries.integers().between(0, 32);
        return Combinators.combine(address, prefix).as(CidrTest::ipv4);
    }

    @Property
    void firstAndLastAreAsFarApartAsTheSize(@ForAll("ranges") Cidr range) {
        assertEquals(range.size(), range.last().subtract(range.first()).add(BigInteger.ONE));
        assertTrue(range.contains(range));
        assertTrue(range.overlaps(range));
    }

    @Property
    void twoRangesNestOrAreDisjoint(@ForAll("ranges") Cidr one, @ForAll("ranges") Cidr other) {
        assertEquals(one.overlaps(other), one.contains(other) || other.contains(one));
        assertEquals(one.overlaps(other), other.overlaps(one));
    }

    @Property
    void subnetsLieInTheirRangeAndApart(@ForAll("ranges") Cidr range, @ForAll @IntRange(min = 1, max = 4) int bits) {
        int prefix = Math.min(32, range.prefix() + bits);
        int count = 1 << prefix - range.prefix();
        Cidr last = range.subnet(prefix, count - 1);
        assertTrue(range.contains(last));
        assertEquals(range.first(), range.subnet(prefix, 0).first());
        assertEquals(range.last(), last.last());
        assertEquals(count == 1, range.subnet(prefix, 0).overlaps(last));
        assertThrows(IllegalArgumentException.class, () -> range.subnet(prefix, count));
    }

    @Property
    void orderAgreesWithTheFirstAddress(@ForAll("ranges") Cidr one, @ForAll("ranges") Cidr other) {
        assertEquals(Integer.signum(one.compareTo(other)), -Integer.signum(other.compareTo(one)));
        assertEquals(one.equals(other), one.compareTo(other) == 0);
        if (one.first().compareTo(other.first()) < 0) {
            assertTrue(one.compareTo(other) < 0);
        }
    }

    @Property
    void hostBitsAreRefused(@ForAll @IntRange(min = 1, max = 255) int host, @ForAll @IntRange(max = 24) int prefix) {
        assertThrows(Invalid.class, () -> new Cidr("10.42.7." + host + "/" + prefix));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "/", "10.0.0.0", "10.0.0.0/", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/08", "10.0.0.0/8/8", "10.0.0/8", "10.0.0.0.0/8",
        "010.0.0.0/8", "10.0.0.256/32", "0x0a.0.0.0/8", "167772160/8", "2001:db8::/129", "2001:db8:::/32", "2001:db8::1/64",
        "::ffff:0:0/96", "::ffff:10.0.0.0/104", "::10.0.0.0/104", "fe80::%eth0/64", "abcd/8", "localhost/8", "Internet", "*",
        "0.0.0.0/0 ", " 10.0.0.0/8", "10.0.0.0 /8", "10.0.0.0-10.0.0.255"
    })
    void malformedTextIsRefusedAndNotLookedUp(String text) {
        Invalid refused = assertThrows(Invalid.class, () -> new Cidr(text));
        assertEquals("a CIDR range that starts at its own first address, such as 203.0.113.0/24", refused.allowed());
        assertEquals(text, refused.value());
    }

    @Test
    void privateRangesAreThoseTheInternetDoesNotRoute() {
        List.of("10.0.0.0/8", "10.1.2.3/32", "172.16.0.0/12", "172.31.255.0/24", "192.168.0.0/16", "100.64.0.0/10", "fd00::/8")
                .forEach(text -> assertTrue(new Cidr(text).isPrivate(), text));
        List.of("0.0.0.0/0", "10.0.0.0/7", "8.0.0.0/5", "172.32.0.0/16", "172.0.0.0/8", "192.169.0.0/16", "100.128.0.0/16",
                        "::/0", "2001:db8::/32")
                .forEach(text -> assertFalse(new Cidr(text).isPrivate(), text));
    }

    @Test
    void familiesDoNotMix() {
        Cidr allOfIpv4 = new Cidr("0.0.0.0/0");
        Cidr allOfIpv6 = new Cidr("::/0");
        assertFalse(allOfIpv4.overlaps(allOfIpv6));
        assertFalse(allOfIpv6.contains(allOfIpv4));
        assertTrue(allOfIpv4.compareTo(allOfIpv6) < 0);
        assertEquals(BigInteger.TWO.pow(128), allOfIpv6.size());
    }

    @Test
    void spellingsOfOneRangeAreTheSameInOrder() {
        assertEquals(0, new Cidr("2001:db8::/32").compareTo(new Cidr("2001:0DB8:0:0:0:0:0:0/32")));
    }

    private static Cidr ipv4(long address, int prefix) {
        long masked = prefix == 0 ? 0 : address >> 32 - prefix << 32 - prefix;
        return new Cidr(String.format(
                "%d.%d.%d.%d/%d", masked >> 24 & 255, masked >> 16 & 255, masked >> 8 & 255, masked & 255, prefix));
    }
}
