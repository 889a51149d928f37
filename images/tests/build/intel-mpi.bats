load ../helpers

@test "two processes add up" {
    cat >"$BATS_TEST_TMPDIR/sum.c" <<'PROGRAM'
#include <mpi.h>
#include <stdio.h>
int main(int argc, char **argv) {
    int rank, sum;
    MPI_Init(&argc, &argv);
    MPI_Comm_rank(MPI_COMM_WORLD, &rank);
    int mine = rank + 20;
    MPI_Reduce(&mine, &sum, 1, MPI_INT, MPI_SUM, 0, MPI_COMM_WORLD);
    if (rank == 0) printf("sum %d\n", sum);
    MPI_Finalize();
    return 0;
}
PROGRAM
    mpicc -o "$BATS_TEST_TMPDIR/sum" "$BATS_TEST_TMPDIR/sum.c"
    run mpirun -n 2 "$BATS_TEST_TMPDIR/sum"
    [ "$status" -eq 0 ]
    [ "$output" = "sum 41" ]
}
