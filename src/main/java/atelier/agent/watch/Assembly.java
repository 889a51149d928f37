package atelier.agent.watch;

import atelier.agent.machine.MachineDocument;
import atelier.agent.machine.Pause;
import atelier.agent.server.AuditLog;
import atelier.agent.watch.health.Boot;
import atelier.agent.watch.health.CertificateCheck;
import atelier.agent.watch.health.Check;
import atelier.agent.watch.health.DiskCheck;
import atelier.agent.watch.health.ImageCheck;
import atelier.agent.watch.health.StateCheck;
import atelier.agent.watch.health.UnitsCheck;
import atelier.agent.watch.health.UpdatesCheck;
import atelier.agent.watch.signal.Account;
import atelier.agent.watch.signal.ContainerSignal;
import atelier.agent.watch.signal.EditorSignal;
import atelier.agent.watch.signal.GpuSignal;
import atelier.agent.watch.signal.KernelSignal;
import atelier.agent.watch.signal.ProcessSignal;
import atelier.agent.watch.signal.ProcessTable;
import atelier.agent.watch.signal.ScheduleSignal;
import atelier.agent.watch.signal.Signal;
import atelier.agent.watch.signal.Signals;
import atelier.agent.watch.signal.SocketApi;
import atelier.agent.watch.signal.SshSignal;
import atelier.agent.watch.signal.TerminalSignal;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Puts a watch together: which signals, which checks, from where. */
record Assembly(Places places, Programs programs, Clock clock, Pause pause, AuditLog log, PrintStream errors) {
    private static final String ACCOUNT = "azureuser";

    /** @throws IOException if the workstation lacks the account, or the watch its own directory */
    Watch watch(DocumentSource documents, Stop.Deallocation deallocation) throws IOException {
        MemoryFile memoryFile = new MemoryFile(places.memory());
        DecisionLog decisions = new DecisionLog(log);
        documents.resume();
        return new Watch(
                clock,
                documents,
                new Signals(signals(documents), defect -> defect.printStackTrace(errors)),
                new IdleWatch(
                        remembered(memoryFile, decisions),
                        memoryFile,
                        () -> documents.current().flatMap(MachineDocument::idleAfter),
                        decisions),
                new Announcer(places.announcement(), log),
                new Stop(new PreStop(places.preStopRequest(), places.preStopResult(), pause), deallocation, log),
                checks(documents),
                log);
    }

    private Memory remembered(MemoryFile file, DecisionLog decisions) {
        try {
            return file.read().orElseGet(() -> Memory.none(clock.instant()));
        } catch (IOException unreadable) {
            decisions.failed("the memory is lost: " + unreadable.getMessage());
            return Memory.none(clock.instant());
        }
    }

    private List<Signal> signals(DocumentSource documents) throws IOException {
        SocketApi jupyter = new SocketApi("Jupyter", places.socket("jupyter"), programs.curl());
        ProcessTable processes = new ProcessTable(places.proc());
        Account account = Account.read(ACCOUNT, places.etc());
        return List.of(
                new KernelSignal(jupyter),
                new TerminalSignal(jupyter),
                ProcessSignal.rSessions(processes, account),
                new EditorSignal(new SocketApi("VS Code", places.socket("code"), programs.curl())),
                new SshSignal(processes, places.devices()),
                new ContainerSignal(processes, account),
                new GpuSignal(places.pciDevices(), programs.nvidiaSmi()),
                ProcessSignal.training(processes, account),
                new ScheduleSignal(() -> documents.current().flatMap(MachineDocument::schedule)));
    }

    private List<Check> checks(DocumentSource documents) throws IOException {
        Boot boot = new Boot(booted());
        return List.of(
                StateCheck.boot(places.boot(), boot),
                StateCheck.files(places.files(), boot),
                new CertificateCheck(places.certificate(), boot),
                new DiskCheck(places.root()),
                new DiskCheck(places.home()),
                new ImageCheck(() -> documents.current().map(document -> document.machine().image())),
                new UpdatesCheck(places.restartRequired(), places.lastUpgrade(), boot),
                new UnitsCheck(programs.systemctl()));
    }

    // Seconds since boot with two decimals: https://man7.org/linux/man-pages/man5/proc_uptime.5.html
    private Instant booted() throws IOException {
        String uptime = Files.readString(places.proc().resolve("uptime")).split(" ")[0];
        return clock.instant().minus(Duration.ofMillis((long) (Double.parseDouble(uptime) * 1000)));
    }
}
