package atelier.config;

import atelier.model.Cidr;
import atelier.model.ObjectId;
import atelier.model.ResourceName;
import atelier.model.VmSize;

/** Texts that several sections share. Example ranges are reserved for documentation (RFC 5737). */
final class Words {
    static final Text<ObjectId> GUID = Text.of(ObjectId::new, "6f0d3c1e-52a4-4d0b-9d58-0a7d1f6f2b11");
    static final Text<VmSize> SIZE = Text.of(VmSize::new, "Standard_D8s_v5");

    private Words() {}

    static Text<ResourceName> name(String example) {
        return Text.of(ResourceName::new, example);
    }

    static Text<Cidr> range(String... examples) {
        return Text.of(Cidr::new, examples);
    }
}
