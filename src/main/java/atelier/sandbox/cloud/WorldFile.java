package atelier.sandbox.cloud;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads azure.yaml into a {@link World}, or says everything that is wrong with it. */
final class WorldFile {
    private static final Pattern ANY = Pattern.compile("\\S(.*\\S)?");
    private static final Pattern REGION = Pattern.compile("[a-z][a-z0-9]+");
    private static final Pattern SIZE = Pattern.compile("[A-Z][A-Za-z]+_[A-Za-z0-9_]+");
    private static final Pattern NAMESPACE = Pattern.compile("Microsoft\\.[A-Za-z.]+");
    private static final Pattern FEATURE = Pattern.compile("Microsoft\\.[A-Za-z.]+/[A-Za-z0-9]+");
    private static final Pattern GUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern VERSION = Pattern.compile("[0-9]+\\.[0-9]+\\.[0-9]+");
    private static final Pattern ACTION = Pattern.compile("[A-Za-z.*]+(/[A-Za-z.*]+)*");
    private static final Pattern CERTIFICATE = Pattern.compile("[A-Za-z0-9-]{1,127}");
    private static final Pattern NETWORK = Pattern.compile(
            "/subscriptions/[0-9a-f-]{36}/resourceGroups/[^/]+/providers/Microsoft\\.Network/virtualNetworks/[^/]+");
    private static final ObjectMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private WorldFile() {}

    static World read(Path file) {
        List<String> problems = new ArrayList<>();
        World world = world(Fields.root(tree(file), problems));
        if (!problems.isEmpty()) {
            throw new InvalidWorld(file.toString(), problems);
        }
        return world;
    }

