package atelier.box.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The data disk on loop devices: a blank one is formatted, one that holds anything never is. */
class DataDiskRehearsal {
    private static final String DISK = """
            disk data 64
            export ATELIER_DATA_DISK=$data ATELIER_DATA_LABEL=atelier-data ATELIER_DATA_MOUNT=/home
            """;

    @Test
    void aBlankDiskIsFormattedNamedAndMounted() {
        Box.Outcome outcome = Box.run(DISK + """
                /usr/lib/atelier/data-disk >/dev/null 2>&1 || exit 1
                findmnt --noheadings --output FSTYPE,LABEL,OPTIONS /home
                """);
        assertEquals("ext4   atelier-data rw,nosuid,nodev,relatime", outcome.succeeded().output().strip());
    }

    @Test
    void whatIsOnTheDiskIsThereAgainAfterARestartAndASecondRunChangesNothing() {
        Box.Outcome outcome = Box.run(DISK + """
                {
                    /usr/lib/atelier/data-disk && echo kept >/home/notes && /usr/lib/atelier/data-disk
                    umount /home && /usr/lib/atelier/data-disk
                } >/dev/null 2>&1 || exit 1
                cat /home/notes
                findmnt --noheadings /home | wc -l
                """);
        assertEquals("kept\n1\n", outcome.succeeded().output());
    }

    @Test
    void aLargerDiskGetsALargerFileSystemWithTheSameFiles() {
        Box.Outcome outcome = Box.run(DISK + """
                {
                    /usr/lib/atelier/data-disk && echo kept >/home/notes && umount /home
                    truncate --size 256M /mnt/data.img && losetup --set-capacity "$data"
                    /usr/lib/atelier/data-disk
                } >/dev/null 2>&1 || exit 1
                cat /home/notes
                [ "$(df --block-size=1M --output=size /home | tail -n 1)" -gt 200 ] && echo grown
                umount /home && /usr/lib/atelier/data-disk 2>&1 | grep -c growing
                """);
        assertEquals("kept\ngrown\n0\n", outcome.output());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiterString = " : ", quoteCharacter = '`', textBlock = """
            an ext4 of another name   : mkfs.ext4 -q -L photos $data
            an ext4 without a name    : mkfs.ext4 -q $data
            another file system       : mkfs.xfs -q -L atelier-data /mnt/large.img && dd if=/mnt/large.img of=$data bs=1M count=1
            a partition table (GPT)   : sgdisk --new=1:0:0 $data
            a partition table (MBR)   : sgdisk --new=1:0:0 --gpttombr=1 $data
            an empty partition table  : sgdisk --clear $data
            swap                      : mkswap $data
            an LVM member             : printf LABELONE | dd of=$data seek=1 && printf 'LVM2 001' | dd of=$data bs=1 seek=536
            an encrypted disk (LUKS)  : printf 'LUKS\\272\\276\\000\\001' | dd of=$data conv=notrunc
            bytes nobody knows        : echo diary | dd of=$data bs=1 seek=123456 conv=notrunc
            bytes at the very end     : printf x | dd of=$data bs=1 seek=$((64 * 1024 * 1024 - 1)) conv=notrunc
            one bit at the beginning  : printf '\\001' | dd of=$data bs=1 conv=notrunc
            """)
    void aDiskThatHoldsSomethingIsLeftAsItIs(String what, String make) {
        String made = "truncate --size 400M /mnt/large.img\n" + DISK + "{ " + make + "; } >/dev/null 2>&1 || echo 'not made'\n";
        Box.Outcome outcome = Box.run(made + """
                before=$(sha256sum <"$data")
                /usr/lib/atelier/data-disk 2>&1
                echo "exit $?"
                [ "$before" = "$(sha256sum <"$data")" ] && echo untouched
                mountpoint /home
                """);
        List<String> lines = outcome.lines();
        assertEquals(4, lines.size(), outcome.output());
        assertTrue(lines.get(0).contains("is not blank and has no ext4 named 'atelier-data': attach"), outcome.output());
        assertEquals(List.of("exit 1", "untouched", "/home is not a mountpoint"), lines.subList(1, 4));
    }

    @Test
    void aMissingDiskIsSaidToBeMissing() {
        Box.Outcome outcome = Box.run("""
                export ATELIER_DATA_DISK=/dev/disk/azure/scsi1/lun0 ATELIER_DATA_LABEL=atelier-data ATELIER_DATA_MOUNT=/home
                /usr/lib/atelier/data-disk
                """);
        assertEquals("no data disk at /dev/disk/azure/scsi1/lun0: attach it as logical unit 0\n", outcome.failed().output());
    }

    @Test
    void anotherFileSystemAtTheMountPointIsAnError() {
        Box.Outcome outcome = Box.run(DISK + """
                mount -t tmpfs other /home
                /usr/lib/atelier/data-disk
                """);
        assertEquals("another file system is mounted at /home: unmount it\n", outcome.failed().output());
    }
}
