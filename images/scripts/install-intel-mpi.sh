#!/usr/bin/env bash
# Intel MPI: mpirun, and the wrappers that compile against it.
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
source "$(dirname "${BASH_SOURCE[0]}")/python.sh"

readonly MPI=/opt/atelier/intel-mpi

# What Intel's own vars.sh would set; the provider lies within the runtime.
write_environment() {
    cat >/etc/profile.d/intel-mpi.sh <<SETTINGS
export I_MPI_ROOT=$MPI
export FI_PROVIDER_PATH=$MPI/lib/libfabric/prov
SETTINGS
}

apt_install gcc g++ libc6-dev
create_tool intel-mpi
write_environment
offer "$MPI" mpirun mpiexec mpicc mpicxx
record_locked intel-mpi impi-rt

run_tests intel-mpi
