package atelier.model;

/**
 * The team's virtual network and how people reach it.
 *
 * @param bastion whether an Azure Bastion with tunnelling is deployed; allowed in both exposures
 * @param studio who may open the workspace's own pages
 */
public record Network(Cidr addressSpace, Exposure exposure, boolean bastion, Studio studio) {

    /** Whether the workspace's own pages are reachable from the Internet. */
    public enum Studio {
        PRIVATE,
        PUBLIC
    }
}
