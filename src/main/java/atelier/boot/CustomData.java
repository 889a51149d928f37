package atelier.boot;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * The cloud-init document of every workstation, the same for all of them and forever: Azure takes it when it makes a machine
 * and refuses to change it, so another byte here re-images every workstation.
 *
 * <p>It starts what the image carries and says where the data disk is. Images ship {@code atelier.target} disabled, so that
 * nothing of it runs while an image is built. What one workstation is lies in its {@link UserData}. cloud-init must not
 * format the data disk: asked for a file system on a whole disk it makes one at the first boot of every new machine, and a
 * re-image is one; the image's own unit formats a disk only when it is blank. Modules:
 * https://docs.cloud-init.io/en/latest/reference/modules.html
 */
public final class CustomData {
    private static final String CLOUD_CONFIG =
            """
            #cloud-config
            # The same for every workstation: it starts what the image carries. What one workstation is lies in its userData.

            # Nobody holds the key that Azure asks for at creation, so its account is not made at all.
            users: []
            disable_root: true
            ssh_pwauth: false

            write_files:
              - path: /etc/atelier/machine.env
                owner: root:root
                permissions: "0644"
                content: |
                  ATELIER_DATA_DISK=/dev/disk/azure/scsi1/lun0
                  ATELIER_DATA_LABEL=atelier-data
                  ATELIER_DATA_MOUNT=/home

            runcmd:
              - [systemctl, enable, --now, --no-block, atelier.target]
            """;

    private CustomData() {}

    /** The document as cloud-init reads it. */
    public static String text() {
        return CLOUD_CONFIG;
    }

    /** The document as {@code osProfile.customData} takes it. */
    public static String base64() {
        return Base64.getEncoder().encodeToString(CLOUD_CONFIG.getBytes(StandardCharsets.UTF_8));
    }
}
