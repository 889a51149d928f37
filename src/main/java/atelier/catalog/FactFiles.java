package atelier.catalog;

import atelier.model.ImageLine;
import atelier.model.VmSize;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How each fact file becomes values. */
final class FactFiles {
    private FactFiles() {}

    static List<Size> sizes() {
        return Facts.file("sizes.json", file -> {
            file.text("comment");
            LocalDate asOf = file.date("asOf");
            Map<String, String> sources = file.object("priceSources", FactFiles::texts);
            return file.objects("sizes", entry -> size(entry, asOf, sources));
        });
    }

    static List<Unavailable> unavailable() {
        return Facts.file("unavailable.json", file -> {
            file.text("comment");
            file.date("asOf");
            return file.objects("sizes", entry -> new Unavailable(
                    new VmSize(entry.text("name")),
                    entry.text("reason"),
                    entry.optionalDate("since"),
                    new VmSize(entry.text("instead")),
                    entry.text("source")));
        });
    }

    static BuildMachines buildMachines() {
        return Facts.file("build-machines.json", file -> {
            file.text("comment");
            file.date("asOf");
            Map<ImageLine, BuildMachine> packer = new EnumMap<>(ImageLine.class);
            file.objects("packer", entry -> Map.entry(line(entry), buildMachine(entry)))
                    .forEach(entry -> packer.put(entry.getKey(), entry.getValue()));
            return new BuildMachines(packer, file.object("workspace", FactFiles::buildMachine));
        });
    }

    static MonthlyPrices monthlyPrices() {
        return Facts.file("monthly-prices.json", file -> {
            file.text("comment");
            LocalDate asOf = file.date("asOf");
            Map<Service, Price> services = new EnumMap<>(Service.class);
            List<DiskTier> disks = file.objects("premiumDisks", entry ->
                    new DiskTier(
                            entry.text("tier"), entry.number("sizeGiB"), entry.optional("price", price -> price(price, asOf))));
            file.objects("services", entry -> {
                Service service = service(entry);
                entry.optional("price", price -> price(price, asOf)).ifPresent(price -> services.put(service, price));
                return service;
            });
            return new MonthlyPrices(disks, services);
        });
    }

    /** From IANA names to Windows names. */
    static Map<String, String> timeZones() {
        return Facts.file("time-zones.json", file -> {
            file.text("source");
            file.date("asOf");
            return file.object("zones", zones -> {
                Map<String, String> windowsNames = new TreeMap<>();
                zones.keys().forEach(windows -> zones.texts(windows).forEach(iana -> windowsNames.put(iana, windows)));
                return Map.copyOf(windowsNames);
            });
        });
    }

    /** Packer's machine for each image line, and the one node of the workspace's own image builds. */
    record BuildMachines(Map<ImageLine, BuildMachine> packer, BuildMachine workspace) {}

    /** What is billed by the month; a service without an entry has an unknown price. */
    record MonthlyPrices(List<DiskTier> disks, Map<Service, Price> services) {}

    private static Size size(Facts entry, LocalDate asOf, Map<String, String> sources) {
        return new Size(
                new VmSize(entry.text("name")),
                entry.text("family"),
                entry.number("vCpus"),
                entry.fraction("memoryGiB"),
                entry.optional("gpu", gpu -> new Size.Gpu(gpu.text("model"), gpu.fraction("share"), gpu.number("memoryGB"))),
                line(entry),
                entry.flag("trustedLaunch"),
                entry.flag("secureBoot"),
                entry.number("temporaryDiskGiB"),
                entry.flag("infiniBand"),
                entry.optionalDate("retired"),
                entry.optional("price", price -> sourced(price, asOf, sources)));
    }

    private static Price sourced(Facts price, LocalDate asOf, Map<String, String> sources) {
        return Optional.ofNullable(sources.get(price.text("source")))
                .map(source -> new Price(price.decimal("usd"), asOf, source))
                .orElseThrow(() -> price.wrong("names an unknown source"));
    }

    private static Price price(Facts price, LocalDate asOf) {
        return new Price(price.decimal("usd"), asOf, price.text("source"));
    }

    private static BuildMachine buildMachine(Facts entry) {
        return new BuildMachine(new VmSize(entry.text("size")), entry.text("reason"));
    }

    private static ImageLine line(Facts entry) {
        String id = entry.text("line");
        return Arrays.stream(ImageLine.values())
                .filter(line -> line.id().equals(id))
                .findFirst()
                .orElseThrow(() -> entry.wrong("has the unknown line " + id));
    }

    private static Service service(Facts entry) {
        String id = entry.text("name");
        return Arrays.stream(Service.values())
                .filter(service -> service.id().equals(id))
                .findFirst()
                .orElseThrow(() -> entry.wrong("is the unknown service " + id));
    }

    private static Map<String, String> texts(Facts object) {
        Map<String, String> texts = new TreeMap<>();
        object.keys().forEach(key -> texts.put(key, object.text(key)));
        return texts;
    }
}
