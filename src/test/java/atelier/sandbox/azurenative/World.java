package atelier.sandbox.azurenative;

import static atelier.sandbox.TestJson.json;

import atelier.sandbox.cloud.Cloud;
import atelier.sandbox.schema.Schema;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A provider on a fresh simulated Azure, with the world that the repository ships. */
final class World {
    static final String GROUP = "azure-native:resources:ResourceGroup";
    static final String DISK = "azure-native:compute:Disk";
    private static final Schema SCHEMA = Schema.load();

    final Cloud cloud;
    final AzureNative provider;

    World(Path directory, Optional<String> location) {
        cloud = Cloud.open(directory, Path.of("sandbox/azure.yaml"));
        provider = new AzureNative(SCHEMA, cloud, location);
    }

    static Urn urn(String token, String name) {
        return new Urn("urn:pulumi:dev::test::atelier:index:Parent$" + token + "::" + name);
    }

    Resource group(String name) {
        return provider.create(urn(GROUP, name), json("{resourceGroupName: '" + name + "', location: 'westeurope'}"));
    }

    Resource disk(String name, String more) {
        return provider.create(urn(DISK, name), diskInputs(name, more));
    }

    static ObjectNode diskInputs(String name, String more) {
        return json("{resourceGroupName: 'g', diskName: '" + name + "', location: 'westeurope', sku: {name: 'Premium_LRS'}, "
                + "creationData: {createOption: 'Empty'}, diskSizeGB: 64" + more + "}");
    }

    List<String> failures(String token, ObjectNode inputs) {
        return provider.check(urn(token, "it"), json("{}"), inputs).failures();
    }
}