    private static JsonNode tree(Path file) {
        try {
            return YAML.readTree(Files.readString(file));
        } catch (JsonProcessingException e) {
            String where = e.getLocation() == null ? "" : "line " + e.getLocation().getLineNr() + ": ";
            throw new InvalidWorld(file.toString(), List.of(where + e.getOriginalMessage()));
        } catch (NoSuchFileException e) {
            throw new UncheckedIOException("there is no file " + file + ", which should describe the simulated Azure", e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the simulated world " + file, e);
        }
    }

    private static World world(Fields root) {
        root.only(
                "subscription",
                "signedIn",
                "resourceProviders",
                "features",
                "sizes",
                "regions",
                "quota",
                "principals",
                "outsiders",
                "applications",
                "roleAssignments",
                "roles",
                "policies",
                "images",
                "certificates",
                "networks",
                "takenNames",
                "faults");
        Map<String, World.Size> sizes = root.map("sizes", SIZE, "a VM size such as Standard_D4s_v5", WorldFile::size);
        Map<String, Region> regions = root.map(
                "regions",
                REGION,
                "a region in its short form such as westeurope",
                (name, region) -> region(name, region, sizes.keySet()));
        Fields quota = root.section("quota").only("compute", "machineLearning");
        Families families = Families.of(sizes.values());
        Subscription subscription = subscription(root);
        Directory directory = DirectoryFile.directory(root, subscription.tenantId());
        Map<String, String> roles = roles(root.section("roles"));
        return new World(
                subscription,
                Set.copyOf(root.texts("resourceProviders", NAMESPACE, "a namespace such as Microsoft.Network")),
                Set.copyOf(root.texts("features", FEATURE, "a feature such as Microsoft.Compute/EncryptionAtHost")),
                regions,
                sizes,
                quotas(quota, "compute", regions.keySet(), region -> computeQuota(region, families)),
                quotas(quota, "machineLearning", regions.keySet(), region -> machineLearningQuota(region, families)),
                directory,
                DirectoryFile.roleAssignments(root, directory, roles),
                roles,
                root.map("policies", GUID, "the GUID of a policy definition", WorldFile::policy),
                images(root.section("images")),
                Set.copyOf(root.texts("certificates", CERTIFICATE, "a name of up to 127 letters, digits and hyphens")),
                root.sections("networks").stream().map(network -> network(network, regions.keySet())).toList(),
                takenNames(root.section("takenNames")),
                root.sections("faults").stream().map(WorldFile::fault).toList());
    }

    private static Subscription subscription(Fields root) {
        Fields subscription = root.section("subscription").only("id", "tenantId");
        Fields signedIn = root.section("signedIn").only("clientId", "objectId");
        return new Subscription(
                subscription.guid("id"),
                subscription.guid("tenantId"),
                signedIn.guid("clientId"),
                signedIn.guid("objectId"));
    }

    private static World.Size size(String name, Fields size) {
        size.only("family", "vCpus", "temporaryDisk", "trustedLaunch", "generations", "dataDisks", "networkInterfaces");
        return new World.Size(
                name,
                size.text("family", ANY, "the name of a quota family"),
                size.cores("vCpus"),
                size.flag("temporaryDisk"),
                size.flag("trustedLaunch"),
                Set.copyOf(new LinkedHashSet<>(size.numbers("generations", List.of(1, 2)))),
                size.cores("dataDisks"),
                size.cores("networkInterfaces"));
    }

    private static Region region(String name, Fields region, Set<String> known) {
        region.only("offers", "lacks");
        Set<String> offered = new LinkedHashSet<>();
        String allowed = "all or none";
        if (region.text("offers", Pattern.compile("all|none"), allowed).equals("all")) {
            offered.addAll(known);
        }
        for (String size : region.texts("lacks", SIZE, "a VM size that is described above")) {
            if (!size.isEmpty() && !offered.remove(size)) {
                region.refuse("lacks", "a list of VM sizes that are described above, each once");
            }
        }
        return new Region(name, offered);
    }

    /** The quota families of the sizes that are described; any other would count nothing. */
    private record Families(Pattern form, String allowed) {
        static Families of(Collection<World.Size> sizes) {
            Set<String> names = sizes.stream().map(World.Size::family).collect(Collectors.toCollection(TreeSet::new));
            String form = names.stream().map(Pattern::quote).collect(Collectors.joining("|"));
            return new Families(
                    Pattern.compile(form, Pattern.CASE_INSENSITIVE),
                    "a family of the sizes that are described above: " + String.join(", ", names));
        }

        Map<String, World.Limit> limits(Fields region) {
            return region.map("families", form, allowed, (name, family) -> limit(family));
        }
    }

    private static Map<String, World.Quota> quotas(
            Fields quota, String ledger, Set<String> regions, Function<Fields, World.Quota> read) {
        Map<String, World.Quota> quotas =
                quota.map(ledger, REGION, "a region that is described above", (name, region) -> read.apply(region));
        if (!regions.containsAll(quotas.keySet())) {
            quota.refuse(ledger, "only regions that are described above: " + String.join(", ", regions));
        }
        return quotas;
    }

    private static World.Quota computeQuota(Fields region, Families families) {
        region.only("families", "regionalCores", "lowPriorityCores");
        return new World.Quota(
                families.limits(region),
                Optional.of(limit(region.section("regionalCores"))),
                limit(region.section("lowPriorityCores")));
    }

    private static World.Quota machineLearningQuota(Fields region, Families families) {
        region.only("families", "lowPriorityCores");
        return new World.Quota(families.limits(region), Optional.empty(), limit(region.section("lowPriorityCores")));
    }

    private static World.Limit limit(Fields fields) {
        fields.only("limit", "used");
        return new World.Limit(fields.cores("limit"), fields.cores("used"));
    }

    private static Map<String, String> roles(Fields section) {
        Map<String, String> roles = new LinkedHashMap<>();
        for (String guid : section.keys(GUID, "the GUID of a role definition")) {
            roles.put(guid, section.text(guid, ANY, "the role's name"));
        }
        return roles;
    }

    private static World.Policy policy(String guid, Fields policy) {
        policy.only("name", "parameters");
        return new World.Policy(
                policy.text("name", ANY, "a text"),
                Set.copyOf(policy.texts("parameters", ANY, "the name of a parameter")));
    }

    private static Map<String, List<String>> images(Fields section) {
        Map<String, List<String>> images = new LinkedHashMap<>();
        for (String definition : section.keys(ANY, "the name of an image definition")) {
            images.put(definition, section.texts(definition, VERSION, "a version such as 2026.11.1"));
        }
        return images;
    }

    private static World.Network network(Fields network, Set<String> regions) {
        network.only("id", "location", "addressSpace");
        String location = network.text("location", REGION, "a region that is described above");
        if (!location.isEmpty() && !regions.contains(location)) {
            network.refuse("location", "one of the regions that are described above: " + String.join(", ", regions));
        }
        return new World.Network(
                new ArmId(network.text("id", NETWORK, "the id of a virtual network")),
                location,
                network.texts("addressSpace", Prefix.FORM, "an address range such as 10.0.0.0/16"));
    }

    private static Map<String, Set<String>> takenNames(Fields section) {
        section.only("storageAccounts", "vaults", "registries");
        Map<String, Set<String>> taken = new LinkedHashMap<>();
        taken.put("Microsoft.Storage/storageAccounts", Set.copyOf(section.texts("storageAccounts", ANY, "a name")));
        taken.put("Microsoft.KeyVault/vaults", Set.copyOf(section.texts("vaults", ANY, "a name")));
        taken.put("Microsoft.ContainerRegistry/registries", Set.copyOf(section.texts("registries", ANY, "a name")));
        return taken;
    }

    private static Fault fault(Fields fault) {
        fault.only("action", "status", "code", "times");
        return new Fault(
                fault.text("action", ACTION, "an action such as Microsoft.Compute/virtualMachines/deallocate/action"),
                fault.number("status", 400, 599),
                fault.text("code", ANY, "an error code such as TooManyRequests"),
                fault.number("times", 1, 1000));
    }
}
