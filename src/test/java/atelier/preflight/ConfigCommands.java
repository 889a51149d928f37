package atelier.preflight;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Does to a draft what the printed commands do to a stack's configuration. */
final class ConfigCommands {
    private static final Pattern COMMAND = Pattern.compile("pulumi config (set|rm) --path '([^']+)'(?: '?([^']+)'?)?");
    private static final Pattern ELEMENT = Pattern.compile("(.+)\\[(\\d+)]");
    private static final Pattern WORKSTATION = Pattern.compile("atelier:workstations\\[(\\d+)]\\.(.+)");
    private static final Pattern CLUSTER = Pattern.compile("atelier:clusters\\[(\\d+)]\\.(.+)");
    private static final Pattern FAMILY =
            Pattern.compile("atelier:quota\\.(compute|machineLearning)\\.families(?:\\.(\\w+)|\\[\"(.+)\"])");

    private final SpecDraft draft;

    private ConfigCommands(SpecDraft draft) {
        this.draft = draft;
    }

    static void run(String line, SpecDraft draft) {
        for (String command : line.split(" && ")) {
            Matcher matcher = COMMAND.matcher(command);
            if (!matcher.matches()) {
                throw new AssertionError("not a command: " + command);
            }
            boolean set = matcher.group(1).equals("set");
            new ConfigCommands(draft).run(matcher.group(2), set ? Optional.of(matcher.group(3)) : Optional.empty());
        }
    }

    private void run(String path, Optional<String> value) {
        Matcher family = FAMILY.matcher(path);
        Matcher workstation = WORKSTATION.matcher(path);
        Matcher cluster = CLUSTER.matcher(path);
        if (family.matches()) {
            TreeMap<String, Integer> families =
                    family.group(1).equals("compute") ? draft.computeFamilies : draft.machineLearningFamilies;
            String key = family.group(2) != null ? family.group(2) : family.group(3);
            value.ifPresentOrElse(cores -> families.put(key, Integer.parseInt(cores)), () -> families.remove(key));
        } else if (workstation.matches()) {
            workstation(draft.workstations.get(Integer.parseInt(workstation.group(1))), workstation.group(2), value);
        } else if (cluster.matches()) {
            cluster(draft.clusters.get(Integer.parseInt(cluster.group(1))), cluster.group(2), value.orElseThrow());
        } else {
            shared(path, value);
        }
    }

    private void shared(String path, Optional<String> value) {
        Matcher element = ELEMENT.matcher(path);
        if (element.matches()) {
            element(listAt(element.group(1)), Integer.parseInt(element.group(2)), value);
            return;
        }
        switch (path) {
            case "atelier:team.name" -> draft.team = value.orElseThrow();
            case "atelier:access.groups.operators" -> draft.operators = value;
            case "atelier:access.groups.scientists" -> draft.scientists = value;
            case "atelier:access.groups.readers" -> draft.readers = value;
            case "atelier:network.addressSpace" -> draft.addressSpace = value.orElseThrow();
            case "atelier:network.bastion" -> draft.bastion = Boolean.parseBoolean(value.orElseThrow());
            case "atelier:network.allowedSources" -> draft.allowedSources.clear();
            case "atelier:tls" -> draft.tls = Optional.empty();
            case "atelier:quota.compute.regionalCores" -> draft.regionalCores = Integer.parseInt(value.orElseThrow());
            case "atelier:quota.machineLearning.lowPriorityCores" ->
                    draft.lowPriorityCores = Integer.parseInt(value.orElseThrow());
            default -> throw new AssertionError("no such key: " + path);
        }
    }

    private List<String> listAt(String path) {
        return switch (path) {
            case "atelier:network.allowedSources" -> draft.allowedSources;
            case "atelier:network.peering" -> draft.peering;
            default -> throw new AssertionError("no such list: " + path);
        };
    }

    private static void workstation(SpecDraft.Machine machine, String key, Optional<String> value) {
        Matcher source = Pattern.compile("ssh\\.sources\\[(\\d+)]").matcher(key);
        if (source.matches()) {
            element(machine.sshSources.orElseThrow(), Integer.parseInt(source.group(1)), value);
            return;
        }
        switch (key) {
            case "name" -> machine.name = value.orElseThrow();
            case "size" -> machine.size = value.orElseThrow();
            case "owner" -> machine.owner = value;
            case "ssh.sources" -> machine.sshSources.orElseThrow().clear();
            case "schedule.start" -> machine.start = value.orElseThrow();
            case "schedule.stop" -> machine.stop = value.orElseThrow();
            case "schedule.timeZone" -> machine.timeZone = value.orElseThrow();
            case "schedule.days[0]" -> machine.days = List.of(DayOfWeek.MONDAY);
            default -> throw new AssertionError("no such key: " + key);
        }
    }

    private static void cluster(SpecDraft.Nodes nodes, String key, String value) {
        switch (key) {
            case "name" -> nodes.name = value;
            case "size" -> nodes.size = value;
            case "minNodes" -> nodes.minNodes = Integer.parseInt(value);
            case "maxNodes" -> nodes.maxNodes = Integer.parseInt(value);
            default -> throw new AssertionError("no such key: " + key);
        }
    }

    private static void element(List<String> list, int index, Optional<String> value) {
        if (value.isEmpty()) {
            list.remove(index);
        } else if (index == list.size()) {
            list.add(value.get());
        } else {
            list.set(index, value.get());
        }
    }
}
