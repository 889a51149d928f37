package atelier.components;

import static atelier.components.Machines.DATA;
import static atelier.components.Machines.GRACE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atelier.model.Cluster;
import atelier.model.ResourceName;
import atelier.model.VmSize;
import atelier.testing.Recorded;
import atelier.testing.Registration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrainingClusterTest {
    private static final Recorded CLUSTERS = Machines.of(GRACE)
            .withClusters(
                    cluster("train", "Standard_NC24ads_A100_v4", 0, 4, Cluster.Priority.DEDICATED),
                    cluster("sweep", "Standard_D4s_v5", 1, 8, Cluster.Priority.LOW_PRIORITY))
            .deployed()
            .recorded()
            .ofType("machinelearningservices:Compute");

    @Test
    void everyInputIsAsWritten() {
        Golden.assertInputs("clusters.json", CLUSTERS);
    }

    @Test
    void imagesAreBuiltOnOneSmallNode() {
        Registration builds = CLUSTERS.named("cluster-image-build");
        assertEquals("image-build", builds.text("computeName"));
        assertEquals("Standard_D4s_v5", builds.text("properties.properties.vmSize"));
        assertEquals("0", builds.text("properties.properties.scaleSettings.minNodeCount"));
        assertEquals("1", builds.text("properties.properties.scaleSettings.maxNodeCount"));
    }

    @Test
    void jobsActAsTheNotebooksDo() {
        String notebook = DATA + "/providers/Microsoft.ManagedIdentity/userAssignedIdentities/atelier-vision-notebook";
        for (String cluster : List.of("cluster-train", "cluster-sweep")) {
            assertEquals("[\"" + notebook + "\"]", CLUSTERS.named(cluster).input("identity.userAssignedIdentities").toString());
        }
        assertTrue(CLUSTERS.named("cluster-image-build").input("identity").isMissingNode());
    }

    @Test
    void noNodeCanBeReachedOrTakesAKey() {
        assertEquals(3, CLUSTERS.size());
        for (Registration cluster : CLUSTERS.all()) {
            assertEquals("true", cluster.text("properties.disableLocalAuth"));
            assertEquals("false", cluster.text("properties.properties.enableNodePublicIp"));
            assertEquals("Disabled", cluster.text("properties.properties.remoteLoginPortPublicAccess"));
            String subnet = cluster.text("properties.properties.subnet.id");
            assertTrue(subnet.endsWith("/virtualNetworks/atelier-vision-vnet/subnets/clusters"), subnet);
            assertTrue(cluster.input("properties.properties.userAccountCredentials").isMissingNode());
        }
    }

    private static Cluster cluster(String name, String size, int minNodes, int maxNodes, Cluster.Priority priority) {
        return new Cluster(new ResourceName(name), new VmSize(size), minNodes, maxNodes, priority);
    }
}
