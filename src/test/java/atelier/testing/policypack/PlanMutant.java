package atelier.testing.policypack;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.google.protobuf.Struct;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import pulumirpc.AnalyzerOuterClass.AnalyzeRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzeStackRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzerPropertyDependencies;
import pulumirpc.AnalyzerOuterClass.AnalyzerResource;
import pulumirpc.AnalyzerOuterClass.AnalyzerResourceOptions;

/** One fault in a recorded plan, from {@code src/test/resources/policy-mutants/plan.yaml}, whose head explains the rows. */
public record PlanMutant(JsonNode row) {
    private static final Path ROWS = Path.of("src", "test", "resources", "policy-mutants", "plan.yaml");

    /** All rows in their order. */
    public static List<PlanMutant> all() {
        try {
            JsonNode rows = new YAMLMapper().readTree(ROWS.toFile());
            return StreamSupport.stream(rows.spliterator(), false).map(PlanMutant::new).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public String stack() {
        return row.path("stack").asText("dev");
    }

    /** The rule that must refuse it. */
    public String rule() {
        return row.path("rule").asText();
    }

    /** The rule and those that may refuse it as well. */
    public Set<String> allowed() {
        Set<String> rules = new TreeSet<>(Set.of(rule()));
        row.path("also").forEach(other -> rules.add(other.asText()));
        return rules;
    }

    /** Whether the engine itself is to see it, too, in a preview. */
    public boolean onTheEngine() {
        return row.path("engine").asBoolean();
    }

    /** Whether the engine is to see it in an update, because a preview does not know what is at its place. */
    public boolean inTheUpdate() {
        return row.path("update").asBoolean();
    }

    /** Whether this is the resource that has the fault. */
    public boolean concerns(String type, String name) {
        return parts().anyMatch(part -> isIn(part, type, name));
    }

    /** A resource's properties with the fault. */
    public Struct in(String type, String name, Struct properties) {
        Struct changed = properties;
        for (JsonNode part : parts().filter(part -> isIn(part, type, name) && part.has("path")).toList()) {
            changed = new Edit(JsonPointer.compile(part.get("path").asText()), part.get("value")).in(changed);
        }
        return changed;
    }

    /** What is at the fault's place, as JSON; empty when nothing is. */
    String presentValue(Struct properties) {
        return Edit.tree(properties).at(row.path("path").asText()).toString();
    }

    /**
     * The plan with the fault; of the resources only those that differ are shown again.
     *
     * @throws AssertionError if the plan has no such resource
     */
    public RecordedPlan in(RecordedPlan plan) {
        List<AnalyzeRequest> concerned = plan.resources().stream().filter(one -> concerns(one.getType(), one.getName())).toList();
        if (concerned.isEmpty() && !row.has("add")) {
            throw new AssertionError("no such resource in " + stack() + ": " + this);
        }
        Stream<AnalyzeRequest> shown = isRemoved() ? Stream.of() : concerned.stream().map(this::changed);
        AnalyzeStackRequest.Builder stack = AnalyzeStackRequest.newBuilder();
        plan.stack().getResourcesList().stream()
                .filter(one -> !isRemoved() || !concerns(one.getType(), one.getName()))
                .map(this::changed)
                .forEach(stack::addResources);
        if (row.has("add")) {
            stack.addResources(added(plan));
        }
        return new RecordedPlan(Stream.concat(shown, additions(plan)).toList(), stack.build());
    }

    /** The resources as they were, to be shown again afterwards. */
    public List<AnalyzeRequest> originals(RecordedPlan plan) {
        return plan.resources().stream().filter(one -> concerns(one.getType(), one.getName())).toList();
    }

    private AnalyzeRequest changed(AnalyzeRequest resource) {
        if (!concerns(resource.getType(), resource.getName())) {
            return resource;
        }
        return resource.toBuilder()
                .setProperties(in(resource.getType(), resource.getName(), resource.getProperties()))
                .setOptions(options(resource.getOptions()))
                .build();
    }

    /** Outputs stay as they were recorded: the pack has to go by the inputs that it was shown before. */
    private AnalyzerResource changed(AnalyzerResource resource) {
        return concerns(resource.getType(), resource.getName())
                ? resource.toBuilder().setOptions(options(resource.getOptions())).build()
                : resource;
    }

    private AnalyzerResourceOptions options(AnalyzerResourceOptions options) {
        AnalyzerResourceOptions.Builder changed = options.toBuilder();
        JsonNode wanted = row.path("options");
        if (wanted.has("protect")) {
            changed.setProtect(wanted.get("protect").asBoolean());
        }
        wanted.path("ignoreChanges").forEach(path -> changed.addIgnoreChanges(path.asText()));
        return changed.build();
    }

    private Stream<AnalyzeRequest> additions(RecordedPlan plan) {
        return row.has("add") ? Stream.of(request(added(plan))) : Stream.of();
    }

    private static AnalyzeRequest request(AnalyzerResource resource) {
        return AnalyzeRequest.newBuilder()
                .setType(resource.getType())
                .setName(resource.getName())
                .setUrn(resource.getUrn())
                .setProperties(resource.getProperties())
                .setOptions(resource.getOptions())
                .build();
    }

    private AnalyzerResource added(RecordedPlan plan) {
        JsonNode add = row.get("add");
        String type = "azure-native:" + add.get("type").asText();
        AnalyzerResource.Builder resource = AnalyzerResource.newBuilder()
                .setType(type)
                .setName("added")
                .setUrn("urn:pulumi:" + stack() + "::atelier::" + type + "::added")
                .setProperties(Edit.struct(add.path("inputs")))
                .setOptions(AnalyzerResourceOptions.getDefaultInstance());
        add.path("uses").fields().forEachRemaining(use -> {
            String urn = urn(plan, use.getValue().asText());
            resource.addDependencies(urn);
            resource.putPropertyDependencies(use.getKey(), AnalyzerPropertyDependencies.newBuilder().addUrns(urn).build());
        });
        return resource.build();
    }

    private static String urn(RecordedPlan plan, String resource) {
        return plan.resources().stream()
                .filter(one -> one.getType().startsWith("azure-native:"))
                .filter(one -> (shortType(one.getType()) + " " + one.getName()).equals(resource))
                .map(AnalyzeRequest::getUrn)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no such resource: " + resource));
    }

    private boolean isRemoved() {
        return row.path("remove").asBoolean();
    }

    /** The fault itself and what has to be wrong with it, so that it is one. */
    private Stream<JsonNode> parts() {
        return Stream.concat(Stream.of(row), StreamSupport.stream(row.path("and").spliterator(), false));
    }

    private static boolean isIn(JsonNode part, String type, String name) {
        // Components have names and short types like those of what is in them.
        return type.startsWith("azure-native:") && part.path("in").asText().equals(shortType(type) + " " + name);
    }

    private static String shortType(String type) {
        return type.substring(type.lastIndexOf(':') + 1);
    }

    @Override
    public String toString() {
        return row.toString();
    }
}
