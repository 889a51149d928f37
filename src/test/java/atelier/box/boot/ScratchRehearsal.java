package atelier.box.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Local scratch on loop devices in the places of Azure's temporary disks. */
class ScratchRehearsal {
    private static final String MACHINE = """
            export ATELIER_DATA_DISK=/dev/disk/azure/scsi1/lun0
            mkdir -p /dev/disk/azure/scsi1 /dev/disk/atelier/scratch
            make() { /usr/lib/atelier/scratch >/run/log 2>&1 || { cat /run/log; exit 1; }; }
            mounted() { findmnt --noheadings --output "$1" /scratch | xargs; }
            """;

    @Test
    void theTemporaryDiskIsMadeAnewAndBelongsToTheUser() {
        Box.Outcome outcome = Box.run(MACHINE + """
                disk temporary 200
                ln -s "$temporary" /dev/disk/azure/resource
                make && touch /scratch/left-over && make && ls /scratch/left-over
                umount /scratch && make && ls -A /scratch | xargs
                mounted FSTYPE,LABEL
                [[ $(mounted OPTIONS) == *nosuid,nodev* ]] && stat --format '%U %a' /scratch /scratch/tmp /scratch/cache
                """);
        assertEquals("""
                /scratch/left-over
                cache lost+found tmp
                ext4 atelier-scratch
                azureuser 700
                azureuser 700
                azureuser 700
                """, outcome.succeeded().output());
    }

    @Test
    void severalNvmeDisksAreOneScratch() {
        Box.Outcome outcome = Box.run(MACHINE + """
                disk first 200
                disk second 200
                ln -s "$first" /dev/disk/atelier/scratch/nvme0n1
                ln -s "$second" /dev/disk/atelier/scratch/nvme1n1
                make
                mounted FSTYPE,LABEL
                [ "$(df --block-size=1M --output=size /scratch | tail -n 1)" -ge 400 ] && echo both
                [[ $(mounted OPTIONS) == *nosuid,nodev* ]] && echo guarded
                umount /scratch && make && mounted FSTYPE
                """);
        assertEquals("btrfs atelier-scratch\nboth\nguarded\nbtrfs\n", outcome.succeeded().output());
    }

    @Test
    void aSizeWithoutTemporaryDiskHasItOnItsOsDiskAndEmptyAtEveryBoot() {
        Box.Outcome outcome = Box.run(MACHINE + """
                make && touch /scratch/left-over
                umount /scratch && make && ls -A /scratch | xargs
                [[ $(mounted OPTIONS) == *nosuid,nodev* ]] && stat --format '%U %a' /scratch /scratch/tmp
                """);
        assertEquals("cache tmp\nazureuser 700\nazureuser 700\n", outcome.succeeded().output());
    }

    @Test
    void aLinkOfTheUsersGetsThemNothingOfRoots() {
        Box.Outcome outcome = Box.run(MACHINE + """
                make
                mkdir /work/roots && chmod 0755 /work/roots
                runuser --user azureuser -- sh -c 'rmdir /scratch/tmp /scratch/cache && ln -s /work/roots /scratch/tmp'
                make && stat --format '%U %a' /work/roots /scratch/cache
                """);
        assertEquals("root 755\nazureuser 700\n", outcome.succeeded().output());
    }

    @Test
    void theDataDiskIsNeverTakenForScratch() {
        Box.Outcome outcome = Box.run(MACHINE + """
                disk data 64
                echo diary | dd of="$data" conv=notrunc 2>/dev/null
                ln -s "$data" /dev/disk/azure/scsi1/lun0
                ln -s "$data" /dev/disk/azure/resource
                make || head -c 5 "$data"
                """);
        assertTrue(outcome.failed().output().contains("is the data disk and would be erased as scratch"), outcome.output());
    }

    @Test
    void aDiskThatIsInUseIsNotErased() {
        Box.Outcome outcome = Box.run(MACHINE + """
                disk temporary 64
                mkfs.ext4 -q "$temporary" && mkdir /mnt/elsewhere && mount "$temporary" /mnt/elsewhere
                ln -s "$temporary" /dev/disk/azure/resource
                (make) || ls /mnt/elsewhere
                """);
        assertTrue(outcome.output().contains("is in use at /mnt/elsewhere: unmount it\nlost+found\n"), outcome.output());
    }

    @Test
    void cachesAndTemporaryFilesOfTheUserAreThere() {
        Box.Outcome outcome = Box.run("""
                runuser --login azureuser --command 'echo $TMPDIR $PIP_CACHE_DIR $CONDA_PKGS_DIRS $R_USER_CACHE_DIR' 2>/dev/null
                echo "root: ${TMPDIR:-its own}"
                """);
        assertEquals("/scratch/tmp /scratch/cache/pip /scratch/cache/conda /scratch/cache/R\nroot: its own\n", outcome.output());
    }
}
