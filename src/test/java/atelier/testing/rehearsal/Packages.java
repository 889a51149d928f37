package atelier.testing.rehearsal;

/** Packages of the distribution that a rehearsal needs on this computer. */
public final class Packages {
    private Packages() {}

    /**
     * Installs those that are missing.
     *
     * @param packages each with a command that it brings, such as {@code "nftables=nft iproute2=ip"}
     */
    public static void install(String packages) {
        Command.bash("ATELIER_ROOT=$PWD; for file in environment lock toolchain machine/prerequisites; do . sandbox/lib/$file.bash; done; "
                        + "prepare_sandbox_dir; require_machine_host; install_packages " + packages)
                .run()
                .succeeded();
    }
}
