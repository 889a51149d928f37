package atelier.agent.watch;

import java.nio.file.Path;

/** Where things are on a workstation. */
record Places(Path root) {

    /** The workstation's own. */
    static Places system() {
        return new Places(Path.of("/"));
    }

    /** The watch's own directory, which systemd makes. */
    private Path own() {
        return run().resolve("watch");
    }

    private Path run() {
        return root.resolve("run/atelier");
    }

    Path document() {
        return own().resolve("machine.json");
    }

    /** What root has taken from there. */
    Path documentInForce() {
        return run().resolve("machine.json");
    }

    Path memory() {
        return own().resolve("idle.json");
    }

    Path announcement() {
        return own().resolve("announcement");
    }

    Path preStopRequest() {
        return own().resolve("stop.json");
    }

    Path preStopResult() {
        return run().resolve("pre-stop.json");
    }

    Path boot() {
        return run().resolve("boot.json");
    }

    Path files() {
        return run().resolve("files.json");
    }

    Path certificateSource() {
        return run().resolve("certificate.json");
    }

    Path certificate() {
        return run().resolve("tls/cert.pem");
    }

    /** The socket of an application. */
    Path socket(String application) {
        return run().resolve("apps").resolve(application).resolve(application + ".sock");
    }

    Path home() {
        return root.resolve("home");
    }

    Path etc() {
        return root.resolve("etc");
    }

    Path proc() {
        return root.resolve("proc");
    }

    Path devices() {
        return root.resolve("dev");
    }

    Path pciDevices() {
        return root.resolve("sys/bus/pci/devices");
    }

    Path restartRequired() {
        return root.resolve("run/reboot-required");
    }

    Path lastUpgrade() {
        return root.resolve("var/lib/apt/periodic/unattended-upgrades-stamp");
    }
}
