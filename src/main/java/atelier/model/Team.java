package atelier.model;

import java.util.List;

/**
 * The team that owns the stack and pays for it.
 *
 * @param name enters every Azure name
 * @param costCenter goes into the tag {@code costCenter}
 * @param contacts e-mail addresses that receive budget alerts; the first is the owner of what nobody else owns; never empty
 * @param generation enters the names that Azure keeps soft-deleted; from 1, raise it to create again after a destroy
 */
public record Team(ResourceName name, String costCenter, List<String> contacts, int generation) {
    public Team {
        contacts = List.copyOf(contacts);
    }
}
