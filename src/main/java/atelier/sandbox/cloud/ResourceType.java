package atelier.sandbox.cloud;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Everything that this cloud knows about one resource type, collected in the order in which ARM checks it. */
final class ResourceType {
    private final String name;
    private final List<Rule> rules = new ArrayList<>();
    private final List<DeleteRule> deleteRules = new ArrayList<>();
    private final List<Answer> answers = new ArrayList<>();
    private final List<Effect> acceptEffects = new ArrayList<>();
    private final List<Effect> deleteEffects = new ArrayList<>();
    private final List<String> digested = new ArrayList<>();
    private final List<String> hidden = new ArrayList<>();

    private ResourceType(String name) {
        this.name = name;
    }

    static ResourceType named(String name) {
        return new ResourceType(name);
    }

    String name() {
        return name;
    }

    ResourceType checks(Rule rule) {
        rules.add(rule);
        return this;
    }

    /** Names that do not have this form are refused with this code. */
    ResourceType nameLike(String form, String code, String message) {
        Pattern pattern = Pattern.compile(form);
        return checks(put -> {
            if (put.creates() && !put.id().name().equals(Value.UNKNOWN) && !pattern.matcher(put.id().name()).matches()) {
                throw ArmError.badRequest(code, message.replace("{name}", put.id().name()));
            }
        });
    }

    /** Lives in a region. */
    ResourceType regional() {
        return checks(Locations::regional);
    }

    /** Lives nowhere in particular: its location is {@code global}. */
    ResourceType global() {
        return checks(Locations::global);
    }

    ResourceType refersTo(Reference reference) {
        return checks(reference);
    }

    /** A member that an update may not change, under the name that ARM's text gives it. */
    ResourceType immutable(String path, String nameInText) {
        return checks(put -> {
            if (put.changes(path)) {
                throw ArmError.conflict(
                        "PropertyChangeNotAllowed", "Changing property '" + nameInText + "' is not allowed.");
            }
        });
    }

    /** A text that ARM takes and never gives back; the store keeps a digest. */
    ResourceType digests(String path) {
        digested.add(path);
        hidden.add(path);
        return this;
    }

    /** A member that ARM keeps and does not show. */
    ResourceType hides(String path) {
        hidden.add(path);
        return this;
    }

    ResourceType checksDelete(DeleteRule rule) {
        deleteRules.add(rule);
        return this;
    }

    ResourceType answers(Answer answer) {
        answers.add(answer);
        return this;
    }

    /** Happens after every accepted PUT. */
    ResourceType onAccept(Effect effect) {
        acceptEffects.add(effect);
        return this;
    }

    ResourceType onDelete(Effect effect) {
        deleteEffects.add(effect);
        return this;
    }

    /** Throws the first refusal. */
    void judge(Put put) throws ArmError {
        for (Rule rule : rules) {
            rule.judge(put);
        }
    }

    /** Makes an accepted request true. */
    Resource accept(Put put) {
        ObjectNode asked = put.kept();
        Instant now = put.now();
        Resource resource = put.existing()
                .map(before -> before.update(asked, now))
                .orElse(Resource.create(put.id(), name, asked, now));
        put.inventory().keep(resource);
        acceptEffects.forEach(effect -> effect.happen(resource, put.inventory()));
        return resource;
    }

    /** What of a request's body is kept: everything, texts that must not be kept as digests. */
    ObjectNode kept(ObjectNode body) {
        Members kept = new Members(body.deepCopy());
        for (String path : digested) {
            if (kept.has(path) && !kept.text(path).equals(Value.UNKNOWN)) {
                kept.set(path, Derived.digest(kept.text(path)));
            }
        }
        return kept.node();
    }

    void judgeDelete(Resource resource, Inventory inventory) throws ArmError {
        for (DeleteRule rule : deleteRules) {
            rule.judge(resource, inventory);
        }
    }

    /** Removes a resource, all that lies below it and what it had made for itself. */
    void delete(Resource resource, Inventory inventory) {
        inventory.below(resource.armId()).forEach(child -> inventory.remove(child.armId()));
        inventory.remove(resource.armId());
        deleteEffects.forEach(effect -> effect.happen(resource, inventory));
    }

    /** The answer to a GET. */
    ObjectNode answer(Resource resource, Inventory inventory) {
        Members body = new Members(Envelope.of(resource));
        hidden.forEach(body::remove);
        answers.forEach(answer -> answer.fill(resource, body, inventory));
        return body.node();
    }
}
