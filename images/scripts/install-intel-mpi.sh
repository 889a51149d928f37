#!/usr/bin/env bash
# Intel MPI: mpirun, and the wrappers that compile against it.
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
source "$(dirname "${BASH_SOURCE[0]}")/python.sh"

readonly MPI=/opt/atelier/intel-mpi

apt_install gcc g++ libc6-dev
create_tool intel-mpi
# What Intel's own vars.sh would set. On the path it comes last: its Python is not the one that people mean.
for command in mpirun mpiexec mpicc mpicxx; do
    offer "$MPI" "$command" "I_MPI_ROOT=$MPI" "FI_PROVIDER_PATH=$MPI/lib" "LD_LIBRARY_PATH=$MPI/lib" "PATH=\$PATH:$MPI/bin"
done
record intel-mpi "$(version intel-mpi)"

run_tests intel-mpi
