package atelier.config;

import atelier.model.Cidr;
import atelier.model.Exposure;
import atelier.model.Network;
import atelier.model.Network.Studio;
import atelier.model.NetworkId;
import atelier.model.Tls;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The virtual network, who reaches it and by which host names. */
final class NetworkSection {
    static final Form<Network> NETWORK = new Section<>(
            "an object with addressSpace, exposure, allowedSources (public) or peering (private), "
                    + "and optionally bastion and studio",
            NetworkSection::network);
    static final Form<Tls> TLS = new Section<>("an object with domain and certificate", NetworkSection::tls);

    private enum Kind {
        PUBLIC,
        PRIVATE
    }

    private static final Text<Kind> EXPOSURE = Text.choice(List.of(Kind.values()), NetworkSection::word);
    private static final Text<Studio> STUDIO = Text.choice(List.of(Studio.values()), NetworkSection::word);

    private static final Form<List<Cidr>> ALLOWED_SOURCES = Sequence.ofTexts(
            "a list of at least one CIDR range",
            Words.range("203.0.113.0/24", "198.51.100.0/24", "192.0.2.0/24"),
            Integer.MAX_VALUE,
            Comparator.naturalOrder());

    private static final Form<List<NetworkId>> PEERING = Sequence.ofTexts(
            "a list of at least one id of a virtual network",
            Text.of(NetworkId::new, vnet("hub"), vnet("office"), vnet("vpn")),
            Integer.MAX_VALUE,
            Comparator.naturalOrder());

    private static final Text<String> DOMAIN = Text.of(domain -> new Tls(domain, "certificate").domain(), "ml.example.com");
    private static final Text<String> CERTIFICATE =
            Text.of(certificate -> new Tls("example.com", certificate).certificate(), "workstations");

    private NetworkSection() {}

    private static Field<Network> network(Fields fields) {
        var addressSpace = fields.required("addressSpace", Words.range("10.42.0.0/16"));
        var kind = fields.required("exposure", EXPOSURE);
        Field<Exposure> exposure = reach(fields, kind.value());
        var bastion = fields.optional("bastion", Scalars.flag(false), false);
        var studio = fields.optional("studio", STUDIO, Studio.PRIVATE);
        return fields.build(() -> new Network(addressSpace.get(), exposure.get(), bastion.get(), studio.get()));
    }

    // Without an exposure the keys of both are read, so that their own mistakes are told at once.
    private static Field<Exposure> reach(Fields fields, Optional<Kind> kind) {
        boolean unstated = !fields.has("exposure") && !fields.has("peering");
        if (kind.equals(Optional.of(Kind.PUBLIC)) || unstated) {
            var sources = fields.required(
                    "allowedSources", ALLOWED_SOURCES, ALLOWED_SOURCES.allowed() + ", with exposure public");
            fields.forbidden("peering", "nothing with exposure public: peering goes with private");
            return new Field<>(sources.value().map(Exposure.Public::new));
        }
        if (kind.isPresent()) {
            fields.forbidden("allowedSources", "nothing with exposure private: allowedSources goes with public");
            var peering = fields.optional("peering", PEERING, List.of());
            return new Field<>(peering.value().map(Exposure.Private::new));
        }
        fields.optional("allowedSources", ALLOWED_SOURCES);
        fields.optional("peering", PEERING);
        return Field.broken();
    }

    private static Field<Tls> tls(Fields fields) {
        var domain = fields.required("domain", DOMAIN);
        var certificate = fields.required("certificate", CERTIFICATE);
        return fields.build(() -> new Tls(domain.get(), certificate.get()));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static String vnet(String name) {
        return "/subscriptions/6f0d3c1e-52a4-4d0b-9d58-0a7d1f6f2b11/resourceGroups/" + name
                + "/providers/Microsoft.Network/virtualNetworks/" + name;
    }
}
