package atelier.sandbox.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SchemaTest {
    private final Schema schema = Schema.load();

    private Type input(String token, String... path) {
        Type type = schema.resource(token).inputs();
        for (String step : path) {
            type = type instanceof Type.ListOf list ? list.element() : type;
            type = ((ObjectType) type).property(step).orElseThrow().type();
        }
        return type;
    }

    @Test
    void readsNamesTypesAndWhetherTheyAreRequiredFromTheInputs() {
        ObjectType disk = schema.resource("azure-native:compute:Disk").inputs();
        assertEquals(Optional.of(new Property("resourceGroupName", Type.Scalar.STRING, true)),
                disk.property("resourceGroupName"));
        assertEquals(Optional.of(new Property("diskSizeGB", Type.Scalar.INTEGER, false)), disk.property("diskSizeGB"));
        assertEquals(new Type.MapOf(Type.Scalar.STRING), input("azure-native:compute:Disk", "tags"));
        assertEquals(new Type.ListOf(Type.Scalar.STRING), input("azure-native:compute:Disk", "zones"));
        assertEquals(Optional.empty(), disk.property("provisioningState"));
    }

    @Test
    void readsOutputsThatAreNoInputs() {
        ObjectType disk = schema.resource("azure-native:compute:Disk").outputs();
        assertEquals(Type.Scalar.STRING, disk.property("provisioningState").orElseThrow().type());
        assertEquals(Optional.empty(), disk.property("resourceGroupName"));
    }

    @Test
    void readsTheMembersOfAnEnumAsArmSpellsThem() {
        Type caching = input("azure-native:compute:VirtualMachine", "storageProfile", "osDisk", "caching");
        assertEquals(new Type.Choice(List.of("None", "ReadOnly", "ReadWrite")), caching);
        assertEquals(new Type.Choice(List.of("*", "Ah", "Esp", "Icmp", "Tcp", "Udp")),
                input("azure-native:network:NetworkSecurityGroup", "securityRules", "protocol"));
    }

    @Test
    void takesAnyTextForTheSizeOfAMachine() {
        assertEquals(Type.Scalar.STRING, input("azure-native:compute:VirtualMachine", "hardwareProfile", "vmSize"));
    }

    @Test
    void findsTheVariantsOfAUnionThatTheSdkTypesAsAnyObject() {
        Type.Union union = assertInstanceOf(Type.Union.class, input("azure-native:machinelearningservices:Compute",
                "properties"));
        ObjectType cluster = union.variants().get("AmlCompute");
        assertEquals("computeType", union.discriminator());
        assertEquals("AmlComputeArgs", cluster.name());
        assertTrue(cluster.property("computeType").orElseThrow().required());
        assertEquals(Set.of("AKS", "AmlCompute", "ComputeInstance", "DataFactory", "DataLakeAnalytics", "Databricks", "HDInsight",
                "Kubernetes", "SynapseSpark", "VirtualMachine"), union.variants().keySet());
    }

    @Test
    void refusesATypeThatAzureNativeDoesNotHave() {
        UnknownType refusal = assertThrows(UnknownType.class, () -> schema.resource("azure-native:compute:Disc"));
        assertEquals("azure-native 2.10.0 has no resource type 'azure-native:compute:Disc'", refusal.getMessage());
    }

    @Test
    void refusesATypeThatTheTableDoesNotHaveAndNamesThoseItHas() {
        UnknownType refusal = assertThrows(UnknownType.class, () -> schema.resource("azure-native:sql:Server"));
        assertTrue(refusal.getMessage().startsWith(
                "the sandbox does not simulate azure-native:sql:Server; it knows authorization:PolicyAssignment, "),
                        refusal.getMessage());
    }

    @Test
    void readsTheTypesOfEveryNestedObjectOfEveryTypeInTheTable() {
        schema.facts().keySet().forEach(token -> {
            Set<Object> seen = new java.util.HashSet<>();
            visit(schema.resource(token).inputs(), seen);
            visit(schema.resource(token).outputs(), seen);
            assertTrue(seen.size() > 2, token);
        });
    }

    private static void visit(Type type, Set<Object> seen) {
        if (!seen.add(type)) {
            return;
        }
        if (type instanceof ObjectType object) {
            assertFalse(object.properties().isEmpty() && !object.name().endsWith("Args"), object.name());
            object.properties().values().forEach(property -> visit(property.type(), seen));
        } else if (type instanceof Type.ListOf list) {
            visit(list.element(), seen);
        } else if (type instanceof Type.MapOf map) {
            visit(map.element(), seen);
        } else if (type instanceof Type.Union union) {
            union.variants().values().forEach(variant -> visit(variant, seen));
        }
    }
}
