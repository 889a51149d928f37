package atelier.model;

/**
 * Host names under a domain of the team's own.
 *
 * @param domain DNS suffix; a workstation is {@code <name>.<domain>}
 * @param certificate name of a certificate in the stack's Key Vault that covers those hosts
 */
public record Tls(String domain, String certificate) {
    private static final String LABEL = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";

    public Tls {
        Invalid.unless(
                domain.length() <= 200 && domain.matches(LABEL + "(\\." + LABEL + ")+"),
                domain,
                "a DNS domain in lower case, such as ml.example.com");
        Invalid.unless(
                certificate.matches("[0-9a-zA-Z-]{1,127}"),
                certificate,
                "the name of a Key Vault certificate: 1 to 127 letters, digits and hyphens");
    }
}
